//! What is tested, in which order? What fails soonest first; the built site last.

use crate::freshness;
use crate::paths;
use crate::scenarios;
use crate::shell::{Outcome, Shell};
use std::path::Path;

const LINTS: [&str; 6] = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
/// A name that no script declares would be found when its scenario runs, which is last.
const SCRIPT_LINTS: [&str; 6] = [
    "tests/browser/node_modules/oxlint/bin/oxlint",
    "--config=tests/.oxlintrc.json",
    "--deny-warnings",
    "--ignore-pattern=**/node_modules/**",
    "tests",
    "src",
];

/// The page that the tests know: whatever lies in seeds/, they ask about this one.
pub const SEED: &str = "tests/data/seed";
const SEEDS: &str = "BANXIN_SEEDS";

/// Where the tests find what `press build` made of the built site.
const PUBLISHED: &str = "target/published";
const PUBLISH: [&str; 10] =
    ["run", "--quiet", "--package", "press", "--", "build", "--reader", "dist", "--out", PUBLISHED];

/// Several days and pages in one site, and dumps that stand elsewhere; where its tests find it.
const NEWSROOM: &str = "target/newsroom";
const PUBLISH_NEWSROOM: [&str; 10] = [
    "run",
    "--quiet",
    "--package",
    "press",
    "--",
    "build",
    "--seeds",
    "tests/data/newsroom",
    "--out",
    NEWSROOM,
];

pub fn run(shell: &Shell) -> Outcome {
    let shell = &shell.with(SEEDS, SEED);
    let title = |words: &str| println!("\n== {words}");
    title("form");
    shell.run("cargo", &["fmt", "--all", "--check"])?;
    title("lints");
    shell.run("node", &SCRIPT_LINTS)?;
    shell.run("cargo", &LINTS)?;
    title("the reader is built anew when a seed changes, and only then");
    freshness::follows_the_seeds(shell, &LINTS)?;
    title("tests of the crates");
    shell.run("cargo", &["test", "--workspace"])?;
    title("the site");
    build_site(shell)?;
    title("what is published, made of it");
    shell.run("cargo", &PUBLISH)?;
    title("a site of several days and pages");
    shell.run("cargo", &PUBLISH_NEWSROOM)?;
    title("tests of the site as it is published, in browsers");
    scenarios::play(shell, PUBLISHED)
}

/// The site as a visitor gets it, in `dist/`.
pub fn build_site(shell: &Shell) -> Outcome {
    let (flags, build) = (paths::flags(), ["build", "--release", "--skip-version-check"]);
    shell.run_with("trunk", &build, &[(paths::VARIABLE, Path::new(&flags))])
}
