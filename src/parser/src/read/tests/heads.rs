//! What the head of a page says against its folder and its sidecar.

use super::*;

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
