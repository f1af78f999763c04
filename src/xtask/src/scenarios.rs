//! How are the scenarios played? All in turn; few that failed, on a machine that others use too, once more by themselves.

use crate::browser::TESTS;
use crate::shell::{Outcome, Shell};
use std::fs;
use std::path::Path;

/// As many failures may be the machine's; where there are more, the site is broken.
const MOST_AGAIN: usize = 2;

/// Writes how each test ended, a line each, into a file beside the site.
const REPORTER: &str = "tests/browser/outcome.mjs";
const ENDED: &str = "target/scenarios.txt";

/// Plays the scenarios on the site in `site`.
///
/// # Errors
/// More than [`MOST_AGAIN`] failed, or one failed again; or the tests cannot be listed or run.
pub fn play(shell: &Shell, site: &str) -> Outcome {
    let files = files(shell)?;
    let Err(error) = run(shell, site, &files, &[]) else { return Ok(()) };
    let ended = Ended::read(shell);
    let failed = ended.failed;
    // Of a run that broke off nobody knows the rest.
    if !ended.complete || failed.is_empty() || failed.len() > MOST_AGAIN {
        return Err(error);
    }
    println!("\n== once more: {}", failed.join("; "));
    run(shell, site, &files, &failed)?;
    // What no name finds any more, as a file that ended at once, has not passed.
    let passed = Ended::read(shell).passed;
    if let Some(missing) = failed.iter().find(|name| !passed.contains(name)) {
        return Err(format!("`{missing}` failed, and could not be run again; see above"));
    }
    println!(
        "passed only when run again: {}; what races there is worth finding",
        failed.join("; ")
    );
    Ok(())
}

fn run(shell: &Shell, site: &str, files: &[String], names: &[String]) -> Outcome {
    let ended = shell.root.join(ENDED);
    // What an earlier run left says nothing of this one.
    if ended.exists() {
        fs::remove_file(&ended).map_err(|error| format!("{ENDED} cannot be removed ({error})"))?;
    }
    let mut arguments = vec![
        "--test".to_owned(),
        "--test-reporter=spec".to_owned(),
        "--test-reporter-destination=stdout".to_owned(),
        format!("--test-reporter=./{REPORTER}"),
        format!("--test-reporter-destination={}", ended.display()),
    ];
    arguments.extend(names.iter().map(|name| format!("--test-name-pattern={}", exactly(name))));
    arguments.extend_from_slice(files);
    // With the policy and all that stands beside the reader, as visitors get it.
    shell.run_with("node", &arguments, &[("BANXIN_DIST", &shell.root.join(site))])
}

/// A pattern of Node's that is this name and no other.
fn exactly(name: &str) -> String {
    let mut pattern = String::from("^");
    for c in name.chars() {
        if c.is_ascii_punctuation() {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern + "$"
}

/// The test files by name: Node 20 takes no patterns.
fn files(shell: &Shell) -> Outcome<Vec<String>> {
    let unreadable = |error| format!("{TESTS} cannot be read ({error}); restore it with git");
    let entries = fs::read_dir(shell.root.join(TESTS)).map_err(unreadable)?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    names.sort();
    Ok(names.into_iter().map(|name| format!("{TESTS}/{name}")).collect())
}

/// The tests of a run by how they ended.
#[derive(Default)]
struct Ended {
    passed: Vec<String>,
    failed: Vec<String>,
    /// The run came to its end.
    complete: bool,
}

impl Ended {
    fn read(shell: &Shell) -> Self {
        Self::of(&fs::read_to_string(shell.root.join(Path::new(ENDED))).unwrap_or_default())
    }

    fn of(lines: &str) -> Self {
        let mut all = Self::default();
        for line in lines.lines() {
            match line.split_once('\t') {
                Some(("passed", name)) => all.passed.push(name.to_owned()),
                Some(("failed", name)) => all.failed.push(name.to_owned()),
                _ => all.complete |= line == "complete",
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_told_by_how_they_ended() {
        let ended = Ended::of("passed\tone\nfailed\ttwo: a (b)\n\nfailed\t/browser/x.test.mjs\n");
        assert_eq!(ended.passed, ["one"]);
        assert_eq!(ended.failed, ["two: a (b)", "/browser/x.test.mjs"]);
        assert!(!ended.complete && Ended::of("passed\tone\ncomplete\n").complete);
    }

    #[test]
    fn a_name_is_asked_for_to_the_letter() {
        assert_eq!(exactly("栏: 1+1 (a)?"), r"^栏\: 1\+1 \(a\)\?$");
    }
}
