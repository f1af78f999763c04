//! How do tables become bytes and bytes tables? Numbers of seven bits a byte, runs of characters in a row.

use super::{FORMAT_VERSION, MAGIC, Tables, TablesError};
use crate::lookalike::Shapes;
use crate::order;
use crate::pinyin::{Reading, Sounds, WORTHS};
use crate::words::Words;

/// The longest compatibility form of Unicode (U+FDFA) has 18 characters.
const LONGEST_FORM: usize = 18;

impl Tables {
    /// Reads what `for_text` wrote, to the last byte.
    pub fn decode(bytes: &[u8]) -> Result<Self, TablesError> {
        let rest = bytes.strip_prefix(&MAGIC).ok_or(TablesError::NotTables)?;
        let (version, rest) = rest.split_first_chunk().ok_or(TablesError::Damaged)?;
        let found = u16::from_le_bytes(*version);
        if found != FORMAT_VERSION {
            return Err(TablesError::WrongVersion { found });
        }
        let mut reader = Reader { rest };
        let tables = reader.tables().ok_or(TablesError::Damaged)?;
        match reader.rest.len() {
            0 => Ok(tables),
            count => Err(TablesError::Trailing { count }),
        }
    }

    /// The bytes that [`Tables::decode`] reads.
    #[cfg(feature = "build")]
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut writer = Writer { bytes: MAGIC.to_vec() };
        writer.bytes.extend(FORMAT_VERSION.to_le_bytes());
        let (single, long): (Vec<_>, Vec<_>) = self.forms.iter().partition(|(_, to)| to.len() == 1);
        let single: Vec<_> = single.iter().map(|(from, to)| (*from, to[0])).collect();
        writer.pairs(&single);
        writer.number(long.len() as u32);
        let mut last = 0;
        for (from, to) in long {
            writer.number(*from as u32 - last);
            last = *from as u32;
            writer.number(to.len() as u32);
            to.iter().for_each(|c| writer.number(*c as u32));
        }
        writer.pairs(&self.variants);
        writer.sounds(&self.sounds);
        writer.words(&self.words);
        writer.shapes(&self.shapes);
        writer.bytes
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn tables(&mut self) -> Option<Tables> {
        let single = self.pairs()?;
        let mut forms: Vec<_> = single.into_iter().map(|(from, to)| (from, vec![to])).collect();
        let mut last = 0;
        for _ in 0..self.number()? {
            last = u32::checked_add(last, self.number()?)?;
            let length = self.number()? as usize;
            if length > LONGEST_FORM {
                return None;
            }
            let to: Option<Vec<char>> =
                (0..length).map(|_| char::from_u32(self.number()?)).collect();
            forms.push((char::from_u32(last)?, to?));
        }
        let forms = order::by_key(&forms, |(from, _)| *from as u32);
        let variants = self.pairs()?;
        let (sounds, words, shapes) = (self.sounds()?, self.words()?, self.shapes()?);
        Some(Tables { forms, variants, sounds, words, shapes })
    }

    fn sounds(&mut self) -> Option<Sounds> {
        let syllables: Option<Vec<String>> =
            (0..self.number()?).map(|_| self.word().map(str::to_owned)).collect();
        let syllables = syllables.filter(|all| all.is_sorted())?;
        let mut readings = Vec::new();
        let mut unit = 0u16;
        for _ in 0..self.number()? {
            unit = unit.checked_add(u16::try_from(self.number()?).ok()?)?;
            let first = readings.len();
            loop {
                let number = self.number()?;
                let syllable = u16::try_from(number >> 1).ok()?;
                syllables.get(usize::from(syllable))?;
                readings.push(Reading { unit, syllable, rarity: 0 });
                if number & 1 == 0 {
                    break;
                }
            }
            if readings.len() - first > 1 {
                for own in &mut readings[first..] {
                    own.rarity = u8::try_from(self.number()?).ok()?;
                    WORTHS.get(usize::from(own.rarity))?;
                }
            }
        }
        // They come by unit, and equal syllables keep that order.
        let readings = order::by_key(&readings, |own| u32::from(own.syllable));
        Some(Sounds { syllables, readings })
    }

    /// The low bytes of the gaps, then how many times [`Words::WRONG`] each is more: so many zeros, and a one.
    fn words(&mut self) -> Option<Words> {
        let count = self.number()? as usize;
        let (lows, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        let (mut hashes, mut hash) = (Vec::with_capacity(count), 0u32);
        let (mut byte, mut left) = (0u8, 0);
        for low in lows {
            hash = hash.checked_add(u32::from(*low))?;
            loop {
                if left == 0 {
                    let (next, rest) = self.rest.split_first()?;
                    (byte, left, self.rest) = (*next, u8::BITS, rest);
                }
                let is_end = byte & 1 == 1;
                (byte, left) = (byte >> 1, left - 1);
                if is_end {
                    break;
                }
                hash = hash.checked_add(Words::WRONG)?;
            }
            hashes.push(hash);
        }
        Some(Words { hashes })
    }

    fn shapes(&mut self) -> Option<Shapes> {
        let units = self.units()?;
        let (mut ends, mut ink) = (Vec::with_capacity(units.len()), Vec::new());
        for unit in units {
            ink.extend_from_slice(self.word()?.as_bytes());
            ends.push((unit, ink.len() as u32));
        }
        let groups = (0..self.number()?).map(|_| self.units()).collect::<Option<_>>()?;
        Some(Shapes { ends, ink, groups })
    }

    /// In ascending order.
    fn units(&mut self) -> Option<Vec<u16>> {
        let count = self.number()?;
        let mut unit = 0u16;
        let next = |_| {
            unit = unit.checked_add(u16::try_from(self.number()?).ok()?)?;
            Some(unit)
        };
        (0..count).map(next).collect()
    }

    /// ASCII letters, ended by a line feed.
    fn word(&mut self) -> Option<&str> {
        let end = self.rest.iter().position(|byte| *byte == b'\n')?;
        let (word, rest) = self.rest.split_at(end);
        self.rest = &rest[1..];
        let is_word = word.iter().all(u8::is_ascii_lowercase);
        std::str::from_utf8(word).ok().filter(|_| is_word)
    }

    /// Runs of `(from, to)`, both counting up by one within a run.
    fn pairs(&mut self) -> Option<Vec<(char, char)>> {
        let mut pairs = Vec::new();
        let mut next = 0u32;
        for _ in 0..self.number()? {
            let start = next.checked_add(self.number()?)?;
            let length = self.number()?;
            let to = unzigzag(self.number()?).checked_add_unsigned(start)?;
            next = start.checked_add(length)?;
            for step in 0..length {
                let to = u32::try_from(to).ok()?.checked_add(step)?;
                pairs.push((char::from_u32(start + step)?, char::from_u32(to)?));
            }
        }
        Some(pairs)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0u32;
        for shift in (0..32).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            let bits = u32::from(byte & 0x7F);
            if bits.leading_zeros() < shift {
                return None;
            }
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}

fn unzigzag(n: u32) -> i32 {
    (n >> 1) as i32 ^ -((n & 1) as i32)
}

#[cfg(feature = "build")]
struct Writer {
    bytes: Vec<u8>,
}

#[cfg(feature = "build")]
impl Writer {
    fn pairs(&mut self, pairs: &[(char, char)]) {
        let runs = runs(pairs);
        self.number(runs.len() as u32);
        let mut next = 0;
        for (from, length, to) in runs {
            self.number(from - next);
            self.number(length);
            let by = to as i32 - from as i32;
            self.number(((by << 1) ^ (by >> 31)) as u32);
            next = from + length;
        }
    }

    /// By unit, so that the gaps are small; a bit says whether another reading of the unit follows.
    fn sounds(&mut self, sounds: &Sounds) {
        self.number(sounds.syllables.len() as u32);
        sounds.syllables.iter().for_each(|syllable| self.word(syllable));
        let mut readings = sounds.readings.clone();
        readings.sort_unstable();
        let by_unit: Vec<_> = readings.chunk_by(|a, b| a.unit == b.unit).collect();
        self.number(by_unit.len() as u32);
        let mut last = 0;
        for own in by_unit {
            self.number(u32::from(own[0].unit - last));
            last = own[0].unit;
            for (at, reading) in own.iter().enumerate() {
                self.number(u32::from(reading.syllable) << 1 | u32::from(at + 1 < own.len()));
            }
            if own.len() > 1 {
                own.iter().for_each(|reading| self.number(u32::from(reading.rarity)));
            }
        }
    }

    fn words(&mut self, words: &Words) {
        self.number(words.hashes.len() as u32);
        let (mut last, mut bits) = (0, Vec::new());
        for hash in &words.hashes {
            let gap = hash - last;
            last = *hash;
            self.bytes.push((gap % Words::WRONG) as u8);
            bits.extend((0..gap / Words::WRONG).map(|_| 0));
            bits.push(1);
        }
        let byte = |bits: &[u8]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | bit);
        self.bytes.extend(bits.chunks(8).map(byte));
    }

    fn shapes(&mut self, shapes: &Shapes) {
        let units: Vec<u16> = shapes.ends.iter().map(|(unit, _)| *unit).collect();
        self.units(&units);
        let mut start = 0;
        for (_, end) in &shapes.ends {
            self.bytes.extend_from_slice(&shapes.ink[start..*end as usize]);
            self.bytes.push(b'\n');
            start = *end as usize;
        }
        self.number(shapes.groups.len() as u32);
        shapes.groups.iter().for_each(|group| self.units(group));
    }

    fn units(&mut self, units: &[u16]) {
        self.number(units.len() as u32);
        let mut last = 0;
        for unit in units {
            self.number(u32::from(unit - last));
            last = *unit;
        }
    }

    fn word(&mut self, word: &str) {
        self.bytes.extend(word.bytes());
        self.bytes.push(b'\n');
    }

    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

#[cfg(feature = "build")]
fn runs(pairs: &[(char, char)]) -> Vec<(u32, u32, u32)> {
    let mut runs: Vec<(u32, u32, u32)> = Vec::new();
    for (from, to) in pairs.iter().map(|(from, to)| (*from as u32, *to as u32)) {
        match runs.last_mut() {
            Some((start, length, target))
                if *start + *length == from && *target + *length == to =>
            {
                *length += 1;
            }
            _ => runs.push((from, 1, to)),
        }
    }
    runs
}
