//! What does the newsroom see while it works on the dumps? Each change built, each mistake said, until Ctrl-C.

use crate::args::Build;
use crate::build;
use crate::failure::Failure;
use std::time::Duration;

/// Between two looks at the files: they are read in a few milliseconds.
const PAUSE: Duration = Duration::from_millis(500);

/// Builds whenever a file of the project has changed; a build that fails is said and the next change waited for.
///
/// # Errors
/// Not in the project's folder, or its files cannot be read.
pub fn run(asked: &Build) -> Result<String, Failure> {
    let root = build::root()?;
    let mut seen = None;
    loop {
        let now = build::of_project(&root, &build::seeds(asked, &root)?)?;
        if seen.as_ref() != Some(&now) {
            seen = Some(now);
            match build::run(asked) {
                Ok(summary) => eprint!("{summary}"),
                Err(failure) => eprintln!("error: {failure}"),
            }
            eprintln!("waiting for a change; Ctrl-C ends");
        }
        std::thread::sleep(PAUSE);
    }
}
