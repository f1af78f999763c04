//! How do the reader's programs become text that stands in a page? LZMA, in digits of base 91. `start.js` is the way
//! back.
//!
//! Measured on a reader of 1,227,837 bytes, script and wasm: deflate by zopfli 460,619, brotli 384,592, LZMA 373,161.
//! Not every browser unpacks brotli. Deflate in base 64 would be 614,159 characters; this is 459,260, and unpacked in
//! 160 ms of one core. The page is UTF-8, where no character holds more bits a byte than those of ASCII.

use crate::failure::Failure;
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use std::io::Write;

/// What `start.js` must know beside the text.
#[derive(Debug, PartialEq, Eq)]
pub struct Packed {
    pub text: String,
    /// Bytes that were packed.
    pub size: usize,
    /// FNV-1a of them: whether the text came through whole.
    pub check: u32,
}

/// # Errors
/// The packer refuses.
pub fn packed(bytes: &[u8]) -> Result<Packed, Failure> {
    let small = lzma(bytes)
        .map_err(|error| Failure::new(format!("the reader cannot be packed ({error})")))?;
    Ok(Packed { text: digits(&small), size: bytes.len(), check: fnv(bytes) })
}

/// A stream without header and end mark.
fn lzma(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    /// All of it: the way back has the whole output at hand.
    const WINDOW: u32 = 1 << 26;
    /// Candidates for a match that are looked at.
    const DEPTH: i32 = 1024;
    let how = LzmaOptions {
        dict_size: WINDOW.min((bytes.len() as u32).next_power_of_two().max(1 << 12)),
        // The best for wasm of those tried; `start.js` knows no other.
        lc: 4,
        lp: 0,
        pb: 0,
        mode: EncodeMode::Normal,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        mf: MfType::Bt4,
        depth_limit: DEPTH,
        preset_dict: None,
    };
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &how, false)?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// Characters of a line: what mail and editors take without breaking it.
const LINE: usize = 900;
const BASE: u16 = 91;
/// Bits that two digits hold.
const BITS: u32 = 13;

/// Two digits for thirteen bits, the high one first, the last bits filled up with zeros.
fn digits(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4 + bytes.len() / LINE);
    let mut line = 0;
    let mut put = |value: u16| {
        text.push(digit(value / BASE));
        text.push(digit(value % BASE));
        line += 2;
        if line >= LINE {
            text.push('\n');
            line = 0;
        }
    };
    let (mut held, mut count) = (0u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            put((held >> count) as u16);
            held &= (1 << count) - 1;
        }
    }
    if count > 0 {
        put((held << (BITS - count)) as u16);
    }
    text
}

/// From `#` on; `<` could end an element, so `~` stands for it.
fn digit(value: u16) -> char {
    const FIRST: u8 = b'#';
    match FIRST + value as u8 {
        b'<' => '~',
        code => char::from(code),
    }
}

fn fnv(bytes: &[u8]) -> u32 {
    const START: u32 = 0x811C_9DC5;
    const PRIME: u32 = 0x0100_0193;
    bytes.iter().fold(START, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `start.js` does.
    fn bytes(text: &str) -> Vec<u8> {
        let code = |code: u8| if code == b'~' { b'<' - b'#' } else { code - b'#' };
        let digits: Vec<u8> = text.bytes().filter(|code| *code != b'\n').map(code).collect();
        let (mut held, mut count, mut bytes) = (0u32, 0, Vec::new());
        for pair in digits.chunks_exact(2) {
            let value = u32::from(pair[0]) * u32::from(BASE) + u32::from(pair[1]);
            held = (held << BITS) | value;
            count += BITS;
            while count >= 8 {
                count -= 8;
                bytes.push((held >> count) as u8);
            }
            held &= (1 << count) - 1;
        }
        bytes
    }

    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn digits_lead_back_to_the_bytes() {
        for length in (0..70).chain([5_000]) {
            let noise = noise(length);
            assert_eq!(bytes(&digits(&noise))[..length], noise, "{length}");
        }
        for same in [0x00, 0xFF] {
            assert_eq!(bytes(&digits(&[same; 100]))[..100], [same; 100]);
        }
    }

    #[test]
    fn the_text_ends_no_element_and_is_ascii_in_lines() {
        let Packed { text, size, check } = packed(&noise(20_000)).unwrap();
        assert!(text.bytes().all(|code| code == b'\n' || code.is_ascii_graphic() && code != b'<'));
        assert!(text.lines().all(|line| line.len() <= LINE));
        assert_eq!((size, check), (20_000, fnv(&noise(20_000))));
    }

    #[test]
    fn what_is_packed_is_small_and_unpacks() {
        let text = "第3版 要闻 县里修了新路 ".repeat(500);
        let small = lzma(text.as_bytes()).unwrap();
        assert!(small.len() < 200, "{}", small.len());
        let size = text.len() as u64;
        let mut reader =
            lzma_rust2::LzmaReader::new(small.as_slice(), size, 4, 0, 0, 1 << 20, None).unwrap();
        let mut back = String::new();
        std::io::Read::read_to_string(&mut reader, &mut back).unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn the_check_is_the_one_that_is_published() {
        // From the authors' list of FNV-1a values.
        assert_eq!([&b""[..], b"a", b"foobar"].map(fnv), [0x811C_9DC5, 0xE40C_292C, 0xBF9C_F968]);
    }
}
