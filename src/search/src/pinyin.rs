//! Which texts sound like these letters? Syllables in full, their initials, or both, mixed with Han.

use crate::find::Row;
use crate::pattern::{Element, Pattern, Set};
use std::ops::Range;
use std::rc::Rc;

/// The readings of the characters of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sounds {
    /// In ascending order, ü as v, without tones.
    pub syllables: Vec<String>,
    /// By syllable, then by unit.
    pub readings: Vec<Reading>,
}

/// One way to read a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Reading {
    pub unit: u16,
    /// Index of the syllable.
    pub syllable: u16,
    /// How rare it is among the readings of the character, from 0, an index of [`WORTHS`].
    pub rarity: u8,
}

/// What a reading counts by its rarity: 落 is hardly ever read lao, and then 落实 is not what laoshi means.
pub(crate) const WORTHS: [f32; 4] = [1.0, 0.3, 0.05, 0.004];

/// A character is typed for another by one of its usual readings, and the other is meant in any that it has in
/// words: 参 is read shen in 丹参.
const USUAL: u8 = 1;
const KNOWN: u8 = 2;

/// How letters were taken for sounds, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spelling {
    /// xinjiang
    Full,
    /// xinji: the last syllable is not finished.
    Unfinished,
    /// xj
    Initials,
    /// xinju: some in full, some by their initial; or by zh, ch, sh, which mostly are two initials.
    Mixed,
}

impl Spelling {
    /// Tried one group after the other, until one finds something: deg may be de g… or three initials.
    pub const GROUPS: [&[Self]; 3] =
        [&[Self::Full], &[Self::Unfinished, Self::Initials], &[Self::Mixed]];
}

/// Longer runs of letters are no pinyin that anyone typed to find something.
const MAX_LETTERS: usize = 64;
/// Characters of a term that may sound like something.
const MAX_TERM: usize = 128;
/// Ways to cut one term into sounds that are followed.
const MAX_CUTS: usize = 48;
/// Vowels with tone marks, by the letter that they count as.
const TONES: [(char, &str); 6] =
    [('a', "āáǎà"), ('e', "ēéěè"), ('i', "īíǐì"), ('o', "ōóǒò"), ('u', "ūúǔù"), ('v', "üǖǘǚǜ")];

/// A piece of a term that is cut into sounds.
#[derive(Clone)]
struct Cut {
    elements: Vec<Element>,
    spelling: Option<Spelling>,
}

impl Sounds {
    /// The patterns of one spelling that a term of folded forms stands for. `fold` gives the units of what is
    /// no letter.
    pub fn patterns(
        &self,
        term: &[char],
        spelling: Spelling,
        row: &Row,
        fold: &dyn Fn(char) -> Vec<u16>,
    ) -> Vec<Pattern> {
        let mut cuts = vec![Cut { elements: Vec::new(), spelling: None }];
        if term.len() > MAX_TERM {
            return Vec::new();
        }
        let mut rest = 0;
        let mut sets = Sets::new();
        while rest < term.len() {
            let letters = self.letters(&term[rest..]);
            if letters.is_empty() {
                let units = fold(term[rest]);
                for cut in &mut cuts {
                    cut.elements.extend(units.iter().map(|unit| Element::Unit(*unit)));
                }
                rest += 1;
                continue;
            }
            rest += letters.len();
            let alone = letters.len() == term.len();
            let sounds = self.cut(&letters, spelling, rest == term.len(), alone, row, &mut sets);
            let joined = cuts.iter().flat_map(|cut| sounds.iter().map(|more| cut.with(more)));
            cuts = joined.take(MAX_CUTS).collect();
        }
        let whole = cuts.into_iter().filter(|cut| cut.spelling == Some(spelling));
        let whole = whole.filter(|cut| !cut.elements.is_empty());
        whole.map(|cut| Pattern::of(cut.elements)).collect()
    }

    /// The ways to take letters for sounds, at best and at worst as `spelling` says.
    fn cut(
        &self,
        letters: &[u8],
        spelling: Spelling,
        last: bool,
        alone: bool,
        row: &Row,
        sets: &mut Sets,
    ) -> Vec<Cut> {
        let mut cuts = Vec::new();
        let sounding = letters.iter().filter(|letter| **letter != b'\'').count();
        if letters.len() <= MAX_LETTERS && !(alone && sounding < 2) {
            let mut search = Search {
                sounds: self,
                letters,
                spelling,
                last,
                alone,
                row,
                path: Vec::new(),
                cuts: &mut cuts,
                sets,
                steps: 0,
            };
            search.from(0);
        }
        cuts
    }

    /// The letters that a text begins with. The number of a tone (xin1jiang4) parts syllables and says no more.
    pub fn letters(&self, text: &[char]) -> Vec<u8> {
        let mut letters: Vec<u8> = Vec::new();
        for (at, c) in text.iter().enumerate() {
            let is_number = || text.get(at + 1).is_some_and(char::is_ascii_digit);
            match letter(*c) {
                Some(letter) => letters.push(letter),
                None if matches!(c, '1'..='5') && !is_number() && self.end(&letters) => {
                    letters.push(b'\'');
                }
                None => break,
            }
        }
        letters
    }

    /// Whether a whole syllable ends `letters`.
    fn end(&self, letters: &[u8]) -> bool {
        let longest = letters.len().min(LONGEST);
        (1..=longest).any(|length| !self.range(&letters[letters.len() - length..], true).is_empty())
    }

    /// Whether a syllable begins with `letters`, or is no more than they.
    pub fn opens(&self, letters: &[u8]) -> bool {
        !self.range(letters.strip_suffix(b"'").unwrap_or(letters), false).is_empty()
    }

    /// The syllables that begin with `letters`, or are no more than they.
    fn range(&self, letters: &[u8], whole: bool) -> Range<usize> {
        let start = self.syllables.partition_point(|own| own.as_bytes() < letters);
        let more = self.syllables[start..].iter();
        let fits = |own: &&String| match whole {
            true => own.as_bytes() == letters,
            false => own.as_bytes().starts_with(letters),
        };
        start..start + more.take_while(fits).count()
    }

    /// Whether a text of these units is read as beginning with `letters`, each character in full, by its
    /// initial, or, the last one, unfinished.
    pub fn begins(&self, units: &[u16], letters: &[u8]) -> bool {
        match letters {
            [] => return true,
            [b'\'', rest @ ..] => return self.begins(units, rest),
            _ => {}
        }
        let Some((unit, rest)) = units.split_first() else { return false };
        let own = self.readings.iter().filter(|own| own.unit == *unit);
        let syllables = own.map(|own| self.syllables[usize::from(own.syllable)].as_bytes());
        for syllable in syllables {
            if syllable.starts_with(letters)
                || letters.starts_with(syllable) && self.begins(rest, &letters[syllable.len()..])
                || letters.starts_with(&syllable[..1]) && self.begins(rest, &letters[1..])
            {
                return true;
            }
        }
        false
    }

    /// Whether `letters` are the readings of these units in a row, each in full, but for so many slips as `slips`: one or
    /// none.
    pub fn spell(&self, units: &[u16], letters: &[u8], slips: usize) -> bool {
        if let [b'\'', rest @ ..] = letters {
            return self.spell(units, rest, slips);
        }
        let Some((unit, rest)) = units.split_first() else { return letters.len() <= slips };
        let own = self.readings.iter().filter(|own| own.unit == *unit);
        let mut syllables = own.map(|own| self.syllables[usize::from(own.syllable)].as_bytes());
        syllables.any(|own| {
            let lengths = own.len().saturating_sub(slips)..=(own.len() + slips).min(letters.len());
            lengths.into_iter().any(|length| {
                let (typed, more) = letters.split_at(length);
                let left = slips.checked_sub(slips_between(own, typed));
                left.is_some_and(|left| self.spell(rest, more, left))
            })
        })
    }

    /// The units that one may be typed for because they are read alike; itself too, where it is read.
    pub fn like(&self, unit: u16) -> Vec<u16> {
        let typed = self.readings.iter().filter(|own| own.unit == unit && own.rarity <= USUAL);
        let meant = |typed: &Reading| {
            let syllable = typed.syllable;
            self.readings.iter().filter(move |own| own.syllable == syllable && own.rarity <= KNOWN)
        };
        typed.flat_map(meant).map(|own| own.unit).collect()
    }

    fn set(&self, syllables: Range<usize>) -> Set {
        let at = |syllable: usize| {
            self.readings.partition_point(|own| usize::from(own.syllable) < syllable)
        };
        let readings = &self.readings[at(syllables.start)..at(syllables.end)];
        let member = |own: &Reading| (own.unit, WORTHS[usize::from(own.rarity)]);
        Set::of(&readings.iter().map(member).collect::<Vec<_>>())
    }
}

impl Cut {
    /// Both, with the lesser of the two spellings.
    fn with(&self, more: &Self) -> Self {
        let mut elements = self.elements.clone();
        elements.extend_from_slice(&more.elements);
        Self { elements, spelling: self.spelling.max(more.spelling) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    Full,
    Unfinished,
    Initial,
    /// zh, ch, sh
    LongInitial,
}

/// The sets of units of ranges of syllables, made once for a query.
type Sets = Vec<(Range<usize>, Rc<Set>)>;

/// All ways through the letters.
struct Search<'a> {
    sounds: &'a Sounds,
    letters: &'a [u8],
    spelling: Spelling,
    last: bool,
    /// Whether the letters are all of the term.
    alone: bool,
    row: &'a Row,
    path: Vec<(Sound, Range<usize>)>,
    cuts: &'a mut Vec<Cut>,
    sets: &'a mut Sets,
    steps: usize,
}

/// The longest syllable is zhuang.
const LONGEST: usize = 6;
const MAX_STEPS: usize = 5_000;

impl Search<'_> {
    fn from(&mut self, at: usize) {
        self.steps += 1;
        if self.cuts.len() >= MAX_CUTS || self.steps > MAX_STEPS {
            return;
        }
        let rest = &self.letters[at..];
        if rest.is_empty() {
            return self.arrive();
        }
        if rest[0] == b'\'' {
            return self.from(at + 1);
        }
        let length = rest.iter().take(LONGEST).take_while(|letter| **letter != b'\'').count();
        for length in (1..=length).rev() {
            let letters = &rest[..length];
            if self.spelling != Spelling::Initials {
                self.step(at + length, Sound::Full, self.sounds.range(letters, true));
                // Too many characters begin with zh to be looked for: who types no more means two initials.
                let is_open = self.alone && length == self.letters.len() && is_initial(letters);
                let ends = self.last && length == rest.len() && !is_open;
                if self.spelling == Spelling::Unfinished && ends {
                    self.step(at + length, Sound::Unfinished, self.sounds.range(letters, false));
                }
            }
            if matches!(self.spelling, Spelling::Initials | Spelling::Mixed) && is_initial(letters)
            {
                let sound = if length == 1 { Sound::Initial } else { Sound::LongInitial };
                self.step(at + length, sound, self.sounds.range(letters, false));
            }
        }
    }

    fn step(&mut self, to: usize, sound: Sound, syllables: Range<usize>) {
        if !syllables.is_empty() {
            self.path.push((sound, syllables));
            self.from(to);
            self.path.pop();
        }
    }

    fn arrive(&mut self) {
        let holds = |sound| self.path.iter().any(|(own, _)| *own == sound);
        let spelling = match (holds(Sound::Full), holds(Sound::Unfinished), holds(Sound::Initial)) {
            _ if holds(Sound::LongInitial) => Spelling::Mixed,
            (_, true, _) => Spelling::Unfinished,
            (true, _, true) => Spelling::Mixed,
            (false, _, true) => Spelling::Initials,
            _ => Spelling::Full,
        };
        if spelling > self.spelling {
            return;
        }
        let mut elements: Vec<Element> = Vec::with_capacity(self.path.len());
        for (_, syllables) in &self.path {
            let known = self.sets.iter().position(|(own, _)| own == syllables);
            let at = known.unwrap_or_else(|| {
                let set = Rc::new(self.sounds.set(syllables.clone()));
                self.sets.push((syllables.clone(), set));
                self.sets.len() - 1
            });
            elements.push(Element::Any(Rc::clone(&self.sets[at].1)));
        }
        // A syllable of these tables may have left the text since they were made.
        if elements.iter().all(|element| self.row.count(element) > 0) {
            self.cuts.push(Cut { elements, spelling: Some(spelling) });
        }
    }
}

/// None, one (a letter that is another, missing, too many, or changed places with the next), or more than one, as 2.
fn slips_between(a: &[u8], b: &[u8]) -> usize {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - tail], &b[..b.len() - tail]) {
        ([], []) => 0,
        ([] | [_], [] | [_]) => 1,
        ([a, b], [c, d]) if a == d && b == c => 1,
        _ => 2,
    }
}

fn is_initial(letters: &[u8]) -> bool {
    match letters {
        [letter] => letter.is_ascii_alphabetic() && !b"iuv".contains(letter),
        [b'z' | b'c' | b's', b'h'] => true,
        _ => false,
    }
}

/// The letter that a character counts as in pinyin; the apostrophe parts syllables.
pub(crate) fn letter(c: char) -> Option<u8> {
    match c {
        'a'..='z' | '\'' => Some(c as u8),
        // As phone keyboards for Chinese type them.
        'ａ'..='ｚ' => Some(b'a' + (c as u32 - 'ａ' as u32) as u8),
        _ => TONES.iter().find(|(_, marked)| marked.contains(c)).map(|(plain, _)| *plain as u8),
    }
}
