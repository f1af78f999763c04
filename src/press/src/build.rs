//! How does a folder of dumps become a folder to publish? Trunk builds the reader; all else is written beside it,
//! compressed, and put in place in one step.

mod fingerprint;
mod interrupt;
mod paths;
pub mod place;
mod summary;

use crate::args::Build;
use crate::compress::{self, Effort};
use crate::failure::Failure;
use crate::site::{self, Address};
use crate::{finish, prerendered, single, write};
use edition::Library;
use interrupt::Interrupt;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

pub use fingerprint::{Fingerprint, of_project};

/// What is printed when all is done.
///
/// # Errors
/// A dump, an override or a redirect that is wrong; trunk missing or failing; what cannot be written.
pub fn run(asked: &Build) -> Result<String, Failure> {
    let started = Instant::now();
    let address = Address::new(asked.base_url.as_deref())?;
    let root = root()?;
    place::may_replace(&asked.out)?;
    let interrupt = Interrupt::watched()?;
    let built = made(asked, &root, &address, &interrupt);
    interrupt.done();
    if let Err(failure) = built {
        // What a half-made build leaves is of no use to the next one.
        let _ = place::clear(&write::part(&asked.out));
        return Err(failure);
    }
    summary::of(&asked.out, started, asked.json)
}

/// The folder, made anew where something has changed.
fn made(
    asked: &Build,
    root: &Path,
    address: &Address,
    interrupt: &Interrupt,
) -> Result<(), Failure> {
    let seeds = seeds(asked, root)?;
    // As it is said: short where it is the project's own.
    let named = seeds.strip_prefix(root).unwrap_or(&seeds);
    place::apart_from(&asked.out, &seeds)?;
    let library = parser::read_seeds(&seeds)?;
    refuse(&library, named)?;

    let memory = root.join("target/press");
    fs::create_dir_all(&memory).map_err(Failure::at(&memory))?;
    let source = of_project(root, &seeds)?;
    let given = asked.reader.as_deref().map(|reader| given(reader, &library)).transpose()?;
    let wanted = source.with(&[
        asked.base_url.as_deref().unwrap_or_default(),
        env!("CARGO_PKG_VERSION"),
        given.as_ref().map_or("", Fingerprint::as_str),
    ]);
    let mark = place::mark(&memory, &asked.out);
    if wanted.is_that_of(&mark, &asked.out) {
        say("nothing has changed");
        return Ok(());
    }

    let built = match &asked.reader {
        Some(reader) => reader.clone(),
        None => {
            let built = memory.join("trunk");
            let built_mark = memory.join("trunk.mark");
            if source.is_that_of(&built_mark, &built) {
                say("the reader has not changed");
            } else {
                say("building the reader with trunk");
                trunk(root, asked.seeds.is_some().then_some(&*seeds), &built, interrupt)?;
                source.remember(&built_mark, &built)?;
            }
            built
        }
    };

    let part = write::part(&asked.out);
    interrupt.removes(&part);
    place::clear(&part)?;
    place::copy(&built, &part)?;
    let stale = vanished(&asked.out, &library, named);
    say("writing articles, feeds, data, book and one file");
    fill(&part, &library, address)?;
    say("compressing");
    squeeze(&part)?;
    interrupt.last(|| place::exchange(&part, &asked.out))?;
    wanted.remember(&mark, &asked.out)?;
    stale.iter().for_each(|line| eprintln!("warning: {line}"));
    Ok(())
}

/// Tells the reader's build script where the dumps are; unset, they are in the project's own folder.
const SEEDS: &str = "BANXIN_SEEDS";

/// Where the dumps are, absolute: trunk works in another folder than the caller.
///
/// # Errors
/// There is no such folder.
pub fn seeds(asked: &Build, root: &Path) -> Result<PathBuf, Failure> {
    match &asked.seeds {
        Some(folder) => fs::canonicalize(folder).map_err(Failure::at(folder)),
        None => Ok(root.join("seeds")),
    }
}

/// The project's folder: this one, or the nearest above that trunk can build.
pub fn root() -> Result<PathBuf, Failure> {
    let here = std::env::current_dir().map_err(Failure::at(Path::new(".")))?;
    let is_root = |folder: &&Path| folder.join("Trunk.toml").is_file();
    here.ancestors().find(is_root).map(Path::to_owned).ok_or_else(|| {
        Failure::new(format!(
            "{}: holds no Trunk.toml, nor does a folder above; run press in the project's folder",
            here.display()
        ))
    })
}

/// One line on standard error; grey on a terminal.
fn say(words: &str) {
    let plain = !std::io::stderr().is_terminal() || std::env::var_os("NO_COLOR").is_some();
    match plain {
        true => eprintln!("{words} …"),
        false => eprintln!("\u{1b}[2m{words} …\u{1b}[0m"),
    }
}

/// An override that does not apply stops the build, before trunk takes its minutes.
fn refuse(library: &Library, seeds: &Path) -> Result<(), Failure> {
    crate::input::refuse_stale(&library.editions, seeds)?;
    match library.editions.is_empty() {
        true => Err(Failure::new(format!(
            "{}: holds no dump; put the text of a page into it as NAME.txt",
            seeds.display()
        ))),
        false => Ok(()),
    }
}

/// `seeds` where they are not the project's own.
fn trunk(
    root: &Path,
    seeds: Option<&Path>,
    out: &Path,
    interrupt: &Interrupt,
) -> Result<(), Failure> {
    let mut command = Command::new("trunk");
    if let Some(seeds) = seeds {
        command.env(SEEDS, seeds);
    }
    command
        .args(["build", "--release", "--skip-version-check", "--dist"])
        .arg(out)
        .current_dir(root)
        .env(paths::VARIABLE, paths::flags());
    // What trunk says goes where progress goes; standard output is the summary's.
    command.stdout(std::io::stderr());
    let child = command.spawn().map_err(|error| {
        Failure::new(format!("trunk cannot be started ({error}); install it: cargo xtask setup"))
    })?;
    match interrupt.wait(child)?.success() {
        true => Ok(()),
        false => Err(Failure::new("trunk failed; what it said stands above")),
    }
}

/// A reader that trunk has built already, of these seeds.
fn given(reader: &Path, library: &Library) -> Result<Fingerprint, Failure> {
    let path = reader.join("index.html");
    let page = fs::read_to_string(&path).map_err(Failure::at(&path))?;
    match page.contains(&prerendered::mark(&edition::encode(library))) {
        true => fingerprint::of(&[reader.to_owned()]),
        false => Err(Failure::new(format!(
            "{}: was built of other seeds, or by another version; build it again: trunk build --release",
            path.display()
        ))),
    }
}

/// Writes what stands beside the reader, and the front page's head, policy and list anew.
fn fill(folder: &Path, library: &Library, address: &Address) -> Result<(), Failure> {
    for (name, bytes) in site::files(library, address)? {
        let path = folder.join(&name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(Failure::at(parent))?;
        }
        fs::write(&path, bytes).map_err(Failure::at(&path))?;
    }
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path).map_err(Failure::at(&path))?;
    let page = site::front(&page, library, address).ok_or_else(|| {
        Failure::new(format!("{}: has no head; restore it with git", path.display()))
    })?;
    fs::write(&path, page).map_err(Failure::at(&path))?;
    finish::seal(folder)?;
    let path = folder.join(single::FILE);
    fs::write(&path, single::of(folder)?).map_err(Failure::at(&path))
}

/// Files that get smaller: text, and the wasm.
const SQUEEZED: [&str; 14] = [
    "bib",
    "css",
    "csv",
    "html",
    "js",
    "json",
    "jsonl",
    "md",
    "ris",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

fn squeeze(folder: &Path) -> Result<(), Failure> {
    let files: Vec<PathBuf> = place::files(folder)?
        .into_iter()
        .filter(|file| {
            let extension = file.extension().and_then(|extension| extension.to_str());
            extension.is_some_and(|extension| SQUEEZED.contains(&extension))
        })
        .collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    // What few ask for, in an archive tens of megabytes each: at its best one takes half a minute.
    let data = folder.join(site::DATA);
    let effort = |file: &Path| if file.starts_with(&data) { Effort::Quick } else { Effort::Best };
    let work = || -> Result<(), Failure> {
        while let Some(file) = files.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            let bytes = fs::read(file).map_err(Failure::at(file))?;
            let (gzip, brotli) = compress::gzip(&bytes)
                .and_then(|gzip| Ok((gzip, compress::brotli(&bytes, effort(file))?)))
                .map_err(Failure::at(file))?;
            for (ending, small) in [(".gz", gzip), (".br", brotli)] {
                let mut name = file.clone().into_os_string();
                name.push(ending);
                fs::write(&name, small).map_err(Failure::at(Path::new(&name)))?;
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().expect("a worker that does not panic"))
    })
}

/// Links of the site before that lead nowhere now: each with what to write into `redirects.toml` of `seeds`.
fn vanished(before: &Path, library: &Library, seeds: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(before.join(site::ARTICLES)) else { return Vec::new() };
    let articles =
        library.editions.iter().flat_map(|edition| &edition.pages).flat_map(|p| &p.articles);
    let ids: Vec<&str> = articles.map(|article| article.id.as_str()).collect();
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut gone: Vec<String> = names
        .filter(|name| edition::ArticleId::read(name).is_some())
        .filter(|name| !ids.contains(&name.as_str()) && library.moved(name).is_none())
        .collect();
    gone.sort();
    let line = |id: String| {
        format!(
            "{}/{id}/ was a link and is none now; if its article has another id, \
             write into {}/redirects.toml: {id} = \"the id of today\"",
            site::ARTICLES,
            seeds.display()
        )
    };
    gone.into_iter().map(line).collect()
}
