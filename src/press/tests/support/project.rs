//! What does a build need of a project? A folder that looks like one, and a trunk that takes no minutes.

use super::{PAGE, SAID, file, folder};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub struct Project {
    pub root: PathBuf,
}

/// What trunk gives, as far as what is built on it goes; it says that it was called.
const TRUNK: &str = r#"#!/bin/sh
echo called >> trunk.log
echo "$BANXIN_SEEDS" > trunk.seeds
[ -e trunk.fails ] && { echo "error: it does not compile"; exit 1; }
while [ "$1" != --dist ]; do shift; done
mkdir -p "$2"
[ -e trunk.hangs ] && { echo hanging >> trunk.log; exec sleep 61.5; }
cp index.html "$2/index.html"
printf '%s\n' 'async function start() {}' 'export { start as default };' > "$2/reader-0123456789abcdef.js"
printf '\0asm\1\0\0\0' > "$2/reader-0123456789abcdef_bg.wasm"
echo 'p { color: red }' > "$2/base-0123456789abcdef.css"
[ -e long.txt ] && cp long.txt "$2/long.txt"
echo '{}' > "$2/manifest.webmanifest"
echo 'icon' > "$2/icon-192.png"
echo 'icon' > "$2/icon-512.png"
"#;

const INDEX: &str = "<!doctype html>
<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>版心</title><script>document.title</script>
<link rel=\"manifest\" href=\"manifest.webmanifest\"><link rel=\"stylesheet\" href=\"./base-0123456789abcdef.css\">
<script type=\"module\">
import init from './reader-0123456789abcdef.js';
await init({ module_or_path: './reader-0123456789abcdef_bg.wasm' });
</script></head><body></body></html>
";

impl Project {
    pub fn new(test: &str) -> Self {
        let root = folder(test);
        file(&root, "Trunk.toml", "");
        file(&root, "index.html", INDEX);
        let trunk = file(&root, "bin/trunk", TRUNK);
        fs::set_permissions(&trunk, fs::Permissions::from_mode(0o755)).unwrap();
        Self { root }
    }

    /// With one dump and what the newsroom says of it.
    pub fn of_page(test: &str) -> Self {
        let project = Self::new(test);
        project.seed("a.txt", PAGE).seed("a.toml", SAID);
        project
    }

    pub fn seed(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        file(&self.root, &format!("seeds/{name}"), text);
        self
    }

    pub fn file(&self, name: &str, text: &str) -> &Self {
        file(&self.root, name, text);
        self
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_press"));
        let path = std::env::var("PATH").unwrap();
        let path = format!("{}:{path}", self.root.join("bin").display());
        command.args(arguments).current_dir(&self.root).env("PATH", path);
        command.env_remove("BANXIN_SEEDS");
        command
    }

    pub fn press(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Builds, and fails where that fails.
    pub fn build(&self, arguments: &[&str]) -> Output {
        let built = self.press(&[&["build"], arguments].concat());
        assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
        built
    }

    pub fn read(&self, name: &str) -> String {
        let path = self.root.join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// How often trunk was called.
    pub fn trunk_calls(&self) -> usize {
        let log = fs::read_to_string(self.root.join("trunk.log")).unwrap_or_default();
        log.lines().filter(|line| *line == "called").count()
    }

    /// All files below a folder, by their paths in it, in order.
    pub fn files(&self, below: &str) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        collect(&self.root.join(below), "", &mut found);
        found.sort();
        found
    }
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), found);
        } else {
            found.push((name, fs::read(&path).unwrap()));
        }
    }
}
