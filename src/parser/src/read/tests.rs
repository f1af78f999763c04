mod heads;
mod order;

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
            (edition.key.as_str(), edition.pages.iter().map(|page| page.source.as_str()).collect())
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
fn papers_have_folders_of_their_own_with_folders_of_days() {
    let page = "标题一行\n\n正文一段,写在这里。\n".as_bytes();
    let files = [
        ("河口日报/2025-06-30/01.txt", page),
        ("河口日报/2025-06-30/02.txt", page),
        ("山口晚报-2025-07-01/01.txt", page),
        // What a system leaves on a stick, and a folder of versions.
        ("._01.txt", b"\0\x05\x16\x07".as_slice()),
        (".git/a.txt", page),
    ];
    let folder = Folder::with("papers", &files);
    let library = read_seeds(&folder.0).unwrap();
    let shape = |library: &Library| -> Vec<(String, Option<String>, Vec<String>)> {
        let source = |page: &::edition::Page| page.source.clone();
        let of = |edition: &Edition| {
            let date = edition.date.as_ref().map(|date| date.value.to_string());
            (edition.key.clone(), date, edition.pages.iter().map(source).collect())
        };
        library.editions.iter().map(of).collect()
    };
    let day = |day: &str| Some(day.to_owned());
    let both = ["01.txt", "02.txt"].map(str::to_owned);
    let in_paper = both.clone().map(|name| format!("河口日报/2025-06-30/{name}"));
    let other = (
        "山口晚报-2025-07-01".to_owned(),
        day("2025年7月1日"),
        vec!["山口晚报-2025-07-01/01.txt".to_owned()],
    );
    assert_eq!(
        shape(&library),
        [("河口日报-2025-06-30".to_owned(), day("2025年6月30日"), in_paper.to_vec()), other]
    );
    assert_eq!(dumps(&folder.0).unwrap().len(), 3);
    // A day's folder alone is that day, too.
    let alone = read_seeds(&folder.0.join("河口日报/2025-06-30")).unwrap();
    assert_eq!(shape(&alone), [("2025-06-30".to_owned(), day("2025年6月30日"), both.to_vec())]);
}

#[test]
fn a_folder_s_name_ends_with_its_day() {
    let day = |name: &str| day_named(Path::new(name)).map(|date| date.to_string());
    for name in ["2025-07-04", "2025-7-4", "河口日报-2025-07-04", "河口日报 2025-7-4"] {
        assert_eq!(day(name).as_deref(), Some("2025年7月4日"), "{name}");
    }
    for name in ["2025-13-04", "12025-07-04", "25-07-04", "2025-07-特04", "2025-07", "河口-07-04"]
    {
        assert_eq!(day(name), None, "{name}");
    }
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

#[cfg(unix)]
#[test]
fn a_link_to_where_it_lies_is_not_followed() {
    use std::os::unix::fs::symlink;
    let page = "标题一行\n\n正文一段,写在这里。\n".as_bytes();
    let files = [("a/1.txt", page), ("b/2.txt", page), ("b/c/3.txt", page)];
    let folder = Folder::with("loop", &files);
    let link = |to: &str, name: &str| symlink(to, folder.0.join(name)).unwrap();
    link("..", "a/up");
    link(".", "b/c/here");
    // Each leads into the other.
    link("../b", "a/other");
    link("../a", "b/other");
    let (library, errors) = read_readable(&folder.0);
    let mut read: Vec<&str> =
        library.editions.iter().flat_map(|it| &it.pages).map(|page| page.source.as_str()).collect();
    read.sort_unstable();
    assert_eq!(
        read,
        ["a/1.txt", "a/other/2.txt", "a/other/c/3.txt", "b/2.txt", "b/c/3.txt", "b/other/1.txt"]
    );
    assert_eq!((dumps(&folder.0).unwrap().len(), errors), (6, Vec::new()));
}

#[test]
fn two_pages_of_a_day_with_one_number_are_told() {
    let page = "第3版 要闻\n\n标题一行\n\n正文一段,写在这里。\n".as_bytes();
    let folder = Folder::with("numbers", &[("day/1.txt", page), ("day/2.txt", page)]);
    let library = read_seeds(&folder.0).unwrap();
    let pages = &library.editions[0].pages;
    let told = |page: &::edition::Page| {
        page.notes.iter().find(|note| note.kind == NoteKind::Page).map(|note| note.sentence.clone())
    };
    assert_eq!(told(&pages[0]), None);
    assert_eq!(
        told(&pages[1]).as_deref(),
        Some("同一天里,day/1.txt也是第3版。请改正其中一个的版次。")
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
