//! Is what leaves the house what its format says? Each export against the published rules of its format.

mod support;

use jsonschema::{Registry, Validator};
use serde_json::{Value, json};
use std::fs;
use support::{PAGE, SAID, file, folder, hostile, press, text, unpacked};

/// One page of the newsroom in one format; written to a file it is the same.
fn exported(test: &str, format: &str) -> Vec<u8> {
    let dir = folder(test);
    let a = file(&dir, "a.txt", PAGE);
    file(&dir, "a.toml", SAID);
    let out = press(&["export", "--format", format, &a]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let written = dir.join("out");
    let silent = press(&["export", "--format", format, &a, "--out", written.to_str().unwrap()]);
    assert_eq!((silent.status.code(), text(&silent.stdout)), (Some(0), ""));
    assert_eq!(fs::read(&written).unwrap(), out.stdout);
    out.stdout
}

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// The schemas as they stand in the project.
fn validator(name: &str) -> Validator {
    let read = |name: &str| {
        let path = format!("{}/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
        parsed(&fs::read(path).unwrap())
    };
    let registry = Registry::new()
        .add("json-schema:///edition.schema.json", read("edition"))
        .and_then(|registry| registry.prepare())
        .unwrap();
    jsonschema::options().with_registry(&registry).build(&read(name)).unwrap()
}

fn assert_valid(validator: &Validator, value: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
}

fn pages(test: &str) -> Vec<String> {
    let dir = folder(test);
    file(&dir, "a.toml", SAID);
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/pages");
    let texts = fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<String> = texts
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| path.to_str().unwrap().to_owned())
        .collect();
    texts.sort();
    assert!(texts.len() > 10, "{}", texts.len());
    [file(&dir, "a.txt", PAGE), file(&dir, "hostile.txt", hostile())]
        .into_iter()
        .chain(texts)
        .collect()
}

#[test]
fn the_json_is_what_its_schema_says_of_every_page() {
    let (document, line) = (validator("edition"), validator("article"));
    for page in pages("schema") {
        assert_valid(&document, &parsed(&press(&["export", "--format", "json", &page]).stdout));
        let lines = press(&["export", "--format", "jsonl", &page]).stdout;
        text(&lines).lines().for_each(|own| assert_valid(&line, &parsed(own.as_bytes())));
    }
}

#[test]
fn a_schema_that_lets_everything_pass_would_be_none() {
    let validator = validator("edition");
    let mut document = parsed(&exported("schema-strict", "json"));
    document["editions"][0]["pages"][0]["articles"][0]["flags"] =
        json!([{ "kind": "lost", "at": 1 }]);
    assert!(!validator.is_valid(&document));
    assert!(!validator.is_valid(&json!({ "version": 2, "editions": [] })));
    assert!(!validator.is_valid(&json!({ "version": 1, "editions": [{ "key": "a" }] })));
}

#[test]
fn offsets_and_evidence_point_into_the_dump() {
    let document = parsed(&exported("offsets", "json"));
    let page = &document["editions"][0]["pages"][0];
    let dump: Vec<char> = page["text"].as_str().unwrap().chars().collect();
    let of = |range: &Value| -> String {
        let at = |place: usize| range[place].as_u64().unwrap() as usize;
        dump[at(0)..at(1)].iter().collect()
    };
    let correction = &page["corrections"][0];
    assert_eq!((of(&correction["span"]), &correction["to"]), ("荷化".to_owned(), &json!("荷花")));
    let articles = page["articles"].as_array().unwrap();
    let evidence: Vec<&Value> = articles
        .iter()
        .flat_map(|article| article["county_evidence"].as_array().unwrap())
        .collect();
    assert!(!evidence.is_empty());
    for one in evidence {
        for span in one["spans"].as_array().unwrap() {
            assert!(one["words"].as_array().unwrap().contains(&of(span).into()), "{one}");
        }
    }
    let byline = articles.iter().find_map(|article| article["bylines"].get(0)).unwrap();
    assert_eq!(of(&byline["span"]), byline["name"].as_str().unwrap());
}

/// What every export must carry of the page: where it stands, what is missing, the evidence, the correction.
fn assert_accounted(export: &str) {
    for words in [
        "出处：a.txt",
        "原文缺结尾：字符",
        "所属县：临猗县，依据“临猗县”（字符",
        "更正：原文“荷化”（字符",
    ] {
        assert!(export.contains(words), "{words}: {export}");
    }
}

#[test]
fn text_carries_flags_evidence_and_offsets() {
    for format in ["txt", "md", "ris", "bibtex"] {
        let bytes = exported(&format!("account-{format}"), format);
        assert_accounted(&text(&bytes).replace('\\', ""));
    }
}

#[test]
fn a_gap_at_a_head_is_said_in_its_place() {
    let dir = folder("gap-at-a-head");
    let page = "榆关镇清淤护河\n\n本报讯(记者 田禾)7月3日,榆关镇清淤护河。\n\n两岸种上了柳树。\n";
    let a = file(&dir, "a.txt", page);
    for (kind, remark, before) in [
        ("lost_lead", "原文缺开头", "本报讯"),
        ("lost_middle", "原文缺一段", "本报讯"),
        ("lost_tail", "原文缺结尾", "【出处"),
    ] {
        let said = format!("[[gap]]\ntext = \"榆关镇清淤护河\"\nline = 1\nkind = \"{kind}\"\n");
        file(&dir, "a.toml", said);
        let out = press(&["export", "--format", "txt", &a]).stdout;
        let (_, behind) = text(&out).split_once(&format!("【{remark}】\n\n")).unwrap();
        assert!(behind.starts_with(before), "{kind}: {behind}");
    }
}

#[test]
fn a_given_county_and_words_that_a_line_end_cut_are_said_in_one_line() {
    let dir = folder("evidence");
    let page = "荷花开了\n\n本报讯(记者 王明)7月1日,记者从临猗\n县荷花节获悉,湖面开满荷花,游客很多。\n\n\
                书法展开幕\n\n本报讯(通讯员 李静)7月1日,书法展开幕,观众很多。\n";
    let said = "region = \"运城市\"\n[[article]]\ntext = \"书法展开幕,\"\ncounties = [\"绛县\"]\n";
    let a = file(&dir, "a.txt", page);
    file(&dir, "a.toml", said);
    for format in ["txt", "md", "ris", "bibtex", "csl-json"] {
        let out = press(&["export", "--format", format, &a]).stdout;
        for words in ["所属县：临猗县，依据“临猗县”（", "所属县：绛县，编辑部给出"]
        {
            assert!(text(&out).contains(words), "{format}: {words}: {}", text(&out));
        }
    }
}

#[test]
fn a_control_character_is_seen_and_said() {
    let dir = folder("control");
    let a = file(&dir, "a.txt", "荷花\u{7}开了\n\n本报讯(记者 王明)7月1日,荷花开满湖面。\n");
    for format in ["txt", "md", "ris", "bibtex", "nitf"] {
        let out = press(&["export", "--format", format, &a]).stdout;
        let said = match format {
            "nitf" => unpacked(out).iter().map(|(_, bytes)| xml_of(bytes).1).collect(),
            _ => text(&out).to_owned(),
        };
        assert!(!said.contains('\u{7}') && said.contains("荷花\u{FFFD}开了"), "{format}: {said}");
        assert!(said.contains("原文有1个不能印出的控制字符"), "{format}: {said}");
    }
    let csl = parsed(&press(&["export", "--format", "csl-json", &a]).stdout);
    assert_eq!(csl[0]["title"], "荷花\u{7}开了");
    let checked = press(&["check", &a]).stdout;
    assert!(text(&checked).starts_with("warning[garbled]: 1个字符无法显示"), "{}", text(&checked));
}

#[test]
fn text_that_looks_like_mark_up_stays_text() {
    let markdown = exported("md", "md");
    assert!(text(&markdown).contains("## 荷花\\*开了\\*\n"), "{}", text(&markdown));
    assert!(text(&markdown).contains("临猗县\\<b\\>荷花\\</b\\>开满湖面"), "{}", text(&markdown));
}

#[test]
fn ris_is_records_of_tagged_lines() {
    let export = exported("ris", "ris");
    let records: Vec<&str> =
        text(&export).split("ER  - \r\n\r\n").filter(|one| !one.is_empty()).collect();
    assert!(records.len() >= 2);
    for record in &records {
        assert!(record.starts_with("TY  - NEWS\r\n"), "{record}");
        for line in record.split_terminator("\r\n") {
            let (tag, value) = line.split_once("  - ").unwrap();
            assert!(
                tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()),
                "{line}"
            );
            assert!(!value.trim().is_empty() && !value.contains('\n'), "{line}");
        }
    }
    for line in ["T2  - 某日报", "DA  - 2025/07/02", "PY  - 2025", "SP  - 3", "AU  - 王明"] {
        assert!(records.iter().any(|record| record.split("\r\n").any(|own| own == line)), "{line}");
    }
}

/// The schema of CSL-JSON from its makers; the README says where it is from.
fn csl_schema() -> Value {
    serde_json::from_str(include_str!("schema/csl-data.json")).unwrap()
}

#[test]
fn csl_is_what_reference_managers_read() {
    let csl = parsed(&exported("csl", "csl-json"));
    assert_valid(&jsonschema::validator_for(&csl_schema()).unwrap(), &csl);
    let entry = &csl[0];
    assert_eq!(entry["issued"]["date-parts"], json!([[2025, 7, 2]]));
    assert_eq!((&entry["page"], &entry["container-title"]), (&json!("3"), &json!("某日报")));
    let notes: String =
        csl.as_array().unwrap().iter().map(|own| own["note"].as_str().unwrap()).collect();
    assert_accounted(&notes);
    let custom = &entry["custom"]["article"];
    assert_eq!(custom["id"], entry["id"]);
    assert!(custom["blocks"][0]["spans"][0][1].is_u64() && custom["county_evidence"].is_array());
}

#[test]
fn a_day_that_is_only_inferred_is_no_day_of_publication() {
    let dir = folder("inferred");
    let a = file(&dir, "a.txt", PAGE.replace("第3版 要闻\n\n", ""));
    let ris = press(&["export", "--format", "ris", &a]).stdout;
    assert!(
        !text(&ris).contains("\r\nDA  - ") && text(&ris).contains("日期推定为"),
        "{}",
        text(&ris)
    );
    // It is the earliest that it can be; and what is lost is said once.
    assert!(text(&ris).contains("日或稍后："), "{}", text(&ris));
    let notes: Vec<&str> = text(&ris).lines().filter(|line| line.starts_with("N1")).collect();
    let is_begun =
        |note: &&&str| notes.iter().any(|other| other != *note && other.starts_with(**note));
    assert_eq!(notes.iter().filter(is_begun).count(), 0, "{notes:?}");
    let csl = parsed(&press(&["export", "--format", "csl-json", &a]).stdout);
    // An estimated year where there is one; never a day.
    let issued = csl[0].get("issued");
    assert!(issued.is_none_or(|issued| issued["circa"] == true), "{issued:?}");
}

/// Names of elements and attributes, texts and attribute values, where the XML is well-formed.
fn xml_of(bytes: &[u8]) -> (Vec<String>, String) {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let (mut names, mut said) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return (names, said),
            Event::Start(tag) | Event::Empty(tag) => {
                names.push(tag.name().as_ref().to_owned());
                for attribute in tag.attributes() {
                    let value = attribute
                        .unwrap()
                        .normalized_value(quick_xml::XmlVersion::Explicit1_0)
                        .unwrap();
                    said += &value;
                    said.push('\n');
                }
            }
            Event::Text(own) => said += &own.xml10_content(),
            Event::GeneralRef(own) => {
                said += match &*own {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    _ => "?",
                }
            }
            _ => {}
        }
    }
}

#[test]
fn a_news_system_gets_an_article_a_document() {
    let files = unpacked(exported("nitf", "nitf"));
    let all: String = files.iter().map(|(_, bytes)| xml_of(bytes).1).collect();
    assert_accounted(&all);
    let (names, said) = files
        .iter()
        .map(|(_, bytes)| xml_of(bytes))
        .find(|(_, said)| said.contains("开满湖面"))
        .unwrap();
    // The order that NITF's content models ask for.
    let order = [
        "nitf",
        "head",
        "title",
        "docdata",
        "pubdata",
        "body",
        "body.head",
        "hedline",
        "hl1",
        "body.content",
        "p",
    ];
    let mut found = names.iter();
    for name in order {
        assert!(found.any(|own| own == name), "{name} in its place: {names:?}");
    }
    for words in ["某日报", "20250702", "王明", "临猗县<b>荷花</b>开满湖面"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_hostile_dump_is_text_in_every_export() {
    let dir = folder("hostile");
    let a = file(&dir, "a.txt", hostile());
    for format in ["json", "jsonl", "txt", "md", "ris", "csl-json", "bibtex", "nitf", "epub"] {
        let out = press(&["export", "--format", format, &a]);
        assert_eq!(out.status.code(), Some(0), "{format}: {}", text(&out.stderr));
        let files = match format {
            "nitf" | "epub" => unpacked(out.stdout),
            "json" | "csl-json" => {
                parsed(&out.stdout);
                continue;
            }
            _ => continue,
        };
        for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with("ml")) {
            let (names, said) = xml_of(bytes);
            let harm = ["script", "img", "style", "b"];
            assert!(!names.iter().any(|own| harm.contains(&own.as_str())), "{name}: {names:?}");
            assert!(!said.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{name}");
        }
        let all: String = files
            .iter()
            .filter(|(name, _)| name.ends_with("ml"))
            .map(|(_, b)| xml_of(b).1)
            .collect();
        assert!(all.contains("<script>alert(1)</script>") && all.contains('\u{FFFD}'), "{format}");
    }
}

#[test]
fn text_and_references_name_section_and_column() {
    for (format, words) in [
        ("txt", "〔政务动态〕\n闻喜县姚村\n"),
        ("md", "〔政务动态〕\n\n闻喜县姚村\n\n## "),
        ("ris", "SE  - 政务动态\r\n"),
        ("bibtex", "keywords = {政务动态, 闻喜县, 临猗县}"),
        ("csl-json", "\"section\":\"政务动态\""),
    ] {
        let bytes = exported(&format!("section-{format}"), format);
        assert!(text(&bytes).contains(words), "{format}: {}", text(&bytes));
    }
}

#[test]
fn the_same_editions_give_the_same_book() {
    let [first, second] = ["book-a", "book-b"].map(|test| exported(test, "epub"));
    assert!(first == second);
    assert_eq!(&first[30..38], b"mimetype");
    assert_eq!(&first[38..58], b"application/epub+zip");
    let files = unpacked(first);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names[..4],
        ["mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/nav.xhtml"]
    );
    let all: String = files
        .iter()
        .filter(|(name, _)| name.ends_with(".xhtml"))
        .map(|(_, b)| xml_of(b).1)
        .collect();
    assert_accounted(&all);
    assert!(all.contains("政务动态") && all.contains("原文缺结尾"), "{all}");
}
