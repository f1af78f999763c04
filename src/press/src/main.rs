//! What can the newsroom ask for on the command line? `press --help` lists it.
//!
//! Exit codes: 0 done; 1 `check` found an error; 2 the command could not be carried out, and wrote nothing.

mod check;
mod failure;
mod finish;
mod input;
mod parse;
mod search;
mod size;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns the text dumps of newspaper pages into editions, and finishes the site that shows them.
#[derive(Parser)]
#[command(version, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Parse dumps and say what stands on each page
    Parse {
        /// Dumps: UTF-8 text files; what `<name>.toml` beside `<name>.txt` says is taken in
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Print JSON: one document for one dump, an array for several
        #[arg(long)]
        json: bool,
        /// Write one JSON document a dump into this folder, named as the dump
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Print what the parser noticed, as `file:line: kind: sentence`; exit code 1 where a note is an error
    Check {
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Answer queries over any articles, to judge the search by
    Search {
        /// Articles: JSON lines `{id,title,paras}`, or passages `{pid,title,text}`
        #[arg(long, value_name = "FILE.jsonl")]
        corpus: PathBuf,
        /// Queries: JSON lines `{qid,query}`
        #[arg(long, value_name = "FILE.jsonl")]
        queries: PathBuf,
        /// Print one JSON object a query, `{"qid","hits":[{"id","tier","score"}],"us"}`, best hits first
        #[arg(long)]
        json: bool,
    },
    /// Finish the folder that trunk has built: the list of its files and the service worker
    Finish {
        /// The folder; trunk names it when it runs this as its hook
        #[arg(env = "TRUNK_STAGING_DIR")]
        folder: PathBuf,
    },
    /// Print what a first visit downloads from a finished folder: raw, gzip, brotli
    Size {
        #[arg(default_value = "dist")]
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Failure> {
    let mut code = ExitCode::SUCCESS;
    let output = match command {
        Command::Parse { files, json, out } => {
            let pages = input::read(&files)?;
            if let Some(folder) = &out {
                parse::write(&pages, folder)?;
            }
            match (json, out) {
                (true, _) => parse::json(&pages),
                (false, Some(_)) => String::new(),
                (false, None) => parse::outline(&pages),
            }
        }
        Command::Check { files } => {
            let pages = input::read(&files)?;
            if check::has_error(&pages) {
                code = ExitCode::FAILURE;
            }
            check::diagnostics(&pages)
        }
        Command::Search { corpus, queries, json } => {
            search::run(&corpus, &queries, json)?;
            String::new()
        }
        Command::Finish { folder } => {
            finish::finish(&folder)?;
            String::new()
        }
        Command::Size { folder } => size::table(&folder)?,
    };
    print(&output)?;
    Ok(code)
}

/// A reader that has seen enough (`press check … | head`) is no failure.
fn print(output: &str) -> Result<(), Failure> {
    match io::stdout().write_all(output.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("standard output cannot be written ({error})")))
        }
        _ => Ok(()),
    }
}
