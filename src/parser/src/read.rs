//! Which files make which editions? A folder of `seeds/` is one edition, a file by itself another.

use crate::{Context, Dump, ReadError, decode, edition_of, explain, redirects, sidecar};
use ::edition::{Date, Edition, Library, MonthDay};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads and parses every `*.txt` below `seeds`: oldest edition first, before it what has no date. Files whose
/// sidecars name the same paper and day are pages of one edition, too.
///
/// # Errors
/// The first file that cannot be read, in the order of names.
pub fn read_seeds(seeds: &Path) -> Result<Library, ReadError> {
    let (library, errors) = read_readable(seeds);
    errors.into_iter().next().map_or(Ok(library), Err)
}

/// What of a folder can be read, and why the rest cannot, in the order of names.
pub fn read_readable(seeds: &Path) -> (Library, Vec<ReadError>) {
    let mut errors = Vec::new();
    let mut groups: Vec<(String, Vec<Dump>)> = Vec::new();
    for path in kept(entries(seeds), &mut errors).unwrap_or_default() {
        if path.is_dir() {
            let pages = kept(entries(&path), &mut errors).unwrap_or_default();
            let pages = pages.into_iter().filter(|path| is_dump(path));
            let mut dumps: Vec<Dump> =
                pages.filter_map(|page| kept(read_dump(&page), &mut errors)).collect();
            let day = day_named(&name_of(&path));
            for dump in &mut dumps {
                // Every day has its 01.txt.
                dump.source = format!("{}/{}", name_of(&path), dump.source);
                dump.context.folder_date = day;
            }
            if !dumps.is_empty() {
                groups.push((name_of(&path), dumps));
            }
        } else if is_dump(&path) {
            let Some(dump) = kept(read_dump(&path), &mut errors) else { continue };
            match groups.iter_mut().find(|(_, known)| same_day(&known[0], &dump)) {
                Some((_, known)) => known.push(dump),
                None => groups.push((stem_of(&path), vec![dump])),
            }
        }
    }
    let edition = |(key, mut dumps): (String, Vec<Dump>)| {
        // Stable: pages without a number keep the order of their names.
        dumps.sort_by_key(|dump| dump.context.page);
        edition_of(&key, dumps)
    };
    let mut editions: Vec<Edition> = groups.into_iter().map(edition).collect();
    editions.sort_by_key(|edition| {
        // One without a day is no news: the newest is the last.
        let date = edition.date.as_ref().map(|date| (date.value.year, date.value.day));
        (date, edition.key.clone())
    });
    // What leads to an article of an unread page leads nowhere yet.
    let redirects = if errors.is_empty() {
        kept(redirects::of_seeds(seeds, &editions), &mut errors).unwrap_or_default()
    } else {
        Vec::new()
    };
    (Library { editions, redirects }, errors)
}

fn kept<T>(read: Result<T, ReadError>, errors: &mut Vec<ReadError>) -> Option<T> {
    read.map_err(|error| errors.push(error)).ok()
}

/// The dumps of a folder and of the folders in it, in the order of names.
///
/// # Errors
/// A folder that cannot be listed.
pub fn dumps(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let mut files = files(folder)?;
    files.retain(|path| is_dump(path));
    Ok(files)
}

/// The sidecars of a folder, and of the folders in it, beside which no dump stands.
///
/// # Errors
/// A folder that cannot be listed.
pub fn lone_sidecars(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let files = files(folder)?;
    let is_sidecar = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let table = folder.join(redirects::NAME);
    let has_dump = |path: &PathBuf| {
        files.iter().any(|file| is_dump(file) && file.with_extension("") == path.with_extension(""))
    };
    let lone = files.iter().filter(|path| is_sidecar(path) && **path != table && !has_dump(path));
    Ok(lone.cloned().collect())
}

/// The files of a folder and of the folders in it.
fn files(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let mut files = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            files.extend(entries(&path)?.into_iter().filter(|path| path.is_file()));
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// The day of a folder's name: 2025-07-24.
fn day_named(folder: &str) -> Option<Date> {
    let mut parts = folder.split('-');
    let year = parts.next()?.parse().ok().filter(|year| (1000..=9999).contains(year))?;
    let day = MonthDay::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?;
    parts.next().is_none().then_some(Date { year: Some(year), day })
}

/// Whether the newsroom gave both the same paper and day.
fn same_day(a: &Dump, b: &Dump) -> bool {
    let day = |dump: &Dump| Some((dump.context.paper.clone()?, dump.context.date?));
    day(a).is_some() && day(a) == day(b)
}

/// One dump as an edition of one page, with what `<stem>.toml` beside it says.
///
/// # Errors
/// The file or its sidecar cannot be read.
pub fn read_page(path: &Path) -> Result<Edition, ReadError> {
    Ok(edition_of(&stem_of(path), vec![read_dump(path)?]))
}

/// Why each piece of a dump became what it became.
///
/// # Errors
/// The file or its sidecar cannot be read.
pub fn explain_page(path: &Path) -> Result<String, ReadError> {
    let dump = read_dump(path)?;
    Ok(explain(&dump.text, &dump.context))
}

fn read_dump(path: &Path) -> Result<Dump, ReadError> {
    let file = || path.to_owned();
    let unreadable =
        |error: std::io::Error| ReadError::Unreadable { file: file(), reason: error.to_string() };
    let bytes = fs::read(path).map_err(unreadable)?;
    let (text, note) =
        decode(&bytes).map_err(|error| ReadError::NotText { file: file(), error })?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty { file: file() });
    }
    let context: Context = sidecar::of_dump(path)?;
    Ok(Dump { source: name_of(path), text, encoding: note, context })
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let unreadable = |error: std::io::Error| ReadError::Unreadable {
        file: folder.to_owned(),
        reason: error.to_string(),
    };
    let listed = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths: Vec<PathBuf> = listed
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(unreadable)?;
    paths.sort();
    Ok(paths)
}

fn is_dump(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn stem_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::edition::NoteKind;

    /// A folder of its own for one test, removed when it is dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn with(name: &str, files: &[(&str, &[u8])]) -> Self {
            let folder = std::env::temp_dir().join(format!("banxin-{name}-{}", std::process::id()));
            for (file, bytes) in files {
                let path = folder.join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            Self(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn folders_and_days_make_editions() {
        let given = b"paper = \"P\"\ndate = 2025-07-01\npage = 2\n".as_slice();
        let first = b"paper = \"P\"\ndate = 2025-07-01\npage = 1\n".as_slice();
        let page = "标题一行\n\n正文一段,写在这里。\n".as_bytes();
        let files = [
            ("a.txt", page),
            ("a.toml", given),
            ("b.txt", page),
            ("b.toml", first),
            ("2025-06-30/01.txt", page),
            ("2025-06-30/02.txt", page),
            ("notes.md", b"not a dump"),
        ];
        let folder = Folder::with("editions", &files);
        let library = read_seeds(&folder.0).unwrap();
        let shape: Vec<(&str, Vec<&str>)> = library
            .editions
            .iter()
            .map(|edition| {
                (
                    edition.key.as_str(),
                    edition.pages.iter().map(|page| page.source.as_str()).collect(),
                )
            })
            .collect();
        assert_eq!(
            shape,
            [
                ("2025-06-30", vec!["2025-06-30/01.txt", "2025-06-30/02.txt"]),
                ("a", vec!["b.txt", "a.txt"])
            ]
        );
        let mut ids: Vec<&str> = library.editions[0]
            .pages
            .iter()
            .flat_map(|page| &page.articles)
            .map(|article| article.id.as_str())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    #[test]
    fn all_that_cannot_be_read_is_told_and_the_rest_is_read() {
        let page = "标题一行\n\n正文一段,写在这里。\n".as_bytes();
        let files = [
            ("1.txt", b"\n".as_slice()),
            ("2.TXT", page),
            ("3.txt", page),
            ("3.toml", b"page = 0\n"),
            ("day/4.txt", b"ab\xFF"),
            ("day/5.txt", page),
            ("day/6.toml", b"page = 1\n"),
            ("redirects.toml", b"\n"),
        ];
        let folder = Folder::with("readable", &files);
        let (library, errors) = read_readable(&folder.0);
        let pages = library.editions.iter().flat_map(|edition| &edition.pages);
        let read: Vec<&str> = pages.map(|page| page.source.as_str()).collect();
        assert_eq!(read, ["2.TXT", "day/5.txt"]);
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told[0].contains("1.txt: ") && told[1].contains("3.toml:1: "), "{told:?}");
        assert!(told[2].contains("4.txt: ") && read_seeds(&folder.0) == Err(errors[0].clone()));
        assert_eq!(lone_sidecars(&folder.0).unwrap(), [folder.0.join("day/6.toml")]);
        assert_eq!(dumps(&folder.0).unwrap().len(), 5);
    }

    #[test]
    fn two_pages_of_a_day_with_one_number_are_told() {
        let page = "第3版 要闻\n\n标题一行\n\n正文一段,写在这里。\n".as_bytes();
        let folder = Folder::with("numbers", &[("day/1.txt", page), ("day/2.txt", page)]);
        let library = read_seeds(&folder.0).unwrap();
        let pages = &library.editions[0].pages;
        let told = |page: &::edition::Page| {
            page.notes
                .iter()
                .find(|note| note.kind == NoteKind::Page)
                .map(|note| note.sentence.clone())
        };
        assert_eq!(told(&pages[0]), None);
        assert_eq!(
            told(&pages[1]).as_deref(),
            Some("同一天里,day/1.txt也是第3版。请改正其中一个的版次。")
        );
    }

    /// The sentences about each page's head.
    fn told_of_heads(name: &str, files: &[(&str, &[u8])]) -> Vec<Vec<String>> {
        let folder = Folder::with(name, files);
        let library = read_seeds(&folder.0).unwrap();
        let of_head = |note: &&::edition::Note| {
            matches!(note.kind, NoteKind::Page | NoteKind::Head | NoteKind::Weekday)
        };
        let told = |page: &::edition::Page| {
            page.notes.iter().filter(of_head).map(|note| note.sentence.clone()).collect()
        };
        library.editions.iter().flat_map(|edition| &edition.pages).map(told).collect()
    }

    #[test]
    fn a_head_and_a_folder_that_name_two_days_are_told() {
        let page =
            "河口日报 2004年5月8日 星期六 第2版\n\n标题一行\n\n正文一段,写在这里。\n".as_bytes();
        assert_eq!(
            told_of_heads("two-days", &[("2004-05-07/02.txt", page)]),
            [[
                "版头写的是2004年5月8日,文件夹名是2004年5月7日,现在显示2004年5月7日。版头对,请给文件夹改名或把这一版移到那一天的文件夹;\
                 文件夹对,请在2004-05-07/02.toml里写上date = 2004-05-07。"
            ]]
        );
        let given = b"date = 2004-05-07\n".as_slice();
        let files = [("2004-05-07/02.txt", page), ("2004-05-07/02.toml", given)];
        assert_eq!(told_of_heads("given-day", &files), [Vec::<String>::new()]);
        assert_eq!(
            told_of_heads("same-day", &[("2004-05-08/02.txt", page)]),
            [Vec::<String>::new()]
        );
    }

    #[test]
    fn two_papers_or_days_in_one_folder_are_told() {
        let page = |head: &str| format!("{head}\n\n标题一行\n\n正文一段,写在这里。\n");
        let first = page("河口日报 2004年5月7日 星期五 第2版");
        let other = page("山口晚报 2004年5月8日 星期六 第3版");
        let longer = page("今日河口日报 2004年5月7日 星期五 第4版");
        let files = [
            ("a/1.txt", first.as_bytes()),
            ("a/2.txt", other.as_bytes()),
            ("a/3.txt", longer.as_bytes()),
        ];
        let told = told_of_heads("two-papers", &files);
        assert_eq!(told[0], Vec::<String>::new());
        assert_eq!(
            told[1],
            [
                "版头写的报名是“山口晚报”,a/1.txt写的是“河口日报”,现在显示“河口日报”。不是一份报,请放进各自的文件夹;\
                 是一份,请在a/2.toml里写上paper = \"河口日报\"。",
                "版头写的是2004年5月8日,a/1.txt写的是2004年5月7日,现在显示2004年5月7日。不是一天,请放进各自的文件夹;\
                 是一天,请在a/2.toml里写上date = 2004-05-07。",
            ]
        );
        assert_eq!(told[2], Vec::<String>::new());
    }

    #[test]
    fn a_weekday_that_is_not_the_day_s_is_told() {
        let page =
            "河口日报 2004年5月8日 星期五 第2版\n\n标题一行\n\n正文一段,写在这里。\n".as_bytes();
        assert_eq!(
            told_of_heads("weekday", &[("a/2.txt", page)]),
            [["2004年5月8日是星期六,版头写的是星期五。请对照原版,看是哪个不对。"]]
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_in_one_sentence() {
        let folder = Folder::with("errors", &[("a.txt", b"\n \n"), ("b.txt", b"ab\xFF")]);
        let told = |file: &str| read_page(&folder.0.join(file)).unwrap_err().to_string();
        assert!(told("a.txt").ends_with(
            "a.txt: byte 0: the file holds no text; put the page's text into it or remove it"
        ));
        assert!(told("b.txt").contains("b.txt: byte 2: 0xFF is neither UTF-8"));
        assert!(told("c.txt").contains("c.txt: cannot be read ("));
    }
}
