//! Which versions does the project name? Each is read where it stands, once.

use crate::shell::{Outcome, Shell};
use std::fs;

/// Versions that tools must have.
#[derive(Debug, PartialEq, Eq)]
pub struct Pins {
    /// `Trunk.toml`: trunk itself.
    pub trunk: String,
    /// `Trunk.toml`: binaryen's number, without dots.
    pub wasm_opt: String,
    /// `Cargo.lock`: the command must equal the crate.
    pub wasm_bindgen: String,
}

impl Pins {
    pub fn read(shell: &Shell) -> Outcome<Self> {
        let read = |name: &str| {
            fs::read_to_string(shell.root.join(name))
                .map_err(|error| format!("{name} cannot be read ({error}); restore it with git"))
        };
        let (trunk, lock) = (read("Trunk.toml")?, read("Cargo.lock")?);
        let missing =
            |what: &str, file: &str| format!("{file} names no {what}; restore it with git");
        Ok(Self {
            trunk: toml_value(&trunk, "trunk-version")
                .ok_or_else(|| missing("trunk-version", "Trunk.toml"))?,
            wasm_opt: toml_value(&trunk, "wasm_opt")
                .and_then(|value| Some(value.strip_prefix("version_")?.to_owned()))
                .ok_or_else(|| missing("wasm_opt version", "Trunk.toml"))?,
            wasm_bindgen: locked(&lock, "wasm-bindgen")
                .ok_or_else(|| missing("wasm-bindgen", "Cargo.lock"))?,
        })
    }
}

/// The value of the first `key = "value"`.
fn toml_value(text: &str, key: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        let value = value.trim().strip_prefix('"')?.split('"').next()?;
        (name.trim() == key).then(|| value.to_owned())
    })
}

/// The version of a package in a `Cargo.lock`.
fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let after = lock.lines().skip_while(|line| *line != name).nth(1)?;
    toml_value(after, "version")
}

/// The value of the first `"key": "value"` of a JSON text laid out by npm, one pair a line.
pub fn json_value(text: &str, key: &str) -> Option<String> {
    let key = format!("\"{key}\":");
    text.lines().find_map(|line| {
        let value = line.trim().strip_prefix(&key)?.trim();
        Some(value.strip_prefix('"')?.split('"').next()?.to_owned())
    })
}

/// The first word of a `--version` line that begins with a digit or is a `v` and digits:
/// `trunk 0.21.14`, `v20.1.0`, `wasm-opt version 132 (version_132)`.
pub fn version_in(line: &str) -> Option<&str> {
    let words = line.split_whitespace().map(|word| word.strip_prefix('v').unwrap_or(word));
    words.into_iter().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether `found` can stand in for `wanted` as Cargo's caret has it: the same leading number other than 0,
/// and not older.
pub fn satisfies(found: &str, wanted: &str) -> bool {
    let numbers = |version: &str| -> Option<Vec<u32>> {
        version.split('.').map(|part| part.parse().ok()).collect()
    };
    let (Some(found), Some(wanted)) = (numbers(found), numbers(wanted)) else { return false };
    let fixed = wanted.iter().position(|number| *number != 0).map_or(wanted.len(), |at| at + 1);
    found.len() == wanted.len() && found[..fixed] == wanted[..fixed] && found >= wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pins_stand_in_the_projects_own_files() {
        let pins = Pins::read(&Shell::new().unwrap()).unwrap();
        for version in [&pins.trunk, &pins.wasm_bindgen] {
            assert_eq!(version.split('.').count(), 3, "{version}");
        }
        assert!(pins.wasm_opt.parse::<u32>().is_ok(), "{}", pins.wasm_opt);
    }

    #[test]
    fn values_are_found_by_their_key() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "trunk"), None);
        assert_eq!(toml_value("# a = \"1\"\na  = \"2\" # b\n", "a").as_deref(), Some("2"));
        let json = "{\n  \"dependencies\": {\n    \"playwright-core\": \"1.2.3\"\n  }\n}\n";
        assert_eq!(json_value(json, "playwright-core").as_deref(), Some("1.2.3"));
    }

    #[test]
    fn version_lines_of_the_tools_are_read() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.130"), Some("0.2.130"));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_in("v20.20.2"), Some("20.20.2"));
        assert_eq!(version_in("command not found"), None);
    }

    #[test]
    fn a_newer_patch_will_do_and_another_minor_will_not() {
        assert!(satisfies("0.21.14", "0.21.14") && satisfies("0.21.15", "0.21.14"));
        assert!(!satisfies("0.21.13", "0.21.14") && !satisfies("0.22.0", "0.21.14"));
        assert!(satisfies("1.4.0", "1.3.9") && !satisfies("2.0.0", "1.3.9"));
        assert!(!satisfies("0.21.14-beta.1", "0.21.14"));
    }
}
