//! How does a link become a picture that a phone reads? As one path over the dark modules of a QR code.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Of a side, in modules, with the quiet zone around it.
pub struct Code {
    pub side: i32,
    /// An SVG path; each module is one unit.
    pub path: String,
}

/// Modules left light on each side, as the standard asks.
const QUIET: i32 = 4;
/// 65 modules a side: on a phone's screen each is still a third of a millimetre, which cameras resolve.
const DENSEST: u8 = 12;

/// `None` where the text would make a code too dense to scan.
pub fn code(text: &str) -> Option<Code> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let least = Version::new(1);
    // On a screen nothing is worn or torn: little error correction, larger modules.
    let made = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Low,
        least,
        Version::new(DENSEST),
        None,
        true,
    );
    let made = made.ok()?;
    let mut path = String::new();
    for y in 0..made.size() {
        let mut x = 0;
        while x < made.size() {
            let run = (x..made.size()).take_while(|x| made.get_module(*x, y)).count() as i32;
            if run > 0 {
                path += &format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Code { side: made.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_its_quiet_zone() {
        let code = code("https://paper.example/#/a/rrxmeec8").unwrap();
        // Version 3: 29 modules. The corner's finder pattern begins behind the quiet zone.
        assert_eq!(code.side, 29 + 8);
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
    }

    #[test]
    fn what_no_phone_would_scan_is_refused() {
        assert!(code(&"a".repeat(367)).is_some());
        assert!(code(&"a".repeat(368)).is_none());
    }
}
