//! Which files make which editions? A folder of `seeds/` is one edition, a file by itself another.

use crate::cursor::is_han;
use crate::dating::Weekday;
use crate::features::{names_page, names_section};
use crate::source::Source;
use crate::{Context, Dump, ReadError, decode, edition_of, explain, redirects, sidecar};
use ::edition::{Date, Edition, Library, MonthDay};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads and parses every `*.txt` below `seeds`: oldest edition first, before it what has no date. The files of a
/// folder in it, or of a folder named by a day, are pages of one edition; so are files whose sidecars name the same
/// paper and day.
///
/// # Errors
/// The first file that cannot be read, in the order of names.
pub fn read_seeds(seeds: &Path) -> Result<Library, ReadError> {
    let (library, errors) = read_readable(seeds);
    errors.into_iter().next().map_or(Ok(library), Err)
}

/// Pages of one edition, and the edition's key.
type Group = (String, Vec<Dump>);

/// Reads a folder; `prefix` is its path within the one that was asked for, with a slash behind it, or empty.
fn read_folder(folder: &Path, prefix: &str, groups: &mut Vec<Group>, errors: &mut Vec<ReadError>) {
    let day = day_named(folder);
    let (paper, no_day) = (paper_named(folder), no_day_named(folder));
    let is_one = day.is_some() || !prefix.is_empty();
    let mut own = Vec::new();
    for path in kept(entries(folder), errors).unwrap_or_default() {
        if path.is_dir() {
            read_folder(&path, &format!("{prefix}{}/", name_of(&path)), groups, errors);
        } else if is_dump(&path) {
            let Some(mut dump) = kept(read_dump(&path), errors) else { continue };
            // Every day has its 01.txt.
            dump.source.insert_str(0, prefix);
            dump.context.folder_date = day;
            dump.context.folder_paper.clone_from(&paper);
            dump.context.folder_no_day.clone_from(&no_day);
            if is_one {
                own.push(dump);
                continue;
            }
            match groups.iter_mut().find(|(_, known)| same_day(&known[0], &dump)) {
                Some((_, known)) => known.push(dump),
                None => groups.push((stem_of(&path), vec![dump])),
            }
        }
    }
    if !own.is_empty() {
        // A key is part of addresses and file names.
        let key = prefix.trim_end_matches('/').replace('/', "-");
        groups.push((if key.is_empty() { name_of(&real(folder)) } else { key }, own));
    }
}

/// What of a folder can be read, and why the rest cannot, in the order of names.
pub fn read_readable(seeds: &Path) -> (Library, Vec<ReadError>) {
    let (mut groups, mut errors) = (Vec::new(), Vec::new());
    read_folder(seeds, "", &mut groups, &mut errors);
    tell_apart(&mut groups);
    let editions = groups.into_iter().map(|(key, dumps)| edition_of(&key, dumps));
    let mut editions: Vec<Edition> = editions.collect();
    editions.sort_by_key(|edition| {
        // One without a day is no news: the newest is the last.
        let date = edition.date.as_ref().map(|date| (date.value.year, date.value.day));
        (date, edition.key.clone())
    });
    // What leads to an article of an unread page leads nowhere yet.
    let redirects = if errors.is_empty() {
        kept(redirects::of_seeds(seeds, &editions), &mut errors).unwrap_or_default()
    } else {
        Vec::new()
    };
    (Library { editions, redirects }, errors)
}

/// `7-1.txt` beside `7/1.txt`, or `a/b` beside `a-b`: a key names one edition. The first in the order of names keeps it.
fn tell_apart(groups: &mut [Group]) {
    for at in 1..groups.len() {
        let key = groups[at].0.clone();
        let is_taken = |key: &str| groups[..at].iter().any(|(own, _)| own == key);
        let mut free = (2..).map(|number: usize| format!("{key}-{number}"));
        if is_taken(&key)
            && let Some(free) = free.find(|key| !is_taken(key))
        {
            groups[at].0 = free;
        }
    }
}

fn kept<T>(read: Result<T, ReadError>, errors: &mut Vec<ReadError>) -> Option<T> {
    read.map_err(|error| errors.push(error)).ok()
}

/// The dumps of a folder and of the folders in it, in the order of names.
///
/// # Errors
/// A folder that cannot be listed.
pub fn dumps(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let mut files = files(folder)?;
    files.retain(|path| is_dump(path));
    Ok(files)
}

/// The sidecars of a folder, and of the folders in it, beside which no dump stands.
///
/// # Errors
/// A folder that cannot be listed.
pub fn lone_sidecars(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let files = files(folder)?;
    let is_sidecar = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let table = folder.join(redirects::NAME);
    let has_dump = |path: &PathBuf| {
        files.iter().any(|file| is_dump(file) && file.with_extension("") == path.with_extension(""))
    };
    let lone = files.iter().filter(|path| is_sidecar(path) && **path != table && !has_dump(path));
    Ok(lone.cloned().collect())
}

/// The files of a folder and of all folders in it.
fn files(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let mut all = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            all.extend(files(&path)?);
        } else {
            all.push(path);
        }
    }
    Ok(all)
}

/// Whether the pages of a folder are, by its name, those of one day.
pub fn is_day(folder: &Path) -> bool {
    day_named(folder).is_some()
}

/// The day at the end of a folder's name: 2025-07-24, 2025-7-24, 河口日报-2025-07-24.
fn day_named(folder: &Path) -> Option<Date> {
    dated(&name_of(&real(folder)))?.1
}

/// What is written like a day at the end of a folder's name, and is none: 1998-02-30.
fn no_day_named(folder: &Path) -> Option<String> {
    let name = name_of(&real(folder));
    let (before, day) = dated(&name)?;
    let written = name[before.len()..].to_owned();
    day.is_none().then_some(written)
}

/// The paper that a folder of a day is of, as its name or that of the folder around it says: 河口日报/2025-07-24.
fn paper_named(folder: &Path) -> Option<String> {
    let folder = real(folder);
    let name = name_of(&folder);
    let (before, _) = dated(&name)?;
    let before = before.trim_end_matches(['-', '_', ' ']);
    let around = || folder.parent().map(name_of);
    let named = if before.is_empty() { around()? } else { before.to_owned() };
    may_be_paper(&named).then_some(named)
}

/// 西湖晚潮, which no list has; 副刊 is a section.
fn may_be_paper(name: &str) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=10;
    let source = Source::of(name);
    LENGTHS.contains(&source.ink.len())
        && source.ink.iter().all(|ink| is_han(ink.c))
        && !names_section(&source.ink)
        && !names_page(&source.ink)
}

/// The name of a folder that ends like a day: what stands before, and the day where there is one.
fn dated(name: &str) -> Option<(&str, Option<Date>)> {
    const DIGITS: usize = 4;
    let (rest, day) = name.rsplit_once('-')?;
    let (rest, month) = rest.rsplit_once('-')?;
    let (before, year) = rest.split_at_checked(rest.len().checked_sub(DIGITS)?)?;
    let year = year.parse().ok().filter(|year| (1000..=9999).contains(year))?;
    let is_whole = !before.ends_with(|c: char| c.is_ascii_digit());
    let number = |part: &str| part.parse().ok().filter(|_| part.len() <= 2);
    let (month, day) = (number(month)?, number(day)?);
    let date = MonthDay::new(month, day).map(|day| Date { year: Some(year), day });
    is_whole.then_some((before, date.filter(|date| Weekday::of(*date).is_some())))
}

/// With a name, which `.` has not.
fn real(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// Whether the newsroom gave both the same paper and day.
fn same_day(a: &Dump, b: &Dump) -> bool {
    let day = |dump: &Dump| Some((dump.context.paper.clone()?, dump.context.date?));
    day(a).is_some() && day(a) == day(b)
}

/// One dump as an edition of one page, with what `<stem>.toml` beside it says.
///
/// # Errors
/// The file or its sidecar cannot be read.
pub fn read_page(path: &Path) -> Result<Edition, ReadError> {
    Ok(edition_of(&stem_of(path), vec![read_dump(path)?]))
}

/// Why each piece of a dump became what it became.
///
/// # Errors
/// The file or its sidecar cannot be read.
pub fn explain_page(path: &Path) -> Result<String, ReadError> {
    let dump = read_dump(path)?;
    Ok(explain(&dump.text, &dump.context))
}

fn read_dump(path: &Path) -> Result<Dump, ReadError> {
    let file = || path.to_owned();
    let unreadable =
        |error: std::io::Error| ReadError::Unreadable { file: file(), reason: error.to_string() };
    let bytes = fs::read(path).map_err(unreadable)?;
    let (text, note) =
        decode(&bytes).map_err(|error| ReadError::NotText { file: file(), error })?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty { file: file() });
    }
    let context: Context = sidecar::of_dump(path)?;
    Ok(Dump { source: name_of(path), text, encoding: note, context })
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let unreadable = |error: std::io::Error| ReadError::Unreadable {
        file: folder.to_owned(),
        reason: error.to_string(),
    };
    let listed = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths: Vec<PathBuf> = listed
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(unreadable)?;
    // What systems leave beside a file (._01.txt), and folders of versions.
    paths.retain(|path| !name_of(path).starts_with('.') && !leads_back(path));
    // 2.txt before 10.txt.
    paths.sort_by_cached_key(|path| (with_wide_numbers(&name_of(path)), path.clone()));
    Ok(paths)
}

/// A name whose numbers are ordered as text as they are as numbers.
fn with_wide_numbers(name: &str) -> String {
    /// More than any number in a name.
    const DIGITS: usize = 20;
    let is_digit = |c: char| c.is_ascii_digit();
    let mut wide = String::new();
    let mut rest = name;
    while let Some(start) = rest.find(is_digit) {
        let (before, digits) = rest.split_at(start);
        let length = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
        let (number, behind) = digits.split_at(length);
        wide += before;
        wide += &format!("{number:0>DIGITS$}");
        rest = behind;
    }
    wide + rest
}

/// Whether it is a link to a folder that it lies in, by itself or by way of other links: it would be read without end.
fn leads_back(path: &Path) -> bool {
    let around = || path.ancestors().skip(1).map(real);
    path.is_symlink() && around().any(|folder| folder.starts_with(real(path)))
}

/// Whether a file is read as a dump, by its name.
pub fn is_dump(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn stem_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests;
