//! Does set-up install what is missing, once, and say what and why? Played with stand-ins for the real programs,
//! which write down how they were called.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A machine with nothing on it but what a test puts there.
struct Machine {
    root: PathBuf,
}

/// Answers as rustup, cargo and npm do, writes down each call, and "installs" the tool that is asked for.
const LOG: &str = r#"echo "$(basename "$0") $*" >> "$MACHINE/log""#;
const RUSTC: &str = r#"echo "$MACHINE/sysroot""#;
const RUSTUP: &str = r#"mkdir -p "$MACHINE/sysroot/lib/rustlib/$3/lib""#;
const CARGO: &str = r#"
tool=${2%-cli}
printf '#!/bin/sh\ncase "$1" in --version) echo "%s %s";; *) echo "%s $*";; esac\n' "$tool" "$4" "$tool" > "$CARGO_HOME/bin/$tool"
chmod +x "$CARGO_HOME/bin/$tool""#;
const NODE: &str = "echo v22.1.0";
const NPM: &str = r#"
[ "$1" = install ] || exit 0
for word; do [ "$before" = --prefix ] && prefix=$word; before=$word; done
mkdir -p "$prefix/node_modules/binaryen/bin"
printf '#!/bin/sh\necho "wasm-opt version %s (version_%s)"\n' "${word#*@}" "${word#*@}" > "$prefix/node_modules/binaryen/bin/wasm-opt"
chmod +x "$prefix/node_modules/binaryen/bin/wasm-opt""#;

impl Machine {
    fn new(test: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&root);
        for folder in ["programs", "cargo/bin", "sysroot"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        // What the stand-ins themselves run.
        for name in ["basename", "chmod", "env", "mkdir"] {
            let real = ["/usr/bin", "/bin"].map(|folder| Path::new(folder).join(name));
            let real = real.iter().find(|path| path.exists()).unwrap();
            symlink(real, root.join("programs").join(name)).unwrap();
        }
        Self { root }
    }

    fn complete(test: &str) -> Self {
        let machine = Self::new(test);
        let all =
            [("rustc", RUSTC), ("rustup", RUSTUP), ("cargo", CARGO), ("node", NODE), ("npm", NPM)];
        for (name, script) in all {
            machine.put(name, script);
        }
        machine
    }

    fn put(&self, name: &str, script: &str) {
        let path = self.root.join("programs").join(name);
        fs::write(&path, format!("#!/bin/sh\n{LOG}\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn remove(&self, name: &str) {
        fs::remove_file(self.root.join("programs").join(name)).unwrap();
    }

    fn xtask(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .env("PATH", self.root.join("programs"))
            .env("MACHINE", &self.root)
            .env("CARGO_HOME", self.root.join("cargo"))
            .env_remove("BANXIN_CHROMIUM")
            .env_remove("BANXIN_FIREFOX")
            .output()
            .unwrap()
    }

    /// What was installed, in order.
    fn installed(&self) -> Vec<String> {
        let log = fs::read_to_string(self.root.join("log")).unwrap_or_default();
        let words = ["install", "target", "component", "update"];
        let calls =
            log.lines().filter(|line| words.contains(&line.split(' ').nth(1).unwrap_or("")));
        calls.map(str::to_owned).collect()
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A port that was free a moment ago.
fn port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port().to_string()
}

fn assert_fails(output: &Output, sentence: &str) {
    let error = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(error.starts_with(&format!("error: {sentence}")), "{error}");
}

#[test]
fn a_bare_machine_gets_everything_once() {
    let machine = Machine::complete("bare");
    let port = port();
    let served = machine.xtask(&["serve", "--port", &port]);
    let said = text(&served.stdout);
    for line in [
        "Installing the Rust target wasm32-unknown-unknown with rustup: the reader runs as WebAssembly.",
        "with cargo: it builds and serves the site. 6 to 10 minutes on two cores.",
        "with cargo: it joins the WebAssembly to its JavaScript. 2 minutes on two cores.",
        "with npm (binaryen): it makes the WebAssembly smaller.",
    ] {
        assert!(said.contains(line), "{line} is not in\n{said}{}", text(&served.stderr));
    }
    assert!(said.contains(&format!("http://127.0.0.1:{port}/")), "{said}");
    assert!(said.ends_with(&format!("trunk serve --skip-version-check --port {port}\n")), "{said}");
    let installed = machine.installed();
    let starts = [
        "rustup target add",
        "cargo install trunk",
        "cargo install wasm-bindgen-cli",
        "npm install",
    ];
    assert_eq!(installed.len(), starts.len(), "{installed:?}");
    for (call, start) in installed.iter().zip(starts) {
        assert!(call.starts_with(start), "{call}");
    }

    let again = machine.xtask(&["serve", "--port", &port]);
    assert!(!text(&again.stdout).contains("Installing"), "{}", text(&again.stdout));
    assert_eq!(machine.installed(), installed);
}

#[test]
fn a_tool_in_another_version_is_not_taken() {
    let machine = Machine::complete("old");
    machine.put("trunk", "echo trunk 0.17.5");
    machine.xtask(&["serve", "--port", &port()]);
    assert!(machine.installed().iter().any(|call| call.starts_with("cargo install trunk")));
}

#[test]
fn without_rustup_the_target_is_named() {
    let machine = Machine::complete("no-rustup");
    machine.remove("rustup");
    assert_fails(
        &machine.xtask(&["serve"]),
        "the Rust target wasm32-unknown-unknown is missing; install Rust with rustup (https://rustup.rs), then run `rustup target add wasm32-unknown-unknown`",
    );
}

#[test]
fn what_cargo_cannot_install_is_named() {
    let machine = Machine::complete("no-network");
    machine.put("cargo", "exit 101");
    let sentence = "trunk is missing and could not be installed; put it on PATH in this version";
    assert_fails(&machine.xtask(&["setup"]), sentence);
}

#[test]
fn a_node_that_is_too_old_is_named() {
    let machine = Machine::complete("old-node");
    machine.put("node", "echo v18.20.4");
    assert_fails(
        &machine.xtask(&["setup"]),
        "Node 20 or newer with npm is missing (found v18.20.4); install it from https://nodejs.org",
    );
}

#[test]
fn a_port_in_use_is_named() {
    let machine = Machine::complete("port");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    assert_fails(
        &machine.xtask(&["serve", "--port", &port.to_string()]),
        &format!("port {port} cannot be used"),
    );
}

/// A machine with all that building needs, and without a Chinese font.
fn without_font(test: &str) -> Machine {
    let machine = Machine::complete(test);
    machine.xtask(&["serve", "--port", &port()]);
    fs::remove_file(machine.root.join("log")).unwrap();
    machine.put("apt-get", "");
    machine
}

#[test]
fn root_gets_the_font_from_apt() {
    let machine = without_font("root");
    machine.put("id", "echo 0");
    let set_up = machine.xtask(&["setup"]);
    assert!(
        text(&set_up.stdout)
            .contains("the tests open the site in real browsers, check and serve it.")
    );
    let installed = machine.installed();
    assert_eq!(installed[0], "apt-get update");
    assert!(installed[1].starts_with("apt-get install --yes --no-install-recommends "));
    assert!(installed[1].ends_with("fonts-noto-cjk fontconfig"), "{installed:?}");
}

#[test]
fn whoever_may_not_use_apt_is_told_what_to_run() {
    let machine = without_font("user");
    machine.put("id", "echo 1000");
    let refused = machine.xtask(&["setup"]);
    let error = text(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1));
    assert!(error.contains(
        "fonts-noto-cjk fontconfig missing; run `sudo apt-get update && sudo apt-get install "
    ));
    assert_eq!(machine.installed(), [""; 0]);
}
