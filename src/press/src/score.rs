//! How well does the parser read pages whose truth is known? The measures over folders of them, as a table.

mod compare;
mod document;
mod fold;
mod joins;
mod labels;
mod tally;

use crate::failure::Failure;
use document::Document;
use edition::schema::PageDoc;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use tally::{Score, Tally};

/// The pages of one folder, compared and counted together.
struct Folder {
    name: String,
    tally: Tally,
}

/// A Markdown table: a line a measure, a column a folder.
///
/// # Errors
/// A folder without pages and truth; a file that cannot be read.
pub fn table(folders: &[PathBuf]) -> Result<String, Failure> {
    let scored: Vec<Folder> =
        folders.iter().map(|folder| of_folder(folder)).collect::<Result<_, _>>()?;
    let reports: Vec<Vec<(&str, Score)>> = scored.iter().map(|one| one.tally.report()).collect();
    let mut out = format!("Measured on {}:", today());
    for Folder { name, tally } in &scored {
        let (pages, articles) = (tally.get("pages"), tally.get("articles"));
        let _ = write!(out, " {name} ({pages} pages, {articles} articles)");
    }
    out += "\n\n| measure |";
    for Folder { name, .. } in &scored {
        let _ = write!(out, " {name} | P / R | n |");
    }
    out += "\n| --- |";
    out += &" --- | --- | --- |".repeat(scored.len());
    out.push('\n');
    for (row, (measure, _)) in reports[0].iter().enumerate() {
        let _ = write!(out, "| {measure} |");
        for report in &reports {
            let Score { value, precision_recall, count } = &report[row].1;
            let sides = precision_recall
                .map_or(String::new(), |(p, r)| format!("{} / {}", part(p), part(r)));
            let _ = write!(out, " {} | {sides} | {count} |", part(*value));
        }
        out.push('\n');
    }
    Ok(out)
}

/// .953; 1 is written out.
fn part(value: f64) -> String {
    let text = format!("{value:.3}");
    text.strip_prefix('0').map_or(text.clone(), str::to_owned)
}

fn of_folder(folder: &Path) -> Result<Folder, Failure> {
    let mut tally = Tally::default();
    let with_truth =
        |dump: PathBuf| Some((dump.with_extension("json"), dump)).filter(|own| own.0.is_file());
    let pages: Vec<(PathBuf, PathBuf)> =
        parser::dumps(folder)?.into_iter().filter_map(with_truth).collect();
    for (path, dump) in &pages {
        let json = fs::read_to_string(path).map_err(Failure::at(path))?;
        let truth = document(path, &json)?;
        let edition = parser::read_page(dump)?;
        let Some(page) = edition.pages.first() else { continue };
        let found = serde_json::to_string(&PageDoc::of(page)).unwrap_or_default();
        compare::page(&truth, &document(path, &found)?, &page.text, &mut tally);
    }
    if tally.get("pages") == 0.0 {
        return Err(Failure::new(format!(
            "{}: holds no page with its truth; put NAME.json beside each NAME.txt",
            folder.display()
        )));
    }
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    Ok(Folder { name, tally })
}

fn document(path: &Path, json: &str) -> Result<Document, Failure> {
    serde_json::from_str(json).map_err(|error| {
        Failure::new(format!(
            "{}:{}: {error}; write it as `press parse --json` does",
            path.display(),
            error.line()
        ))
    })
}

/// The day in UTC, as 2025-07-24 (Howard Hinnant's `civil_from_days`).
fn today() -> String {
    const DAY: u64 = 86_400;
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = since.as_secs() / DAY + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests;
