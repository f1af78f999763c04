//! Lays the word list out as a tree of characters that is read where it lies, so that no run of the parser builds one:
//! `data/words.txt` and `data/taiwan.txt` in, four tables out. `src/lexicon/tree.rs` and `src/lexicon/pairs.rs` say what
//! stands in them and read them.

#[path = "src/lexicon/class.rs"]
mod class;

use class::CLASSES;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// How often a character is a word, begins a longer one, stands later in one.
type Uses = [f32; 3];

/// How often two characters stand side by side in words.
type Pairs = BTreeMap<[u16; 2], f32>;

/// log2 of its frequency, and the number of its class.
type Word = [u8; 2];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/lexicon/class.rs");
    let (mut words, mut uses) = (BTreeMap::new(), BTreeMap::new());
    for list in ["data/words.txt", "data/taiwan.txt"] {
        println!("cargo::rerun-if-changed={list}");
        for line in fs::read_to_string(list)?.lines() {
            read(line, &mut words, &mut uses)?;
        }
    }
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("pairs.bin"), pairs(&words))?;
    write(&words, &uses, out)
}

/// Each pair of characters, and log2 of how often it stands in words.
fn pairs(words: &BTreeMap<Vec<u16>, Option<Word>>) -> Vec<u8> {
    let mut pairs = Pairs::new();
    for (chars, word) in words {
        let Some([bits, _]) = word else { continue };
        for pair in chars.windows(2) {
            *pairs.entry([pair[0], pair[1]]).or_default() += f32::from(*bits).exp2();
        }
    }
    let entry = |([first, second], times): ([u16; 2], f32)| {
        let [a, b] = [first.to_le_bytes(), second.to_le_bytes()];
        [a[0], a[1], b[0], b[1], times.log2().round() as u8]
    };
    pairs.into_iter().flat_map(entry).collect()
}

/// `log2(frequency)<TAB>class<TAB>word word …`. What is known of a word already stays.
fn read(
    line: &str,
    words: &mut BTreeMap<Vec<u16>, Option<Word>>,
    uses: &mut BTreeMap<u16, Uses>,
) -> Result<(), Box<dyn Error>> {
    let mut fields = line.split('\t');
    let (Some(bits), Some(tag), Some(list)) = (fields.next(), fields.next(), fields.next()) else {
        return Ok(());
    };
    let bits: u8 = bits.parse()?;
    let class = CLASSES.iter().position(|(known, _)| *known == tag).unwrap_or(0);
    let times = f32::from(bits).exp2();
    for word in list.split(' ') {
        let chars: Result<Vec<u16>, _> =
            word.chars().map(|c| u16::try_from(u32::from(c))).collect();
        let chars = chars.map_err(|_| format!("{word} is beyond the basic plane"))?;
        for (at, c) in chars.iter().enumerate() {
            let kind = if at > 0 { 2 } else { usize::from(chars.len() > 1) };
            uses.entry(*c).or_default()[kind] += times;
            words.entry(chars[..at].to_vec()).or_default();
        }
        words.entry(chars).or_default().get_or_insert([bits, class as u8]);
    }
    Ok(())
}

fn write(
    words: &BTreeMap<Vec<u16>, Option<Word>>,
    uses: &BTreeMap<u16, Uses>,
    out: &Path,
) -> Result<(), Box<dyn Error>> {
    let mut nodes: Vec<(&Vec<u16>, &Option<Word>)> = words.iter().collect();
    // Level by level; the order within each stays.
    nodes.sort_by_key(|(chars, _)| chars.len());
    let mut children: BTreeMap<&[u16], u32> = BTreeMap::new();
    let mut firsts = vec![0u16; 1 << u16::BITS];
    for (at, (chars, _)) in nodes.iter().enumerate() {
        if let Some((last, before)) = chars.split_last() {
            *children.entry(before).or_default() += 1;
            if before.is_empty() {
                firsts[usize::from(*last)] = u16::try_from(at)?;
            }
        }
    }
    const NO_WORD: Word = [u8::MAX, 0];
    let mut first_child = 1u32;
    let mut tree = Vec::new();
    for (chars, word) in &nodes {
        tree.extend(chars.last().copied().unwrap_or_default().to_le_bytes());
        tree.extend(word.unwrap_or(NO_WORD));
        tree.extend(first_child.to_le_bytes());
        first_child += children.get(chars.as_slice()).copied().unwrap_or_default();
    }
    // Where the children of the last one end.
    tree.extend([0; 4]);
    tree.extend(first_child.to_le_bytes());
    let firsts: Vec<u8> = firsts.into_iter().flat_map(u16::to_le_bytes).collect();
    let use_of = |(c, uses): (&u16, &Uses)| {
        let uses = uses.iter().flat_map(|times| times.to_le_bytes());
        c.to_le_bytes().into_iter().chain(uses).collect::<Vec<u8>>()
    };
    let uses: Vec<u8> = uses.iter().flat_map(use_of).collect();
    for (name, table) in [("firsts.bin", firsts), ("tree.bin", tree), ("uses.bin", uses)] {
        fs::write(out.join(name), table)?;
    }
    Ok(())
}
