//! Does `press search` answer as its help says, on articles of any origin?

mod support;

use support::{assert_refused, file, folder, json, press, text};

const TITLED: &str = "荷花开了\n\n本报讯(记者 某甲)7月1日,荷花开了。\n";

#[test]
fn what_is_exported_can_be_searched() {
    let dir = folder("search-export");
    let page = file(&dir, "a.txt", TITLED);
    let corpus = dir.join("all.jsonl");
    press(&["export", "--format", "jsonl", &page, "--out", corpus.to_str().unwrap()]);
    let queries = file(&dir, "queries.jsonl", "{\"qid\":1,\"query\":\"荷花\"}\n");
    let found =
        press(&["search", "--corpus", corpus.to_str().unwrap(), "--queries", &queries, "--json"]);
    let line = json(&found.stdout);
    assert_eq!(
        (line["hits"].as_array().unwrap().len(), &line["hits"][0]["tier"]),
        (1, &"exact".into())
    );
}

#[test]
fn what_is_exported_can_be_asked_for_by_filter_and_field() {
    let dir = folder("search-filters");
    let about = |id: &str, more: &str| {
        format!(
            "{{\"id\":\"{id}\",\"title\":\"荷花\",\"headline\":[[0,2]],\"paper\":{{\"value\":\"汾城报\"}},\"date\":{{\"value\":\"2025年1月3日\"}},\"page_name\":{{\"value\":\"要闻\"}},{more}}}\n"
        )
    };
    let lines = [
        about(
            "a",
            "\"kicker_text\":\"荷塘月色\",\"rubric\":\"政务\",\"column\":null,\"kind\":\"通讯\",\
             \"counties\":[\"新绛县\"],\"bylines\":[{\"name\":\"付炎\"}],\"dateline\":\"12月30日\",\
             \"blocks\":[{\"kind\":\"byline\"},{\"kind\":\"para\"}],\"text\":[\"本报记者\",\"开了\"]",
        ),
        about(
            "b",
            "\"subtitle_text\":\"月色\",\"kind\":\"消息\",\"counties\":[],\"whole_region\":\"运城市\",\
             \"blocks\":[{\"kind\":\"para\"}],\"text\":[\"记者看花\"]",
        ),
        // Of other origin: what is said there is nothing that filters know.
        "{\"id\":\"c\",\"title\":\"\",\"kind\":3,\"date\":\"昨天\",\"paras\":[\"记者\"]}\n"
            .to_owned(),
    ];
    let corpus = file(&dir, "all.jsonl", lines.concat());
    let found = |query: &str| {
        let line = format!("{{\"qid\":1,\"query\":\"{query}\"}}\n");
        let queries = file(&dir, "queries.jsonl", line);
        let printed = press(&["search", "--corpus", &corpus, "--queries", &queries, "--json"]);
        let hits = json(&printed.stdout)["hits"].clone();
        let ids = hits.as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>().concat()
    };
    for query in
        ["县:新绛", "栏:政务", "作者:付炎", "体裁:通讯", "日期:2024年12月30日", "标题:荷塘"]
    {
        assert_eq!(found(query), "a", "{query}");
    }
    assert_eq!(found("县:全市"), "b");
    assert_eq!(found("版:要闻"), "ab");
    assert_eq!(found("日期:2025年1月3日"), "b");
    assert_eq!(found("期:2025-1-3"), "ab");
    assert_eq!(found("报:汾城"), "ab");
    assert_eq!(found("-体裁:消息"), "ac");
    // The kicker counts more than the subtitle.
    assert_eq!(found("月色"), "ab");
    assert_eq!(found("标题:月色 体裁:消息"), "b");
}

#[test]
fn every_query_is_answered_on_a_line() {
    let dir = folder("search");
    let articles = "{\"id\":\"a\",\"title\":\"清淤\",\"paras\":[\"河道清淤完工\"]}\n\
                    {\"pid\":7,\"text\":\"河道暢通\",\"more\":[1]}\n\n";
    let queries = "{\"qid\":\"q1\",\"query\":\"河道畅通\"}\n{\"qid\":2,\"query\":\"qingyu\"}\n\
                   {\"qid\":\"q3\",\"query\":\"飞船\"}";
    let (corpus, queries) =
        (file(&dir, "corpus.jsonl", articles), file(&dir, "queries.jsonl", queries));
    let printed = press(&["search", "--corpus", &corpus, "--queries", &queries, "--json"]);
    let lines: Vec<serde_json::Value> =
        text(&printed.stdout).lines().map(|line| json(line.as_bytes())).collect();
    let hits = |line: &serde_json::Value| -> Vec<(String, String)> {
        let hits = line["hits"].as_array().unwrap().iter();
        hits.map(|hit| (hit["id"].to_string(), hit["tier"].as_str().unwrap().to_owned())).collect()
    };
    let hit = |id: &str, tier: &str| (id.to_owned(), tier.to_owned());
    assert_eq!(hits(&lines[0]), [hit("7", "folded")]);
    assert_eq!(hits(&lines[1]), [hit("\"a\"", "pinyin")]);
    assert_eq!(hits(&lines[2]), []);
    let qids: Vec<String> = lines.iter().map(|line| line["qid"].to_string()).collect();
    assert_eq!(qids, ["\"q1\"", "2", "\"q3\""]);
    assert!(lines.iter().all(|line| line["us"].is_u64()));
    assert!(lines[0]["hits"][0]["score"].as_f64().unwrap() > 0.0);
}

#[test]
fn a_line_that_is_no_article_is_named() {
    let dir = folder("search-damaged");
    let corpus = file(
        &dir,
        "corpus.jsonl",
        "{\"id\":\"a\",\"title\":\"\",\"paras\":[]}\n{\"title\":\"\"}\n",
    );
    let queries = file(&dir, "queries.jsonl", "");
    let refused = press(&["search", "--corpus", &corpus, "--queries", &queries, "--json"]);
    let sentence = format!(
        "{corpus}: articles, line 2: missing field `id` at line 1 column 12; \
         write one JSON object a line, articles {{id,title,paras}} or as `press export --format jsonl` gives them, queries {{qid,query}}"
    );
    assert_refused(&refused, &sentence);
}
