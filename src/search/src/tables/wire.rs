//! How do tables become bytes and bytes tables? Numbers of seven bits a byte, runs of characters in a row.

use super::{FORMAT_VERSION, MAGIC, Tables, TablesError};
use crate::lookalike::Shapes;
use crate::order;
use crate::pinyin::{Reading, Sounds, WORTHS};
use crate::words::Words;

/// Numbers that the low byte of a gap has.
const LOW: u32 = 1 << u8::BITS;
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

impl<'a> Reader<'a> {
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
        let mut syllables: Vec<String> = Vec::new();
        let count = self.number()?;
        self.words_in_order(count, &mut |word| {
            syllables.push(word.iter().map(|b| char::from(*b)).collect())
        })?;
        if !syllables.is_sorted() {
            return None;
        }
        let units = self.units()?;
        let counts = self.bytes(units.len() as u32)?;
        let all = counts.iter().map(|count| u32::from(*count)).sum();
        let (lows, highs) = (self.bytes(all)?, self.bytes(all)?);
        let several =
            counts.iter().filter(|count| **count > 1).map(|count| u32::from(*count)).sum();
        let mut rarities = self.bytes(several)?.iter();
        let owners = units.iter().zip(counts);
        let owners = owners.flat_map(|(unit, count)| (0..*count).map(move |_| (*unit, *count)));
        let mut readings = Vec::with_capacity(lows.len());
        for ((unit, count), (low, high)) in owners.zip(lows.iter().zip(highs)) {
            let syllable = u16::from_le_bytes([*low, *high]);
            syllables.get(usize::from(syllable))?;
            let rarity = if count > 1 { *rarities.next()? } else { 0 };
            WORTHS.get(usize::from(rarity))?;
            readings.push(Reading { unit, syllable, rarity });
        }
        // They come by unit, and equal syllables keep that order.
        let readings = order::by_key(&readings, |own| u32::from(own.syllable));
        Some(Sounds { syllables, readings })
    }

    /// The low bytes of the gaps, then the rest of each: so many zeros, and a one.
    fn words(&mut self) -> Option<Words> {
        let count = self.number()?;
        let lows = self.bytes(count)?;
        let (mut hashes, mut hash) = (Vec::with_capacity(lows.len()), 0u32);
        // Eight bytes at once: there are many words, and they are wanted before anything is found.
        let bytes = self.rest;
        let (mut bits, mut left, mut at) = (0u64, 0, 0);
        for low in lows {
            let mut zeros = 0;
            while bits == 0 {
                zeros = u32::checked_add(zeros, left)?;
                let next = bytes.get(at..).filter(|next| !next.is_empty())?;
                let next = &next[..next.len().min(size_of::<u64>())];
                bits = next.iter().rev().fold(0, |bits, byte| bits << u8::BITS | u64::from(*byte));
                (left, at) = (next.len() as u32 * u8::BITS, at + next.len());
            }
            let more = bits.trailing_zeros();
            (bits, left) = (bits >> more >> 1, left - more - 1);
            let gap = LOW.checked_mul(zeros + more)?.checked_add(u32::from(*low))?;
            hash = hash.checked_add(gap)?;
            hashes.push(hash);
        }
        self.rest = &bytes[at - (left / u8::BITS) as usize..];
        Some(Words { hashes })
    }

    fn shapes(&mut self) -> Option<Shapes> {
        let units = self.units()?;
        let (mut ends, mut ink) = (Vec::with_capacity(units.len()), Vec::new());
        self.words_in_order(units.len() as u32, &mut |strokes| {
            ink.extend_from_slice(strokes);
            ends.push(ink.len() as u32);
        })?;
        let ends = units.iter().copied().zip(ends).collect();
        // Members by their place among the characters: smaller numbers than those of the characters are.
        let members =
            |own: Vec<u16>| own.iter().map(|at| units.get(usize::from(*at)).copied()).collect();
        let count = self.number()?;
        let groups = (0..count).map(|_| self.units().and_then(members)).collect::<Option<_>>()?;
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

    /// Runs of `(from, to)`, both counting up by one within a run: how far each begins behind the last one, how
    /// long each is, how far each leads. What is alike lies together, which compresses better.
    fn pairs(&mut self) -> Option<Vec<(char, char)>> {
        let count = self.number()?;
        let [gaps, lengths, ways] =
            [self.numbers(count)?, self.numbers(count)?, self.numbers(count)?];
        let mut pairs = Vec::new();
        let mut next = 0u32;
        for ((gap, length), way) in gaps.into_iter().zip(lengths).zip(ways) {
            let start = next.checked_add(gap)?;
            let to = unzigzag(way).checked_add_unsigned(start)?;
            next = start.checked_add(length)?;
            for step in 0..length {
                let to = u32::try_from(to).ok()?.checked_add(step)?;
                pairs.push((char::from_u32(start + step)?, char::from_u32(to)?));
            }
        }
        Some(pairs)
    }

    fn numbers(&mut self, count: u32) -> Option<Vec<u32>> {
        (0..count).map(|_| self.number()).collect()
    }

    fn bytes(&mut self, count: u32) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(count as usize)?;
        self.rest = rest;
        Some(bytes)
    }

    /// Words of ASCII letters, each as how much it shares with the beginning of the last one, then the rest of
    /// each, ended by a line feed. Calls `put` with each.
    fn words_in_order(&mut self, count: u32, put: &mut dyn FnMut(&[u8])) -> Option<()> {
        let mut word = Vec::new();
        for shared in self.bytes(count)? {
            if usize::from(*shared) > word.len() {
                return None;
            }
            word.truncate(usize::from(*shared));
            let end = self.rest.iter().position(|byte| *byte == b'\n')?;
            let (more, rest) = self.rest.split_at(end);
            self.rest = &rest[1..];
            word.extend_from_slice(more);
            if !more.iter().all(u8::is_ascii_lowercase) {
                return None;
            }
            put(&word);
        }
        Some(())
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
        for (from, length, _) in &runs {
            self.number(from - next);
            next = from + length;
        }
        runs.iter().for_each(|(_, length, _)| self.number(*length));
        for (from, _, to) in runs {
            let by = to as i32 - from as i32;
            self.number(((by << 1) ^ (by >> 31)) as u32);
        }
    }

    /// By unit, so that the gaps are small.
    fn sounds(&mut self, sounds: &Sounds) {
        let syllables: Vec<&[u8]> = sounds.syllables.iter().map(|own| own.as_bytes()).collect();
        self.number(syllables.len() as u32);
        self.words_in_order(&syllables);
        let mut readings = sounds.readings.clone();
        readings.sort_unstable();
        let by_unit: Vec<_> = readings.chunk_by(|a, b| a.unit == b.unit).collect();
        self.units(&by_unit.iter().map(|own| own[0].unit).collect::<Vec<u16>>());
        self.bytes.extend(by_unit.iter().map(|own| own.len() as u8));
        self.bytes.extend(readings.iter().map(|own| own.syllable.to_le_bytes()[0]));
        self.bytes.extend(readings.iter().map(|own| own.syllable.to_le_bytes()[1]));
        let several = by_unit.iter().filter(|own| own.len() > 1);
        self.bytes.extend(several.flat_map(|own| own.iter().map(|own| own.rarity)));
    }

    fn words(&mut self, words: &Words) {
        self.number(words.hashes.len() as u32);
        let (mut last, mut bits) = (0, Vec::new());
        for hash in &words.hashes {
            let gap = hash - last;
            last = *hash;
            self.bytes.push((gap % LOW) as u8);
            bits.extend((0..gap / LOW).map(|_| 0));
            bits.push(1);
        }
        let byte = |bits: &[u8]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | bit);
        self.bytes.extend(bits.chunks(8).map(byte));
    }

    fn shapes(&mut self, shapes: &Shapes) {
        let units: Vec<u16> = shapes.ends.iter().map(|(unit, _)| *unit).collect();
        self.units(&units);
        let starts = std::iter::once(0).chain(shapes.ends.iter().map(|(_, end)| *end as usize));
        let strokes =
            starts.zip(&shapes.ends).map(|(start, (_, end))| &shapes.ink[start..*end as usize]);
        self.words_in_order(&strokes.collect::<Vec<_>>());
        self.number(shapes.groups.len() as u32);
        for group in &shapes.groups {
            let place = |unit: &u16| units.binary_search(unit).ok();
            self.units(&group.iter().filter_map(place).map(|at| at as u16).collect::<Vec<u16>>());
        }
    }

    fn units(&mut self, units: &[u16]) {
        self.number(units.len() as u32);
        let mut last = 0;
        for unit in units {
            self.number(u32::from(unit - last));
            last = *unit;
        }
    }

    fn words_in_order(&mut self, words: &[&[u8]]) {
        let shared = |a: &[u8], b: &[u8]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let last = std::iter::once(&[][..]).chain(words.iter().copied());
        let shared: Vec<usize> = last.zip(words).map(|(last, own)| shared(last, own)).collect();
        self.bytes.extend(shared.iter().map(|shared| *shared as u8));
        for (word, shared) in words.iter().zip(shared) {
            self.bytes.extend_from_slice(&word[shared..]);
            self.bytes.push(b'\n');
        }
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
