//! What do the tests need beside the site? A browser, a Chinese font, packages of npm, clippy and rustfmt.

use crate::pins::json_value;
use crate::shell::{Outcome, Shell};
use crate::{apt, toolchain};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where a Chromium or Chrome stands that is not Debian's.
pub const CHROMIUM: &str = "BANXIN_CHROMIUM";
const DEBIANS_CHROMIUM: &str = "/usr/bin/chromium";
/// The folder of the browser tests, from the root.
pub const TESTS: &str = "tests/browser";

pub fn install(shell: &Shell) -> Outcome {
    components(shell)?;
    chromium(shell)?;
    packages(shell)
}

fn components(shell: &Shell) -> Outcome {
    for (name, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if shell.capture("cargo", &[command, "--version"]).is_none() {
            println!("Installing {name} with rustup: the tests run it.");
            shell.run("rustup", &["component", "add", name]).map_err(|error| {
                format!("{name} is missing; run `rustup component add {name}` ({error})")
            })?;
        }
    }
    Ok(())
}

fn chromium(shell: &Shell) -> Outcome {
    let named = env::var_os(CHROMIUM).map(PathBuf::from);
    if let Some(named) = named.as_deref().filter(|named| !named.is_file()) {
        return Err(format!(
            "{CHROMIUM} names {}, where no program is; unset it to use {DEBIANS_CHROMIUM}",
            named.display()
        ));
    }
    let mut missing = Vec::new();
    if named.is_none() && !Path::new(DEBIANS_CHROMIUM).is_file() {
        missing.push("chromium");
    }
    // Without one the text is boxes, and widths are not those of Chinese type.
    if shell.capture("fc-list", &[":lang=zh-cn", "family"]).is_none_or(|fonts| fonts.is_empty()) {
        missing.push("fonts-noto-cjk");
        missing.push("fontconfig");
    }
    if missing.is_empty() {
        return Ok(());
    }
    println!(
        "Installing {} with apt-get: the tests open the site in a real browser.",
        missing.join(" ")
    );
    apt::install(
        shell,
        &missing,
        &format!("or install any Chinese font and name your Chromium in {CHROMIUM}"),
    )
}

/// Playwright drives the browser, axe-core and Lighthouse look for barriers and slowness, the others compare pictures
/// and read codes as a camera would.
fn packages(shell: &Shell) -> Outcome {
    const PACKAGES: [&str; 6] =
        ["playwright-core", "axe-core", "lighthouse", "pixelmatch", "pngjs", "jsqr"];
    let folder = shell.root.join(TESTS);
    let value = |file: PathBuf, key: &str| json_value(&fs::read_to_string(file).ok()?, key);
    let is_there = |package: &&str| {
        let wanted = value(folder.join("package.json"), package);
        let found =
            value(folder.join("node_modules").join(package).join("package.json"), "version");
        wanted.is_some() && wanted == found
    };
    if PACKAGES.iter().all(is_there) {
        return Ok(());
    }
    println!(
        "Installing {} with npm: they drive the browser, look for barriers, compare pictures.",
        PACKAGES.join(", ")
    );
    toolchain::npm(shell, &["ci", "--no-audit", "--no-fund", "--prefix", TESTS])
        .map_err(|error| format!("{} is missing; {error}", PACKAGES.join(" or ")))
}
