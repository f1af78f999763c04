//! How is a file written so that nobody ever reads half of it? Beside it, then renamed.

use crate::failure::Failure;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a link leads to is written, not the link; a pipe or a device is written to as it is.
///
/// # Errors
/// A folder that is not there, or may not be written to.
pub fn beside(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let led_to = file.is_symlink().then(|| fs::canonicalize(file).ok()).flatten();
    let file = led_to.as_deref().unwrap_or(file);
    if fs::metadata(file).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return fs::write(file, bytes).map_err(Failure::at(file));
    }
    if let Some(folder) = file.parent().filter(|own| !own.as_os_str().is_empty() && !own.exists()) {
        return Err(Failure::new(format!(
            "{}: the folder {} is not there; make it first, or name another file",
            file.display(),
            folder.display()
        )));
    }
    let part = part(file);
    fs::write(&part, bytes).map_err(Failure::at(&part))?;
    fs::rename(&part, file).map_err(Failure::at(file))
}

/// Writes each file, and makes its folder; where one cannot be written, none is.
///
/// # Errors
/// A folder or file that cannot be written.
pub fn all<T>(files: &BTreeMap<PathBuf, T>, text: impl Fn(&T) -> String) -> Result<(), Failure> {
    let begun = files.iter().try_for_each(|(file, what)| {
        if file.is_dir() {
            return Err(Failure::new(format!(
                "{}: is a folder where a file is to be written; remove it, or name another folder",
                file.display()
            )));
        }
        let folder = file.parent().unwrap_or(file);
        fs::create_dir_all(folder).map_err(Failure::at(folder))?;
        let part = part(file);
        fs::write(&part, text(what)).map_err(Failure::at(&part))
    });
    let put = |file: &PathBuf| fs::rename(part(file), file).map_err(Failure::at(file));
    let done = begun.and_then(|()| files.keys().try_for_each(put));
    if done.is_err() {
        files.keys().for_each(|file| drop(fs::remove_file(part(file))));
    }
    done
}

/// What is being written in place of a file or folder, until it is whole.
pub fn part(path: &Path) -> PathBuf {
    let mut part = path.to_owned().into_os_string();
    part.push(".part");
    PathBuf::from(part)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_stays_one_and_a_device_is_written_to() {
        let folder = std::env::temp_dir().join(format!("banxin-write-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, link) = (folder.join("a.json"), folder.join("link.json"));
        beside(&file, b"old").unwrap();
        symlink(&file, &link).unwrap();
        beside(&link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        let null = folder.join("null");
        symlink("/dev/null", &null).unwrap();
        beside(&null, b"gone").unwrap();
        assert!(fs::metadata("/dev/null").is_ok_and(|there| !there.is_file()));
        fs::remove_dir_all(&folder).unwrap();
    }
}
