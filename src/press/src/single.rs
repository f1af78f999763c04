//! How does a whole paper go from hand to hand? As one page that holds everything: it opens by a double click, and in
//! a chat, asks nothing of any network, and reads without JavaScript.

mod assets;
mod pack;

use crate::failure::Failure;
use crate::{keep, policy, script, write};
use assets::{Asset, Piece, pieces};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pack::{Packed, packed};
use std::fs;
use std::path::Path;

/// Where it stands in a published folder.
pub const FILE: &str = "banxin.html";
const PAGE: &str = "index.html";
/// Class of what a page shows without scripts and only a host can give.
pub const ELSEWHERE: &str = "elsewhere";

/// What is printed; nothing where it is written to a file.
///
/// # Errors
/// As [`of`]; the file has the name of a dump, or cannot be written.
pub fn run(folder: &Path, out: Option<&Path>) -> Result<Vec<u8>, Failure> {
    if let Some(file) = out {
        keep::from_page(file)?;
    }
    let page = of(folder)?.into_bytes();
    let Some(file) = out else { return Ok(page) };
    write::beside(file, &page)?;
    Ok(Vec::new())
}

/// The one page, made of a folder that `finish` has finished.
///
/// # Errors
/// A folder without a site; a page or program of another shape than trunk and wasm-bindgen give.
pub fn of(folder: &Path) -> Result<String, Failure> {
    let path = folder.join(PAGE);
    let page = fs::read_to_string(&path).map_err(|error| {
        Failure::new(format!("{}: {error}; build the site first: press build", path.display()))
    })?;
    let wrong = |what: String| Failure::new(format!("{}: {what}", path.display()));
    let page = policy::unsealed(&page);
    let read = |name: &str| {
        let file = folder.join(name);
        fs::read(&file).map_err(Failure::at(&file))
    };
    let (mut whole, mut at) = (String::with_capacity(page.len() * 8), 0);
    let mut program = None;
    for Piece { range, asset } in pieces(&page).map_err(wrong)? {
        whole += &page[at..range.start];
        at = range.end;
        match asset {
            Asset::Style(name) => whole += &style(&name, &read(&name)?).map_err(wrong)?,
            Asset::Icon(name) => {
                let icon = STANDARD.encode(read(&name)?);
                let kind = crate::serve::media_type(&name);
                whole += &format!("<link rel=\"icon\" href=\"data:{kind};base64,{icon}\">");
            }
            Asset::Program { script, wasm } => program = Some((script, wasm)),
            Asset::Elsewhere => {}
            Asset::End => {
                let (script, wasm) = program.take().ok_or_else(|| {
                    wrong("starts no reader; build the site again: press build".into())
                })?;
                let script = alone(&script, &read(&script)?)?;
                let packed = packed(&[script.as_bytes(), &read(&wasm)?].concat())?;
                whole += &started(script.len(), &packed);
                whole += &page[at..];
                return policy::sealed_alone(&whole, &script);
            }
        }
    }
    Err(wrong("has no end of its body; restore it with git".to_owned()))
}

/// A style sheet in the page.
fn style(name: &str, sheet: &[u8]) -> Result<String, String> {
    let sheet = String::from_utf8_lossy(sheet);
    for (found, why) in [("</style", "ends the element"), ("@import", "asks for another file")] {
        if sheet.contains(found) {
            return Err(format!("{name} holds `{found}`, which {why}; take it out"));
        }
    }
    let mut addresses = sheet.split("url(").skip(1);
    if addresses.any(|address| !address.trim_start_matches(['"', '\'']).starts_with("data:")) {
        return Err(format!("{name} holds a url() of another file; take it out"));
    }
    Ok(format!("<style>{}</style>", sheet.trim()))
}

/// wasm-bindgen's module, as one that nothing imports: it starts the wasm that `start.js` hands it.
fn alone(name: &str, module: &[u8]) -> Result<String, Failure> {
    let module = String::from_utf8_lossy(module);
    let refused = |what: &str| {
        Failure::new(format!("{name}: {what}, as wasm-bindgen's module for the web does not"))
    };
    if module.lines().any(|line| line.starts_with("import ") || line.starts_with("import{")) {
        return Err(refused("imports another file"));
    }
    // `export { initSync, __wbg_init as default };`
    let exported = module.rsplit_once("export").map_or("", |(_, list)| list);
    let list = exported.split(['{', '}']).nth(1).unwrap_or_default();
    let start = list.split(',').find_map(|name| name.trim().strip_suffix(" as default"));
    let start = start.ok_or_else(|| refused("names no default export"))?;
    Ok(format!(
        "{module}\n{{const {{wasm,failed}}=window.banxinFile;delete window.banxinFile;\
         {start}({{module_or_path:wasm}}).catch(failed)}}\n"
    ))
}

/// The packed programs and what unpacks them.
fn started(script: usize, packed: &Packed) -> String {
    let Packed { text, size, check } = packed;
    let start = script::bare(include_str!("single/start.js"));
    format!(
        "<script type=\"text/plain\" id=\"packed\" data-sizes=\"{script} {size} {check}\">\n{text}\n</script>\n\
         <script>\n{start}</script>\n"
    )
}
