//! Is the reader built anew when a seed changes, and only then?

use crate::shell::{Outcome, Shell};
use crate::suite::SEED;
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::SystemTime;

/// Asks cargo twice: with the seeds as they are, and with one that has just been saved. `check` is a cargo
/// command that has been run before, so that everything is up to date.
pub fn follows_the_seeds(shell: &Shell, check: &[&str]) -> Outcome {
    if is_rebuilt(shell, check)? {
        return Err(
            "the reader was built anew though no seed had changed; see src/reader/build.rs"
                .to_owned(),
        );
    }
    let (path, seed) = a_seed(shell)?;
    let time_fails = |error| format!("{}: its time cannot be set: {error}", path.display());
    let before = seed.metadata().and_then(|seed| seed.modified()).map_err(time_fails)?;
    seed.set_modified(SystemTime::now()).map_err(time_fails)?;
    let rebuilt = is_rebuilt(shell, check);
    // Else the next build of the site would be a new one.
    seed.set_modified(before).map_err(time_fails)?;
    match rebuilt? {
        true => Ok(()),
        false => Err(format!(
            "the reader was not built anew though {} had changed; see src/reader/build.rs",
            path.display()
        )),
    }
}

fn is_rebuilt(shell: &Shell, check: &[&str]) -> Outcome<bool> {
    let arguments = [&[check[0], "--message-format=json"], &check[1..]].concat();
    let messages = shell
        .capture("cargo", &arguments)
        .ok_or_else(|| format!("`cargo {}` failed; run it to see why", check.join(" ")))?;
    freshness(&messages)
        .ok_or_else(|| "cargo built no reader; see the members in Cargo.toml".to_owned())
}

/// Whether any part of the reader was compiled; `None` where cargo's messages name no such part.
fn freshness(messages: &str) -> Option<bool> {
    let is_reader = |line: &&str| {
        line.contains(r#""reason":"compiler-artifact""#) && line.contains(r#""name":"reader""#)
    };
    let mut parts = messages.lines().filter(is_reader).peekable();
    parts.peek()?;
    Some(parts.any(|part| part.contains(r#""fresh":false"#)))
}

fn a_seed(shell: &Shell) -> Outcome<(PathBuf, File)> {
    let folder = shell.root.join(SEED);
    let entries =
        fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut seeds =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file());
    let path = seeds.next().ok_or_else(|| format!("{} holds no page", folder.display()))?;
    let file = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok((path, file))
}

#[cfg(test)]
mod tests {
    use super::freshness;

    #[test]
    fn cargo_says_what_it_compiled() {
        let part = |name: &str, fresh: bool| {
            format!(
                r#"{{"reason":"compiler-artifact","target":{{"name":"{name}"}},"fresh":{fresh}}}"#
            )
        };
        assert_eq!(freshness(&part("search", false)), None);
        assert_eq!(
            freshness(&[part("search", false), part("reader", true)].join("\n")),
            Some(false)
        );
        assert_eq!(
            freshness(&[part("reader", true), part("reader", false)].join("\n")),
            Some(true)
        );
    }
}
