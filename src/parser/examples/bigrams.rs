//! Writes `data/bigrams.bin` from a language model in the ARPA format, once, when the model changes:
//! `cargo run --release -p parser --example bigrams -- lm_sc.arpa src/parser/data/bigrams.bin`

#[path = "../src/bigram/key.rs"]
mod key;

use key::{BUCKETS, LEVELS, key};
use std::collections::HashMap;
use std::error::Error;
use std::{env, fs};

/// Characters of the longest word of the parser's list.
const LONGEST: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let [from, to] = env::args().skip(1).collect::<Vec<_>>().try_into().map_err(
        |_| "name the model and the table: bigrams lm_sc.arpa src/parser/data/bigrams.bin",
    )?;
    let model = Model::of(&fs::read_to_string(&from)?);
    if model.pairs.is_empty() {
        return Err(format!("{from}: no bigrams; an ARPA file has a section \\2-grams:").into());
    }
    let table = model.table();
    println!("{} words, {} pairs, {} bytes", model.words.len(), model.pairs.len(), table.len());
    fs::write(&to, table)?;
    Ok(())
}

#[derive(Default)]
struct Model {
    /// log2 of the likelihood of each word, and of what it leaves to followers that the model does not name.
    words: HashMap<Vec<char>, (f32, f32)>,
    /// log2 of the likelihood of the second word behind the first.
    pairs: Vec<(Vec<char>, Vec<char>, f32)>,
}

impl Model {
    fn of(text: &str) -> Self {
        let mut model = Self::default();
        let mut order = 0;
        for line in text.lines() {
            if line.starts_with('\\') {
                order = match line {
                    "\\1-grams:" => 1,
                    "\\2-grams:" => 2,
                    _ => 0,
                };
                continue;
            }
            let mut fields = line.split('\t');
            let (Some(likelihood), Some(words)) = (fields.next(), fields.next()) else { continue };
            let words: Vec<Vec<char>> =
                words.split(' ').map(|word| word.chars().collect()).collect();
            let bits = |field: &str| field.parse::<f32>().unwrap_or(0.0) * 10f32.log2();
            match (order, <[Vec<char>; 2]>::try_from(words)) {
                (1, Err(words)) if is_word(&words[0]) => {
                    let rest = bits(fields.next().unwrap_or("0"));
                    model
                        .words
                        .extend(words.into_iter().map(|word| (word, (bits(likelihood), rest))));
                }
                (2, Ok([first, second])) if is_word(&first) && is_word(&second) => {
                    model.pairs.push((first, second, bits(likelihood)));
                }
                _ => {}
            }
        }
        model
    }

    fn table(&self) -> Vec<u8> {
        let mut buckets: Vec<Vec<u16>> = vec![Vec::new(); BUCKETS];
        let mut put = |first: &[char], second: &[char], level: usize| {
            let (bucket, print) = key(first, second);
            buckets[bucket].push(print | level as u16);
        };
        for (word, (_, rest)) in &self.words {
            if level(*rest) != level(0.0) {
                put(word, &[], level(*rest));
            }
        }
        for (first, second, likelihood) in &self.pairs {
            let (Some((_, rest)), Some((alone, _))) =
                (self.words.get(first), self.words.get(second))
            else {
                continue;
            };
            if level(likelihood - alone) != level(*rest) {
                put(first, second, level(likelihood - alone));
            }
        }
        let (mut offsets, mut entries) = (vec![0u32], Vec::new());
        for bucket in &mut buckets {
            // Two pairs that the hash does not tell apart: the lower level stands first and is found.
            bucket.sort_unstable();
            bucket.dedup_by_key(|entry| *entry & !0xF);
            entries.extend(bucket.iter().flat_map(|entry| entry.to_le_bytes()));
            offsets.push(offsets[offsets.len() - 1] + bucket.len() as u32);
        }
        offsets.iter().flat_map(|offset| offset.to_le_bytes()).chain(entries).collect()
    }
}

fn is_word(word: &[char]) -> bool {
    (1..=LONGEST).contains(&word.len())
        && word.iter().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(c))
}

/// The level that is nearest.
fn level(bits: f32) -> usize {
    let distance = |level: &usize| (LEVELS[*level] - bits).abs();
    (0..LEVELS.len()).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
}
