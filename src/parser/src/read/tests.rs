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
    let page = "河口日报 2004年5月8日 星期六 第2版\n\n标题一行\n\n正文一段,写在这里。\n".as_bytes();
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
    assert_eq!(told_of_heads("same-day", &[("2004-05-08/02.txt", page)]), [Vec::<String>::new()]);
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

/// Paper and name of the first page.
fn named(name: &str, file: &str, head: &str) -> (Option<String>, Option<String>) {
    let page = format!("{head}\n\n标题一行\n\n正文一段,写在这里。\n");
    let folder = Folder::with(name, &[(file, page.as_bytes())]);
    let edition = read_seeds(&folder.0).unwrap().editions.remove(0);
    let paper = edition.paper.map(|fact| fact.value);
    (paper, edition.pages[0].name.as_ref().map(|fact| fact.value.clone()))
}

#[test]
fn words_of_the_head_after_which_the_folder_is_named_are_the_paper() {
    let day = "2025-07-24/07.txt";
    for (at, (folder, head, paper, page)) in [
        ("湖州晚潮/", "湖州晚潮 2025年7月24日 星期四 第7版 副刊", "湖州晚潮", "副刊"),
        ("湖州晚潮-", "湖州晚潮 2025年7月24日 星期四 第7版 副刊", "湖州晚潮", "副刊"),
        ("泉州晚刊/", "泉州晚刊　2025年7月24日　周四　A11　体育", "泉州晚刊", "体育"),
        ("山城纺织工人/", "山城纺织工人\n2025年7月24日　星期四　第三六一期", "山城纺织工人", "-"),
        ("臺東晚潮/", "台东晚潮 2025年7月24日 星期四 第7版", "台东晚潮", "-"),
        // The head names another; the folder names none, or a section.
        ("湖州晚潮/", "河口日报 2025年7月24日 第7版 副刊", "河口日报", "副刊"),
        ("扫描件/", "湖州晚潮 2025年7月24日 星期四 第7版 副刊", "-", "湖州晚潮"),
        ("副刊/", "副刊 2025年7月24日 星期四 第7版", "-", "副刊"),
        // The folder alone, by the form of its name.
        ("河口日报/", "2025年7月24日 星期四 第7版 副刊", "河口日报", "副刊"),
        ("湖州晚潮/", "2025年7月24日 星期四 第7版 副刊", "-", "副刊"),
    ]
    .into_iter()
    .enumerate()
    {
        let known = |name: &str| (name != "-").then(|| name.to_owned());
        let read = named(&format!("named-{at}"), &format!("{folder}{day}"), head);
        assert_eq!(read, (known(paper), known(page)), "{folder} {head}");
    }
}

#[test]
fn a_weekday_that_is_not_the_day_s_is_told() {
    let page = "河口日报 2004年5月8日 星期五 第2版\n\n标题一行\n\n正文一段,写在这里。\n".as_bytes();
    assert_eq!(
        told_of_heads("weekday", &[("a/2.txt", page)]),
        [["2004年5月8日是星期六,版头写的是星期五。请对照原版,看是哪个不对。"]]
    );
}

#[test]
fn a_day_that_is_none_is_told_and_none_is_inferred() {
    let page = |day: &str| {
        format!("河口日报\n{day} 星期二 第1版\n\n河口镇开会\n\n本报讯 6月1日,河口镇开会。\n")
    };
    for day in [
        "2026年6月31日",
        "2025年2月29日",
        "2026年13月1日",
        "2026-6-31",
        "2025.2.30",
        "114年6月31日",
    ] {
        let name = format!("no-day-{day}");
        let (text, given) = (page(day), b"date = 2026-06-30\n".as_slice());
        let files = [("a/1.txt", text.as_bytes()), ("a/1.toml", given)];
        assert_eq!(
            told_of_heads(&name, &files[..1]),
            [[format!(
                "版头写的日期是{day},没有这一天,日期没有读出。对照原版,请在a/1.toml里写上date = 年-月-日。"
            )]]
        );
        assert_eq!(told_of_heads(&name, &files), [Vec::<String>::new()]);
        let dump = |text: &str| Dump {
            source: "1.txt".into(),
            text: text.into(),
            encoding: None,
            context: Context::default(),
        };
        let edition = edition_of("a", vec![dump(&text)]);
        assert_eq!((edition.date, edition.pages[0].furniture.len()), (None, 2), "{day}");
    }
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

/// The notes on heads, with their files.
fn of_heads(folder: &Folder) -> Vec<(String, NoteKind, String)> {
    let library = read_seeds(&folder.0).unwrap();
    let pages = library.editions.into_iter().flat_map(|edition| edition.pages);
    let notes = pages.flat_map(|page| {
        page.notes.into_iter().map(move |note| (page.source.clone(), note.kind, note.sentence))
    });
    let wanted = [NoteKind::Head, NoteKind::Page, NoteKind::Applied];
    notes.filter(|(_, kind, _)| wanted.contains(kind)).collect()
}

const STORY: &str = "甲村春耕忙\n\n本报讯(记者 王明)5月3日,甲村的拖拉机下了地,两天翻了三百亩。\n";

#[test]
fn a_page_in_the_folder_of_another_paper_is_told() {
    let page =
        |head: &str| format!("{head} 2024年5月4日 星期六 第1版 要闻\n\n{STORY}").into_bytes();
    let (hekou, simplified, donggang) = (page("河口日报"), page("东港日报"), page("東港日報"));
    let files: [(&str, &[u8]); 7] = [
        ("東港日報/2024-05-04/01.txt", &donggang),
        ("东港日报/2024-05-04/01.txt", &simplified),
        ("東港日報-2024-05-04/01.txt", &simplified),
        ("甲/2024-05-04/01.txt", &hekou),
        ("東港日報/2024-05-05/01.txt", &hekou),
        ("東港日報/2024-05-05/01.toml", "paper = \"河口日报\"\ndate = 2024-05-05\n".as_bytes()),
        ("東港日報-2024-5-4/01.txt", &hekou),
    ];
    let folder = Folder::with("heads-folders", &files);
    assert_eq!(
        of_heads(&folder),
        [
            (
                "東港日報-2024-5-4/01.txt".to_owned(),
                NoteKind::Page,
                "版头写的报名是“河口日报”,文件夹名是“東港日報”。版头对,请把这一版移到那份报的文件夹;\
                 文件夹对,请在東港日報-2024-5-4/01.toml里写上paper = \"東港日報\"。"
                    .to_owned()
            ),
            (
                "東港日報/2024-05-05/01.txt".to_owned(),
                NoteKind::Applied,
                "版头写的是2024年5月4日,旁注写的是2024年5月5日,以旁注为准。".to_owned()
            ),
        ]
    );
}

#[test]
fn a_folder_of_no_day_is_told_once() {
    let files = [
        ("河口日报/1998-02-30/01.txt", STORY.as_bytes()),
        ("河口日报/1998-02-30/02.txt", STORY.as_bytes()),
        ("河口日报/1999-02-29/01.txt", STORY.as_bytes()),
        ("河口日报/2000-02-29/01.txt", STORY.as_bytes()),
        ("卷 12-1998-100-3/01.txt", STORY.as_bytes()),
    ];
    let folder = Folder::with("heads-no-day", &files);
    let told = of_heads(&folder);
    let files: Vec<&str> = told.iter().map(|(source, ..)| source.as_str()).collect();
    assert_eq!(files, ["河口日报/1998-02-30/01.txt", "河口日报/1999-02-29/01.txt"]);
    assert_eq!(
        told[0].2,
        "文件夹名里的1998-02-30像是日期,却没有这一天,没有用上。请照原版的日期给文件夹改名。"
    );
}

#[test]
fn a_sidecar_that_says_other_than_the_head_wins_and_is_told() {
    let page = format!("河口日报 2024年5月4日 星期六 第1版 要闻\n\n{STORY}").into_bytes();
    let other = "page = 2\ndate = 2024-05-06\npaper = \"东港日报\"\n";
    let same = "page = 1\ndate = 2024-05-04\npaper = \"河口日報\"\n";
    let files: [(&str, &[u8]); 4] = [
        ("a.txt", &page),
        ("a.toml", other.as_bytes()),
        ("b.txt", &page),
        ("b.toml", same.as_bytes()),
    ];
    let folder = Folder::with("heads-sidecar", &files);
    let library = read_seeds(&folder.0).unwrap();
    let edition = library.editions.iter().find(|edition| edition.key == "a").unwrap();
    assert_eq!(edition.paper.as_ref().unwrap().value, "东港日报");
    let notes = edition.pages[0].notes.iter();
    let told: Vec<(u32, &str)> =
        notes.map(|note| (note.sidecar.unwrap().line.0, note.sentence.as_str())).collect();
    assert_eq!(
        told,
        [
            (3, "版头写的是“河口日报”,旁注写的是“东港日报”,以旁注为准。"),
            (2, "版头写的是2024年5月4日,旁注写的是2024年5月6日,以旁注为准。"),
            (1, "版头写的是第1版,旁注写的是第2版,以旁注为准。"),
        ]
    );
    assert_eq!(of_heads(&folder).len(), 3);
}
