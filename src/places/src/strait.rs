//! Which of two counties of one name does a page mean, Fujian's or Taiwan's? 金門縣 and 連江縣 are on both sides.

use crate::fold::{fold_text, folded, is_traditional};
use crate::taiwan;
use std::sync::LazyLock;

/// The side of the strait on which a page's 金門縣 or 連江縣 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Taiwan,
    Mainland,
    /// Nothing says which.
    Either,
}

/// The counties that both sides have.
const SHARED: [&str; 2] = ["金門縣", "連江縣"];

/// What is named on pages of the islands: their townships, and their papers.
const OF_THE_ISLANDS: [&str; 12] = [
    "金城鎮",
    "金湖鎮",
    "金沙鎮",
    "金寧鄉",
    "烈嶼",
    "烏坵",
    "南竿",
    "北竿",
    "莒光鄉",
    "東引鄉",
    "金門日報",
    "馬祖日報",
];

/// By its script, and by what of the islands it names.
pub fn side_of(text: &str) -> Side {
    static WORDS: LazyLock<Vec<Vec<char>>> =
        LazyLock::new(|| OF_THE_ISLANDS.iter().map(|word| fold_text(word)).collect());
    let folded = fold_text(text);
    let stands = |word: &Vec<char>| folded.windows(word.len()).any(|run| run == word);
    match (is_traditional(text), WORDS.iter().any(stands)) {
        (true, true) => Side::Taiwan,
        (false, false) => Side::Mainland,
        _ => Side::Either,
    }
}

/// Whether both sides have a county of this name.
pub fn is_shared(name: &str) -> bool {
    SHARED.iter().any(|shared| folded(shared).eq(folded(name)))
}

/// Whether the paper of this prefecture or municipality means Fujian's.
pub fn is_mainland(prefecture: u64) -> bool {
    let province = if prefecture < 100 { prefecture } else { prefecture / 100 };
    province < taiwan::CODE
}

#[cfg(test)]
mod tests {
    use crate::region::infer_region;
    use crate::region::region_named;
    use crate::{Places, Reach, fold_text, side_of};

    fn region(text: &str) -> Option<&'static str> {
        let folded = fold_text(text);
        let inferred = infer_region([folded.as_slice()], Reach::Prefecture, || side_of(text));
        inferred.map(|inferred| inferred.region.name)
    }

    #[test]
    fn script_and_townships_say_which_side_a_county_of_both_is_on() {
        for text in [
            "金門日報 四月十四日\n金門縣推動修復,金城鎮老街月底動工",
            "海峽晨報 四月十四日\n金門縣推動修復,金城鎮老街月底動工",
            "海峽晨報\n連江縣政府宣布,南竿、北竿航線加開班次",
        ] {
            assert_eq!(region(text), Some("台灣"), "{text}");
        }
        assert_eq!(region("连江县开通新的公交线路,丹阳镇的村民说"), Some("福州市"));
        assert_eq!(region("連江縣開會,縣長說明計畫"), None);
    }

    #[test]
    fn a_paper_of_the_mainland_means_the_county_of_fujian() {
        let codes = |name: &str| {
            let text = fold_text("连江县开通新的公交线路");
            let tagging = Places::of(region_named(name)).tag(&text, text.len(), None);
            tagging.counties.iter().map(|tagged| tagged.code).collect::<Vec<_>>()
        };
        assert_eq!(codes("福州市"), [350_122]);
        assert_eq!(codes("宁德市"), [350_122]);
        assert_eq!(codes("上海市"), [350_122]);
        assert_eq!(codes("台灣"), [710_022]);
    }
}
