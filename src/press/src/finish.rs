//! What does the built folder still lack? The text in its page, the list of its files, and the service worker that
//! keeps them.
//!
//! Runs after trunk has hashed everything, and changes none of what it hashed.

use crate::failure::Failure;
use crate::prerendered::filled;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The list: a JSON object of file names, each with the SHA-256 of the bytes in hexadecimal digits.
pub const LIST: &str = "files.json";
/// The service worker. It must stand at the root of the folder that it serves.
pub const WORKER: &str = "sw.js";
const PAGE: &str = "index.html";
/// For whoever writes a script; no reader needs to download or keep it.
const DECLARATION: &str = ".d.ts";

/// File names, relative and with slashes, in order; the same folder gives the same bytes.
pub type Files = BTreeMap<String, String>;

/// Fills the page, then writes the list and the worker into `folder`.
///
/// # Errors
/// A folder without `index.html` or with one that is not ours, a name that no list can carry, what cannot be read or
/// written.
pub fn finish(folder: &Path) -> Result<(), Failure> {
    let page = folder.join(PAGE);
    if !page.exists() {
        return Err(Failure::new(format!(
            "{}: holds no {PAGE}; build the site first: trunk build --release",
            folder.display()
        )));
    }
    let write = |name, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(Failure::at(&path))
    };
    let text = fs::read_to_string(&page).map_err(Failure::at(&page))?;
    write(PAGE, &filled(&text)?)?;
    let mut files = Files::new();
    collect(folder, "", &mut files)?;
    let list = serde_json::to_string(&files).expect("strings") + "\n";
    write(LIST, &list)?;
    write(WORKER, &worker())
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
        } else if name != LIST && name != WORKER && !name.ends_with(DECLARATION) {
            let bytes = fs::read(&path).map_err(Failure::at(&path))?;
            files.insert(name, hex(&Sha256::digest(bytes)));
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The worker without its comments, which every visitor would download.
fn worker() -> String {
    let is_code = |line: &&str| !line.is_empty() && !line.trim_start().starts_with("//");
    let code = include_str!("worker.js").lines().filter(is_code);
    code.flat_map(|line| [line, "\n"]).collect()
}
