//! What does building the site need, and how is what is missing installed?

use crate::pins::{Pins, satisfies, version_in};
use crate::shell::{Outcome, Shell};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::{fs, io};

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs what is missing of the wasm target, trunk, wasm-bindgen and wasm-opt.
pub fn install(shell: &Shell) -> Outcome {
    let pins = Pins::read(shell)?;
    wasm_target(shell)?;
    trunk(shell, &pins.trunk)?;
    wasm_bindgen(shell, &pins.wasm_bindgen)?;
    wasm_opt(shell, &pins.wasm_opt)
}

fn wasm_target(shell: &Shell) -> Outcome {
    let sysroot = shell
        .capture("rustc", &["--print", "sysroot"])
        .ok_or("rustc does not run; install Rust with rustup (https://rustup.rs)")?;
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    println!("Installing the Rust target {TARGET} with rustup: the reader runs as WebAssembly.");
    shell.run("rustup", &["target", "add", TARGET]).map_err(|error| {
        format!("the Rust target {TARGET} is missing; install Rust with rustup (https://rustup.rs), then run `rustup target add {TARGET}` ({error})")
    })
}

fn trunk(shell: &Shell, wanted: &str) -> Outcome {
    let found = shell.capture("trunk", &["--version"]);
    if found.as_deref().and_then(version_in).is_some_and(|found| satisfies(found, wanted)) {
        return Ok(());
    }
    println!(
        "Installing trunk {wanted} with cargo: it builds and serves the site. 6 to 10 minutes on two cores."
    );
    cargo_install(shell, &["trunk", "--version", wanted, "--locked"])
}

fn wasm_bindgen(shell: &Shell, wanted: &str) -> Outcome {
    let found = shell.capture("wasm-bindgen", &["--version"]);
    if found.as_deref().and_then(version_in) == Some(wanted) {
        return Ok(());
    }
    println!(
        "Installing wasm-bindgen {wanted} with cargo: it joins the WebAssembly to its JavaScript. 2 minutes on two cores."
    );
    // Without --locked: its lock file may name a dependency that a registry mirror does not have yet.
    cargo_install(shell, &["wasm-bindgen-cli", "--version", wanted])
}

fn cargo_install(shell: &Shell, package: &[&str]) -> Outcome {
    let arguments = [&["install"], package].concat();
    shell.run("cargo", &arguments).map_err(|error| {
        format!(
            "{} is missing and could not be installed; put it on PATH in this version ({error})",
            package[0]
        )
    })
}

/// npm's binaryen brings a wasm-opt that runs on Node; Debian's is too old for what rustc emits.
fn wasm_opt(shell: &Shell, wanted: &str) -> Outcome {
    if wasm_opt_is(shell, wanted) {
        return Ok(());
    }
    println!("Installing wasm-opt {wanted} with npm (binaryen): it makes the WebAssembly smaller.");
    let home = shell.cargo_home.join("banxin/binaryen");
    let package = format!("binaryen@{wanted}");
    fs::create_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    let folder = home.to_string_lossy();
    npm(shell, &["install", "--no-audit", "--no-fund", "--prefix", &folder, &package])?;
    let program = home.join("node_modules/binaryen/bin/wasm-opt");
    // First where this program looks, then where trunk by itself looks, unless another wasm-opt is there.
    link(&program, &shell.cargo_home.join("banxin/bin/wasm-opt"), Existing::Replace)?;
    link(&program, &shell.cargo_home.join("bin/wasm-opt"), Existing::Keep)?;
    if wasm_opt_is(shell, wanted) {
        return Ok(());
    }
    Err(format!(
        "wasm-opt {wanted} was installed in {folder} but does not run; Node 20 or newer must be on PATH"
    ))
}

fn wasm_opt_is(shell: &Shell, wanted: &str) -> bool {
    let found = shell.capture("wasm-opt", &["--version"]);
    found.as_deref().and_then(version_in) == Some(wanted)
}

/// Runs npm.
pub fn npm(shell: &Shell, arguments: &[&str]) -> Outcome {
    /// What Playwright asks for.
    const OLDEST_NODE: u32 = 20;
    let node = shell.capture("node", &["--version"]);
    let major =
        node.as_deref().and_then(version_in).and_then(|node| node.split('.').next()?.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE)
        || shell.capture("npm", &["--version"]).is_none()
    {
        return Err(format!(
            "Node {OLDEST_NODE} or newer with npm is missing (found {}); install it from https://nodejs.org or your distribution",
            node.as_deref().unwrap_or("none")
        ));
    }
    shell.run("npm", arguments)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Existing {
    Keep,
    Replace,
}

fn link(program: &Path, at: &Path, existing: Existing) -> Outcome {
    let made = at.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
        if existing == Existing::Replace || at.read_link().is_ok_and(|to| to == program) {
            match fs::remove_file(at) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        symlink(program, at)
    });
    match made {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            Err(format!("{} cannot be made: {error}; check the folder's permissions", at.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_replaces_only_what_it_may() {
        let folder = std::env::temp_dir().join(format!("banxin-link-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (program, at) = (folder.join("program"), folder.join("bin/tool"));
        fs::write(&program, "ours").unwrap();
        link(&program, &at, Existing::Keep).unwrap();
        link(&program, &at, Existing::Keep).unwrap();
        assert_eq!(fs::read_to_string(&at).unwrap(), "ours");
        fs::remove_file(&at).unwrap();
        fs::write(&at, "another's").unwrap();
        link(&program, &at, Existing::Keep).unwrap();
        assert_eq!(fs::read_to_string(&at).unwrap(), "another's");
        link(&program, &at, Existing::Replace).unwrap();
        assert_eq!(fs::read_to_string(&at).unwrap(), "ours");
        fs::remove_dir_all(&folder).unwrap();
    }
}
