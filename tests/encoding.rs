//! Is a page read in whatever encoding it was saved? Every written page, converted and read back.

use encoding_rs::{BIG5, Encoding, GB18030, GBK};
use parser::decode;
use std::fs;
use std::path::Path;

fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/pages");
    let listed = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let dumps = listed.filter(|path| path.extension().is_some_and(|end| end == "txt"));
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        (path.display().to_string(), text.trim_start_matches('\u{FEFF}').to_owned())
    };
    dumps.map(read).collect()
}

fn assert_read(name: &str, text: &str, bytes: &[u8], encoding: &str) {
    let (read, note) = decode(bytes).unwrap_or_else(|error| panic!("{name}: {encoding}: {error}"));
    assert!(read == text, "{name}: {encoding}");
    let sentence = note.unwrap().sentence;
    assert!(sentence.contains(&format!("已按 {encoding} 转换")), "{name}: {sentence}");
}

/// The text in a legacy encoding, where it has all of its characters.
fn encoded(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let (bytes, _, missing) = encoding.encode(text);
    (!missing).then(|| bytes.into_owned())
}

#[test]
fn pages_in_legacy_encodings_are_read() {
    let mut read = [0; 3];
    for (name, text) in pages() {
        for (at, (encoding, shown)) in
            [(GB18030, "gb18030"), (GBK, "gb18030"), (BIG5, "Big5")].into_iter().enumerate()
        {
            if let Some(bytes) = encoded(&text, encoding) {
                assert_read(&name, &text, &bytes, shown);
                read[at] += 1;
            }
        }
    }
    assert!(read[0] == pages().len() && read[1] > 0 && read[2] > 0, "{read:?}");
}

#[test]
fn pages_in_utf_16_are_read_with_a_mark_and_without() {
    for (name, text) in pages() {
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_read(&name, &text, &little, "UTF-16LE");
        assert_read(&name, &text, &big, "UTF-16BE");
        assert_read(&name, &text, &[&[0xFF, 0xFE], little.as_slice()].concat(), "UTF-16LE");
        assert_read(&name, &text, &[&[0xFE, 0xFF], big.as_slice()].concat(), "UTF-16BE");
    }
}

/// A byte that no encoding has, put into a page, is told with its place.
#[test]
fn a_page_with_a_stray_byte_says_which() {
    for (name, text) in pages() {
        let at = text.find('\n').unwrap();
        let mut bytes = text.clone().into_bytes();
        bytes.insert(at, 0xFF);
        match decode(&bytes) {
            Err(error) => assert_eq!((error.offset, error.byte), (at, 0xFF), "{name}"),
            Ok((read, _)) => {
                panic!("{name}: read as {}", read.chars().take(20).collect::<String>())
            }
        }
    }
}
