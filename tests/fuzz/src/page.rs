//! Is every character kept, whatever the bytes and the overrides? Any file becomes an edition that holds, or
//! one sentence. What stands behind a line `+++` is the sidecar.

#![no_main]

use edition::Library;
use edition::schema::PageDoc;
use libfuzzer_sys::fuzz_target;
use parser::{Context, Dump, context_of, decode, edition_of};

const BETWEEN: &[u8] = b"\n+++\n";

fuzz_target!(|bytes: &[u8]| {
    let cut = bytes.windows(BETWEEN.len()).position(|window| window == BETWEEN);
    let (bytes, sidecar) = match cut {
        Some(at) => (&bytes[..at], &bytes[at + BETWEEN.len()..]),
        None => (bytes, &b""[..]),
    };
    let Some(context) = context(sidecar) else { return };
    let (text, encoding) = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(error) => return assert!(error.offset < bytes.len(), "{error}"),
    };
    let dump = Dump { source: "甲.txt".into(), text: text.clone(), encoding, context };
    let edition = edition_of("甲", vec![dump]);
    let page = &edition.pages[0];
    assert_eq!(page.text, text);
    assert_eq!(page.unconserved(), Vec::<u32>::new());
    for note in &page.notes {
        assert!(page.text.get(note.span.range()).is_some(), "{note:?}");
    }
    serde_json::to_string(&PageDoc::of(page)).unwrap();
    let library = Library { editions: vec![edition], ..Library::default() };
    assert_eq!(edition::decode(&edition::encode(&library)), Ok(library));
});

/// The region is given: inferring it anew for every input would test little more and take the most time.
/// `None` where the sidecar is refused, in one sentence.
fn context(sidecar: &[u8]) -> Option<Context> {
    let context = context_of(std::str::from_utf8(sidecar).ok()?);
    let context = context.inspect_err(|error| assert!(error.at <= sidecar.len(), "{error}")).ok()?;
    Some(Context { region: Some("运城市".into()), ..context })
}
