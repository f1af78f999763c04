//! What may the page load and run? Its own files and the inline parts that were in it when it was built.

use crate::failure::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use sha2::{Digest, Sha256};

/// A source of a Content-Security-Policy that allows exactly this inline script or style.
pub fn hash_of(inline: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inline)))
}

const HEAD: &str = "<head>";
/// Browsers look for it in the first 1,024 bytes, which the policy may fill.
const CHARSET: &str = "<meta charset=\"utf-8\"";
const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The page with its policy at the head of all that loads or runs; one that was there is replaced.
///
/// # Errors
/// A page without a head.
pub fn sealed(page: &str) -> Result<String, Failure> {
    let page = unsealed(page);
    let policy = format!(
        "{}; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; {TYPES} default; {CLOSED}",
        of_inline(&page, Some("'self'"), None)
    );
    with(&page, &policy)
}

/// The same of a page that holds everything and asks for nothing; `script` is one that its own scripts put in.
///
/// # Errors
/// A page without a head.
pub fn sealed_alone(page: &str, script: &str) -> Result<String, Failure> {
    let page = unsealed(page);
    let inline = of_inline(&page, None, Some(script));
    // `start.js` makes the second one, for the script that it unpacks.
    let policy = format!("{inline}; img-src data:; {TYPES} default packed; {CLOSED}");
    with(&page, &policy)
}

/// Text that becomes mark-up or a program passes one of the policies named behind this, or is refused (W3C Trusted
/// Types; a browser that does not know them goes by the sources alone).
const TYPES: &str = "require-trusted-types-for 'script'; trusted-types";
/// What no page of ours does.
const CLOSED: &str = "base-uri 'none'; form-action 'none'";

fn with(page: &str, policy: &str) -> Result<String, Failure> {
    let head = page
        .find(HEAD)
        .ok_or_else(|| Failure::new(format!("index.html has no {HEAD}; restore it with git")))?;
    let begin = head + HEAD.len();
    let charset = page[begin..].trim_start();
    let at = match charset.strip_prefix(CHARSET).and_then(|rest| rest.find('>')) {
        Some(end) => page.len() - charset.len() + CHARSET.len() + end + 1,
        None => begin,
    };
    let (before, after) = page.split_at(at);
    Ok(format!("{before}{META}{policy}\">{after}"))
}

/// The page without its policy.
pub fn unsealed(page: &str) -> String {
    let Some((before, rest)) = page.split_once(META) else { return page.to_owned() };
    let after = rest.split_once("\">").map_or("", |(_, after)| after);
    format!("{before}{after}")
}

/// What its scripts and styles need: those of `files` and those that stand in the page, and one more script.
fn of_inline(page: &str, files: Option<&str>, more: Option<&str>) -> String {
    let Inline { mut scripts, styles, attributes } = Inline::of(page);
    if let Some(script) = more {
        put(&mut scripts, script);
    }
    let own = || files.map(str::to_owned).into_iter();
    let wasm = ["'wasm-unsafe-eval'".to_owned()];
    let script: Vec<String> = own().chain(wasm).chain(scripts).collect();
    // Prerendered style attributes, each by its hash.
    let by_hash = (!attributes.is_empty()).then(|| "'unsafe-hashes'".to_owned());
    let style: Vec<String> = own().chain(styles).chain(by_hash).chain(attributes).collect();
    format!("default-src 'none'; script-src {}; style-src {}", script.join(" "), style.join(" "))
}

/// Hashes of what stands in the page itself.
#[derive(Default)]
struct Inline {
    scripts: Vec<String>,
    styles: Vec<String>,
    /// Values of `style` attributes.
    attributes: Vec<String>,
}

impl Inline {
    fn of(page: &str) -> Self {
        let mut inline = Self::default();
        // Inside script and style elements text is no mark-up.
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut open: Option<(bool, String)> = None;
        for token in Tokenizer::new_with_emitter(page, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let attribute = |name: &str| tag.attributes.get(name.as_bytes());
                    if let Some(style) = attribute("style") {
                        put(&mut inline.attributes, &String::from_utf8_lossy(style));
                    }
                    let kind = attribute("type").map(|kind| String::from_utf8_lossy(kind));
                    // Data in a script element does not run and needs no leave.
                    let runs =
                        kind.is_none_or(|kind| matches!(&*kind, "" | "module" | "text/javascript"));
                    open = match &**tag.name {
                        b"script" if runs && attribute("src").is_none() => {
                            Some((true, String::new()))
                        }
                        b"style" => Some((false, String::new())),
                        _ => None,
                    };
                }
                Token::String(text) => {
                    if let Some((_, inside)) = &mut open {
                        *inside += &String::from_utf8_lossy(&text);
                    }
                }
                Token::EndTag(_) => {
                    if let Some((is_script, inside)) = open.take() {
                        put(
                            if is_script { &mut inline.scripts } else { &mut inline.styles },
                            &inside,
                        );
                    }
                }
                _ => {}
            }
        }
        inline
    }
}

fn put(hashes: &mut Vec<String>, text: &str) {
    let hash = hash_of(text);
    if !hashes.contains(&hash) {
        hashes.push(hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_parts_are_allowed_by_their_hash_and_nothing_else_is() {
        let page = "<!doctype html><html><head><script>alert(1)</script><style>a{}</style>\
                    <script src=\"x.js\"></script><script type=\"application/ld+json\">{}</script></head>\
                    <body title=\"<script>evil()</script>\"><p style=\"--row:1\">&lt;script>no()&lt;/script></p></body></html>";
        let sealed = sealed(page).unwrap();
        let policy = sealed.split_once(META).unwrap().1.split_once('"').unwrap().0;
        assert!(
            policy.contains(&format!(
                "script-src 'self' 'wasm-unsafe-eval' {};",
                hash_of("alert(1)")
            ))
        );
        assert!(
            policy.contains(&format!(
                "style-src 'self' {} 'unsafe-hashes' {};",
                hash_of("a{}"),
                hash_of("--row:1")
            )),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains(&hash_of("evil()")));
        assert_eq!(super::sealed(&sealed).unwrap(), sealed, "sealing twice changes nothing");
    }

    #[test]
    fn what_the_bytes_mean_is_said_before_the_policy() {
        for charset in ["<meta charset=\"utf-8\" />", "\n    <meta charset=\"utf-8\">"] {
            let page = format!("<html><head>{charset}<script>1</script></head></html>");
            let sealed = sealed(&page).unwrap();
            assert!(sealed.starts_with(&format!("<html><head>{charset}{META}")), "{sealed}");
            assert_eq!(unsealed(&sealed), page);
        }
        // What stands before the charset would run without a policy.
        let page = "<head><script>1</script><meta charset=\"utf-8\"></head>";
        assert!(sealed(page).unwrap().starts_with(&format!("<head>{META}")));
    }

    #[test]
    fn one_page_alone_may_ask_nobody_and_run_what_it_packs() {
        let sealed = sealed_alone("<head><style>a{}</style></head>", "start()").unwrap();
        let policy = sealed.split_once(META).unwrap().1.split_once('"').unwrap().0;
        let (script, style) = (hash_of("start()"), hash_of("a{}"));
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; script-src 'wasm-unsafe-eval' {script}; style-src {style}; img-src data:; {TYPES} default packed; {CLOSED}"
            )
        );
    }

    #[test]
    fn the_hash_is_that_of_the_standard() {
        // From the CSP specification's example, computed by openssl as it says.
        assert_eq!(
            hash_of("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }
}
