//! Which word looks like a misread place name? One look-alike character away from a name of the same county.

use crate::charset::CharSet;
use crate::fold::fold_text;
use crate::forms::{is_township, village};
use crate::gazetteer::{Gazetteer, TOWNSHIP_DIGITS, gazetteer};
use crate::lookalike::look_alike;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A word that may be a misread name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// Its first place in the text, in characters.
    pub start: usize,
    pub end: usize,
    /// What it may have been meant to read.
    pub name: String,
    /// The gazetteer's unit that has the name.
    pub unit: &'static str,
}

/// A name without 村 or 社区 counts where the word is said so often …
const TIMES: usize = 2;

/// … and a name with its class from so many characters, said once: 楚侯乡.
const SHORTEST_FULL: usize = 3;

struct Name {
    chars: Vec<char>,
    /// With its class: 楚侯乡, 高头村.
    full: bool,
    unit: &'static str,
}

/// The suspects of a folded text about one county. `is_word` knows words of the language, `breaks_at` whether
/// a word ends before a character of a text.
pub fn suspects(
    text: &[char],
    county: u64,
    is_word: &dyn Fn(&[char]) -> bool,
    breaks_at: &dyn Fn(&[char], usize) -> bool,
) -> Vec<Suspect> {
    let own = county_names(county);
    let CountyNames { names, known, anchors, any } = &*own;
    let mut seen: FxHashMap<(&[char], usize), Vec<usize>> = FxHashMap::default();
    for (here, c) in text.iter().enumerate().filter(|(_, c)| any.may_have(**c)) {
        for (index, at) in anchors.get(c).into_iter().flatten() {
            let name = &names[*index];
            let Some(start) = here.checked_sub(*at) else { continue };
            let Some(word) = text.get(start..start + name.chars.len()) else { continue };
            if is_one_off(word, &name.chars) && !known.contains(word) {
                let places = seen.entry((word, *index)).or_default();
                if places.last() != Some(&start) {
                    places.push(start);
                }
            }
        }
    }
    let mut found: Vec<Suspect> = Vec::new();
    for ((word, index), places) in seen {
        let name = &names[index];
        let enough = name.full
            || places.len() >= TIMES
                && places.iter().any(|at| stands_alone(text, *at, word.len(), breaks_at));
        if enough && !is_word(word) && !crate::names::is_name(word) {
            let start = places[0];
            let name = Name { chars: name.chars.clone(), ..*name };
            found.push(Suspect {
                start,
                end: start + word.len(),
                name: name.chars.iter().collect(),
                unit: name.unit,
            });
        }
    }
    found.sort_by(|a, b| (a.start, a.end, &a.name).cmp(&(b.start, b.end, &b.name)));
    // Where several names fit, nobody knows which was meant.
    let several: Vec<(usize, usize)> = found
        .chunk_by(|a, b| (a.start, a.end) == (b.start, b.end))
        .filter(|same| same.len() > 1)
        .map(|same| (same[0].start, same[0].end))
        .collect();
    found.retain(|suspect| !several.contains(&(suspect.start, suspect.end)));
    found
}

/// The names of one county, by the characters that anchor them.
struct CountyNames {
    names: Vec<Name>,
    known: FxHashSet<Vec<char>>,
    /// For a character the names that have it, and where.
    anchors: FxHashMap<char, Vec<(usize, usize)>>,
    /// The characters that anchor any.
    any: CharSet,
}

/// Built once for each county and kept.
fn county_names(county: u64) -> Arc<CountyNames> {
    static BUILT: Mutex<BTreeMap<u64, Arc<CountyNames>>> = Mutex::new(BTreeMap::new());
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(built.entry(county).or_insert_with(|| Arc::new(CountyNames::of(names(county)))))
}

impl CountyNames {
    fn of(names: Vec<Name>) -> Self {
        let known = names.iter().map(|name| name.chars.clone()).collect();
        let mut anchors: FxHashMap<char, Vec<(usize, usize)>> = FxHashMap::default();
        for (index, name) in names.iter().enumerate() {
            for (at, c) in name.chars.iter().enumerate() {
                // 村 and 镇 stand everywhere and anchor nothing.
                let is_class = name.full && at + 1 == name.chars.len();
                if !is_class {
                    anchors.entry(*c).or_default().push((index, at));
                }
            }
        }
        let any = CharSet::of(anchors.keys().copied());
        Self { names, known, anchors, any }
    }
}

fn names(county: u64) -> Vec<Name> {
    let all = gazetteer();
    let mut names = Vec::new();
    let mut put = |name: &str, full: bool, unit: &'static str| {
        let chars = fold_text(name);
        let fits = if full { chars.len() >= SHORTEST_FULL } else { chars.len() == 2 };
        if fits && !names.iter().any(|known: &Name| known.chars == chars) {
            names.push(Name { chars, full, unit });
        }
    };
    for unit in Gazetteer::below(&all.townships, county, TOWNSHIP_DIGITS) {
        if is_township(unit.name) && unit.name.chars().count() <= 4 {
            put(unit.name, true, unit.name);
        }
    }
    for unit in all.villages_of(county) {
        for form in village(unit.name).into_iter().take(1) {
            put(&form, form.ends_with('村'), unit.name);
            if let Some(core) = form.strip_suffix("社区") {
                put(core, false, unit.name);
            }
        }
    }
    names
}

/// Exactly one character differs, and looks like the name's.
fn is_one_off(word: &[char], name: &[char]) -> bool {
    let mut differ = word.iter().zip(name).filter(|(a, b)| a != b);
    match (differ.next(), differ.next()) {
        (Some((a, b)), None) => look_alike(*a, *b),
        _ => false,
    }
}

/// No word reaches over its edges: 解冻水管 says nothing of a 冻水.
fn stands_alone(
    text: &[char],
    start: usize,
    length: usize,
    breaks_at: &dyn Fn(&[char], usize) -> bool,
) -> bool {
    const AROUND: usize = 4;
    let from = start.saturating_sub(AROUND);
    let near = &text[from..(start + length + AROUND).min(text.len())];
    breaks_at(near, start - from) && breaks_at(near, start - from + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        let text = fold_text(text);
        let is_word = |_: &[char]| false;
        let breaks = |text: &[char], at: usize| {
            let around: String =
                text[at.saturating_sub(1)..(at + 1).min(text.len())].iter().collect();
            !matches!(around.as_str(), "解冻" | "水管")
        };
        let said =
            |suspect: Suspect| (text[suspect.start..suspect.end].iter().collect(), suspect.name);
        suspects(&text, 140821, &is_word, &breaks).into_iter().map(said).collect()
    }

    #[test]
    fn a_misread_name_of_the_county_is_suspected() {
        let pair = ("冻水".to_owned(), "涑水".to_owned());
        assert_eq!(found("“冻水烟火”升腾,从冻水河畔"), [pair]);
        assert_eq!(found("楚候乡党委"), [("楚候乡".to_owned(), "楚侯乡".to_owned())]);
    }

    #[test]
    fn what_is_no_misreading_is_left_alone() {
        assert_eq!(found("解冻水管,又解冻水管"), []);
        assert_eq!(found("冻水一次"), []);
        assert_eq!(found("楚侯乡,涑水社区,涑水"), []);
    }
}
