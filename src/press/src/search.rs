//! What does the search find in any collection of articles? JSON lines in, hits and times out.

use crate::failure::Failure;
use search::corpus::{Corpus, CorpusError};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Write};
use std::path::Path;

/// Answers each query of `queries` over the articles of `corpus`, as soon as it is found: one JSON object a
/// line, or for people a line a query.
///
/// # Errors
/// A file that cannot be read, or a line of it that is not JSON of the expected shape; then nothing is written.
pub fn run(corpus: &Path, queries: &Path, json: bool) -> Result<(), Failure> {
    let open = |path: &Path| File::open(path).map(BufReader::new).map_err(Failure::at(path));
    let read = Corpus::read(open(corpus)?).map_err(of(corpus))?;
    let questions = Corpus::questions(open(queries)?).map_err(of(queries))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let written = questions.iter().try_for_each(|question| {
        let reply = read.reply(question);
        if json { reply.write_json(&mut out) } else { writeln!(out, "{reply}") }
    });
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("standard output cannot be written ({error})")))
        }
        _ => Ok(()),
    }
}

fn of(path: &Path) -> impl Fn(CorpusError) -> Failure {
    move |error| match error {
        CorpusError::Io(error) => Failure::at(path)(error),
        CorpusError::Line { .. } => Failure::new(format!("{}: {error}", path.display())),
    }
}
