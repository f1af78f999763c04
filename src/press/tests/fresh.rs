//! When is a site built anew, and when is nothing done?

mod support;

use support::project::Project;
use support::{PAGE, text};

const BASE: &str = "https://example.org/paper/";

#[test]
fn where_nothing_changed_nothing_is_done() {
    let project = Project::of_page("build-again");
    project.build(&[]);
    let again = project.build(&[]);
    assert_eq!((project.trunk_calls(), text(&again.stderr)), (1, "nothing has changed …\n"));
    // Another address changes no reader, another word of a dump does, and so does a hand in the folder.
    project.build(&["--base-url", BASE]);
    assert_eq!(project.trunk_calls(), 1);
    project.seed("a.txt", PAGE.replace("书法", "绘画"));
    project.build(&["--base-url", BASE]);
    assert_eq!(project.trunk_calls(), 2);
    project.file("dist/index.html", "spoiled");
    let mended = project.build(&["--base-url", BASE]);
    assert!(
        !text(&mended.stderr).contains("nothing has changed")
            && project.read("dist/index.html") != "spoiled"
    );
}

#[test]
fn what_an_editor_leaves_beside_a_dump_is_none_of_it() {
    let project = Project::of_page("build-beside");
    project.build(&[]);
    // A lock of Emacs leads nowhere, and Vim writes what has not been saved.
    std::os::unix::fs::symlink("someone@desk.1", project.root.join("seeds/.#a.txt")).unwrap();
    project.seed(".a.txt.swp", "unsaved");
    let again = project.build(&[]);
    assert_eq!((project.trunk_calls(), text(&again.stderr)), (1, "nothing has changed …\n"));
}

#[test]
fn a_link_that_leads_back_is_followed_once() {
    let project = Project::of_page("build-leads-back");
    std::os::unix::fs::symlink(".", project.root.join("seeds/again")).unwrap();
    project.build(&[]);
    let again = project.build(&[]);
    assert_eq!((project.trunk_calls(), text(&again.stderr)), (1, "nothing has changed …\n"));
}

#[test]
fn a_site_that_cannot_be_read_is_built_anew() {
    let project = Project::of_page("build-unreadable");
    project.file("dist/index.html", "of another hand");
    std::os::unix::fs::symlink("nowhere", project.root.join("dist/notes.md")).unwrap();
    project.build(&[]);
    assert!(project.read("dist/index.html") != "of another hand");
}
