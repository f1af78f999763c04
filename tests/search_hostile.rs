//! Is anything that can be typed a query?

use crate::search_twin::engine;

#[test]
fn nothing_typed_makes_it_fail() {
    let engine = engine(&[
        "版心是印刷页面上容纳文字的部分：“天头”与“地脚”之间。",
        "-",
        "\"",
        "😀👨‍👩‍👧 e\u{301}",
    ]);
    let long = "版心".repeat(5_000);
    let words = "版 心 ".repeat(5_000);
    let different: String =
        (0..10_000u32).filter_map(|n| char::from_u32(0x4E00 + n)).flat_map(|c| [c, ' ']).collect();
    let mixed = "a版1".repeat(3_000);
    let queries = [
        &mixed,
        "\"",
        "“",
        "”",
        "\"\"",
        "“”",
        "-",
        "--",
        "- -",
        "-版",
        "-\"",
        ":",
        "：",
        "县:",
        ":县",
        "县::",
        "县:\"",
        "\0",
        "\u{FFFD}",
        "\u{FFFF}",
        "\u{FEFF}",
        "\u{301}",
        "\u{200D}",
        "😀",
        "👨‍👩‍👧",
        "\u{20000}",
        "日期:..",
        "日期:x..y",
        "日期:99999999999999999999月",
        "1234567890123456789012345678901234567890",
        "一二三四五六七八九十百千万亿兆",
        "%",
        "\\",
        "<script>",
        "a\u{202E}b",
        "' OR 1=1",
        &long,
        &words,
        &different,
    ];
    for query in queries {
        for hit in engine.search(query).hits {
            for length in [0, 1, 7, 1_000_000] {
                engine.snippet(&hit, length);
            }
        }
    }
}
