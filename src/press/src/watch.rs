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
/// Not in the project's folder, or the folder of the dumps is not there.
pub fn run(asked: &Build) -> Result<String, Failure> {
    let root = build::root()?;
    let seeds = build::seeds(asked, &root)?;
    let mut seen = None;
    loop {
        // A file may vanish between two looks.
        let now = build::of_project(&root, &seeds).map_err(|failure| failure.to_string());
        if seen.as_ref() != Some(&now) {
            let built = |_: &_| build::run(asked).map_err(|failure| failure.to_string());
            match now.as_ref().map_err(String::clone).and_then(built) {
                Ok(summary) => eprint!("{summary}"),
                Err(failure) => eprintln!("error: {failure}"),
            }
            seen = Some(now);
            eprintln!("waiting for a change; Ctrl-C ends");
        }
        std::thread::sleep(PAUSE);
    }
}
