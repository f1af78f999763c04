//! Which files may no command write over? The newsroom's own: dumps, what stands in sidecars, what was put right by
//! hand. And nothing becomes a dump by being written.

use crate::build;
use crate::build::place::apart_from;
use crate::failure::Failure;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// For a file that is made of the dumps, and folders of dumps, `named`.
///
/// # Errors
/// It would be written over a dump, a sidecar or the table of redirects, or be read as a dump from then on.
pub fn from_export(file: &Path, named: &[PathBuf]) -> Result<(), Failure> {
    if file.canonicalize().is_ok_and(|real| is_held(&real, named)) {
        return Err(Failure::new(format!(
            "{}: is read for this export and would be lost; name another file with --out",
            file.display()
        )));
    }
    let led_to = led_to(file);
    if is_toml(&led_to) {
        return Err(Failure::new(format!(
            "{}: is a name of what the newsroom writes by hand, beside a dump or as redirects.toml; \
             name another file with --out",
            file.display()
        )));
    }
    if led_to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        from_document(&led_to)?;
    }
    if !parser::is_dump(&led_to) {
        return Ok(());
    }
    named.iter().filter(|path| path.is_dir()).try_for_each(|folder| apart_from(&led_to, folder))?;
    match seeds_of(&led_to, named) {
        Some(seeds) => apart_from(&led_to, &seeds),
        None => Ok(()),
    }
}

/// For a page of HTML, which is no dump and no sidecar.
///
/// # Errors
/// It has the name of one.
pub fn from_page(file: &Path) -> Result<(), Failure> {
    let led_to = led_to(file);
    match parser::is_dump(&led_to) || is_toml(&led_to) {
        true => Err(Failure::new(format!(
            "{}: is a name of a dump or of what stands beside one, and this is a page of HTML; \
             name it NAME.html with --out",
            file.display()
        ))),
        false => Ok(()),
    }
}

/// For the document of a dump: one that stands beside a dump may have been put right by hand.
///
/// # Errors
/// There is one.
pub fn from_document(file: &Path) -> Result<(), Failure> {
    let beside = ["txt", "TXT"].map(|ending| file.with_extension(ending));
    match file.exists() && beside.iter().any(|dump| dump.exists()) {
        true => Err(Failure::new(format!(
            "{}: stands beside its dump and may have been put right by hand; choose another folder with --out, \
             or remove it",
            file.display()
        ))),
        false => Ok(()),
    }
}

/// What is written where `file` is a link.
fn led_to(file: &Path) -> PathBuf {
    file.canonicalize().unwrap_or_else(|_| file.to_owned())
}

fn is_toml(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

fn is_held(real: &Path, named: &[PathBuf]) -> bool {
    let held = |path: &PathBuf| match path.is_dir() {
        true => parser::dumps(path).unwrap_or_default(),
        false => vec![path.clone()],
    };
    let is_it = |own: PathBuf| own.canonicalize().is_ok_and(|own| own == real);
    named.iter().flat_map(held).any(|dump| is_it(dump.with_extension("toml")) || is_it(dump))
}

/// The folder of dumps that the file would stand in though it was not named: the project's own, or one that looks so.
fn seeds_of(file: &Path, named: &[PathBuf]) -> Option<PathBuf> {
    let file = std::path::absolute(file).ok()?;
    let folder = file.parent()?.canonicalize().ok()?;
    let named: Vec<PathBuf> = named.iter().filter_map(|path| path.canonicalize().ok()).collect();
    let given = env::var_os("BANXIN_SEEDS").map(PathBuf::from);
    let known = given.or_else(|| Some(build::root().ok()?.join("seeds")));
    let known = known.and_then(|seeds| seeds.canonicalize().ok());
    known.filter(|seeds| folder.starts_with(seeds)).or_else(|| {
        let above = folder.ancestors().map(|above| (above, Kind::of(above, &named)));
        let above = above.take_while(|(_, kind)| *kind != Kind::Other);
        let mut seeds = above.filter(|(_, kind)| *kind == Kind::Seeds);
        seeds.next().map(|(seeds, _)| seeds.to_owned())
    })
}

/// What stands in a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Something else than text, or nothing that tells.
    Other,
    /// Texts, which may be exports as well.
    Texts,
    /// Texts, and below it days of them or redirects: they are dumps.
    Seeds,
}

impl Kind {
    /// Without what was named.
    fn of(folder: &Path, named: &[PathBuf]) -> Self {
        let mut kind = Self::Texts;
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let name = name.to_string_lossy();
            if name.starts_with('.') || named.contains(&path) {
                continue;
            }
            // A link may lead back.
            let own = match entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                true => Self::of(&path, named),
                false if name == "redirects.toml" => Self::Seeds,
                false if parser::is_dump(&path) && parser::is_day(folder) => Self::Seeds,
                false if parser::is_dump(&path) || is_toml(&path) => Self::Texts,
                false => Self::Other,
            };
            match own {
                Self::Other => return Self::Other,
                Self::Seeds => kind = Self::Seeds,
                Self::Texts => {}
            }
        }
        kind
    }
}
