//! What does a first visit download? Each file as it lies there, gzipped and with brotli.

use crate::compress;
use crate::failure::Failure;
use crate::finish::{Files, LIST, WORKER};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// Brotli bytes: the most that all of a first visit may weigh.
const GOAL: usize = 100_000;

#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    fn of(bytes: &[u8]) -> io::Result<Self> {
        let (gzip, brotli) =
            (compress::gzip(bytes)?, compress::brotli(bytes, compress::Effort::Best)?);
        Ok(Self { raw: bytes.len(), gzip: gzip.len(), brotli: brotli.len() })
    }

    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// # Errors
/// A folder that `finish` has not finished; a file that cannot be read.
pub fn table(folder: &Path) -> Result<String, Failure> {
    let path = folder.join(LIST);
    let unfinished = |reason: String| {
        Failure::new(format!(
            "{}: {reason}; build the site first: trunk build --release",
            path.display()
        ))
    };
    let list = fs::read(&path).map_err(|error| unfinished(error.to_string()))?;
    let files: Files =
        serde_json::from_slice(&list).map_err(|error| unfinished(error.to_string()))?;

    let mut sum = Weight::default();
    let mut out = row("bytes", ["raw", "gzip", "brotli"].map(str::to_owned));
    for name in files.keys().map(String::as_str).chain([LIST, WORKER]) {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(Failure::at(&path))?;
        let weight = Weight::of(&bytes).map_err(Failure::at(&path))?;
        sum.add(weight);
        out += &weigh(name, weight);
    }
    out += &weigh("a first visit", sum);
    let (verdict, gap) = match sum.brotli.checked_sub(GOAL) {
        None => ("to spare", GOAL - sum.brotli),
        Some(over) => ("over", over),
    };
    let _ = writeln!(out, "goal: {} brotli, {} {verdict}", grouped(GOAL), grouped(gap));
    Ok(out)
}

fn weigh(name: &str, weight: Weight) -> String {
    row(name, [weight.raw, weight.gzip, weight.brotli].map(grouped))
}

fn row(name: &str, cells: [String; 3]) -> String {
    let [raw, gzip, brotli] = cells;
    format!("{name:<36}{raw:>12}{gzip:>12}{brotli:>12}\n")
}

/// 4190 as 4,190.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups: Vec<&str> = groups.filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 4190, 1_234_567].map(grouped), ["0", "999", "4,190", "1,234,567"]);
    }

    #[test]
    fn repetition_weighs_little() {
        let weight = Weight::of(&[b'x'; 10_000]).unwrap();
        assert_eq!(weight.raw, 10_000);
        assert!((1..200).contains(&weight.gzip) && (1..200).contains(&weight.brotli));
    }
}
