//! Are tables read as they were written, and refused where they were not?

use search::tables::{FORMAT_VERSION, for_names, for_text};
use search::{Tables, TablesError};

const TEXT: &str = "新绛县委“萤火微光”，①㎡里程…";

/// Every place of the beginning and the end, and some between.
fn places(length: usize) -> impl Iterator<Item = usize> {
    const EDGE: usize = 300;
    const STRIDE: usize = 499;
    (0..length).filter(move |at| *at < EDGE || at + EDGE > length || at % STRIDE == 0)
}

/// Brotli bytes that the tables of one page may weigh in a download.
const GOAL: usize = 28_000;

#[test]
fn the_tables_of_one_page_are_a_small_download() {
    let library = parser::read_seeds("data/seed".as_ref()).unwrap();
    let pages = || library.editions.iter().flat_map(|edition| &edition.pages);
    let text: String = pages().map(|page| page.text.as_str()).collect();
    let counties = pages().flat_map(|page| &page.articles).flat_map(|article| &article.counties);
    let counties: String = counties.map(|tag| tag.name.as_str()).collect();
    let tables = for_names(&text, &counties, &counties);
    let mut sent = Vec::new();
    let how = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &tables[..], &mut sent, &how).unwrap();
    assert!(
        sent.len() <= GOAL * pages().count(),
        "{} bytes for {} pages",
        sent.len(),
        pages().count()
    );
}

#[test]
fn tables_come_back_as_they_were() {
    assert_eq!(Tables::decode(&for_text(TEXT)), Ok(Tables::for_text(TEXT)));
    assert_eq!(Tables::decode(&for_text("")), Ok(Tables::for_text("")));
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    assert_eq!(for_text(TEXT), for_text(TEXT));
}

#[test]
fn every_cut_is_noticed() {
    let bytes = for_text(TEXT);
    for end in places(bytes.len()) {
        assert!(Tables::decode(&bytes[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn another_version_is_named() {
    let mut bytes = for_text(TEXT);
    bytes[4] = bytes[4].wrapping_add(1);
    let error = Tables::decode(&bytes).unwrap_err();
    assert_eq!(error, TablesError::WrongVersion { found: FORMAT_VERSION + 1 });
    assert_eq!(
        error.to_string(),
        format!(
            "search tables of format {}, this program reads format {FORMAT_VERSION}; make them anew with tables::for_text",
            FORMAT_VERSION + 1
        )
    );
}

#[test]
fn bytes_too_many_are_counted() {
    let mut bytes = for_text(TEXT);
    bytes.extend([0; 3]);
    assert_eq!(Tables::decode(&bytes), Err(TablesError::Trailing { count: 3 }));
}

#[test]
fn other_files_are_no_tables() {
    assert_eq!(Tables::decode(b"BXLB\x01\x00"), Err(TablesError::NotTables));
}

#[test]
fn changed_bytes_never_panic() {
    let bytes = for_text(TEXT);
    for at in places(bytes.len()) {
        for value in [0, 1, 0x7F, 0x80, 0xFF] {
            let mut changed = bytes.clone();
            changed[at] = value;
            let _ = Tables::decode(&changed);
        }
    }
}
