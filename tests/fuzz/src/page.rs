//! Is every character kept, whatever the bytes? Any file becomes an edition that holds, or one sentence.

#![no_main]

use edition::Library;
use edition::schema::PageDoc;
use libfuzzer_sys::fuzz_target;
use parser::{Context, Dump, decode, edition_of};

fuzz_target!(|bytes: &[u8]| {
    let (text, encoding) = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(error) => return assert!(error.offset < bytes.len(), "{error}"),
    };
    let dump = Dump { source: "甲.txt".into(), text: text.clone(), encoding, context: context() };
    let edition = edition_of("甲", vec![dump]);
    let page = &edition.pages[0];
    assert_eq!(page.text, text);
    assert_eq!(page.unconserved(), Vec::<u32>::new());
    for note in &page.notes {
        assert!(page.text.get(note.span.range()).is_some(), "{note:?}");
    }
    serde_json::to_string(&PageDoc::of(page)).unwrap();
    let library = Library { editions: vec![edition] };
    assert_eq!(edition::decode(&edition::encode(&library)), Ok(library));
});

/// The region is given: inferring it anew for every input would test little more and take the most time.
fn context() -> Context {
    Context { region: Some("运城市".into()), ..Context::default() }
}
