//! In which encoding are these bytes? UTF-8, UTF-16, GB18030 or Big5, or at which byte they are none.

use ::edition::{LineNo, Note, NoteKind, Span};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use std::fmt;

/// Text without its byte order mark; a note where the file was not UTF-8.
pub type Decoded = (String, Option<Note>);

/// Bytes that are in none of the encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// The first byte that does not fit.
    pub offset: usize,
    pub byte: u8,
    pub line: LineNo,
    pub fault: Fault,
}

/// What the bytes are instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// In no encoding of Chinese text.
    NoEncoding,
    /// In this encoding but for that byte.
    Spoiled(&'static str),
    /// No text at all: a picture, a document of an office program.
    Binary,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { offset, byte, line, fault } = self;
        match fault {
            Fault::NoEncoding => write!(
                f,
                "byte {offset}: 0x{byte:02X} is neither UTF-8, UTF-16, GB18030 nor Big5 text; save the page as UTF-8"
            ),
            Fault::Spoiled(encoding) => write!(
                f,
                "byte {offset}, line {}: 0x{byte:02X} is no {encoding}, as the rest of the file is; put that character right there",
                line.0
            ),
            Fault::Binary => write!(
                f,
                "byte {offset}: 0x{byte:02X} stands in no text, so this is a picture or another document; export the text of the page"
            ),
        }
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
/// The first byte that no text has; else, where the bytes are plausible in no encoding, the first that is not of the one
/// that fits most of them, or not UTF-8.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some(encoding) = utf16(bytes) {
        let is_marked = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
        let read = converted(bytes, encoding);
        if !is_marked && !read.is_some_and(|(text, _)| is_plausible(&text) && !text.contains('\0'))
        {
            let at = bytes.iter().position(|byte| is_binary(*byte)).unwrap_or_default();
            return Err(error_at(bytes, at, Fault::Binary));
        }
        return converted(bytes, encoding).ok_or_else(|| error_at(bytes, 0, Fault::NoEncoding));
    }
    let body = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    let bad = match std::str::from_utf8(body) {
        Ok(text) => return Ok((text.to_owned(), None)),
        Err(error) => bytes.len() - body.len() + error.valid_up_to(),
    };
    if let Some(at) = bytes.iter().position(|byte| is_binary(*byte)) {
        return Err(error_at(bytes, at, Fault::Binary));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let order = if guess == BIG5 { [BIG5, GB18030] } else { [GB18030, BIG5] };
    let text = order.into_iter().filter_map(|encoding| converted(bytes, encoding));
    text.into_iter().find(|(text, _)| is_plausible(text)).ok_or_else(|| spoiled(bytes, bad))
}

fn error_at(bytes: &[u8], offset: usize, fault: Fault) -> DecodeError {
    // As `edition::lines` has them: behind LF, CR LF and CR.
    let ends = |at: &usize| match bytes[*at] {
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        byte => byte == b'\n',
    };
    let line = 1 + (0..offset.min(bytes.len())).filter(ends).count();
    let byte = bytes.get(offset).copied().unwrap_or_default();
    DecodeError { offset, byte, line: LineNo(line as u32), fault }
}

/// A byte that no text of these encodings has. (UTF-16 is told before, and UTF-8 takes what it is given.)
fn is_binary(byte: u8) -> bool {
    const END_OF_FILE: u8 = 0x1A;
    byte < b'\t' || (0x0E..b' ').contains(&byte) && byte != END_OF_FILE
}

/// Where the encoding breaks that fits most of the bytes; `bad` is where UTF-8 does.
fn spoiled(bytes: &[u8], bad: usize) -> DecodeError {
    let share = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let (everyday, all) = everyday(&text);
        if all == 0.0 { 0.0 } else { everyday / all }
    };
    let shares = [UTF_8, GB18030, BIG5].map(|encoding| (encoding, share(encoding)));
    let best = shares.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best });
    match best.filter(|(_, share)| *share >= EVERYDAY_SHARE) {
        Some((encoding, _)) if encoding == UTF_8 => error_at(bytes, bad, Fault::Spoiled("UTF-8")),
        Some((encoding, _)) => {
            let name = if encoding == GB18030 { "GB18030" } else { encoding.name() };
            error_at(bytes, first_malformed(bytes, encoding).unwrap_or(bad), Fault::Spoiled(name))
        }
        None => error_at(bytes, bad, Fault::NoEncoding),
    }
}

/// The first byte of the first sequence that the encoding does not have.
fn first_malformed(bytes: &[u8], encoding: &'static Encoding) -> Option<usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len())?;
    let mut text = vec![0; most];
    match decoder.decode_to_utf8_without_replacement(bytes, &mut text, true) {
        (DecoderResult::Malformed(length, behind), read, _) => {
            Some(read.saturating_sub(usize::from(length) + usize::from(behind)))
        }
        _ => None,
    }
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
    let (everyday, all) = everyday(text);
    all == 0.0 || everyday / all >= EVERYDAY_SHARE
}

/// Everyday characters, and all, outside ASCII.
fn everyday(text: &str) -> (f64, f64) {
    let (mut everyday, mut all) = (0.0, 0.0);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        all += 1.0;
        everyday += f64::from(u8::from(is_everyday(c)));
    }
    (everyday, all)
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

    #[test]
    fn a_spoiled_byte_is_told_with_its_place_in_the_likeliest_encoding() {
        let gb = GB18030.encode(PAGE).0;
        for at in [6, 20, 40] {
            let mut bytes = gb.to_vec();
            bytes[at] = 0xFF;
            let error = decode(&bytes).unwrap_err();
            assert_eq!(error.fault, Fault::Spoiled("GB18030"), "{error}");
            assert!(error.offset.abs_diff(at) <= 1, "{at}: {error}");
            let line = 1 + bytes[..error.offset].iter().filter(|byte| **byte == b'\n').count();
            assert_eq!(error.line.0 as usize, line);
        }
        let mut bytes = PAGE.as_bytes().to_vec();
        bytes[30] = 0xFF;
        let error = decode(&bytes).unwrap_err();
        assert_eq!(error.fault, Fault::Spoiled("UTF-8"), "{error}");
        assert!(error.offset.abs_diff(30) <= 2 && error.line.0 == 2, "{error}");
        // As a dump of an old Mac has its line ends, and as Windows has them.
        for (end, longer) in [("\r", 0), ("\r\n", 1)] {
            let mut bytes = PAGE.replace('\n', end).into_bytes();
            bytes[30 + longer] = 0xFF;
            assert_eq!(decode(&bytes).unwrap_err().line.0, 2, "{end:?}");
        }
    }

    #[test]
    fn a_picture_is_no_text() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06";
        let zeros = b"\0\0\0\0\xB5\xC4\xC8\xCB";
        let jpeg = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01";
        for bytes in [png.as_slice(), zeros.as_slice(), jpeg.as_slice()] {
            let error = decode(bytes).unwrap_err();
            assert_eq!(error.fault, Fault::Binary, "{error}");
        }
    }
}
