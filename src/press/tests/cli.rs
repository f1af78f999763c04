//! Does the command do what its help says? The real program, on files of its own.

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use support::{assert_refused, file, folder, json, press, text};

const TITLED: &str = "荷花开了\n\n本报讯(记者 某甲)7月1日,荷花开了。\n";

#[test]
fn one_dump_is_one_document_and_several_are_an_array() {
    let dir = folder("documents");
    let (a, b) = (file(&dir, "a.txt", TITLED), file(&dir, "b.txt", TITLED));
    let one = press(&["parse", &a, "--json"]);
    assert_eq!(one.status.code(), Some(0));
    let one = json(&one.stdout);
    assert_eq!(one["source"], "a.txt");
    let several = json(&press(&["parse", &b, &a, "--json"]).stdout);
    assert_eq!([&several[0]["source"], &several[1]["source"]], ["b.txt", "a.txt"]);
    assert_eq!(several[1], one);
}

#[test]
fn a_folder_gets_one_document_a_dump() {
    let dir = folder("out");
    let (a, b) = (file(&dir, "0001.txt", TITLED), file(&dir, "0002.txt", TITLED));
    let out = dir.join("made/documents");
    let done = press(&["parse", &a, &b, "--json", "--out", out.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(0));
    for stem in ["0001", "0002"] {
        let written = json(&fs::read(out.join(stem).with_extension("json")).unwrap());
        assert_eq!(written["source"], format!("{stem}.txt"));
    }
    assert_eq!(json(&done.stdout).as_array().map(Vec::len), Some(2));
}

#[test]
fn where_one_document_cannot_be_written_none_is() {
    let dir = folder("out-in-the-way");
    let (a, b) = (file(&dir, "0001.txt", TITLED), file(&dir, "0002.txt", TITLED));
    let out = dir.join("documents");
    let in_the_way = out.join("0002.json");
    fs::create_dir_all(&in_the_way).unwrap();
    let refused = press(&["parse", &a, &b, "--out", out.to_str().unwrap()]);
    let sentence = "is a folder where a file is to be written; remove it, or name another folder";
    assert_refused(&refused, &format!("{}: {sentence}", in_the_way.display()));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
}

#[test]
fn the_outline_has_a_line_for_each_article() {
    let dir = folder("outline");
    let a = file(&dir, "a.txt", TITLED);
    let outline = press(&["parse", &a]).stdout;
    let mut lines = text(&outline).lines();
    assert_eq!(lines.next(), Some(format!("{a}: 1 篇, 23 字").as_str()));
    assert!(lines.next().unwrap().ends_with("荷花开了"));
    assert_eq!(lines.next(), None);
}

#[test]
fn what_is_no_text_stops_everything_before_anything_is_written() {
    let dir = folder("refused");
    let good = file(&dir, "good.txt", TITLED);
    let out = dir.join("out");
    let out_name = out.to_str().unwrap();
    let cases: [(&str, &[u8], &str); 2] = [
        (
            "bytes.txt",
            b"ab\xFFcd",
            "byte 2: 0xFF is neither UTF-8, UTF-16, GB18030 nor Big5 text; save the page as UTF-8",
        ),
        (
            "empty.txt",
            b" \n",
            "byte 0: the file holds no text; put the page's text into it or remove it",
        ),
    ];
    for (name, bytes, reason) in cases {
        let bad = file(&dir, name, bytes);
        let sentence = format!("{bad}: {reason}");
        assert_refused(&press(&["parse", &good, &bad, "--json", "--out", out_name]), &sentence);
        assert_refused(&press(&["check", &bad]), &sentence);
        let checked = press(&["check", &good, &bad]);
        assert_eq!(
            (checked.status.code(), text(&checked.stdout)),
            (Some(2), "1 版,没有要看的。\n")
        );
        assert_eq!(text(&checked.stderr), format!("error: {sentence}\n"));
        assert!(!out.exists());
    }
    let missing = dir.join("missing.txt").to_str().unwrap().to_owned();
    let refused = press(&["parse", &missing]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).starts_with(&format!("error: {missing}: cannot be read (")));
}

#[test]
fn two_dumps_of_one_name_are_not_written_over_each_other() {
    let dir = folder("twins");
    let (a, b) = (file(&dir, "mon/01.txt", TITLED), file(&dir, "tue/01.txt", TITLED));
    let out = dir.join("out");
    let refused = press(&["parse", &a, &b, "--out", out.to_str().unwrap()]);
    let target = out.join("01.json").display().to_string();
    assert_refused(&refused, &format!("{b}: two dumps would be written to {target}; rename one"));
    assert!(!out.exists());
}

#[test]
fn a_note_names_its_file_and_line() {
    let dir = folder("notes");
    let a = file(&dir, "a.txt", "荷花开了\n\n本报讯(记者 某甲)7月1日,荷花\u{FFFD}\u{FFFD}开了。\n");
    let checked = press(&["check", &a]);
    let notes = text(&checked.stdout);
    assert!(notes.starts_with("warning[garbled]: "), "{notes}");
    assert!(notes.contains(&format!("--> {a}:3:18\n")), "{notes}");
    assert_eq!(checked.status.code(), Some(0), "a warning is no error");
    assert_eq!(press(&["check", "--strict", &a]).status.code(), Some(1));
    let line = json(&press(&["check", "--json", &a]).stdout);
    assert_eq!((&line["file"], &line["line"], &line["column"]), (&a.into(), &3.into(), &18.into()));
}

/// What `check` says to do is done, and then it is well.
#[test]
fn the_advice_of_a_note_can_be_pasted() {
    let dir = folder("advice");
    let page = "荷花开了\n\n本报讯(记者 某甲)7月1日,荷\u{E000}花开了。\n";
    let a = file(&dir, "a.txt", page);
    let line = json(&press(&["check", "--json", &a]).stdout);
    let advice = line["advice"].as_str().unwrap();
    let table = advice.split_once('\n').unwrap().1.replace("改正的字", "日,荷花");
    file(&dir, "a.toml", &table);
    let checked = press(&["check", &a]);
    let notes = text(&checked.stdout);
    assert!(notes.starts_with("note[applied]: "), "{table}\n{notes}");
    assert!(
        notes.ends_with("1 版,1 条:0 错误,0 提醒,1 说明\n说明 1 applied 更正已用上:不用做什么\n")
    );
    // The dump is put right: the correction is not needed any more, and that is an error.
    file(&dir, "a.txt", page.replace('\u{E000}', ""));
    let checked = press(&["check", &a]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(text(&checked.stdout).contains(&format!("--> {}:2:8\n", dir.join("a.toml").display())));
}

#[test]
fn a_folder_is_checked_day_by_day() {
    let dir = folder("day");
    file(&dir, "2025-07-24/01.txt", TITLED);
    let second = file(&dir, "2025-07-24/02.txt", "荷\u{FFFD}花开了\n\n本报讯 7月1日,荷花开了。\n");
    let checked = press(&["check", "--json", dir.to_str().unwrap()]);
    let files: Vec<String> = text(&checked.stdout)
        .lines()
        .map(|line| json(line.as_bytes())["file"].to_string())
        .collect();
    assert_eq!(files, [format!("{second:?}")]);
    let empty = folder("day-empty");
    let refused = press(&["check", empty.to_str().unwrap()]);
    let name = empty.display();
    assert_refused(
        &refused,
        &format!("{name}: holds no dump; put the text of a page into it as NAME.txt"),
    );
}

#[test]
fn each_piece_is_explained() {
    let dir = folder("explain");
    let a = file(&dir, "a.txt", TITLED);
    let explained = press(&["parse", "--explain", &a]);
    let lines: Vec<&str> = text(&explained.stdout).lines().collect();
    assert_eq!(lines[0], a);
    assert!(lines[1].starts_with("    1  荷花开了 ") && lines[1].ends_with(" 主题"));
    assert_eq!(press(&["parse", "--explain", "--json", &a]).status.code(), Some(2));
}

#[test]
fn the_pages_of_a_folder_are_explained() {
    let dir = folder("explain-folder");
    let (a, b) = (file(&dir, "a.txt", TITLED), file(&dir, "day/b.TXT", TITLED));
    let explained = press(&["parse", "--explain", dir.to_str().unwrap()]);
    let lines: Vec<&str> = text(&explained.stdout).lines().collect();
    assert!(lines.contains(&a.as_str()) && lines.contains(&b.as_str()), "{lines:?}");
    let empty = folder("explain-empty");
    let sentence =
        format!("{}: holds no dump; put the text of a page into it as NAME.txt", empty.display());
    assert_refused(&press(&["parse", "--explain", empty.to_str().unwrap()]), &sentence);
    assert_refused(&press(&["export", "--format", "txt", empty.to_str().unwrap()]), &sentence);
}

#[test]
fn every_bad_file_of_a_folder_is_told_beside_the_notes_on_the_good() {
    let dir = folder("check-several");
    let good = file(&dir, "a.txt", "荷花开了\n\n本报讯(记者 某甲)7月1日,荷花\u{FFFD}开了。\n");
    let empty = file(&dir, "b.txt", "\n");
    let bytes = file(&dir, "c.txt", b"ab\xFF");
    file(&dir, "d.txt", TITLED);
    let sidecar = file(&dir, "d.toml", "page = 0\n");
    let checked = press(&["check", dir.to_str().unwrap()]);
    assert_eq!(checked.status.code(), Some(2));
    let notes = text(&checked.stdout);
    assert!(notes.contains(&format!("--> {good}:3:")), "{notes}");
    let errors: Vec<&str> = text(&checked.stderr).lines().collect();
    assert_eq!(errors.len(), 3, "{errors:?}");
    for (error, file) in errors.iter().zip([empty, bytes, sidecar]) {
        assert!(error.starts_with(&format!("error: {file}:")), "{error}");
    }
}

#[test]
fn a_sidecar_without_its_page_is_told() {
    let dir = folder("check-lone");
    file(&dir, "a.txt", TITLED);
    let lone = file(&dir, "b.toml", "page = 3\n");
    let checked = press(&["check", dir.to_str().unwrap()]);
    let notes = text(&checked.stdout);
    assert!(notes.starts_with("warning[page]: 旁边没有b.txt,"), "{notes}");
    assert!(notes.contains(&format!("--> {lone}:1:1\n")) && notes.contains("1 版,1 条"), "{notes}");
    assert!(notes.contains(&format!("help: 把那一版的文字放在 {lone} 旁边")), "{notes}");
    assert_eq!(checked.status.code(), Some(0));
    assert_eq!(press(&["check", "--strict", dir.to_str().unwrap()]).status.code(), Some(1));
}

#[test]
fn a_page_of_one_line_is_told() {
    let dir = folder("check-one-line");
    let story = "本报讯(记者 某甲)7月1日,荷花开了,游人不断。".repeat(60);
    let page = file(&dir, "a.txt", story);
    let checked = press(&["check", &page]);
    let notes = text(&checked.stdout);
    assert!(notes.contains("warning[page]: 这一行有"), "{notes}");
    assert!(notes.contains("没有换行的版面分不开文章"), "{notes}");
}

#[test]
fn a_head_that_is_not_understood_is_told() {
    let dir = folder("check-head");
    let page = format!("河口日报 2025年7月 号外 第3版 特刊之二\n\n{TITLED}");
    let page = file(&dir, "a.txt", page);
    let checked = press(&["check", &page]);
    let notes = text(&checked.stdout);
    assert!(
        notes.contains("warning[page]: “河口日报2025年7月号外第3版特刊之二”像是版头"),
        "{notes}"
    );
    let page = file(&dir, "b.txt", format!("河口日报 2025年7月24日 第3版\n\n{TITLED}"));
    assert!(!text(&press(&["check", &page]).stdout).contains("[page]"));
}

#[test]
fn shells_and_man_know_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        let script = press(&["completions", shell]);
        assert!(text(&script.stdout).contains("check"), "{shell}");
    }
    let manual = press(&["man"]);
    let manual = text(&manual.stdout);
    for title in [".TH press 1", ".TH press-check 1"] {
        assert!(manual.contains(title), "{title}");
    }
    let help = press(&["--help"]);
    assert!(text(&help.stdout).contains("Exit codes:"));
}

fn site(test: &str) -> PathBuf {
    let dir = folder(test);
    let page = "<!doctype html><html><head><title>版心</title></head><div id=\"prerendered\"></div></html>";
    file(&dir, "index.html", page);
    file(&dir, "reader-0123456789abcdef.js", "");
    file(&dir, "pictures/one.svg", "<svg/>");
    dir
}

#[test]
fn a_finished_folder_lists_every_file_with_its_hash() {
    let dir = site("finish");
    let finished = press(&["finish", dir.to_str().unwrap()]);
    assert_eq!(finished.status.code(), Some(0));
    let list = json(&fs::read(dir.join("files.json")).unwrap());
    let names: Vec<&String> = list.as_object().unwrap().keys().collect();
    assert_eq!(names, ["index.html", "pictures/one.svg", "reader-0123456789abcdef.js"]);
    // SHA-256 of no bytes, as FIPS 180-4 gives it.
    assert_eq!(
        list["reader-0123456789abcdef.js"],
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
    let worker = fs::read_to_string(dir.join("sw.js")).unwrap();
    assert!(worker.contains("addEventListener('fetch'") && !worker.contains("//"));
}

#[test]
fn finishing_twice_gives_the_same_bytes() {
    let dir = site("twice");
    let bytes = || ["files.json", "sw.js"].map(|name| fs::read(dir.join(name)).unwrap());
    press(&["finish", dir.to_str().unwrap()]);
    let first = bytes();
    press(&["finish", dir.to_str().unwrap()]);
    assert_eq!(bytes(), first);
}

#[test]
fn trunk_names_the_folder_to_finish() {
    let dir = site("hook");
    let mut hook = Command::new(env!("CARGO_BIN_EXE_press"));
    let status = hook.arg("finish").env("TRUNK_STAGING_DIR", &dir).status().unwrap();
    assert!(status.success() && dir.join("sw.js").exists());
}

#[test]
fn a_folder_without_a_page_is_not_finished() {
    let dir = folder("unbuilt");
    let name = dir.to_str().unwrap();
    let sentence = "holds no index.html; build the site first: trunk build --release";
    assert_refused(&press(&["finish", name]), &format!("{name}: {sentence}"));
    assert!(!dir.join("files.json").exists());
}

#[test]
fn the_size_is_that_of_all_files_together() {
    let dir = site("size");
    press(&["finish", dir.to_str().unwrap()]);
    let table = press(&["size", dir.to_str().unwrap()]).stdout;
    let raw = |name: &str| -> u64 {
        let row = text(&table).lines().find(|line| line.starts_with(name)).unwrap();
        let cell = row[name.len()..].split_whitespace().next().unwrap();
        cell.replace(',', "").parse().unwrap()
    };
    let files =
        ["index.html", "pictures/one.svg", "reader-0123456789abcdef.js", "files.json", "sw.js"];
    let sum: u64 = files.iter().map(|file| raw(file)).sum();
    assert_eq!(raw("index.html"), fs::metadata(dir.join("index.html")).unwrap().len());
    assert_eq!(raw("a first visit"), sum);
    assert!(text(&table).contains("goal: 100,000 brotli, "));
}

#[test]
fn an_export_is_written_over_no_dump_and_into_no_missing_folder() {
    let dir = folder("export-over-dump");
    let page = "标题一行\n\n本报讯(记者 王明)5月3日,村里的石桥修好通车,两岸往来不再绕路。\n";
    let dump = file(&dir, "01.txt", page);
    let sidecar = file(&dir, "01.toml", "page = 2\n");
    for (named, out) in [(dir.to_str().unwrap(), &dump), (&dump, &dump), (&dump, &sidecar)] {
        let refused = press(&["export", "--format", "txt", named, "--out", out]);
        let sentence = "is read for this export and would be lost; name another file with --out";
        assert_refused(&refused, &format!("{out}: {sentence}"));
    }
    assert_eq!(fs::read_to_string(&dump).unwrap(), page);
    // What is written among the dumps by such a name is one of them the next time.
    let (named, new) = (dir.to_str().unwrap(), dir.join("all.txt"));
    let refused = press(&["export", "--format", "txt", named, "--out", new.to_str().unwrap()]);
    let sentence = "where it would be read as dumps; name a place beside it with --out";
    assert_refused(&refused, &format!("{}: stands in {named}, {sentence}", new.display()));
    assert!(!new.exists());
    let missing = dir.join("none");
    let out = missing.join("a.txt");
    let refused = press(&["export", "--format", "txt", &dump, "--out", out.to_str().unwrap()]);
    assert_refused(
        &refused,
        &format!(
            "{}: the folder {} is not there; make it first, or name another file",
            out.display(),
            missing.display()
        ),
    );
}

#[test]
fn a_folder_of_other_documents_says_what_it_holds() {
    let dir = folder("no-dumps");
    for name in ["b.PDF", "a.docx", "c.docx"] {
        file(&dir, name, "x");
    }
    assert_refused(
        &press(&["export", "--format", "txt", dir.to_str().unwrap()]),
        &format!(
            "{}: holds no dump but .docx, .pdf, which press does not read; put the text of a page into it as NAME.txt",
            dir.display()
        ),
    );
}
