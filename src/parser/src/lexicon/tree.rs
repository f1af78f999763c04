//! Where does a word stand in the list? A tree of characters that `build.rs` lays out, read where it lies.
//!
//! Nodes stand level by level and in the order of their words, so that the children of one stand side by side, in the order
//! of their characters, and end where those of the next begin. A node is its character (u16), log2 of the frequency of the
//! word that ends there or [`NO_WORD`] (u8), that word's class (u8), its first child (u32); all little endian. `firsts.bin`
//! is the node of each first character (u16), 0 where none is; `uses.bin` is a character (u16) and three times how often
//! (f32), by character.

use super::class::{CLASSES, Class};

static FIRSTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/firsts.bin"));
static TREE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tree.bin"));
static USES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/uses.bin"));

const NODE: usize = 8;
const USE: usize = 14;

const ROOT: usize = 0;
const NO_WORD: u8 = u8::MAX;

#[derive(Clone, Copy)]
pub struct Word {
    /// log2 of its frequency.
    pub bits: u8,
    pub class: Class,
}

/// How often a character is a word, begins a longer one, stands later in one.
#[derive(Clone, Copy, Default)]
pub struct Uses {
    pub alone: f32,
    pub first: f32,
    pub later: f32,
}

/// The word of the list that these characters are.
pub fn word(chars: &[char]) -> Option<Word> {
    let node = chars.iter().try_fold(ROOT, |node, c| child(node, *c));
    word_at(node?)
}

/// The length of every word that a text begins with, and the word, shortest first.
pub fn prefixes(text: &[char]) -> impl Iterator<Item = (usize, Word)> {
    let mut node = ROOT;
    let steps = (1..).zip(text).map_while(move |(length, c)| {
        node = child(node, *c)?;
        Some((length, node))
    });
    steps.filter_map(|(length, node)| Some((length, word_at(node)?)))
}

pub fn uses(c: char) -> Uses {
    let rows = USES.as_chunks::<USE>().0;
    let row = rows.binary_search_by_key(&u32::from(c), |row| u32::from(half(row)));
    row.map_or(Uses::default(), |row| {
        let times = |at: usize| f32::from_bits(quarter(&rows[row][2 + 4 * at..]));
        Uses { alone: times(0), first: times(1), later: times(2) }
    })
}

fn word_at(node: usize) -> Option<Word> {
    let [_, _, bits, class, ..] = nodes()[node];
    let class = CLASSES.get(usize::from(class)).map_or(Class::Other, |(_, class)| *class);
    (bits != NO_WORD).then_some(Word { bits, class })
}

fn child(node: usize, c: char) -> Option<usize> {
    let c = u16::try_from(u32::from(c)).ok()?;
    if node == ROOT {
        let first = half(&FIRSTS[2 * usize::from(c)..]);
        return (first > 0).then_some(usize::from(first));
    }
    let nodes = nodes();
    let start = |node: usize| quarter(&nodes[node][4..]) as usize;
    let children = start(node)..start(node + 1);
    let at = nodes[children.clone()].binary_search_by_key(&c, |node| half(node)).ok()?;
    Some(children.start + at)
}

fn nodes() -> &'static [[u8; NODE]] {
    TREE.as_chunks().0
}

fn half(bytes: &[u8]) -> u16 {
    u16::from_le_bytes([bytes[0], bytes[1]])
}

fn quarter(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_whole() {
        let (nodes, rest) = TREE.as_chunks::<NODE>();
        assert!(rest.is_empty() && USES.as_chunks::<USE>().1.is_empty());
        let starts: Vec<u32> = nodes.iter().map(|node| quarter(&node[4..])).collect();
        assert!(starts.is_sorted());
        assert_eq!(starts.last(), Some(&(nodes.len() as u32 - 1)));
        let text: Vec<char> = "国家统计局的".chars().collect();
        let lengths: Vec<usize> = prefixes(&text).map(|(length, _)| length).collect();
        assert_eq!(lengths, [1, 2, 5]);
        assert!(word(&text[..3]).is_none() && word(&[]).is_none() && word(&['𠮷']).is_none());
        assert!(uses('在').alone > uses('在').first && uses('𠮷').alone == 0.0);
    }
}
