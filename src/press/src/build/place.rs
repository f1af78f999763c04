//! Where does a build stand while it is made, and how does it get into place? Beside it, then the two change names.

use crate::failure::Failure;
use crate::hash;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file that remembers what an output folder was made of.
pub fn mark(memory: &Path, out: &Path) -> PathBuf {
    let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    memory.join(format!("{}.mark", hash::short(out.as_os_str().as_encoded_bytes())))
}

/// A file itself, or all files below a folder, in the order of their names; but what systems and editors leave beside
/// them, whose names begin with a dot, and what a link that leads back to a folder above shows once more.
///
/// # Errors
/// A folder that cannot be read.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    walk(path, &mut Vec::new(), &mut found)?;
    Ok(found)
}

fn walk(path: &Path, above: &mut Vec<PathBuf>, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !path.is_dir() {
        found.push(path.to_owned());
        return Ok(());
    }
    let real = path.canonicalize().map_err(Failure::at(path))?;
    if above.contains(&real) {
        return Ok(());
    }
    above.push(real);
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(Failure::at(path))? {
        let entry = entry.map_err(Failure::at(path))?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            entries.push(entry.path());
        }
    }
    entries.sort();
    entries.iter().try_for_each(|entry| walk(entry, above, found))?;
    above.pop();
    Ok(())
}

/// What a build that was cut off has left.
///
/// # Errors
/// It cannot be removed.
pub fn clear(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::at(folder)(error)),
        _ => Ok(()),
    }
}

/// # Errors
/// What cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(Failure::at(to))?;
    for file in files(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(Failure::at(parent))?;
        }
        fs::copy(&file, &target).map_err(Failure::at(&file))?;
    }
    Ok(())
}

/// Puts `part` in the place of `out`, and removes what was there. What cannot be removed is only said: the new site
/// stands.
///
/// # Errors
/// A rename that the system refuses.
pub fn exchange(part: &Path, out: &Path) -> Result<(), Failure> {
    if !out.exists() {
        return fs::rename(part, out).map_err(Failure::at(out));
    }
    let old = swap(part, out)?;
    if let Err(failure) = clear(&old) {
        eprintln!(
            "warning: {failure}; the new site is in place, this is the one before: remove it"
        );
    }
    Ok(())
}

/// A folder that is there and is no site is not ours to replace.
///
/// # Errors
/// It is such a folder, or a file.
pub fn may_replace(out: &Path) -> Result<(), Failure> {
    let is_empty = || fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    match out.symlink_metadata() {
        Err(_) => Ok(()),
        // A project has an index.html, too.
        Ok(_) if out.join("Trunk.toml").exists() => Err(Failure::new(format!(
            "{}: is a project and no site to replace; name another folder",
            out.display()
        ))),
        Ok(_) if out.join("index.html").is_file() || is_empty() => Ok(()),
        Ok(_) => Err(Failure::new(format!(
            "{}: is there and holds no index.html, so it is no site to replace; name another folder or remove it",
            out.display()
        ))),
    }
}

/// The text of a site, or of an export, that stands among the dumps would be read as one of them.
///
/// # Errors
/// It would, or the dumps stand in it.
pub fn apart_from(out: &Path, seeds: &Path) -> Result<(), Failure> {
    let absolute = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    let there = absolute.ancestors().find_map(|folder| folder.canonicalize().ok());
    let real = seeds.canonicalize().map_err(Failure::at(seeds))?;
    // What is replaced goes with all that is in it.
    if out.canonicalize().is_ok_and(|out| real.starts_with(out)) {
        return Err(Failure::new(format!(
            "{}: holds {}, which would be lost; name a place beside it with --out",
            out.display(),
            seeds.display()
        )));
    }
    match there.is_some_and(|there| there.starts_with(&real)) {
        true => Err(Failure::new(format!(
            "{}: stands in {}, where it would be read as dumps; name a place beside it with --out",
            out.display(),
            seeds.display()
        ))),
        false => Ok(()),
    }
}

/// One step on Linux: at no moment is there no site. Where the old one stands then.
#[cfg(target_os = "linux")]
fn swap(part: &Path, out: &Path) -> Result<PathBuf, Failure> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, part, CWD, out, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(part.to_owned()),
        // File systems that cannot.
        Err(_) => two_steps(part, out),
    }
}

#[cfg(not(target_os = "linux"))]
fn swap(part: &Path, out: &Path) -> Result<PathBuf, Failure> {
    two_steps(part, out)
}

fn two_steps(part: &Path, out: &Path) -> Result<PathBuf, Failure> {
    let mut old = out.to_owned().into_os_string();
    old.push(".old");
    let old = PathBuf::from(old);
    clear(&old)?;
    fs::rename(out, &old).map_err(Failure::at(out))?;
    if let Err(error) = fs::rename(part, out) {
        let _ = fs::rename(&old, out);
        return Err(Failure::at(out)(error));
    }
    Ok(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_get_into_place_leaves_the_old_site_there() {
        let folder = std::env::temp_dir().join(format!("banxin-place-{}", std::process::id()));
        let out = folder.join("dist");
        fs::create_dir_all(&out).unwrap();
        fs::write(out.join("index.html"), "old").unwrap();
        assert!(two_steps(&folder.join("dist.part"), &out).is_err());
        assert_eq!(files(&folder).unwrap(), [out.join("index.html")]);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_new_site_stands_though_the_old_one_cannot_be_removed() {
        let folder = std::env::temp_dir().join(format!("banxin-stands-{}", std::process::id()));
        let (part, out) = (folder.join("dist.part"), folder.join("dist"));
        fs::create_dir_all(&part).unwrap();
        fs::write(part.join("index.html"), "new").unwrap();
        // A file is no folder to remove, whoever asks.
        fs::write(&out, "old").unwrap();
        exchange(&part, &out).unwrap();
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "new");
        fs::remove_dir_all(&folder).unwrap();
    }
}
