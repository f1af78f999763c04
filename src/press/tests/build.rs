//! Does `press build` write a whole site, or nothing? The real program, on a project with a stand-in for trunk.

mod support;

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use support::project::Project;
use support::{PAGE, SAID, assert_refused, json, text};

const BASE: &str = "https://example.org/paper/";

#[test]
fn a_build_holds_every_way_out() {
    let project = Project::of_page("build-whole");
    let built = project.build(&["--base-url", BASE, "--json"]);
    let names: Vec<String> = project.files("dist").into_iter().map(|(name, _)| name).collect();
    for name in [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "files.json",
        "sw.js",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "feed.json",
        "feed.xml",
        "banxin.epub",
        "banxin.html",
        "banxin.html.br",
        "data/edition.json",
        "data/edition.schema.json",
        "data/articles.jsonl",
        "data/articles.txt",
        "data/articles.md",
        "data/references.ris",
        "data/references.csl.json",
        "data/references.bib",
        "data/nitf.zip",
    ] {
        assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
    }
    let pages = names.iter().filter(|name| name.starts_with("a/") && name.ends_with("/index.html"));
    assert_eq!(pages.count(), 2);
    let summary = json(&built.stdout);
    let parts: Vec<&str> = summary["parts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["part"].as_str().unwrap())
        .collect();
    assert_eq!(parts, ["articles", "issues", "feeds", "data", "book", "one file", "reader"]);
    assert!(summary["parts"][0]["bytes"].as_u64().unwrap() > 1000);
    assert!(
        text(&built.stderr).contains("building the reader with trunk …\n"),
        "{}",
        text(&built.stderr)
    );
    assert!(!text(&built.stderr).contains('\u{1b}'), "no colours where there is no terminal");
}

#[test]
fn the_service_worker_keeps_the_reader_and_not_the_rest() {
    let project = Project::of_page("build-kept");
    project.build(&[]);
    let list = json(project.read("dist/files.json").as_bytes());
    let names: Vec<&String> = list.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "base-0123456789abcdef.css",
            "icon-192.png",
            "icon-512.png",
            "index.html",
            "manifest.webmanifest",
            "reader-0123456789abcdef.js",
            "reader-0123456789abcdef_bg.wasm"
        ]
    );
    let (name, hash) = ("index.html", list["index.html"].as_str().unwrap());
    use sha2::{Digest, Sha256};
    let own: String = Sha256::digest(project.read("dist/index.html"))
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    assert_eq!(hash, own, "{name}");
}

#[test]
fn compressed_forms_are_the_files_themselves() {
    let project = Project::of_page("build-compressed");
    project.build(&[]);
    let files = project.files("dist");
    let bytes = |name: &str| files.iter().find(|(own, _)| own == name).map(|(_, bytes)| bytes);
    let mut seen = 0;
    for (name, small) in &files {
        let mut whole = Vec::new();
        if let Some(plain) = name.strip_suffix(".gz") {
            flate2::read::GzDecoder::new(small.as_slice()).read_to_end(&mut whole).unwrap();
            assert_eq!(Some(&whole), bytes(plain), "{name}");
        } else if let Some(plain) = name.strip_suffix(".br") {
            brotli::BrotliDecompress(&mut small.as_slice(), &mut whole).unwrap();
            assert_eq!(Some(&whole), bytes(plain), "{name}");
        } else {
            continue;
        }
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn the_same_seeds_give_the_same_bytes() {
    let [first, second] = ["build-same-a", "build-same-b"].map(|test| {
        let project = Project::of_page(test);
        project.build(&["--base-url", BASE]);
        project.files("dist")
    });
    let names = |files: &[(String, Vec<u8>)]| {
        files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&first), names(&second));
    for ((name, one), (_, other)) in first.iter().zip(&second) {
        assert!(one == other, "{name} differs");
    }
}

#[test]
fn a_reader_that_trunk_built_before_is_taken_as_it_is() {
    let project = Project::of_page("build-given");
    project.build(&[]);
    for (name, bytes) in project.files("target/press/trunk") {
        support::file(&project.root, &format!("given/{name}"), bytes);
    }
    let refuses = || {
        let refused = project.press(&["build", "--reader", "given", "--out", "other"]);
        assert_eq!(
            text(&refused.stderr),
            "error: given/index.html: was built of other seeds, or by another version; build it again: trunk build --release\n"
        );
        assert!(refused.status.code() == Some(2) && !project.root.join("other").exists());
    };
    refuses();
    let page = project.read("given/index.html");
    let mark = mark(&project.root.join("seeds"));
    project.file("given/index.html", &page.replace("</head>", &format!("{mark}</head>")));
    // One word of a dump is enough.
    project.seed("a.txt", PAGE.replace("书法", "绘画"));
    refuses();
    project.seed("a.txt", PAGE);
    project.build(&["--reader", "given", "--out", "other"]);
    assert_eq!(project.trunk_calls(), 1);
    assert!(project.read("other/index.html").contains(&mark));
    let again = project.build(&["--reader", "given", "--out", "other"]);
    assert_eq!(text(&again.stderr), "nothing has changed …\n");
    project.file("given/base-0123456789abcdef.css", "p { color: blue }");
    project.build(&["--reader", "given", "--out", "other"]);
    assert!(project.read("other/banxin.html").contains("<style>p { color: blue }</style>"));
}

/// What the page of a reader says of the dumps that it was built of.
fn mark(seeds: &std::path::Path) -> String {
    use sha2::{Digest, Sha256};
    let library = edition::encode(&parser::read_seeds(seeds).unwrap());
    let hash: String =
        Sha256::digest(library)[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("<meta name=\"banxin-library\" content=\"{hash}\">")
}

#[test]
fn one_file_holds_what_the_page_asks_for() {
    let project = Project::of_page("build-single");
    project.build(&["--base-url", BASE]);
    let page = project.read("dist/banxin.html");
    assert!(page.contains("<style>p { color: red }</style>"), "{page}");
    for absent in ["manifest.webmanifest", "feed.json", ".css\"", ".wasm'", "./reader-"] {
        assert!(!page.contains(absent), "{absent}: {page}");
    }
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{BASE}\">")), "{page}");
    assert_eq!(text(&project.press(&["single"]).stdout), page);
    let silent = project.press(&["single", "dist", "--out", "one.html"]);
    assert_eq!((text(&silent.stdout), project.read("one.html")), ("", page));
    let nothing = project.press(&["single", "seeds"]);
    assert!(
        text(&nothing.stderr).ends_with("; build the site first: press build\n"),
        "{}",
        text(&nothing.stderr)
    );
    assert_eq!(nothing.status.code(), Some(2));
}

#[test]
fn a_build_that_fails_leaves_the_old_site() {
    let project = Project::of_page("build-fails");
    project.build(&[]);
    let before = project.files("dist");
    project.seed("a.txt", PAGE.replace("书法", "绘画")).file("trunk.fails", "");
    let failed = project.press(&["build"]);
    assert_eq!(failed.status.code(), Some(2));
    assert!(
        text(&failed.stderr).ends_with("error: trunk failed; what it said stands above\n"),
        "{}",
        text(&failed.stderr)
    );
    assert!(project.files("dist") == before && !project.root.join("dist.part").exists());
}

#[test]
fn mistakes_of_the_newsroom_are_said_before_trunk_is_called() {
    let project = Project::of_page("build-mistakes");
    project.seed("a.toml", "[[correct]]\ntext = \"不在这里\"\nto = \"在\"\n");
    let refused = project.press(&["build"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).starts_with("error: seeds/a.toml:"), "{}", text(&refused.stderr));
    project.seed("a.toml", SAID).seed("redirects.toml", "\nold = \"x\"\n");
    let refused = project.press(&["build"]);
    let said = text(&refused.stderr);
    assert!(said.contains("redirects.toml:2: \"old\" is no id; "), "{said}");
    assert_eq!(project.trunk_calls(), 0);
    assert_refused(
        &project.press(&["build", "--base-url", "example.org"]),
        "--base-url example.org: begins with neither https:// nor http://; give the address that index.html's \
         folder will have, as in https://example.org/paper/",
    );
}

#[test]
fn a_site_is_not_built_among_the_dumps() {
    let project = Project::of_page("build-among-dumps");
    for out in ["seeds/site", "seeds/2024/site"] {
        let refused = project.press(&["build", "--out", out]);
        let said = text(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2), "{said}");
        assert!(said.contains("name a place beside it with --out"), "{said}");
    }
    assert_eq!(project.trunk_calls(), 0);
}

#[test]
fn a_folder_that_is_no_site_is_not_replaced() {
    let project = Project::of_page("build-foreign");
    project.file("letters/mother.txt", "dear");
    assert_refused(
        &project.press(&["build", "--out", "letters"]),
        "letters: is there and holds no index.html, so it is no site to replace; name another folder or remove it",
    );
    assert_eq!(project.read("letters/mother.txt"), "dear");
}

#[test]
fn ctrl_c_leaves_no_half_written_site() {
    let project = Project::of_page("build-interrupted");
    project.build(&[]);
    let before = project.files("dist");
    project.seed("a.txt", PAGE.replace("书法", "绘画")).file("trunk.hangs", "");
    let mut running = project.command(&["build"]).stderr(Stdio::piped()).spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(30);
    while !project.read("trunk.log").contains("hanging") {
        assert!(Instant::now() < end, "trunk was never called");
        std::thread::sleep(Duration::from_millis(20));
    }
    Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    assert_eq!(running.wait().unwrap().code(), Some(130));
    let mut said = String::new();
    running.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(said.ends_with("stopped; nothing was written\n"), "{said}");
    assert!(project.files("dist") == before && !project.root.join("dist.part").exists());
    fs::remove_file(project.root.join("trunk.hangs")).unwrap();
    project.build(&[]);
    assert!(project.files("dist") != before);
}

#[test]
fn what_a_build_that_was_cut_off_left_does_no_harm() {
    let project = Project::of_page("build-leftover");
    project.file("dist.part/old.html", "left over");
    project.build(&[]);
    assert!(
        !project.root.join("dist/old.html").exists() && !project.root.join("dist.part").exists()
    );
}

#[test]
fn a_link_that_vanished_is_said_with_what_to_write() {
    let project = Project::of_page("build-vanished");
    project.build(&[]);
    let pages = project.files("dist/a");
    let page = pages
        .iter()
        .find(|(_, page)| String::from_utf8_lossy(page).contains("<h1>夏县举办书法展"))
        .unwrap();
    let old = page.0.split('/').next().unwrap().to_owned();
    project.seed("a.txt", PAGE.replace("夏县举办书法展", "夏县书法展开幕"));
    let built = project.build(&[]);
    let said = text(&built.stderr).to_owned();
    assert!(said.contains(&format!("warning: a/{old}/ was a link and is none now; ")), "{said}");
    let pages = project.files("dist/a");
    let new = pages
        .iter()
        .find(|(_, page)| String::from_utf8_lossy(page).contains("<h1>夏县书法展开幕"))
        .unwrap();
    let new = new.0.split('/').next().unwrap().to_owned();
    assert_ne!(old, new);

    project.seed("redirects.toml", format!("{old} = \"{new}\"\n"));
    let built = project.build(&[]);
    assert!(!text(&built.stderr).contains("warning"), "{}", text(&built.stderr));
    let moved = project.read(&format!("dist/a/{old}/index.html"));
    assert!(moved.contains(&format!("content=\"0; url=../../a/{new}/\"")), "{moved}");
}

#[test]
fn a_repaired_paragraph_changes_no_link() {
    let project = Project::of_page("build-stable");
    project.build(&[]);
    let links = |project: &Project| -> Vec<String> {
        project
            .files("dist/a")
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| name.ends_with(".html"))
            .collect()
    };
    let before = links(&project);
    project.seed("a.txt", PAGE.replace("络绎不绝", "很多").replace("观众", "观众如潮。"));
    project.build(&[]);
    assert_eq!(links(&project), before);
}

#[test]
fn the_dumps_may_stand_elsewhere() {
    let project = Project::of_page("build-elsewhere");
    let elsewhere = PAGE.replace("书法展", "剪纸展");
    project.file("archive/2026-03-05/01.txt", &elsewhere);
    project.build(&["--seeds", "archive"]);
    let built = project.read("dist/data/articles.txt");
    assert!(built.contains("剪纸展") && !built.contains("书法展"), "{built}");
    let archive = project.root.join("archive").canonicalize().unwrap();
    assert_eq!(project.read("trunk.seeds").trim(), archive.to_str().unwrap());

    project.build(&["--seeds", "archive"]);
    assert_eq!(project.trunk_calls(), 1, "nothing has changed");
    project.file("archive/2026-03-05/01.txt", PAGE);
    project.build(&["--seeds", "archive"]);
    assert_eq!(project.trunk_calls(), 2, "a dump has changed");
}

#[test]
fn a_folder_of_dumps_that_is_not_there_is_named() {
    let project = Project::of_page("build-nowhere");
    let refused = project.press(&["build", "--seeds", "archive"]);
    assert_refused(
        &refused,
        "archive: No such file or directory (os error 2); check the name, the permissions and the disk",
    );
    assert_eq!(project.trunk_calls(), 0);
}
