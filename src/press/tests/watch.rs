//! Does `press watch` build what has changed, only that, and leave nothing half-made? The real program, on a project
//! with a stand-in for trunk.

mod support;

use std::fs;
use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use support::project::Project;
use support::{PAGE, SAID};

/// A busy machine may take a while for a build.
const PATIENCE: Duration = Duration::from_secs(120);
/// A few looks of the watcher.
const LOOKS: Duration = Duration::from_millis(1_800);

struct Watch {
    program: Child,
}

impl Watch {
    fn of(project: &Project) -> Self {
        let said = fs::File::create(project.root.join("said")).unwrap();
        let program = project.command(&["watch"]).stderr(said).stdout(Stdio::null()).spawn();
        Self { program: program.unwrap() }
    }

    fn interrupt(mut self) -> ExitStatus {
        Command::new("kill").args(["-INT", &self.program.id().to_string()]).status().unwrap();
        self.program.wait().unwrap()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn until(what: &str, holds: impl Fn() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < end, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn times(project: &Project, words: &str) -> usize {
    project.read("said").matches(words).count()
}

/// Builds that have ended, well or not.
fn waits(project: &Project) -> usize {
    times(project, "waiting for a change; Ctrl-C ends\n")
}

#[test]
fn a_changed_dump_is_built_and_an_unchanged_one_is_not() {
    let project = Project::of_page("watch-changes");
    let watch = Watch::of(&project);
    until("the first build", || waits(&project) == 1);
    assert!(project.read("dist/index.html").contains("<title>"));
    std::thread::sleep(LOOKS);
    assert_eq!((project.trunk_calls(), waits(&project)), (1, 1));
    // Saved anew with the same bytes.
    project.seed("a.txt", PAGE);
    std::thread::sleep(LOOKS);
    assert_eq!((project.trunk_calls(), waits(&project)), (1, 1));

    project.seed("a.txt", PAGE.replace("书法", "绘画"));
    until("the second build", || waits(&project) == 2);
    assert_eq!(project.trunk_calls(), 2);
    assert!(project.read("dist/data/articles.txt").contains("绘画展"));
    assert_eq!(watch.interrupt().code(), Some(130));
    assert!(project.read("said").ends_with("stopped\n"), "{}", project.read("said"));
}

#[test]
fn a_mistake_is_said_and_the_next_change_is_built() {
    let project = Project::of_page("watch-mistakes");
    let watch = Watch::of(&project);
    until("the first build", || waits(&project) == 1);
    let before = project.files("dist");
    project.seed("a.toml", "[[correct]]\ntext = \"不在这里\"\nto = \"在\"\n");
    until("the refusal", || waits(&project) == 2);
    assert_eq!(times(&project, "error: seeds/a.toml:"), 1, "{}", project.read("said"));
    assert!(project.files("dist") == before);
    project.seed("a.toml", SAID).seed("a.txt", PAGE.replace("书法", "绘画"));
    until("the build after", || project.read("dist/data/articles.txt").contains("绘画展"));
    drop(watch);
}

#[test]
fn a_file_that_cannot_be_read_is_said_once_and_the_next_change_is_built() {
    let project = Project::of_page("watch-unreadable");
    let watch = Watch::of(&project);
    until("the first build", || waits(&project) == 1);
    let link = project.root.join("seeds/minutes.md");
    std::os::unix::fs::symlink("nowhere", &link).unwrap();
    until("the failure", || waits(&project) == 2);
    std::thread::sleep(LOOKS);
    let said = project.read("said");
    assert_eq!((times(&project, "seeds/minutes.md: "), waits(&project)), (1, 2), "{said}");
    fs::remove_file(link).unwrap();
    project.seed("a.txt", PAGE.replace("书法", "绘画"));
    until("the build after", || project.read("dist/data/articles.txt").contains("绘画展"));
    drop(watch);
}

#[test]
fn ctrl_c_in_a_later_build_leaves_the_site_and_nothing_half_made() {
    let project = Project::of_page("watch-interrupted");
    let watch = Watch::of(&project);
    until("the first build", || waits(&project) == 1);
    let before = project.files("dist");
    project.file("trunk.hangs", "").seed("a.txt", PAGE.replace("书法", "绘画"));
    until("trunk", || project.read("trunk.log").contains("hanging"));
    assert_eq!(watch.interrupt().code(), Some(130));
    assert!(project.read("said").ends_with("stopped; nothing was written\n"));
    assert!(project.files("dist") == before && !project.root.join("dist.part").exists());
    // Nor does trunk go on by itself.
    let mut left = String::new();
    let mut ps = Command::new("ps").args(["-eo", "args"]).stdout(Stdio::piped()).spawn().unwrap();
    ps.stdout.take().unwrap().read_to_string(&mut left).unwrap();
    ps.wait().unwrap();
    assert!(!left.contains("sleep 61.5"), "{left}");
}

#[test]
fn ctrl_c_while_files_are_written_leaves_nothing_half_made() {
    let project = Project::of_page("watch-writing");
    // Some seconds of compressing.
    let long: String = (0..300_000).map(|n| format!("{:x} ", n * 2_654_435_761_u64)).collect();
    project.file("long.txt", &long);
    let watch = Watch::of(&project);
    until("the part", || times(&project, "compressing") == 1);
    assert!(project.root.join("dist.part").is_dir());
    assert_eq!(watch.interrupt().code(), Some(130));
    let names: Vec<_> =
        fs::read_dir(&project.root).unwrap().map(|own| own.unwrap().file_name()).collect();
    let is_left = |name: &std::ffi::OsString| name.to_string_lossy().starts_with("dist");
    assert!(!names.iter().any(is_left), "{names:?}");
}
