//! Does anything that the newsroom has made by hand get lost? The real program, told to write where that stands.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::project::Project;
use support::{assert_refused, file, folder, press, text};

const PAGE: &str = "石桥通车\n\n本报讯(记者 王明)5月3日,村里的石桥修好通车,两岸往来不再绕路。\n";

/// Two papers with a day each.
fn papers(test: &str) -> PathBuf {
    let dir = folder(test);
    file(&dir, "河口日报/2024-05-04/01.txt", PAGE);
    file(&dir, "河口日报/2024-05-04/01.toml", "page = 1\n");
    file(&dir, "東港日報/2024-05-04/02.txt", PAGE);
    dir
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn one_file_of_a_site_is_written_over_no_dump_and_no_sidecar() {
    let dir = papers("keep-single");
    let site = folder("keep-single-site");
    file(&site, "index.html", "<!doctype html><html><head></head><body></body></html>");
    for own in ["河口日报/2024-05-04/01.txt", "河口日报/2024-05-04/01.toml", "redirects.toml"]
    {
        let out = dir.join(own);
        let before = fs::read(&out).ok();
        let sentence = "is a name of a dump or of what stands beside one, and this is a page of HTML; \
                        name it NAME.html with --out";
        let refused = press(&["single", name(&site), "--out", name(&out)]);
        assert_refused(&refused, &format!("{}: {sentence}", out.display()));
        assert_eq!(fs::read(&out).ok(), before);
    }
}

#[test]
fn an_export_is_written_over_nothing_that_stands_beside_dumps() {
    let dir = papers("keep-toml");
    file(&dir, "redirects.toml", "# none\n");
    file(&dir, "new.txt", PAGE);
    for own in ["redirects.toml", "new.toml"] {
        let out = dir.join(own);
        let refused = press(&["export", "--format", "json", "--out", name(&out), name(&dir)]);
        let told = text(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2));
        assert!(told.starts_with(&format!("error: {}: is", out.display())), "{told}");
        assert!(told.ends_with("name another file with --out\n"), "{told}");
    }
    assert_eq!(fs::read_to_string(dir.join("redirects.toml")).unwrap(), "# none\n");
    assert!(!dir.join("new.toml").exists());
}

#[test]
fn a_text_is_not_written_among_dumps_that_were_not_named() {
    let dir = papers("keep-among");
    let own = dir.join("河口日报");
    for out in ["all.txt", "河口日报.TXT", "東港日報/all.txt", "東港日報/2024-05-04/02.txt"]
    {
        let out = dir.join(out);
        let refused = press(&["export", "--format", "txt", "--out", name(&out), name(&own)]);
        let told = text(&refused.stderr);
        assert!(told.contains("where it would be read as dumps; name a place beside it"), "{told}");
        assert_eq!(refused.status.code(), Some(2));
    }
    assert_eq!(fs::read_to_string(dir.join("東港日報/2024-05-04/02.txt")).unwrap(), PAGE);
    // What was exported before is no dump.
    let desk = folder("keep-beside");
    file(&desk, "notes.md", "");
    let beside = desk.join("work");
    file(&beside, "dumps/2024-05-04/01.txt", PAGE);
    let dumps = beside.join("dumps");
    for out in ["all.txt", "other.txt", "all.txt", "made/a.txt", "made/b.txt"] {
        let out = beside.join(out);
        fs::create_dir_all(out.parent().unwrap()).unwrap();
        let done = press(&["export", "--format", "txt", "--out", name(&out), name(&dumps)]);
        assert_eq!(text(&done.stderr), "", "{}", out.display());
    }
}

#[test]
fn a_text_is_not_written_into_the_projects_own_seeds() {
    let project = Project::new("keep-own");
    project.seed("01.txt", PAGE).file("page.txt", PAGE);
    let refused =
        project.press(&["export", "--format", "txt", "page.txt", "--out", "seeds/all.txt"]);
    let told = text(&refused.stderr);
    assert!(told.contains("where it would be read as dumps; name a place beside it"), "{told}");
}

#[test]
fn a_document_put_right_by_hand_stays() {
    let dir = papers("keep-truth");
    let truth = file(&dir, "河口日报/2024-05-04/01.json", "{}");
    let refused = press(&["parse", name(&dir), "--out", name(&dir)]);
    let sentence = "stands beside its dump and may have been put right by hand; \
                    choose another folder with --out, or remove it";
    assert_refused(&refused, &format!("{truth}: {sentence}"));
    assert_eq!(fs::read_to_string(&truth).unwrap(), "{}");
    assert!(!dir.join("東港日報/2024-05-04/02.json").exists(), "all or nothing");
    let dump = dir.join("河口日报/2024-05-04/01.txt");
    for format in ["json", "csl-json"] {
        let refused = press(&["export", "--format", format, "--out", &truth, name(&dump)]);
        assert_refused(&refused, &format!("{truth}: {sentence}"));
    }
    assert_eq!(fs::read_to_string(&truth).unwrap(), "{}");
    for out in ["河口日报/2024-05-04/02.json", "河口日报/2024-05-04/02.json"] {
        let done =
            press(&["export", "--format", "json", "--out", name(&dir.join(out)), name(&dump)]);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    }
    let out = dir.join("made");
    for _ in 0..2 {
        let done = press(&["parse", name(&dir), "--out", name(&out)]);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    }
}

#[test]
fn a_site_replaces_neither_the_project_nor_the_dumps() {
    let project = Project::new("keep-project");
    project.seed("01.txt", PAGE);
    let root = project.root.display();
    let refused = project.press(&["build", "--out", name(&project.root)]);
    assert_refused(
        &refused,
        &format!("{root}: is a project and no site to replace; name another folder"),
    );
    project.file("paper/index.html", "").file("paper/dumps/01.txt", PAGE);
    let refused = project.press(&["build", "--seeds", "paper/dumps", "--out", "paper"]);
    let told = text(&refused.stderr);
    assert!(told.contains("paper: holds ") && told.contains(", which would be lost;"), "{told}");
    assert!(project.root.join("paper/dumps/01.txt").exists());
}
