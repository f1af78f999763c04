//! What do tests of the real program share? A folder of their own, files in it, and the program.

// Each test program uses a part of it.
#![allow(dead_code)]

pub mod html;
pub mod project;

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A new, empty folder for one test.
pub fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

pub fn press(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_press"))
        .args(arguments)
        .env_remove("TRUNK_STAGING_DIR")
        .env_remove("BANXIN_SEEDS")
        .output()
        .unwrap()
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

pub fn json(bytes: &[u8]) -> serde_json::Value {
    serde_json::from_slice(bytes).unwrap()
}

/// The command failed with this sentence, code 2, and printed nothing.
pub fn assert_refused(output: &Output, sentence: &str) {
    assert_eq!(text(&output.stderr), format!("error: {sentence}\n"));
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
}

/// A page with all that what is published speaks of: a rubric, heads, a corrected word, a gap, counties.
pub const PAGE: &str = "第3版 要闻\n\n政务动态\n\n闻喜县姚村\n\n荷花*开了*\n\n——来自湖边的报道\n\n\
本报讯(记者 王明)7月1日,临猗县<b>荷化</b>开满湖面,游客络绎不绝。\n\n\
夏县举办书法展\n\n本报讯(通讯员 李静 赵强)7月1日,夏县书法展开幕,展出作品一百二十幅,观众\n";

/// What the newsroom says of it.
pub const SAID: &str = "paper = \"某日报\"\ndate = 2025-07-02\npage = 3\nregion = \"运城市\"\n\
[[correct]]\ntext = \"荷化\"\nto = \"荷花\"\n";

/// A dump that would do harm where its text were taken for anything but text.
pub fn hostile() -> String {
    // A line of a megabyte.
    let long = "县里组织技术人员深入田间地头，指导农户做好田间管理，确保粮食丰收。".repeat(10_500);
    format!(
        "</script><script>alert(1)</script>\u{202E}反转]]>\n\n\
         本报讯(记者 <b>甲</b>\u{202E})7月1日,临猗县\0出现\"引号'与&amp;,\u{0B}\u{FFFF}<img src=x onerror=alert(2)>。\n\n\
         --><style>*{{display:none}}</style>\u{2067}标题\n\n本报讯(记者 乙)7月1日,夏县{long}。\n"
    )
}

/// The files of a ZIP, by name.
pub fn unpacked(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}
