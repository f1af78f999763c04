//! Which is the longest name that begins here? A tree of characters.

use crate::charset::CharSet;
use rustc_hash::FxHashMap;

/// Names to values; a name may have several.
pub struct Trie<V> {
    /// The first characters of all names: most characters of a text begin none, and this is small enough to stay near.
    firsts: CharSet,
    /// The node of each first character of the basic plane.
    first: Vec<u32>,
    /// The child of a node by a character, both in one number.
    next: FxHashMap<u64, u32>,
    nodes: Vec<Node<V>>,
}

struct Node<V> {
    /// Longer names go on here: where none does, there is no child to look for.
    goes_on: bool,
    values: Values<V>,
}

/// Nearly every name has one value: it stands in its node.
enum Values<V> {
    None,
    One(V),
    // It seldom grows, and so needs no room to.
    Several(Box<[V]>),
}

impl<V> Values<V> {
    fn push(&mut self, value: V) {
        *self = match std::mem::replace(self, Self::None) {
            Self::None => Self::One(value),
            Self::One(first) => Self::Several(Box::new([first, value])),
            Self::Several(values) => {
                let mut values = values.into_vec();
                values.push(value);
                Self::Several(values.into_boxed_slice())
            }
        };
    }

    fn as_slice(&self) -> &[V] {
        match self {
            Self::None => &[],
            Self::One(value) => std::slice::from_ref(value),
            Self::Several(values) => values,
        }
    }
}

impl<V> Node<V> {
    fn new() -> Self {
        Self { goes_on: false, values: Values::None }
    }
}

const ROOT: u32 = 0;
const PLANE: usize = 0x1_0000;

fn edge(node: u32, c: char) -> u64 {
    u64::from(node) << 32 | u64::from(u32::from(c))
}

impl<V> Default for Trie<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V> Trie<V> {
    pub fn new() -> Self {
        Self {
            firsts: CharSet::of([]),
            first: vec![ROOT; PLANE],
            next: FxHashMap::default(),
            nodes: vec![Node::new()],
        }
    }

    pub fn insert(&mut self, name: impl IntoIterator<Item = char>, value: V) {
        let mut node = ROOT;
        for c in name {
            node = self.child_or_new(node, c);
        }
        if node != ROOT {
            self.nodes[node as usize].values.push(value);
        }
    }

    fn child_or_new(&mut self, node: u32, c: char) -> u32 {
        if let Some(child) = self.child(node, c) {
            return child;
        }
        let child = self.nodes.len() as u32;
        self.nodes.push(Node::new());
        self.nodes[node as usize].goes_on = true;
        match self.first.get_mut(c as usize) {
            Some(slot) if node == ROOT => {
                *slot = child;
                self.firsts.put(c);
            }
            _ => {
                self.next.insert(edge(node, c), child);
            }
        }
        child
    }

    fn child(&self, node: u32, c: char) -> Option<u32> {
        if node == ROOT && !self.firsts.may_have(c) {
            return None;
        }
        match self.first.get(c as usize) {
            Some(&child) if node == ROOT => (child != ROOT).then_some(child),
            _ if !self.nodes[node as usize].goes_on => None,
            _ => self.next.get(&edge(node, c)).copied(),
        }
    }

    /// The length and the values of every name that `text` begins with, shortest first.
    pub fn prefixes(
        &self,
        text: impl IntoIterator<Item = char>,
    ) -> impl Iterator<Item = (usize, &[V])> {
        let mut node = ROOT;
        let steps = (1..).zip(text).map_while(move |(length, c)| {
            node = self.child(node, c)?;
            Some((length, self.nodes[node as usize].values.as_slice()))
        });
        steps.filter(|(_, values)| !values.is_empty())
    }

    /// The length and the values of the longest name that `text` begins with.
    pub fn longest(&self, text: impl IntoIterator<Item = char>) -> Option<(usize, &[V])> {
        let (mut node, mut best) = (ROOT, None);
        for (length, c) in (1..).zip(text) {
            let Some(child) = self.child(node, c) else { break };
            node = child;
            let values = self.nodes[node as usize].values.as_slice();
            if !values.is_empty() {
                best = Some((length, values));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_wins() {
        let mut trie = Trie::new();
        for (value, name) in ["绛县", "新绛", "新绛县"].into_iter().enumerate() {
            trie.insert(name.chars(), value);
        }
        assert_eq!(trie.longest("新绛县城".chars()), Some((3, [2].as_slice())));
        assert_eq!(trie.longest("新绛城".chars()), Some((2, [1].as_slice())));
        assert_eq!(trie.longest("绛".chars()), None);
    }
}
