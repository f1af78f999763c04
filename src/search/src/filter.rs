//! Which documents does a filter leave? Papers, counties, sections, authors, kinds by name, days by range.

use crate::day::{Day, Days};
use crate::fold::{Fold, Level};
use crate::query::Filter;
use std::borrow::Cow;
use std::ops::Range;

/// What is known of a document besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    County,
    Section,
    /// What the page is called, and its number: `3`, `A3`.
    Page,
    Author,
    Kind,
    /// `2025年7月23日`, `7月23日` or `2025-07-23`.
    Date,
    /// The day on which it was printed, in the same form.
    Issue,
    Paper,
}

impl Attribute {
    pub const ALL: [Self; 8] = [
        Self::County,
        Self::Section,
        Self::Page,
        Self::Author,
        Self::Kind,
        Self::Date,
        Self::Issue,
        Self::Paper,
    ];
    /// Those that are days: asked for by range.
    pub(crate) const DAYS: [Self; 2] = [Self::Date, Self::Issue];

    /// The key that the query language has for it.
    pub fn key(self) -> &'static str {
        self.keys()[0]
    }

    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::County => &["县", "縣", "县区", "地区", "地區", "xian", "county"],
            Self::Section => &["栏", "欄", "栏目", "欄目", "栏头", "lan", "section"],
            Self::Page => &["版", "版面", "版次", "ban", "page"],
            Self::Author => &["作者", "记者", "記者", "署名", "zuozhe", "author"],
            Self::Kind => &["体裁", "體裁", "类型", "類型", "ticai", "kind"],
            Self::Date => &["日期", "时间", "時間", "riqi", "date"],
            Self::Issue => &["期", "刊期", "见报", "見報", "qi", "issue"],
            Self::Paper => &["报", "報", "报纸", "報紙", "bao", "paper"],
        }
    }

    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|attribute| attribute.keys().iter().any(|own| own.eq_ignore_ascii_case(key)))
    }
}

/// Borrowed where the text outlives the engine anyway.
pub type Value = (Attribute, Cow<'static, str>);

/// The attributes of all documents, each value once.
#[derive(Default)]
pub(crate) struct Attributes {
    /// In order of first document.
    values: Vec<Value>,
    /// What is counted under, in order of first document.
    pub names: Vec<Value>,
    /// The values of each document lie in `own` before its end.
    ends: Vec<u32>,
    own: Vec<u32>,
    /// For each of `own` what it counts under in facets, an index of `names`: itself, a date its month. Beside
    /// them, so that to count a hit is one step.
    counted: Vec<u32>,
}

type Way = fn(&[u16], &[u16]) -> bool;

/// How a value was meant, best first.
const WAYS: [Way; 3] = [
    |value, typed| value == typed,
    |value, typed| value.starts_with(typed),
    |value, typed| value.windows(typed.len().max(1)).any(|window| window == typed),
];

impl Attributes {
    pub fn new<I: IntoIterator<Item = Value>>(documents: Vec<I>) -> Self {
        let mut all = Self::default();
        let (mut values, mut names) = (Interner::default(), Interner::default());
        let mut facets = Vec::new();
        for document in documents {
            let first = all.own.len();
            for (attribute, value) in document {
                let value = values.number(&mut all.values, attribute, value);
                if value == facets.len() as u32 {
                    let value = &all.values[value as usize].1;
                    let month = Day::parse(value).filter(|_| Attribute::DAYS.contains(&attribute));
                    let name = month.map(Day::month).filter(|month| !month.is_empty());
                    let name = name.map_or_else(|| value.clone(), Cow::Owned);
                    facets.push(names.number(&mut all.names, attribute, name));
                }
                if !all.own[first..].contains(&value) {
                    all.own.push(value);
                    all.counted.push(facets[value as usize]);
                }
            }
            all.ends.push(all.own.len() as u32);
        }
        all
    }

    pub fn knows(&self, attribute: Attribute) -> bool {
        let known = |attribute| self.values.iter().any(|(own, _)| *own == attribute);
        let is_day = Attribute::DAYS.contains(&attribute);
        known(attribute)
            || attribute == Attribute::Page && known(Attribute::Section)
            || is_day && Attribute::DAYS.into_iter().any(known)
    }

    /// Every value of an attribute with the number of its documents, in order of first document.
    pub fn values(&self, attribute: Attribute) -> Vec<(&str, usize)> {
        self.count(attribute, self.own.iter())
    }

    /// Those that some of these documents have, with how many of them have it.
    pub fn values_among(
        &self,
        documents: impl Iterator<Item = usize>,
        attribute: Attribute,
    ) -> Vec<(&str, usize)> {
        let mut values = self.count(attribute, documents.flat_map(|document| self.of(document)));
        values.retain(|(_, documents)| *documents > 0);
        values
    }

    fn count<'a>(
        &'a self,
        attribute: Attribute,
        own: impl Iterator<Item = &'a u32>,
    ) -> Vec<(&'a str, usize)> {
        let mut counts = vec![0; self.values.len()];
        own.for_each(|value| counts[*value as usize] += 1);
        let values = self.values.iter().zip(counts);
        let own = values.filter(|((own, _), _)| *own == attribute);
        own.map(|((_, value), count)| (&**value, count)).collect()
    }

    /// For each document whether it passes. A name that begins like the typed one passes only where none is
    /// the typed one, one that contains it only where none begins so: 县:绛县 is not 新绛县.
    pub fn passing(&self, filter: &Filter, fold: &Fold) -> Vec<bool> {
        if Attribute::DAYS.contains(&filter.attribute) {
            return match Days::parse(&filter.value) {
                Some(days) => self.each(filter.attribute, |value| days.hold(value)),
                None => self.each(filter.attribute, |value| value.contains(&filter.value)),
            };
        }
        if let Some(number) = page_number(filter) {
            return self.each(Attribute::Page, |value| value.eq_ignore_ascii_case(&number));
        }
        let typed = fold.units(&filter.value, Level::Class);
        let folded = |value: &str| fold.units(value, Level::Class);
        for way in WAYS {
            let passing = self.each(filter.attribute, |value| way(&folded(value), &typed));
            if passing.contains(&true) {
                return passing;
            }
        }
        match filter.attribute {
            // Who asks for a page by what heads its articles means them.
            Attribute::Page => {
                self.passing(&Filter { attribute: Attribute::Section, ..filter.clone() }, fold)
            }
            _ => vec![false; self.ends.len()],
        }
    }

    fn each(&self, attribute: Attribute, passes: impl Fn(&str) -> bool) -> Vec<bool> {
        let passes = |(own, value): &Value| *own == attribute && passes(value);
        let passing: Vec<bool> = self.values.iter().map(passes).collect();
        let is_passing = |value: &u32| passing[*value as usize];
        (0..self.ends.len()).map(|document| self.of(document).iter().any(is_passing)).collect()
    }

    /// What a document counts under, as indices of `names`.
    pub fn facets(&self, document: usize) -> &[u32] {
        &self.counted[self.range(document)]
    }

    fn of(&self, document: usize) -> &[u32] {
        &self.own[self.range(document)]
    }

    fn range(&self, document: usize) -> Range<usize> {
        let Some(end) = self.ends.get(document) else { return 0..0 };
        let start = document.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..*end as usize
    }
}

/// The number that 第3版, 3版, 三版 or A3 is; 头版 is the first.
fn page_number(filter: &Filter) -> Option<String> {
    if filter.attribute != Attribute::Page {
        return None;
    }
    let value = filter.value.strip_prefix('第').unwrap_or(&filter.value);
    let value = value.strip_suffix('版').unwrap_or(value);
    if value == "头" {
        return Some("1".to_owned());
    }
    let chars: Vec<char> = value.chars().collect();
    let is_number = value.bytes().any(|byte| byte.is_ascii_digit());
    let plain = || value.trim_start_matches('0').to_owned();
    is_number.then(plain).or_else(|| crate::numeral::value(&chars))
}

/// Which values are known already? Numbers of values, at the place that their hash says or behind it.
#[derive(Default)]
struct Interner {
    slots: Vec<u32>,
    /// The last one of each attribute: what was printed together has one date, and one paper.
    last: [Option<u32>; Attribute::ALL.len()],
}

impl Interner {
    const FREE: u32 = u32::MAX;

    /// The index of a value in `all`, where it is put if it is new.
    fn number(
        &mut self,
        all: &mut Vec<Value>,
        attribute: Attribute,
        value: Cow<'static, str>,
    ) -> u32 {
        let last = self.last[attribute as usize];
        if let Some(at) = last.filter(|at| all[*at as usize].1 == value) {
            return at;
        }
        if self.slots.len() <= all.len() * 2 {
            self.slots = vec![Self::FREE; (all.len() * 4).next_power_of_two().max(64)];
            for (at, (_, value)) in all.iter().enumerate() {
                let slot = self.slot(value, |_| false);
                self.slots[slot] = at as u32;
            }
        }
        let slot = self.slot(&value, |at| {
            let (own, text) = &all[at as usize];
            *own == attribute && *text == value
        });
        if self.slots[slot] == Self::FREE {
            self.slots[slot] = all.len() as u32;
            all.push((attribute, value));
        }
        self.last[attribute as usize] = Some(self.slots[slot]);
        self.slots[slot]
    }

    /// The first slot from where the hash of `value` points that is free or holds what `is_it` accepts.
    fn slot(&self, value: &str, is_it: impl Fn(u32) -> bool) -> usize {
        // FNV-1a
        let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let mut slot = value.bytes().fold(0x811C_9DC5, step) as usize;
        loop {
            slot &= self.slots.len() - 1;
            if self.slots[slot] == Self::FREE || is_it(self.slots[slot]) {
                return slot;
            }
            slot += 1;
        }
    }
}
