//! What do characters look like? Their strokes, and groups that are known to be mistaken for one another.

use super::build::single;
use crate::lookalike::{Shapes, are_near};
use encoding_rs::GBK;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const STROKES: &str = include_str!("../../data/stroke.txt");
const GROUPS: [&str; 2] =
    [include_str!("../../data/same_stroke.txt"), include_str!("../../data/misread.txt")];

/// A character with its strokes, and how common it is.
struct Drawn {
    c: char,
    strokes: &'static str,
    usage: Usage,
}

/// The two levels of GB 2312, and what it has not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Usage {
    Common,
    Less,
    Rare,
}

/// In ascending order.
static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let drawn = |line: &'static str| {
        let (c, strokes) = line.split_once('\t')?;
        let (c, strokes) = (single(c)?, strokes.trim());
        let is_drawn = strokes.bytes().all(|stroke| b"hspnz".contains(&stroke));
        is_drawn.then_some(Drawn { c, strokes, usage: usage(c) })
    };
    let mut all: Vec<Drawn> = STROKES.lines().filter_map(drawn).collect();
    all.sort_by_key(|drawn| drawn.c);
    all.dedup_by_key(|drawn| drawn.c);
    all
});

impl Shapes {
    /// Strokes of the characters of a text, of those that people often type, of less common ones that look like
    /// one of the text; and the groups that hold a character of the text. Characters that fold to another are
    /// never met: what is known of them goes to the one that stands for them.
    pub(super) fn of(text: &BTreeSet<char>, stands: &BTreeMap<char, char>) -> Self {
        let unit = |c: char| u16::try_from(c as u32).ok();
        let class = |c: char| stands.get(&c).copied().unwrap_or(c);
        let groups = GROUPS.iter().flat_map(|groups| groups.lines());
        let groups = groups.map(|line| line.split('\t').filter_map(single).map(class));
        let groups: Vec<BTreeSet<char>> = groups.map(BTreeSet::from_iter).collect();
        let groups = groups.into_iter().filter(|group| group.intersection(text).next().is_some());
        let groups: Vec<BTreeSet<char>> = groups.collect();
        let known: BTreeSet<char> = groups.iter().flatten().copied().collect();
        let own: Vec<&[u8]> = DRAWN
            .iter()
            .filter(|own| text.contains(&own.c))
            .map(|own| own.strokes.as_bytes())
            .collect();
        let is_like_one = |strokes: &[u8]| own.iter().any(|own| are_near(strokes, own));
        let needed = DRAWN.iter().filter(|drawn| match drawn.usage {
            _ if stands.contains_key(&drawn.c) => false,
            _ if text.contains(&drawn.c) => true,
            Usage::Common => true,
            _ if known.contains(&drawn.c) => true,
            Usage::Less => is_like_one(drawn.strokes.as_bytes()),
            Usage::Rare => false,
        });
        let mut strokes: BTreeMap<u16, &str> = BTreeMap::new();
        // Of a few nothing is known but their groups.
        strokes.extend(known.iter().filter_map(|c| Some((unit(*c)?, ""))));
        strokes.extend(needed.filter_map(|drawn| Some((unit(drawn.c)?, drawn.strokes))));
        let (mut ends, mut ink) = (Vec::with_capacity(strokes.len()), Vec::new());
        for (unit, strokes) in strokes {
            ink.extend_from_slice(strokes.as_bytes());
            ends.push((unit, ink.len() as u32));
        }
        let groups = groups.into_iter().map(|group| group.into_iter().filter_map(unit).collect());
        Self { groups: largest(groups.collect()), ends, ink }
    }
}

/// The groups without those that another one holds, in ascending order.
fn largest(mut groups: Vec<BTreeSet<u16>>) -> Vec<Vec<u16>> {
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    let mut kept: Vec<BTreeSet<u16>> = Vec::new();
    for group in groups {
        if group.len() > 1 && !kept.iter().any(|larger| group.is_subset(larger)) {
            kept.push(group);
        }
    }
    kept.sort();
    kept.into_iter().map(Vec::from_iter).collect()
}

/// The characters of the first level of GB 2312, in ascending order.
pub(super) fn common() -> impl Iterator<Item = char> {
    DRAWN.iter().filter(|drawn| drawn.usage == Usage::Common).map(|drawn| drawn.c)
}

fn usage(c: char) -> Usage {
    let mut text = [0; 4];
    let (bytes, _, _) = GBK.encode(c.encode_utf8(&mut text));
    match bytes[..] {
        [0xB0..=0xD7, 0xA1..=0xFE] => Usage::Common,
        [0xD8..=0xF7, 0xA1..=0xFE] => Usage::Less,
        _ => Usage::Rare,
    }
}
