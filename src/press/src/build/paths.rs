//! Who built it, and where? Nobody can tell: the wasm names its sources from the crate on.
//!
//! A panic names the file that it stands in, with the folders above it. The home of whoever built the site would be
//! published with it, and the same seeds would give other bytes on another machine. Cargo's own way (`trim-paths`) is
//! not stable yet.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Told to cargo for the target of the wasm alone.
pub const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The value of [`VARIABLE`] for this machine. Empty where nothing is known of it: then the paths stay.
pub fn flags() -> String {
    let given = env::var(VARIABLE).ok();
    let home = || Some(PathBuf::from(env::var_os("HOME")?).join(".cargo"));
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home);
    let registries = cargo.map(|cargo| registries(&cargo)).unwrap_or_default();
    let library = Library::of_compiler().and_then(|library| library.flag());
    let ours = registries.iter().filter_map(|folder| flag(folder, "crates"));
    given.into_iter().chain(ours).chain(library).collect::<Vec<_>>().join(" ")
}

/// Where cargo unpacks the crates of each registry.
fn registries(cargo: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(cargo.join("registry/src")).into_iter().flatten();
    let mut folders: Vec<PathBuf> = folders.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders
}

/// The standard library's sources: named by the compiler's commit where they are not installed, so everywhere.
struct Library {
    sources: PathBuf,
    commit: String,
}

impl Library {
    fn of_compiler() -> Option<Self> {
        let said = |argument: &[&str]| {
            let output = Command::new("rustc").args(argument).output().ok()?;
            String::from_utf8(output.stdout).ok()
        };
        let sysroot = said(&["--print", "sysroot"])?;
        let version = said(&["--version", "--verbose"])?;
        let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
        let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
        Some(Self { sources, commit: commit.to_owned() })
    }

    fn flag(&self) -> Option<String> {
        flag(&self.sources, &format!("/rustc/{}", self.commit))
    }
}

/// `None` for a folder whose name the variable cannot hold: cargo divides it at spaces, the compiler at `=`.
fn flag(from: &Path, to: &str) -> Option<String> {
    let from = from.to_str().filter(|from| !from.contains([' ', '=']))?;
    Some(format!("--remap-path-prefix={from}={to}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_becomes_a_flag_where_the_variable_can_hold_it() {
        let named = flag(Path::new("/home/a/.cargo/registry/src/x"), "crates");
        assert_eq!(
            named.as_deref(),
            Some("--remap-path-prefix=/home/a/.cargo/registry/src/x=crates")
        );
        assert_eq!(flag(Path::new("/home/a b"), "crates"), None);
        assert_eq!(flag(Path::new("/home/a=b"), "crates"), None);
    }

    #[test]
    fn the_compiler_says_where_its_library_is() {
        let flag = Library::of_compiler().unwrap().flag().unwrap();
        assert!(flag.contains("/lib/rustlib/src/rust=/rustc/"), "{flag}");
    }
}
