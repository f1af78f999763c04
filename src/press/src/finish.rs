//! What does the built folder still lack? The text in its page, the list of its files, and the service worker that
//! keeps them; where it is published, the page's policy.
//!
//! Runs after trunk has hashed everything, and changes none of what it hashed.

use crate::failure::Failure;
use crate::hash;
use crate::policy;
use crate::prerendered::filled;
use crate::script;
use crate::site;
use crate::style;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The list: a JSON object of file names, each with the SHA-256 of the bytes in hexadecimal digits.
pub const LIST: &str = "files.json";
/// The service worker. It must stand at the root of the folder that it serves.
pub const WORKER: &str = "sw.js";
const PAGE: &str = "index.html";
/// Other forms of a file, and what is said of a program: no reader needs to download or keep it.
const ENDINGS: [&str; 3] = [".d.ts", ".br", ".gz"];

fn is_kept(name: &str) -> bool {
    let is_ours = name == LIST || name == WORKER || site::is_beside_reader(name);
    !is_ours && !ENDINGS.iter().any(|end| name.ends_with(end))
}

/// File names, relative and with slashes, in order; the same folder gives the same bytes.
pub type Files = BTreeMap<String, String>;

/// Fills the page, then writes the list and the worker into `folder`.
///
/// # Errors
/// A folder without `index.html` or with one that is not ours, a name that no list can carry, what cannot be read or
/// written.
pub fn finish(folder: &Path) -> Result<(), Failure> {
    change(folder, |page| filled(&style::bare(page)))?;
    list(folder)
}

/// For a page that is filled and will not change any more: its policy, then the list and the worker.
///
/// # Errors
/// As [`finish`].
pub fn seal(folder: &Path) -> Result<(), Failure> {
    change(folder, policy::sealed)?;
    list(folder)
}

fn list(folder: &Path) -> Result<(), Failure> {
    let mut files = Files::new();
    collect(folder, "", &mut files)?;
    let list = serde_json::to_string(&files).expect("strings") + "\n";
    let write = |name, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(Failure::at(&path))
    };
    write(LIST, &list)?;
    write(WORKER, &script::bare(include_str!("worker.js")))
}

fn change(folder: &Path, how: impl Fn(&str) -> Result<String, Failure>) -> Result<(), Failure> {
    let path = folder.join(PAGE);
    if !path.exists() {
        return Err(Failure::new(format!(
            "{}: holds no {PAGE}; build the site first: trunk build --release",
            folder.display()
        )));
    }
    let page = fs::read_to_string(&path).map_err(Failure::at(&path))?;
    fs::write(&path, how(&page)?).map_err(Failure::at(&path))
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(Failure::at(folder))? {
        let path = entry.map_err(Failure::at(folder))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(|| {
            Failure::new(format!("{}: the name is not UTF-8; rename the file", path.display()))
        })?;
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else if is_kept(&name) {
            let bytes = fs::read(&path).map_err(Failure::at(&path))?;
            files.insert(name, hash::whole(bytes));
        }
    }
    Ok(())
}
