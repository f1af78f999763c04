//! Which characters does a character count as? Tables laid out for reading texts fast.

use crate::tables::Tables;
use std::ops::Range;

/// Unit for "ignored"; NUL itself is ignored, so that it is free to mean this, and the end of a part.
pub(crate) const NONE: u16 = 0;
/// Unit for "not one unit: look it up"; U+FFFF is no character.
const LONG: u16 = 0xFFFF;

/// What letters with accents are without, from À on and from Ǎ on; . where there is none. They have no entries in
/// the tables.
const PLAIN: [(u16, &[u8]); 2] = [
    (
        0xC0,
        b"aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y\
          aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll.\
          ...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.",
    ),
    (0x1CD, b"aaiioouuuuuuuuuu"),
];

/// Han and Hangul among others: each is itself where no table says otherwise. To ask that of each one by one was a
/// quarter of what it takes to be ready.
const ITSELF: Range<u32> = 0x3001..0xD800;

/// Folded text is UTF-16 of the characters that stand for their class.
pub(crate) struct Fold {
    pub tables: Tables,
    /// Of each character of the basic plane: its form, without and with variants.
    forms: Vec<u16>,
    classes: Vec<Class>,
}

/// The unit that a character counts as, with [`ALTERED`] and [`SPECIAL`].
pub(crate) type Class = u32;
/// The character is a variant: its class is not its form.
pub(crate) const ALTERED: Class = 1 << 16;
/// The character is ignored, or of more units than one.
pub(crate) const SPECIAL: Class = 1 << 17;

/// The folded units of one character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// Width, case, punctuation and compatibility folded.
    Form,
    /// Variants as well.
    Class,
}

impl Fold {
    pub fn new(tables: Tables) -> Self {
        let unit = |c: u32| match char::from_u32(c) {
            Some(c) if is_ignored(c) => NONE,
            Some(c) => c.to_ascii_lowercase() as u16,
            None => NONE,
        };
        let mut forms: Vec<u16> = (0..=u16::MAX).collect();
        let mut variants = forms.clone();
        for c in (0..ITSELF.start).chain(ITSELF.end..0x1_0000) {
            forms[c as usize] = unit(c);
            variants[c as usize] = plain(c as u16);
        }
        forms[usize::from(LONG)] = LONG;
        for (from, to) in &tables.forms {
            if let Some(slot) = forms.get_mut(*from as usize) {
                *slot = match to.as_slice() {
                    [] => NONE,
                    [to] => one_unit(*to),
                    _ => LONG,
                };
            }
        }
        for (from, to) in &tables.variants {
            if let Some(slot) = variants.get_mut(*from as usize) {
                *slot = one_unit(*to);
            }
        }
        let class = |form: &u16| {
            let class = variants[usize::from(*form)];
            let special = if class == NONE || class == LONG { SPECIAL } else { 0 };
            let altered = if class == *form { 0 } else { ALTERED };
            Class::from(class) | altered | special
        };
        let classes = forms.iter().map(class).collect();
        Self { tables, forms, classes }
    }

    #[inline]
    pub fn class(&self, unit: u16) -> Class {
        self.classes[usize::from(unit)]
    }

    /// Calls `put` with every unit that `c` counts as.
    #[inline]
    pub fn each(&self, c: char, level: Level, mut put: impl FnMut(u16)) {
        let unit = match level {
            Level::Form => self.forms.get(c as usize).copied(),
            Level::Class => self.classes.get(c as usize).map(|class| *class as u16),
        };
        match unit {
            Some(NONE) => {}
            Some(LONG) | None => self.long(c, level, &mut put),
            Some(unit) => put(unit),
        }
    }

    /// Whether `c` counts as another character than its form: a variant of it.
    #[inline]
    pub fn alters(&self, c: char) -> bool {
        match self.classes.get(c as usize) {
            Some(class) if class & SPECIAL == 0 => class & ALTERED != 0,
            _ => {
                let (mut form, mut class) = (Vec::new(), Vec::new());
                self.each(c, Level::Form, |unit| form.push(unit));
                self.each(c, Level::Class, |unit| class.push(unit));
                form != class
            }
        }
    }

    /// Whether nothing is left of a text.
    pub fn is_nothing(&self, text: &str) -> bool {
        let mut is_nothing = true;
        text.chars().for_each(|c| self.each(c, Level::Class, |_| is_nothing = false));
        is_nothing
    }

    /// All units of a text.
    pub fn units(&self, text: &str, level: Level) -> Vec<u16> {
        let mut units = Vec::with_capacity(text.len() / 2);
        text.chars().for_each(|c| self.each(c, level, |unit| units.push(unit)));
        units
    }

    fn long(&self, c: char, level: Level, put: &mut dyn FnMut(u16)) {
        let forms = &self.tables.forms;
        let own = [c];
        let form = match forms.binary_search_by_key(&c, |(from, _)| *from) {
            Ok(at) => forms[at].1.as_slice(),
            Err(_) if is_ignored(c) => &[],
            Err(_) => &own,
        };
        for c in form {
            let c = match level {
                Level::Form => *c,
                Level::Class => self.stands(*c),
            };
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| put(*unit));
        }
    }

    fn stands(&self, c: char) -> char {
        let variants = &self.tables.variants;
        match variants.binary_search_by_key(&c, |(from, _)| *from) {
            Ok(at) => variants[at].1,
            Err(_) => u16::try_from(c as u32)
                .ok()
                .map(plain)
                .and_then(|c| char::from_u32(c.into()))
                .unwrap_or(c),
        }
    }
}

/// The letter without its accent.
fn plain(unit: u16) -> u16 {
    let of =
        |(first, plain): (u16, &[u8])| plain.get(usize::from(unit.checked_sub(first)?)).copied();
    match PLAIN.into_iter().find_map(of) {
        None | Some(b'.') => unit,
        Some(plain) => plain.into(),
    }
}

fn one_unit(c: char) -> u16 {
    u16::try_from(c as u32).unwrap_or(LONG)
}

/// White space, controls, and what has no width: accents behind their letter, joiners, marks of direction,
/// selectors of variants.
pub(crate) fn is_ignored(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_tables_case_and_space_still_fold() {
        let fold = Fold::new(Tables::default());
        let units: Vec<u16> = "a版\u{20000}b".encode_utf16().collect();
        assert_eq!(fold.units("A 版\u{3000}\u{20000}\0B\u{FFFF}", Level::Class), units);
    }

    #[test]
    fn what_is_not_asked_for_is_itself() {
        for c in ITSELF.filter_map(char::from_u32) {
            let unit = c as u16;
            assert!(!is_ignored(c) && c.to_ascii_lowercase() == c && plain(unit) == unit, "{c}");
        }
        let fold = Fold::new(Tables::default());
        let text: String = ITSELF.filter_map(char::from_u32).collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        assert!([Level::Form, Level::Class].iter().all(|level| fold.units(&text, *level) == units));
    }

    #[test]
    fn a_letter_is_itself_with_its_accent_or_without() {
        let fold = Fold::new(Tables::default());
        let plain: Vec<u16> = "cafe ahnguiz".encode_utf16().filter(|unit| *unit != 32).collect();
        for text in ["café ähngǔìž", "CAFE\u{301} ÄHNGǓÌŽ", "cafe A\u{308}hngu\u{30C}iz"] {
            assert_eq!(fold.units(text, Level::Class), plain, "{text}");
        }
        let own: Vec<u16> = "øßæ×".encode_utf16().collect();
        assert_eq!(fold.units("øßæ×", Level::Class), own);
    }

    #[test]
    fn a_form_of_several_characters_folds_each_of_them() {
        let tables = Tables {
            forms: vec![('㎡', vec!['m', '2']), ('～', vec!['~'])],
            variants: vec![('m', '米'), ('里', '\u{20001}')],
            ..Tables::default()
        };
        let fold = Fold::new(tables);
        let text = |level| String::from_utf16_lossy(&fold.units("㎡～里m", level));
        assert_eq!(text(Level::Form), "m2~里m");
        assert_eq!(text(Level::Class), "米2~\u{20001}米");
    }
}
