//! Where several days lie in the seeds, a folder each: does every product tell their pages apart, and take each once?

mod support;

use std::fs;
use std::path::PathBuf;
use support::project::Project;
use support::{PAGE, file, folder, json, press, text, unpacked};

/// Two days, each with its 01.txt, and a page beside them.
fn days(test: &str) -> PathBuf {
    let dir = folder(test);
    file(&dir, "2025-07-02/01.txt", PAGE);
    file(&dir, "2025-07-03/01.txt", PAGE.replace("荷花", "桃花"));
    file(&dir, "a.b.txt", PAGE.replace("荷花", "梨花"));
    dir
}

#[test]
fn a_page_is_named_with_its_folder() {
    let dir = days("days-named");
    let parsed = json(&press(&["parse", "--json", dir.to_str().unwrap()]).stdout);
    let sources: Vec<&str> =
        parsed.as_array().unwrap().iter().map(|page| page["source"].as_str().unwrap()).collect();
    assert_eq!(sources, ["a.b.txt", "2025-07-02/01.txt", "2025-07-03/01.txt"]);
    for format in ["txt", "md", "ris", "bibtex", "csl-json", "jsonl"] {
        let out = press(&["export", "--format", format, dir.to_str().unwrap()]).stdout;
        let said = text(&out).replace('\\', "");
        for words in [
            "出处：2025-07-02/01.txt，",
            "出处：2025-07-03/01.txt，",
            "刊于：2025年7月2日第3版",
            "刊于：2025年7月3日第3版",
        ] {
            assert!(said.contains(words), "{format}: {words}: {said}");
        }
    }
}

#[test]
fn documents_are_written_into_the_folders_of_their_dumps() {
    let dir = days("days-written");
    let out = dir.join("out");
    let done = press(&["parse", dir.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(text(&done.stderr), "");
    for name in ["2025-07-02/01", "2025-07-03/01", "a.b"] {
        let written = json(&fs::read(out.join(format!("{name}.json"))).unwrap());
        assert_eq!(written["source"], format!("{name}.txt"));
    }
}

#[test]
fn a_dump_that_is_named_twice_is_taken_once() {
    let dir = days("days-once");
    let (all, day) = (dir.to_str().unwrap(), dir.join("2025-07-02"));
    let (day, page) = (day.to_str().unwrap(), format!("{all}/2025-07-02/01.txt"));
    let exported = |files: &[&str]| {
        press(&[["export", "--format", "jsonl"].as_slice(), files].concat()).stdout
    };
    assert!(exported(&[&page, &page]) == exported(&[&page]));
    assert!(exported(&[&page, all, day, all]) == exported(&[all]));
    assert!(press(&["parse", &page, &page]).stdout == press(&["parse", &page]).stdout);
}

#[test]
fn whatever_leaves_the_house_says_what_the_head_of_its_page_has() {
    let dir = folder("days-heads");
    let page = |head: &str| format!("{head}\n\n渠水通了\n\n本报讯(记者 王明)7月1日,渠水通了。\n");
    file(&dir, "2025-07-02/01.txt", page("河口日报 2025年7月2日 星期三 第1版"));
    file(&dir, "2025-07-02/02.txt", page("青石晚报 2025年7月2日 星期三 第2版"));
    for format in ["jsonl", "txt", "md", "ris", "csl-json", "bibtex"] {
        let told = press(&["export", "--format", format, dir.to_str().unwrap()]).stdout;
        let told = text(&told);
        assert!(told.contains("版头另有所写：“青石晚报”，请对照原版"), "{format}: {told}");
        assert!(format != "txt" || told.matches("版头另有所写").count() == 1, "{told}");
    }
}

#[test]
fn what_is_printed_on_several_days_has_a_record_of_its_own_each_day() {
    let dir = folder("days-again");
    for day in ["2025-07-02", "2025-07-03"] {
        file(&dir, &format!("{day}/01.txt"), PAGE);
    }
    let export = |format| press(&["export", "--format", format, dir.to_str().unwrap()]).stdout;
    let csl = json(&export("csl-json"));
    let mut keys: Vec<String> =
        csl.as_array().unwrap().iter().map(|own| own["id"].to_string()).collect();
    let all = keys.len();
    keys.sort();
    keys.dedup();
    assert!(all > 1 && keys.len() == all, "{keys:?}");
    for key in keys {
        let key = key.trim_matches('"');
        for (format, head) in [("bibtex", "@article{KEY,"), ("ris", "\r\nID  - KEY\r\n")] {
            let records = export(format);
            let found = text(&records).matches(&head.replace("KEY", key)).count();
            assert_eq!(found, 1, "{format}: {key}");
        }
    }
}

#[test]
fn the_folder_of_a_day_is_that_day_by_itself_too() {
    let dir = days("days-alone");
    let of = |folder: &std::path::Path| {
        let ris = press(&["export", "--format", "ris", folder.to_str().unwrap()]).stdout;
        let own = |line: &&str| line.starts_with("ID") || line.starts_with("DA");
        text(&ris).lines().filter(own).map(str::to_owned).collect::<Vec<_>>()
    };
    let (all, alone) = (of(&dir), of(&dir.join("2025-07-03")));
    assert!(alone.contains(&"DA  - 2025/07/03".to_owned()), "{alone:?}");
    // Among others a name may have the key of its day behind it.
    let is_in_all = |line: &String| all.iter().any(|own| own.starts_with(line.as_str()));
    assert!(alone.iter().all(is_in_all), "{alone:?} {all:?}");
}

#[test]
fn an_override_that_does_not_apply_stops_an_export() {
    let dir = folder("days-stale");
    file(&dir, "2025-07-02/01.txt", PAGE);
    file(&dir, "2025-07-02/01.toml", "[[correct]]\ntext = \"没有这个词\"\nto = \"词\"\n");
    let page = dir.join("2025-07-02/01.txt");
    for named in [dir.as_path(), page.as_path()] {
        let out = press(&["export", "--format", "txt", named.to_str().unwrap()]);
        assert_eq!((out.status.code(), text(&out.stdout)), (Some(2), ""));
        let said = text(&out.stderr);
        assert!(said.contains("2025-07-02/01.toml:2: ") && said.contains("没有这个词"), "{said}");
    }
}

#[test]
fn a_book_names_its_papers_and_leads_by_issue_and_page() {
    let dir = folder("book-of-papers");
    let page = |head: &str, place: &str| {
        format!(
            "{head}\n\n{place}修好一座桥\n\n本报讯(记者 王明)5月3日,{place}的石桥修好通车,两岸往来不再绕路。\n"
        )
    };
    file(&dir, "松江日报/2024-05-03/01.txt", page("松江日报 2024年5月3日 第1版 要闻", "北村"));
    file(&dir, "松江日报/2024-05-03/02.txt", page("松江日报 2024年5月3日 第2版 副刊", "南村"));
    file(&dir, "漓江晚报/2024-05-04/01.txt", page("漓江晚报 2024年5月4日 第1版 要闻", "西村"));
    let out = press(&["export", "--format", "epub", dir.to_str().unwrap()]);
    let files = unpacked(out.stdout);
    let of = |name: &str| {
        let (_, bytes) = files.iter().find(|(own, _)| name == own).unwrap();
        text(bytes).to_owned()
    };
    let package = of("EPUB/package.opf");
    for paper in ["松江日报", "漓江晚报"] {
        assert!(package.contains(&format!("<dc:publisher>{paper}</dc:publisher>")), "{package}");
    }
    let nav = of("EPUB/nav.xhtml");
    let labels: Vec<&str> =
        nav.split("<span>").skip(1).map(|rest| rest.split_once("</span>").unwrap().0).collect();
    assert_eq!(
        labels,
        ["松江日报 2024年5月3日", "第1版 要闻", "第2版 副刊", "漓江晚报 2024年5月4日"]
    );
}

#[test]
fn dumps_of_one_name_in_two_folders_are_told_apart() {
    let dir = folder("two-folders");
    let page = "标题一行\n\n本报讯(记者 王明)5月3日,村里的石桥修好通车,两岸往来不再绕路。\n";
    let [a, b] = ["甲", "乙"].map(|name| {
        file(&dir, &format!("{name}/01.txt"), page);
        dir.join(name).to_str().unwrap().to_owned()
    });
    let out = press(&["export", "--format", "jsonl", &a, &b]);
    let said = |key: &str| -> Vec<String> {
        let lines = text(&out.stdout).lines();
        lines.map(|line| json(line.as_bytes())[key].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(said("source"), ["甲/01.txt", "乙/01.txt"]);
    assert_eq!(said("edition"), ["甲-01", "乙-01"]);
    let alone = press(&["export", "--format", "jsonl", &a]);
    assert_eq!(json(&alone.stdout)["source"], "01.txt");
}

#[test]
fn a_county_is_called_as_on_the_day_and_today() {
    let dir = folder("days-counties");
    let page = |day: &str| {
        format!(
            "河口日报 {day} 第3版\n\n山里修通水泥路\n\n本报讯(记者 王明远)近日,宁乡县流沙河镇的村民走上了新修的水泥路。\
             宁乡县交通局说,年底前还要修三条。\n"
        )
    };
    let exported = |format: &str| {
        let out = press(&["export", "--format", format, dir.to_str().unwrap()]);
        text(&out.stdout).to_owned()
    };
    file(&dir, "a.txt", page("2005年7月23日 星期六"));
    let lines = exported("jsonl");
    let article: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(article["counties"], serde_json::json!(["宁乡县"]));
    assert_eq!(article["county_evidence"][0]["county"], "宁乡县");
    assert_eq!(article["county_evidence"][0]["today"], "宁乡市");
    let printed = exported("txt");
    assert!(printed.contains("所属县：宁乡县（今宁乡市），依据“宁乡县”"), "{printed}");
    // Ten years after, the same words tell of an old name.
    file(&dir, "a.txt", page("2025年7月23日 星期三"));
    let lines = exported("jsonl");
    assert!(lines.contains("\"counties\":[\"宁乡市\"]") && !lines.contains("today"), "{lines}");
}

#[test]
fn a_feed_of_several_papers_is_by_all_of_them_and_each_article_by_its_own() {
    let project = Project::new("days-feed");
    let page = |head: &str| {
        format!(
            "{head}\n\n渠水通了\n\n连日来,村里的渠水通了,两岸的秧田都喝上了水,乡亲们说今年的收成有了盼头。\n"
        )
    };
    project.seed("河口/2025-07-02/01.txt", page("河口日报 2025年7月2日 星期三 第1版"));
    project.seed("青石/2025-07-03/01.txt", page("青石晚报 2025年7月3日 星期四 第1版"));
    project.build(&[]);
    let feed = feed_rs::parser::parse(project.read("dist/feed.xml").as_bytes()).unwrap();
    let names = |people: &[feed_rs::model::Person]| -> Vec<String> {
        people.iter().filter_map(|person| person.name.clone()).collect()
    };
    assert_eq!(names(&feed.authors), ["青石晚报", "河口日报"]);
    let own: Vec<Vec<String>> = feed.entries.iter().map(|entry| names(&entry.authors)).collect();
    assert_eq!(own, [["青石晚报"], ["河口日报"]]);
}

#[test]
fn a_feed_has_the_newest_issues_whole_and_leaves_out_the_old_ones() {
    let project = Project::new("days-newest");
    let page = |head: &str| {
        let article = |number: usize| {
            format!(
                "桑园村修好第{number}条水渠\n\n本报讯（记者 王明） 昨天,桑园村的第{number}条水渠修好了,两岸的秧田都喝上了水。\n\n"
            )
        };
        format!("{head}\n\n{}", (1..=60).map(article).collect::<String>())
    };
    for (day, weekday) in [(1, "二"), (2, "三"), (3, "四")] {
        let head = format!("河口日报 2025年7月{day}日 星期{weekday} 第1版");
        project.seed(&format!("2025-07-0{day}/01.txt"), page(&head));
    }
    project.build(&[]);
    let feed = feed_rs::parser::parse(project.read("dist/feed.xml").as_bytes()).unwrap();
    let of = |day: &str| {
        let days = feed.entries.iter().filter_map(|entry| entry.published);
        days.filter(|own| own.to_string().starts_with(day)).count()
    };
    assert_eq!(of("2025-07-03"), 60);
    assert_eq!((of("2025-07-02"), feed.entries.len()), (60, 120));
    let all = project.read("dist/data/articles.jsonl");
    assert_eq!(all.lines().count(), 180);
}

#[test]
fn the_truths_of_nested_folders_are_measured() {
    let dir = days("days-score");
    let name = dir.to_str().unwrap();
    for page in ["2025-07-02/01", "2025-07-03/01"] {
        let truth = press(&["parse", "--json", &format!("{name}/{page}.txt")]).stdout;
        file(&dir, &format!("{page}.json"), truth);
    }
    let scored = press(&["score", name]);
    assert_eq!(text(&scored.stderr), "");
    assert!(text(&scored.stdout).contains("days-score (2 pages, "), "{}", text(&scored.stdout));
}

#[test]
fn what_goes_on_on_another_page_says_so_in_its_place() {
    let newsroom = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/newsroom");
    let between = |text: &str, [before, marker, after]: [&str; 3]| {
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
        assert!(at(before) < at(marker) && at(marker) < at(after), "{marker}: {text}");
    };
    for format in ["txt", "md"] {
        let out = press(&["export", "--format", format, newsroom]);
        let said = text(&out.stdout);
        between(said, ["从来没有争过嘴", "（下转第2版）", "（上接第1版）"]);
        between(said, ["（下转第2版）", "（上接第1版）", "去年冬天"]);
        assert_eq!(said.matches("另一部分：“（").count(), 2, "{said}");
    }
}

#[test]
fn dumps_of_one_name_are_told_apart_however_their_folders_are_named() {
    let dir = folder("export-two-folders");
    for (own, word) in [("县报", "荷花"), ("市报", "石榴")] {
        fs::create_dir_all(dir.join(own)).unwrap();
        let page = format!("{word}开了\n\n本报讯(记者 王明)5月3日,村里的{word}开了,游客不少。\n");
        file(&dir, &format!("{own}/01.txt"), &page);
    }
    let exported = |county: &str| {
        let [county, city] = [county, "市报"].map(|own| dir.join(own).display().to_string());
        text(&press(&["export", "--format", "jsonl", &county, &city]).stdout).to_owned()
    };
    assert!(exported("县报").contains("县报/01.txt"));
    assert_eq!(exported("市报/../县报"), exported("县报"));
}
