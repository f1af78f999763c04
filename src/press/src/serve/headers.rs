//! What does a good host say of a file? Its type, how long it may be kept, in which form it comes.

use std::ops::Range;

/// By the ending of its name, or of its path where that says more.
pub fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "bib" => "application/x-bibtex; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "epub" => "application/epub+zip",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" if name.starts_with("feed") => "application/feed+json",
        "json" => "application/json",
        "jsonl" => "application/jsonl",
        "md" => "text/markdown; charset=utf-8",
        "png" => "image/png",
        "ris" => "application/x-research-info-systems",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "ts" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "xml" if name.starts_with("feed") => "application/atom+xml",
        "xml" => "application/xml",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

/// What has a hash in its name never changes; all else is asked for each time.
pub fn cache(name: &str) -> &'static str {
    match is_hashed(name) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    }
}

/// `reader-64566ef1d35c014b_bg.wasm`: a hyphen, then a good many hexadecimal digits.
fn is_hashed(name: &str) -> bool {
    /// Trunk's are sixteen, with leading zeros left out.
    const SHORTEST: usize = 12;
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_hexdigit).count();
    name.split('-').skip(1).any(|part| digits(part) >= SHORTEST)
}

/// The encodings that a browser accepts and a built folder may hold, best first, with the endings of their files.
pub fn encodings(accepted: &str) -> Vec<(&'static str, &'static str)> {
    let accepts = |encoding: &str| {
        let mut parts = accepted.split(',').map(|part| part.trim().split(';'));
        parts.any(|mut part| {
            let name = part.next().unwrap_or_default().trim();
            let refused =
                part.any(|weight| matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
            name.eq_ignore_ascii_case(encoding) && !refused
        })
    };
    [("br", ".br"), ("gzip", ".gz")].into_iter().filter(|(name, _)| accepts(name)).collect()
}

/// The bytes of `length` that `bytes=…` asks for; `None` where that is all of them: several ranges, or none that can be
/// read. `Some(None)`: there are no such bytes.
pub fn range(asked: &str, length: usize) -> Option<Option<Range<usize>>> {
    let (first, last) = asked.strip_prefix("bytes=")?.trim().split_once('-')?;
    // A sign is no digit.
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then_some(());
    let number = |text: &str| digits(text).and_then(|()| text.parse::<usize>().ok());
    let range = match (first, last) {
        ("", last) => length.saturating_sub(number(last)?)..length,
        (first, "") => number(first)?..length,
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then(|| first..length.min(last.saturating_add(1)))?
        }
    };
    Some(Some(range).filter(|range| !range.is_empty()))
}

/// What every answer says, beside the policy that stands in the pages: what only a header can.
pub fn fixed() -> [(&'static str, &'static str); 4] {
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Content-Security-Policy", "frame-ancestors 'self'"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_hash_is_kept_for_ever() {
        for name in ["reader-64566ef1d35c014b_bg.wasm", "base-b74779aedc20fd38.css"] {
            assert!(cache(name).contains("immutable"), "{name}");
        }
        for name in ["index.html", "sw.js", "files.json", "icon-192.png", "feed.json"] {
            assert_eq!(cache(name), "no-cache", "{name}");
        }
    }

    #[test]
    fn a_part_is_what_was_asked_for() {
        let part = |asked: &str| range(asked, 10);
        assert_eq!(part("bytes=0-3"), Some(Some(0..4)));
        assert_eq!(part("bytes=4-"), Some(Some(4..10)));
        assert_eq!(part("bytes=-3"), Some(Some(7..10)));
        assert_eq!(part("bytes=-30"), Some(Some(0..10)));
        assert_eq!(part("bytes=8-99999999999999999999"), None);
        assert_eq!(part("bytes=8-9999999999"), Some(Some(8..10)));
        for beyond in ["bytes=10-", "bytes=12-20", "bytes=-0"] {
            assert_eq!(part(beyond), Some(None), "{beyond}");
        }
        for whole in [
            "",
            "bytes=",
            "bytes=-",
            "bytes=0-1,4-5",
            "bytes=5-2",
            "bytes=90-20",
            "bytes=+1-2",
            "bytes=a-b",
            "lines=1-2",
        ] {
            assert_eq!(part(whole), None, "{whole}");
        }
        assert_eq!(range("bytes=0-", 0), Some(None));
    }

    #[test]
    fn a_form_is_sent_only_where_it_is_accepted() {
        assert_eq!(encodings("gzip, deflate, br"), [("br", ".br"), ("gzip", ".gz")]);
        assert_eq!(encodings("gzip;q=0.5, br;q=0"), [("gzip", ".gz")]);
        assert_eq!(encodings("identity"), []);
        assert_eq!(encodings(""), []);
    }
}
