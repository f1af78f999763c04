//! What was written? Each part of the site with its files and sizes, for people or as JSON.

use crate::build::place;
use crate::failure::Failure;
use crate::single;
use crate::site;
use crate::size::grouped;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// The parts of a site: what they are called, and the files and folders that they are.
const PARTS: [(&str, &[&str]); 7] = [
    ("articles", &[site::ARTICLES]),
    ("issues", &[site::ISSUES]),
    ("feeds", &[site::FEEDS, site::FEED[0], site::FEED[1]]),
    ("data", &[site::DATA]),
    ("book", &[site::BOOK]),
    ("one file", &[single::FILE]),
    // What no other part claims.
    ("reader", &[]),
];

#[derive(Clone, Copy, Default)]
struct Sum {
    files: usize,
    raw: u64,
    brotli: u64,
}

/// Bytes: what a chat takes without a thought, and the most that the one file may have.
const GOAL: u64 = 250_000;

/// # Errors
/// A folder that cannot be read.
pub fn of(out: &Path, started: Instant, as_json: bool) -> Result<String, Failure> {
    let mut sums = [Sum::default(); PARTS.len()];
    for file in place::files(out)? {
        let name = file.strip_prefix(out).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let size = fs::metadata(&file).map_err(Failure::at(&file))?.len();
        let plain = name.strip_suffix(".br").or(name.strip_suffix(".gz"));
        let first = plain.unwrap_or(&name).split('/').next().unwrap_or_default();
        let owner = PARTS.iter().position(|(_, own)| own.contains(&first));
        let sum = &mut sums[owner.unwrap_or(PARTS.len() - 1)];
        if plain.is_none() {
            sum.files += 1;
            sum.raw += size;
            let mut small = file.into_os_string();
            small.push(".br");
            sum.brotli += fs::metadata(&small).map_or(size, |small| small.len());
        }
    }
    let rows = PARTS.iter().zip(sums).map(|((name, _), sum)| (*name, sum));
    let rows: Vec<(&str, Sum)> = rows.filter(|(_, sum)| sum.files > 0).collect();
    let alone = fs::metadata(out.join(single::FILE)).map_or(0, |file| file.len());
    let seconds = started.elapsed().as_secs_f64();
    if as_json {
        let part = |(name, sum): &(&str, Sum)| json!({ "part": name, "files": sum.files, "bytes": sum.raw, "brotli": sum.brotli });
        let parts: Vec<_> = rows.iter().map(part).collect();
        let summary =
            json!({ "out": out.display().to_string(), "seconds": seconds, "parts": parts });
        return Ok(format!("{summary}\n"));
    }
    let mut text = format!("{:<12}{:>7}{:>14}{:>14}\n", "part", "files", "bytes", "brotli");
    for (name, sum) in rows {
        let (raw, brotli) = (grouped(sum.raw as usize), grouped(sum.brotli as usize));
        text += &format!("{name:<12}{:>7}{raw:>14}{brotli:>14}\n", sum.files);
    }
    if let Some(over) = alone.checked_sub(GOAL) {
        let (goal, over) = (grouped(GOAL as usize), grouped(over as usize));
        text += &format!("one file: {over} bytes over its goal of {goal}\n");
    }
    text += &format!("{} in {seconds:.1} s\n", out.display());
    Ok(text)
}
