//! What does the built page ask for? Every place in it that names another file, in order.

use super::ELSEWHERE;
use html5gum::{DefaultEmitter, HtmlString, Span, Spanned, StartTag, Token, Tokenizer};
use std::collections::BTreeMap;
use std::ops::Range;

#[derive(Debug, PartialEq, Eq)]
pub enum Asset {
    Style(String),
    Icon(String),
    /// The script that starts the reader: wasm-bindgen's module, and the wasm.
    Program {
        script: String,
        wasm: String,
    },
    /// What only a host can give: manifest, feeds, hints for loading, pages of issues.
    Elsewhere,
    /// The end tag of the body: an empty range before it.
    End,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the page.
    pub range: Range<usize>,
    pub asset: Asset,
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, usize>>;

/// # Errors
/// A file that is asked for and that one page cannot hold, as a sentence.
pub fn pieces(page: &str) -> Result<Vec<Piece>, String> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // Inside script and style elements text is no mark-up.
    emitter.naively_switch_states(true);
    let mut pieces = Vec::new();
    let mut module: Option<(usize, String)> = None;
    let mut elsewhere: Option<usize> = None;
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let asks = |name: &str| tag.attributes.get(name.as_bytes()).map(text);
                match &**tag.name {
                    b"link" => pieces.push(Piece {
                        range: range(tag.span),
                        asset: match linked(&tag.attributes)? {
                            Some(asset) => asset,
                            None => continue,
                        },
                    }),
                    b"script" if asks("type").as_deref() == Some("module") => {
                        module = Some((tag.span.start, String::new()));
                    }
                    b"noscript" if asks("class").as_deref() == Some(ELSEWHERE) => {
                        elsewhere = Some(tag.span.start);
                    }
                    _ => {}
                }
                if elsewhere.is_none() {
                    refuse(&tag)?;
                }
            }
            Token::String(words) => {
                if let Some((_, inside)) = &mut module {
                    *inside += &String::from_utf8_lossy(&words);
                }
            }
            Token::EndTag(tag) if &**tag.name == b"script" => {
                if let Some((start, inside)) = module.take() {
                    pieces.push(Piece { range: start..tag.span.end, asset: program(&inside)? });
                }
            }
            Token::EndTag(tag) if &**tag.name == b"noscript" => {
                if let Some(start) = elsewhere.take() {
                    pieces.push(Piece { range: start..tag.span.end, asset: Asset::Elsewhere });
                }
            }
            Token::EndTag(tag) if &**tag.name == b"body" => {
                let at = tag.span.start;
                pieces.push(Piece { range: at..at, asset: Asset::End });
            }
            _ => {}
        }
    }
    let is_whole = |piece: &Piece| {
        page.get(piece.range.clone()).is_some_and(|part| {
            piece.range.is_empty() || part.starts_with('<') && part.ends_with('>')
        })
    };
    match pieces.iter().all(is_whole) {
        true => Ok(pieces),
        false => Err("is no page that can be taken apart; build it again".to_owned()),
    }
}

fn text(value: &Spanned<HtmlString, usize>) -> String {
    String::from_utf8_lossy(value).into_owned()
}

fn range(span: Span<usize>) -> Range<usize> {
    span.start..span.end
}

/// `None` for an address that nothing loads.
fn linked(attributes: &Attributes) -> Result<Option<Asset>, String> {
    let value = |name: &str| attributes.get(name.as_bytes()).map(text).unwrap_or_default();
    let (relation, address) = (value("rel"), value("href"));
    Ok(Some(match relation.as_str() {
        "stylesheet" => Asset::Style(own(&address)?),
        "icon" => Asset::Icon(own(&address)?),
        "manifest" | "apple-touch-icon" | "modulepreload" | "preload" | "alternate" => {
            Asset::Elsewhere
        }
        "canonical" => return Ok(None),
        _ => {
            return Err(format!(
                "holds a link `{relation}` to {address}, and nobody said what becomes of it in one file; \
                 name it in press's single/assets.rs"
            ));
        }
    }))
}

/// Pictures, frames and scripts in files of their own; links of the page lead to places in it.
fn refuse(tag: &StartTag<usize>) -> Result<(), String> {
    let name = String::from_utf8_lossy(&tag.name).into_owned();
    let keys: &[&str] = if name == "a" { &["href"] } else { &["src", "srcset", "poster", "data"] };
    for value in keys.iter().filter_map(|key| tag.attributes.get(key.as_bytes()).map(text)) {
        if !value.starts_with('#') && !value.starts_with("data:") {
            return Err(format!(
                "holds `{name}` with {value}, which is not in the page; put it in, or take it out"
            ));
        }
    }
    Ok(())
}

/// trunk's `import init from './reader-HASH.js'; await init({ module_or_path: './reader-HASH_bg.wasm' });`
fn program(script: &str) -> Result<Asset, String> {
    let mut quoted = script.split(['"', '\'']).skip(1).step_by(2);
    let mut named = |ending: &str| {
        let name = quoted.find(|name| name.ends_with(ending));
        own(name.ok_or_else(|| format!("starts the reader and names no {ending}"))?)
    };
    Ok(Asset::Program { script: named(".js")?, wasm: named(".wasm")? })
}

/// The name of a file beside the page.
fn own(address: &str) -> Result<String, String> {
    let name = address.strip_prefix("./").unwrap_or(address);
    match name.is_empty() || name.contains(['/', '\\', ':', '?', '#', '%']) {
        true => Err(format!("asks for {address}, which is no file beside it")),
        false => Ok(name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_asks_for_is_found_where_it_stands() {
        let page = "<!doctype html><html><head><!-- <link rel=\"x\"> --><title>版心<link></title>\
                    <link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/><link rel=manifest href=m>\
                    <script type=\"module\">\nimport init, * as b from './r.js';\nawait init({ module_or_path: './r_bg.wasm' });\n</script>\
                    </head><body><noscript class=\"elsewhere\"><a href=\"i/\">期</a></noscript><a href=\"#/a/x\">头</a><script>'<link rel=stylesheet href=no.css>'</script></body></html>";
        let found = pieces(page).unwrap();
        let parts: Vec<&str> = found.iter().map(|piece| &page[piece.range.clone()]).collect();
        assert_eq!(parts[0], "<link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/>");
        assert_eq!(parts[1], "<link rel=manifest href=m>");
        assert!(
            parts[2].starts_with("<script type=\"module\">") && parts[2].ends_with("</script>")
        );
        assert_eq!(parts[3], "<noscript class=\"elsewhere\"><a href=\"i/\">期</a></noscript>");
        assert!(page[found[4].range.end..].starts_with("</body>"));
        let assets: Vec<Asset> = found.into_iter().map(|piece| piece.asset).collect();
        let program = Asset::Program { script: "r.js".into(), wasm: "r_bg.wasm".into() };
        let style = Asset::Style("a-1.css".into());
        assert_eq!(assets, [style, Asset::Elsewhere, program, Asset::Elsewhere, Asset::End]);
    }

    #[test]
    fn what_one_page_cannot_hold_is_said() {
        for (page, said) in [
            ("<img src=\"a.png\">", "holds `img` with a.png, which is not in the page"),
            ("<a href=\"feed.json\">x</a>", "holds `a` with feed.json"),
            ("<link rel=\"prefetch\" href=\"x\">", "holds a link `prefetch` to x"),
            ("<link rel=\"stylesheet\" href=\"../x.css\">", "asks for ../x.css, which is no file"),
            ("<script type=\"module\">1</script>", "starts the reader and names no .js"),
        ] {
            let error = pieces(page).unwrap_err();
            assert!(error.starts_with(said), "{error}");
        }
    }
}
