//! Is what stands beside the reader sound? Pages, feeds and maps of a site that was built.

mod support;

use std::sync::LazyLock;
use support::html::{linked, pages, tags};
use support::project::Project;
use support::{PAGE, SAID, hostile, json};

const BASE: &str = "https://example.org/paper/";

/// Two editions that share a head, and one page that would do harm; with its own address known, and not.
fn site(base: bool) -> &'static Project {
    static KNOWN: LazyLock<Project> = LazyLock::new(|| built("site-known", true));
    static UNKNOWN: LazyLock<Project> = LazyLock::new(|| built("site-unknown", false));
    if base { &KNOWN } else { &UNKNOWN }
}

fn built(test: &str, base: bool) -> Project {
    let project = Project::new(test);
    let second = PAGE.replace("荷花*开了*", "天气转凉");
    project.seed("2025-07-02/1.txt", PAGE).seed("2025-07-02/1.toml", SAID);
    project.seed("2025-07-03/1.txt", second).seed("2025-07-03/1.toml", "paper = \"某日报\"\n");
    project.seed("hostile.txt", hostile());
    let address: &[&str] = if base { &["--base-url", BASE] } else { &[] };
    project.build(address);
    project
}

#[test]
fn no_link_of_any_page_leads_nowhere() {
    for base in [true, false] {
        let project = site(base);
        let files: Vec<String> = project.files("dist").into_iter().map(|(name, _)| name).collect();
        let mut seen = 0;
        for (name, page) in pages(project) {
            for (_, attributes) in tags(&page) {
                for link in ["href", "src"].iter().filter_map(|key| attributes.get(*key)) {
                    let link = link.split(['#', '?']).next().unwrap();
                    let inside = match link.strip_prefix(BASE) {
                        Some(path) => path.to_owned(),
                        None if link.is_empty() => continue,
                        None => {
                            assert!(!link.contains("//"), "{name}: {link} leaves the site");
                            joined(&name, link)
                        }
                    };
                    let decoded =
                        percent_encoding::percent_decode_str(&inside).decode_utf8().unwrap();
                    let file = match decoded.is_empty() || decoded.ends_with('/') {
                        true => format!("{decoded}index.html"),
                        false => decoded.into_owned(),
                    };
                    assert!(files.contains(&file), "{name}: {link} leads to {file}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 40, "{seen}");
    }
}

/// A relative link of a page as a path in the site.
fn joined(page: &str, link: &str) -> String {
    let mut path: Vec<&str> = page.split('/').collect();
    path.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => assert!(path.pop().is_some(), "{page}: {link} leaves the site"),
            part => path.push(part),
        }
    }
    if link == "." || link.ends_with("./") {
        path.push("");
    }
    path.retain(|part| !part.is_empty());
    let slash = if link.ends_with('/') && !path.is_empty() { "/" } else { "" };
    path.join("/") + slash
}

#[test]
fn an_articles_page_says_what_search_engines_and_readers_ask() {
    let project = site(true);
    let pages = pages(project);
    let (name, page) =
        pages.iter().find(|(_, page)| page.contains("荷花*开了* · 某日报</title>")).unwrap();
    let url = format!("{BASE}{}", name.strip_suffix("index.html").unwrap());
    let tags = tags(page);
    let content = |key: &str, name: &str| -> Vec<&str> {
        let own = tags
            .iter()
            .filter(|(_, attributes)| attributes.get(key).is_some_and(|own| own == name));
        own.map(|(_, attributes)| attributes["content"].as_str()).collect()
    };
    assert_eq!(content("name", "citation_title"), ["荷花*开了*"]);
    assert_eq!(content("name", "citation_author"), ["王明"]);
    assert_eq!(content("name", "citation_publication_date"), ["2025/07/02"]);
    assert_eq!(content("name", "citation_firstpage"), ["3"]);
    assert_eq!(content("property", "og:type"), ["article"]);
    assert_eq!(content("property", "og:url"), [url.as_str()]);
    assert!(content("name", "description")[0].starts_with("本报讯"));
    let canonical = tags
        .iter()
        .find(|(_, attributes)| attributes.get("rel").is_some_and(|rel| rel == "canonical"));
    assert_eq!(canonical.unwrap().1["href"], url);
    let id = name.split('/').nth(1).unwrap();
    let way = tags.iter().find(|(name, _)| name == "a").unwrap();
    assert_eq!(way.1["href"], format!("../../#/a/{id}?edition=2025-07-02"));
    assert!(!page.contains("<b>") && page.contains("临猗县&lt;b&gt;"));
    assert!(page.contains("title=\"原文：荷化\">荷花</span>"), "{page}");
}

#[test]
fn an_articles_page_leads_to_those_beside_it_and_names_its_author_once() {
    let project = site(true);
    let way = |page: &str, rel: &str| {
        let tags = tags(page).into_iter();
        let mut ways = tags.filter(|(_, own)| own.get("rel").is_some_and(|own| own == rel));
        ways.next().map(|(_, attributes)| attributes["href"].replace("../../", "dist/"))
    };
    let page = |title: &str| {
        let is_it = |page: &str| page.contains(&format!("<title>{title} · 某日报"));
        pages(project).into_iter().map(|(_, page)| page).find(|page| is_it(page)).unwrap()
    };
    let lotus = page("荷花*开了*");
    assert_eq!(way(&lotus, "prev"), None, "the first of its issue");
    let next = way(&lotus, "next").unwrap();
    assert!(lotus.contains("夏县举办书法展</cite>"), "{lotus}");
    let brushes = project.read(&format!("{next}index.html"));
    assert!(brushes.contains("<h1>夏县举办书法展</h1>") && way(&brushes, "prev").is_some());
    assert_eq!(way(&brushes, "next"), None, "the next issue is another");
    let (_, body) = lotus.split_once("<article>").unwrap();
    let (body, _) = body.split_once("</article>").unwrap();
    assert_eq!(body.matches("王明").count(), 1, "{body}");
}

/// What schema.org lists for a NewsArticle, inherited ones included, as far as this project uses them.
const PROPERTIES: [&str; 18] = [
    "alternativeHeadline",
    "articleBody",
    "articleSection",
    "author",
    "contentLocation",
    "dateline",
    "datePublished",
    "description",
    "headline",
    "identifier",
    "inLanguage",
    "isPartOf",
    "mainEntityOfPage",
    "printEdition",
    "printPage",
    "printSection",
    "publisher",
    "url",
];

#[test]
fn linked_data_has_fields_of_schema_org_and_nothing_made_up() {
    let project = site(true);
    for (name, page) in pages(project).iter().filter(|(_, page)| page.contains("ld+json")) {
        let data = linked(page);
        assert_eq!(
            (&data["@context"], &data["@type"]),
            (&"https://schema.org".into(), &"NewsArticle".into())
        );
        for (key, value) in data.as_object().unwrap() {
            assert!(key.starts_with('@') || PROPERTIES.contains(&key.as_str()), "{name}: {key}");
            assert!(!value.is_null() && value != "", "{name}: {key} is empty");
        }
    }
    let pages = pages(project);
    let data = |title: &str| {
        linked(&pages.iter().find(|(_, page)| page.contains(&format!("<title>{title}"))).unwrap().1)
    };
    let lotus = data("荷花*开了*");
    assert_eq!(lotus["alternativeHeadline"], serde_json::json!(["闻喜县姚村", "——来自湖边的报道"]));
    assert_eq!((&lotus["printPage"], &lotus["articleSection"]), (&"3".into(), &"政务动态".into()));
    assert_eq!(
        (&lotus["dateline"], &lotus["datePublished"]),
        (&"7月1日".into(), &"2025-07-02".into())
    );
    assert!(
        lotus["contentLocation"].as_array().unwrap().iter().any(|place| place["name"] == "临猗县")
    );
    // Nothing tells the day of the last page.
    let unknown =
        pages.iter().filter(|(_, page)| page.contains("alert(1)") && page.contains("ld+json"));
    for (_, page) in unknown {
        assert_eq!(linked(page).get("datePublished"), None);
        assert!(!page.contains("citation_publication_date") && !page.contains("published_time"));
    }
}

#[test]
fn a_hostile_dump_is_text_on_every_page() {
    let project = site(true);
    let mut seen = 0;
    for (name, page) in pages(project) {
        for (tag, attributes) in tags(&page) {
            assert!(tag != "img" && tag != "b", "{name}: {tag}");
            assert!(!attributes.keys().any(|key| key.starts_with("on")), "{name}: {attributes:?}");
            let is_data = attributes.get("type").is_some_and(|kind| kind == "application/ld+json");
            let alone = name == "banxin.html" || name == "404.html";
            let known = name == "index.html" || alone || is_data;
            assert!(tag != "script" || known, "{name}: {attributes:?}");
            assert!(tag != "style" || alone, "{name}");
        }
        assert!(
            !page.contains('\0') && !page.chars().any(|c| c.is_control() && c != '\n'),
            "{name}"
        );
        let policy = tags(&page)
            .into_iter()
            .find(|(_, a)| a.get("http-equiv").is_some_and(|own| own == "Content-Security-Policy"));
        let policy = policy.unwrap_or_else(|| panic!("{name} has no policy")).1["content"].clone();
        assert!(
            policy.starts_with("default-src 'none';") && !policy.contains("unsafe-inline"),
            "{name}: {policy}"
        );
        if page.contains("ld+json") {
            let data = linked(&page);
            seen += usize::from(
                data["headline"].as_str().unwrap().contains("</script><script>alert(1)</script>"),
            );
        }
    }
    assert_eq!(seen, 1);
}

#[test]
fn a_head_of_two_days_has_a_page_that_leads_to_both() {
    let project = site(false);
    let pages = pages(project);
    let twins: Vec<&String> =
        pages.iter().map(|(name, _)| name).filter(|name| name.contains("-2025-07-0")).collect();
    assert_eq!(twins.len(), 2, "{twins:?}");
    let id = &twins[0][2..10];
    let both = &pages.iter().find(|(name, _)| *name == format!("a/{id}/index.html")).unwrap().1;
    for day in ["2025-07-02", "2025-07-03"] {
        assert!(both.contains(&format!("href=\"../../a/{id}-{day}/\"")), "{both}");
    }
}

#[test]
fn feeds_are_read_by_a_library() {
    for base in [true, false] {
        let project = site(base);
        let files = project.files("dist");
        let own = |name: &str, ending: &str| {
            (name.starts_with("feed.") || name.starts_with("feeds/")) && name.ends_with(ending)
        };
        let count = |ending: &str| files.iter().filter(|(name, _)| own(name, ending)).count();
        assert!(
            count(".json") >= 3 && count(".json") == count(".xml"),
            "{} {}",
            count(".json"),
            count(".xml")
        );
        for (name, bytes) in
            files.iter().filter(|(name, _)| own(name, ".json") || own(name, ".xml"))
        {
            let feed = feed_rs::parser::parse(bytes.as_slice())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(!feed.entries.is_empty() && feed.title.is_some(), "{name}");
            let mut ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), feed.entries.len(), "{name}");
            if name.starts_with("feed.") {
                let titles: Vec<&str> = feed
                    .entries
                    .iter()
                    .filter_map(|entry| Some(entry.title.as_ref()?.content.as_str()))
                    .collect();
                assert_eq!(titles.len(), feed.entries.len(), "{name}");
                assert!(titles.iter().any(|title| title.contains("荷花*开了*")), "{titles:?}");
            }
            let days = feed.entries.iter().filter(|entry| entry.published.is_some()).count();
            assert!(days > 0 || !name.starts_with("feed."), "{name}");
            for entry in &feed.entries {
                if base {
                    assert!(entry.links[0].href.starts_with(BASE), "{name}: {:?}", entry.links);
                }
            }
        }
    }
}

/// What JSON Feed 1.1 demands.
#[test]
fn a_json_feed_has_what_its_version_demands() {
    let project = site(true);
    let feed = json(project.read("dist/feed.json").as_bytes());
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], format!("{BASE}feed.json"));
    for item in feed["items"].as_array().unwrap() {
        assert!(item["id"].as_str().unwrap().starts_with("urn:uuid:"));
        assert!(!item["content_html"].as_str().unwrap().contains("<script"));
        assert!(item["_banxin"]["article"]["blocks"][0]["spans"][0][0].is_u64(), "{item}");
        assert!(item["_banxin"]["account"][0].as_str().unwrap().starts_with("出处："));
    }
}

#[test]
fn every_article_is_found_where_no_program_runs() {
    let project = site(false);
    let front = project.read("dist/index.html");
    assert!(front.contains("<noscript class=\"elsewhere\"><p><a href=\"i/\">"), "{front}");
    assert!(!project.read("dist/banxin.html").contains("href=\"i/\""), "one file has no pages");
    let issues = project.read("dist/i/index.html");
    let ways: Vec<&str> = issues.split("href=\"../i/").skip(1).collect();
    let keys: Vec<&str> = ways.iter().map(|way| &way[..way.find('/').unwrap()]).collect();
    assert_eq!(keys, ["2025-07-03", "2025-07-02", "hostile"]);
    let mut listed = 0;
    for key in keys {
        let page = project.read(&format!("dist/i/{key}/index.html"));
        let front = if key == "2025-07-03" { "#/".to_owned() } else { format!("#/?edition={key}") };
        assert!(page.contains(&format!("href=\"../../{front}\"")), "{page}");
        listed += page.matches("<li>").count();
    }
    let articles = pages(project).into_iter().filter(|(_, page)| page.contains("ld+json")).count();
    assert_eq!(listed, articles);
}

#[test]
fn references_name_the_page_where_its_address_is_known() {
    let known = site(true);
    let articles = pages(known).into_iter().filter(|(_, page)| page.contains("ld+json")).count();
    for (name, field) in [
        ("references.ris", "UR  - "),
        ("references.bib", "url = {"),
        ("references.csl.json", "\"URL\":\""),
    ] {
        let count = |project: &Project| {
            let text = project.read(&format!("dist/data/{name}"));
            text.matches(&format!("{field}{BASE}a/")).count()
        };
        assert_eq!((count(known), count(site(false))), (articles, 0), "{name}");
    }
}

#[test]
fn robots_find_every_article() {
    let project = site(true);
    assert_eq!(
        project.read("dist/robots.txt"),
        format!("User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n")
    );
    let map = project.read("dist/sitemap.xml");
    let articles = pages(project).into_iter().filter(|(_, page)| page.contains("ld+json")).count();
    let issues = 3;
    assert_eq!(map.matches("<loc>").count(), articles + issues + 1);
    let project = site(false);
    assert_eq!(project.read("dist/robots.txt"), "User-agent: *\nAllow: /\n");
    assert!(!project.root.join("dist/sitemap.xml").exists());
}
