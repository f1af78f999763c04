//! What do the tests need beside the site? Two browsers, a Chinese font, checkers of what is published, packages of
//! npm, clippy and rustfmt.

use crate::pins::json_value;
use crate::shell::{Outcome, Shell};
use crate::{apt, toolchain};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where a Chromium or Chrome stands that is not Debian's.
pub const CHROMIUM: &str = "BANXIN_CHROMIUM";
const DEBIANS_CHROMIUM: &str = "/usr/bin/chromium";
/// The same of Firefox.
pub const FIREFOX: &str = "BANXIN_FIREFOX";
const DEBIANS_FIREFOX: &str = "/usr/bin/firefox-esr";
/// Programs that judge what is published, and Debian's packages of them: EPUBCheck and the Nu checker run on Java.
const CHECKERS: [(&str, &str); 4] = [
    ("/usr/bin/java", "default-jre-headless"),
    ("/usr/bin/epubcheck", "epubcheck"),
    ("/usr/sbin/nginx", "nginx-light"),
    ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static"),
];
/// The folder of the browser tests, from the root.
pub const TESTS: &str = "tests/browser";

pub fn install(shell: &Shell) -> Outcome {
    components(shell)?;
    debian(shell)?;
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

/// Whether a browser of Debian's must be installed: none is named in its variable, and Debian's is not there.
fn is_missing(variable: &str, debians: &str) -> Outcome<bool> {
    match env::var_os(variable).map(PathBuf::from) {
        None => Ok(!Path::new(debians).is_file()),
        Some(named) if named.is_file() => Ok(false),
        Some(named) => Err(format!(
            "{variable} names {}, where no program is; unset it to use {debians}",
            named.display()
        )),
    }
}

fn debian(shell: &Shell) -> Outcome {
    let mut missing = Vec::new();
    if is_missing(CHROMIUM, DEBIANS_CHROMIUM)? {
        missing.push("chromium");
    }
    if is_missing(FIREFOX, DEBIANS_FIREFOX)? {
        missing.push("firefox-esr");
    }
    missing.extend(CHECKERS.iter().filter(|(file, _)| !Path::new(file).exists()).map(|own| own.1));
    // Without one the text is boxes, and widths are not those of Chinese type.
    if shell.capture("fc-list", &[":lang=zh-cn", "family"]).is_none_or(|fonts| fonts.is_empty()) {
        missing.push("fonts-noto-cjk");
        missing.push("fontconfig");
    }
    if missing.is_empty() {
        return Ok(());
    }
    println!(
        "Installing {} with apt-get: the tests open the site in real browsers, check and serve it.",
        missing.join(" ")
    );
    apt::install(
        shell,
        &missing,
        &format!("or install any Chinese font and name your browsers in {CHROMIUM} and {FIREFOX}"),
    )
}

/// Playwright and Puppeteer drive the browsers, axe-core and Lighthouse look for barriers and slowness, two compare
/// pictures, one reads codes as a camera would, and the rest judge pages, feeds, references, data, links and the tests' own scripts.
fn packages(shell: &Shell) -> Outcome {
    const PACKAGES: [&str; 16] = [
        "playwright-core",
        "puppeteer-core",
        "axe-core",
        "lighthouse",
        "pixelmatch",
        "pngjs",
        "jsqr",
        "vnu-jar",
        "ajv",
        "ajv-formats",
        "jsonfeed-schema",
        "@rowanmanning/feed-parser",
        "@citation-js/core",
        "@citation-js/plugin-csl",
        "linkinator",
        "oxlint",
    ];
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
        "Installing {} with npm: they drive the browsers and judge what they see.",
        PACKAGES.join(", ")
    );
    // None needs its own script, and one would download a Java.
    const INSTALL: [&str; 6] =
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", TESTS];
    toolchain::npm(shell, &INSTALL)
        .map_err(|error| format!("{} is missing; {error}", PACKAGES.join(" or ")))
}
