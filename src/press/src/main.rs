//! What can the newsroom ask for on the command line? `press --help` lists it.
//!
//! Exit codes: 0 done; 1 `check` found an error; 2 the command could not be carried out, and wrote nothing; 130
//! Ctrl-C while it built.

mod account;
mod archive;
mod args;
mod build;
mod check;
mod compress;
mod epub;
mod export;
mod failure;
mod feed;
mod finish;
mod hash;
mod identity;
mod input;
mod item;
mod keep;
mod parse;
mod policy;
mod prerendered;
mod printable;
mod prose;
mod score;
mod script;
mod search;
mod serve;
mod single;
mod site;
mod size;
mod style;
mod watch;
mod write;
mod xml;

use args::{Arguments, Command, Parse};
use clap::{CommandFactory, Parser};
use failure::Failure;
use std::io::{self, Write};
use std::process::ExitCode;

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
        Command::Parse(asked) => parsed(&asked)?,
        Command::Check(asked) => {
            let report = check::run(&asked);
            if report.failed {
                code = ExitCode::FAILURE;
            }
            print(report.text.as_bytes())?;
            for failure in &report.unread {
                eprintln!("error: {failure}");
                code = ExitCode::from(2);
            }
            String::new()
        }
        Command::Export(asked) => {
            print(&export::run(&asked)?)?;
            String::new()
        }
        Command::Build(asked) => build::run(&asked)?,
        Command::Watch(asked) => watch::run(&asked)?,
        Command::Serve(asked) => serve::run(&asked)?,
        Command::Score { folders } => score::table(&folders)?,
        Command::Search { corpus, queries, json } => {
            search::run(&corpus, &queries, json)?;
            String::new()
        }
        Command::Finish { folder } => {
            finish::finish(&folder)?;
            String::new()
        }
        Command::Single { folder, out } => {
            print(&single::run(&folder, out.as_deref())?)?;
            String::new()
        }
        Command::Size { folder } => size::table(&folder)?,
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "press", &mut script);
            String::from_utf8_lossy(&script).into_owned()
        }
        Command::Man => manual()?,
    };
    print(output.as_bytes())?;
    Ok(code)
}

fn parsed(asked: &Parse) -> Result<String, Failure> {
    if asked.explain {
        return parse::explained(&asked.files);
    }
    let pages = input::read(&asked.files)?;
    if let Some(folder) = &asked.out {
        parse::write(&pages, folder)?;
    }
    Ok(match (asked.json, &asked.out) {
        (true, _) => parse::json(&pages),
        (false, Some(_)) => String::new(),
        (false, None) => parse::outline(&pages),
    })
}

/// One page for the command, then one for each of what it can be asked.
fn manual() -> Result<String, Failure> {
    let mut pages = Vec::new();
    let mut command = Arguments::command();
    command.build();
    let parts = command.get_subcommands().filter(|part| part.get_name() != "help").cloned();
    for command in std::iter::once(command.clone()).chain(parts) {
        let page = clap_mangen::Man::new(command).render(&mut pages);
        page.map_err(|error| Failure::new(format!("the manual cannot be made ({error})")))?;
    }
    Ok(String::from_utf8_lossy(&pages).into_owned())
}

/// A reader that has seen enough (`press check … | head`) is no failure.
fn print(output: &[u8]) -> Result<(), Failure> {
    match io::stdout().write_all(output) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("standard output cannot be written ({error})")))
        }
        _ => Ok(()),
    }
}
