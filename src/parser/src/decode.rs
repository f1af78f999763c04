//! In which encoding are these bytes? UTF-8, UTF-16, GB18030 or Big5, or at which byte they are none.

use ::edition::{Note, NoteKind, Span};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_16BE, UTF_16LE};
use std::fmt;

/// Text without its byte order mark; a note where the file was not UTF-8.
pub type Decoded = (String, Option<Note>);

/// Bytes that are in none of the encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// The first byte that does not fit.
    pub offset: usize,
    pub byte: u8,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "byte {}: 0x{:02X} is neither UTF-8, UTF-16, GB18030 nor Big5 text; save the page as UTF-8",
            self.offset, self.byte
        )
    }
}

impl std::error::Error for DecodeError {}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Share of the characters outside ASCII that must be everyday Chinese for a guess to stand: real pages
/// have more than nine in ten, random bytes about one in four.
const EVERYDAY_SHARE: f64 = 0.7;

/// The text of a dump.
///
/// # Errors
/// The first byte that is not UTF-8, where the bytes are not plausible in another encoding either.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some(encoding) = utf16(bytes) {
        return converted(bytes, encoding).ok_or_else(|| error_at(bytes, 0));
    }
    let body = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    let bad = match std::str::from_utf8(body) {
        Ok(text) => return Ok((text.to_owned(), None)),
        Err(error) => bytes.len() - body.len() + error.valid_up_to(),
    };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let order = if guess == BIG5 { [BIG5, GB18030] } else { [GB18030, BIG5] };
    let text = order.into_iter().filter_map(|encoding| converted(bytes, encoding));
    text.into_iter().find(|(text, _)| is_plausible(text)).ok_or_else(|| error_at(bytes, bad))
}

fn error_at(bytes: &[u8], offset: usize) -> DecodeError {
    DecodeError { offset, byte: bytes.get(offset).copied().unwrap_or_default() }
}

/// UTF-16 by its mark, or, without one, by line ends that only UTF-16 writes.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let units = || bytes.chunks_exact(2);
    match bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ if !bytes.len().is_multiple_of(2) || std::str::from_utf8(bytes).is_ok() => None,
        _ if units().any(|unit| unit == [0x0A, 0x00]) => Some(UTF_16LE),
        _ if units().any(|unit| unit == [0x00, 0x0A]) => Some(UTF_16BE),
        _ => None,
    }
}

fn converted(bytes: &[u8], encoding: &'static Encoding) -> Option<Decoded> {
    let (text, damaged) = encoding.decode_with_bom_removal(bytes);
    if damaged {
        return None;
    }
    let name = if encoding == GBK { GB18030.name() } else { encoding.name() };
    let sentence = format!("文件不是 UTF-8,已按 {name} 转换;建议另存为 UTF-8。");
    let note = Note::new(NoteKind::Encoding, Span::new(0, 0), sentence);
    Some((text.into_owned(), Some(note)))
}

fn is_plausible(text: &str) -> bool {
    let (mut everyday, mut all) = (0.0, 0.0);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        all += 1.0;
        everyday += f64::from(u8::from(is_everyday(c)));
    }
    all == 0.0 || everyday / all >= EVERYDAY_SHARE
}

/// A character of the first, frequent half of GB2312 or of Big5, or one of their signs.
fn is_everyday(c: char) -> bool {
    let mut buffer = [0; 4];
    let utf8 = c.encode_utf8(&mut buffer);
    let lead = |encoding: &'static Encoding| {
        let (bytes, _, missing) = encoding.encode(utf8);
        (!missing && bytes.len() == 2).then(|| (bytes[0], bytes[1]))
    };
    let common = |pair, low| matches!(pair, Some((lead, tail)) if tail >= low && (0xA1..=0xD7).contains(&lead));
    const GB2312_TAIL: u8 = 0xA1;
    const BIG5_TAIL: u8 = 0x40;
    common(lead(GB18030), GB2312_TAIL)
        || matches!(lead(BIG5), Some((lead, tail)) if tail >= BIG5_TAIL && (0xA1..=0xC6).contains(&lead))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "要闻\n本报讯(记者 王某)7月23日,全市推进会召开,会议部署下一步工作。\n";

    fn sentence(bytes: &[u8]) -> String {
        let (text, note) = decode(bytes).unwrap();
        format!("{}|{}", text == PAGE, note.map_or(String::new(), |note| note.sentence))
    }

    #[test]
    fn each_encoding_is_told_by_its_bytes() {
        assert_eq!(sentence(PAGE.as_bytes()), "true|");
        assert_eq!(sentence(&[UTF8_MARK, PAGE.as_bytes()].concat()), "true|");
        let gb = GB18030.encode(PAGE).0;
        assert!(sentence(&gb).contains("true|文件不是 UTF-8,已按 gb18030"), "{}", sentence(&gb));
        let little: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(sentence(&little).contains("UTF-16LE"));
        let big: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(sentence(&[&[0xFE, 0xFF], big.as_slice()].concat()).contains("UTF-16BE"));
    }

    #[test]
    fn a_traditional_page_in_big5_is_read() {
        let page = "記者林小明／台東報導\n縣府今天表示,將補助農民搭建溫室,並請民眾留意天氣變化。\n";
        let (text, note) = decode(&BIG5.encode(page).0).unwrap();
        assert_eq!(text, page);
        assert!(note.unwrap().sentence.contains("Big5"));
    }

    #[test]
    fn what_is_no_text_is_told_with_its_byte() {
        let error = decode(b"ab\xFFcd").unwrap_err();
        assert_eq!(
            error.to_string(),
            "byte 2: 0xFF is neither UTF-8, UTF-16, GB18030 nor Big5 text; save the page as UTF-8"
        );
        let mut cut = PAGE.as_bytes().to_vec();
        cut.truncate(4);
        assert_eq!(decode(&cut).unwrap_err().offset, 3);
    }
}
