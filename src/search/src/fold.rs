//! Which characters does a character count as? Tables laid out for reading texts fast.

use crate::tables::Tables;

/// Unit for "ignored"; NUL itself is ignored, so that it is free to mean this, and the end of a part.
pub(crate) const NONE: u16 = 0;
/// Unit for "not one unit: look it up"; U+FFFF is no character.
const LONG: u16 = 0xFFFF;

/// Folded text is UTF-16 of the characters that stand for their class.
pub(crate) struct Fold {
    pub tables: Tables,
    /// Of each character of the basic plane: its form, without and with variants.
    forms: Vec<u16>,
    classes: Vec<u16>,
}

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
        let mut forms: Vec<u16> = (0..0x1_0000).map(unit).collect();
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
        let mut variants: Vec<u16> = (0..=u16::MAX).collect();
        for (from, to) in &tables.variants {
            if let Some(slot) = variants.get_mut(*from as usize) {
                *slot = one_unit(*to);
            }
        }
        let classes = forms.iter().map(|form| variants[usize::from(*form)]).collect();
        Self { tables, forms, classes }
    }

    /// Calls `put` with every unit that `c` counts as.
    #[inline]
    pub fn each(&self, c: char, level: Level, mut put: impl FnMut(u16)) {
        let table = match level {
            Level::Form => &self.forms,
            Level::Class => &self.classes,
        };
        match table.get(c as usize) {
            Some(&NONE) => {}
            Some(&LONG) | None => self.long(c, level, &mut put),
            Some(&unit) => put(unit),
        }
    }

    /// The unit of a character that counts as itself and nothing else; `None` leaves the question open.
    #[inline]
    pub fn itself(&self, c: char) -> Option<u16> {
        let unit = u16::try_from(c as u32).ok()?;
        let class = self.classes[usize::from(unit)];
        (class == unit && unit != LONG && unit != NONE).then_some(unit)
    }

    /// Whether `c` counts as another character than its form: a variant of it.
    #[inline]
    pub fn alters(&self, c: char) -> bool {
        match (self.forms.get(c as usize), self.classes.get(c as usize)) {
            (Some(form), Some(class)) if *form != LONG && *class != LONG => form != class,
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
        variants.binary_search_by_key(&c, |(from, _)| *from).map_or(c, |at| variants[at].1)
    }
}

fn one_unit(c: char) -> u16 {
    u16::try_from(c as u32).unwrap_or(LONG)
}

/// White space, controls, and what has no width: joiners, marks of direction, selectors of variants.
pub(crate) fn is_ignored(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
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
