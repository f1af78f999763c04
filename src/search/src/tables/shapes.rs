//! What do characters look like? Their strokes, and groups that are known to be mistaken for one another.

use super::build::single;
use crate::lookalike::Shapes;
use encoding_rs::GBK;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const STROKES: &str = include_str!("../../data/stroke.txt");
const GROUPS: &str = include_str!("../../data/same_stroke.txt");

/// A character with its strokes, and whether people type it.
struct Drawn {
    c: char,
    strokes: &'static str,
    is_common: bool,
}

/// In ascending order.
static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let drawn = |line: &'static str| {
        let (c, strokes) = line.split_once('\t')?;
        let (c, strokes) = (single(c)?, strokes.trim());
        let is_drawn = strokes.bytes().all(|stroke| b"hspnz".contains(&stroke));
        is_drawn.then_some(Drawn { c, strokes, is_common: is_common(c) })
    };
    let mut all: Vec<Drawn> = STROKES.lines().filter_map(drawn).collect();
    all.sort_by_key(|drawn| drawn.c);
    all.dedup_by_key(|drawn| drawn.c);
    all
});

impl Shapes {
    /// Strokes of the characters of a text and of those that people type (GB 2312), and the groups that hold
    /// a character of the text.
    pub(super) fn of(text: &BTreeSet<char>) -> Self {
        let unit = |c: char| u16::try_from(c as u32).ok();
        let needed = DRAWN.iter().filter(|drawn| drawn.is_common || text.contains(&drawn.c));
        let (mut ends, mut ink) = (Vec::new(), Vec::new());
        for (unit, drawn) in needed.filter_map(|drawn| Some((unit(drawn.c)?, drawn))) {
            ink.extend_from_slice(drawn.strokes.as_bytes());
            ends.push((unit, ink.len() as u32));
        }
        let groups = GROUPS.lines().map(|line| line.split('\t').filter_map(single));
        let groups = groups.filter(|group| group.clone().any(|c| text.contains(&c)));
        let groups = groups.map(|group| group.filter_map(unit).collect::<BTreeSet<u16>>());
        let groups = groups.map(|group| group.into_iter().collect());
        Self { ends, ink, groups: groups.collect() }
    }
}

/// Whether a character is in GB 2312, the 6,763 characters of ordinary Chinese.
fn is_common(c: char) -> bool {
    let mut text = [0; 4];
    let (bytes, _, _) = GBK.encode(c.encode_utf8(&mut text));
    matches!(bytes[..], [0xB0..=0xF7, 0xA1..=0xFE])
}
