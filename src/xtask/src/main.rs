//! What does working on the code take? `cargo xtask` lists it; each command installs what it lacks.

mod apt;
mod bench;
mod browser;
mod freshness;
// As `press build` tells cargo; xtask itself depends on nothing, so that it starts at once.
#[path = "../../press/src/build/paths.rs"]
mod paths;
mod pins;
mod scenarios;
mod shell;
mod suite;
mod toolchain;

use bench::Bench;
use shell::{Outcome, Shell};
use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [--port N] [--release]   build the site from seeds/ and serve it on http://127.0.0.1:8080
cargo xtask test                           run all tests, those in a real browser included
cargo xtask size                           build the site and print what a first visit downloads
cargo xtask shots                          build the site and take the README's pictures of it: docs/*.webp
cargo xtask bench search [--corpus FILE.jsonl] [--articles N]
                                           measure the search beside other engines, in a real browser
cargo xtask bench search --corpus PASSAGES.jsonl --queries QUERIES.jsonl
                                           judge its ranking beside character-bigram BM25
cargo xtask setup                          install what these commands need, and nothing else

Every command first installs what it lacks, and says what and why.
";

/// What is asked for on the command line.
#[derive(Debug, PartialEq, Eq)]
enum Task {
    Help,
    Setup,
    Serve { port: u16, release: bool },
    Test,
    Size,
    Shots,
    Bench(Bench),
}

/// Trunk's own, and what `Trunk.toml` says.
const PORT: u16 = 8080;

impl Task {
    fn parse(arguments: &[&str]) -> Outcome<Self> {
        match arguments {
            [] | ["help" | "-h" | "--help"] => Ok(Self::Help),
            ["setup"] => Ok(Self::Setup),
            ["test"] => Ok(Self::Test),
            ["size"] => Ok(Self::Size),
            ["shots"] => Ok(Self::Shots),
            ["bench", "search", options @ ..] => Bench::parse(options).map(Self::Bench),
            ["serve", options @ ..] => Self::parse_serve(options),
            [other, ..] => Err(format!("`{other}` is no command, or takes no options\n\n{USAGE}")),
        }
    }

    fn parse_serve(mut options: &[&str]) -> Outcome<Self> {
        let (mut port, mut release) = (PORT, false);
        loop {
            options = match options {
                [] => return Ok(Self::Serve { port, release }),
                ["--release", rest @ ..] => {
                    release = true;
                    rest
                }
                ["--port", number, rest @ ..] => {
                    port = number.parse().map_err(|_| {
                        format!("`{number}` is no port; choose one between 1024 and 65535")
                    })?;
                    rest
                }
                [other, ..] => {
                    return Err(format!("`serve {other}` is not understood\n\n{USAGE}"));
                }
            }
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match Task::parse(&arguments).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("error: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Outcome {
    let shell = Shell::new()?;
    match task {
        Task::Help => print!("{USAGE}"),
        Task::Setup => {
            toolchain::install(&shell)?;
            browser::install(&shell)?;
            println!("Everything is installed.");
        }
        Task::Serve { port, release } => {
            toolchain::install(&shell)?;
            return serve(&shell, port, release);
        }
        Task::Test => {
            toolchain::install(&shell)?;
            browser::install(&shell)?;
            suite::run(&shell)?;
        }
        Task::Size => {
            toolchain::install(&shell)?;
            suite::build_site(&shell)?;
            shell.run("cargo", &["run", "--quiet", "--package", "press", "--", "size"])?;
        }
        Task::Bench(bench) => {
            toolchain::install(&shell)?;
            browser::install(&shell)?;
            bench.run(&shell)?;
        }
        Task::Shots => {
            toolchain::install(&shell)?;
            browser::install(&shell)?;
            suite::build_site(&shell)?;
            shell.run("node", &[format!("{}/shots.mjs", browser::TESTS)])?;
        }
    }
    Ok(())
}

fn serve(shell: &Shell, port: u16, release: bool) -> Outcome {
    if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        return Err(format!(
            "port {port} cannot be used ({error}); choose another: cargo xtask serve --port {}",
            port.wrapping_add(1)
        ));
    }
    println!("Building the site; then it is at http://127.0.0.1:{port}/ until Ctrl-C.");
    let port = port.to_string();
    let mut arguments = vec!["serve", "--skip-version-check", "--port", &port];
    if release {
        arguments.push("--release");
    }
    Err(shell.become_program("trunk", &arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_told_from_mistakes() {
        assert_eq!(Task::parse(&[]), Ok(Task::Help));
        assert_eq!(Task::parse(&["serve"]), Ok(Task::Serve { port: 8080, release: false }));
        assert_eq!(
            Task::parse(&["serve", "--release", "--port", "9000"]),
            Ok(Task::Serve { port: 9000, release: true })
        );
        let error = |arguments: &[&str]| {
            Task::parse(arguments).unwrap_err().lines().next().unwrap_or_default().to_owned()
        };
        assert_eq!(error(&["tset"]), "`tset` is no command, or takes no options");
        assert_eq!(error(&["serve", "--prot"]), "`serve --prot` is not understood");
        assert_eq!(
            error(&["serve", "--port", "http"]),
            "`http` is no port; choose one between 1024 and 65535"
        );
    }
}
