//! Is an address the paper's own, or that of the notice above it?

use crate::cursor::is_han;
use crate::furniture::{Matter, OFFICE};
use crate::newshead::news_head;
use crate::piece::Piece;
use crate::source::Source;
use crate::wordlist::Words;

/// Lines below the title of a notice, or below 广告, where an address is of that notice.
const REACH: usize = 12;

/// 地址:河口镇东街18号 below what a shop offers is no line of the paper's office, unless it speaks of a paper or stands
/// among other such lines.
pub fn keep_addresses_of_notices(
    source: &Source,
    pieces: &[Piece],
    mut matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    static OF_PAPERS: Words =
        Words::of(&["社", "报", "刊", "邮编", "编辑", "印", "发行", "投稿", "广告"]);
    static PAPERS: Words = Words::of(&["社", "报", "刊", "邮编", "发行", "投稿"]);
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let mut left = 0usize;
    for at in 0..pieces.len() {
        let here = ink(at);
        left = match &matters[at] {
            None if crate::forms::is_title(here) || crate::forms::heads_ads(here) => REACH,
            None if news_head(here).is_some() => 0,
            _ => left.saturating_sub(1),
        };
        let is_own = |ink: &[crate::source::Ink]| {
            crate::forms::is_contact_field(ink)
                && ink.iter().any(|ink| is_han(ink.c))
                && !OF_PAPERS.stand(ink)
        };
        let is_office = |at: usize| matters[at].as_ref().is_some_and(|matter| matter.why == OFFICE);
        // Asked first, for what stands below is looked for line by line.
        if left == 0 || !is_office(at) || !is_own(here) {
            continue;
        }
        let next = (at + 1..pieces.len()).find(|next| !is_office(*next) || !is_own(ink(*next)));
        // 责任编辑 below it, or a rule, says nothing of it.
        let is_of_paper = |at: usize| {
            let is_told = matters[at].as_ref().is_some_and(|matter| !matter.rules_off);
            is_told && PAPERS.stand(ink(at))
        };
        let among_others =
            next.is_some_and(is_of_paper) || at.checked_sub(1).is_some_and(is_office);
        if !among_others {
            matters[at] = None;
        }
    }
    matters
}

#[cfg(test)]
mod tests {
    fn is_free(text: &str, line: &str) -> bool {
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        !page.furniture.iter().any(|span| span.of(text) == line)
    }

    #[test]
    fn an_address_is_of_the_advertisement_above_it_or_of_the_paper() {
        let story = "水渠清淤完工\n\n本报讯(记者 王晓明)7月3日,上河村的两条水渠清完了淤,秧田不再缺水,大家都很高兴。\n\n";
        let ad = "广告\n\n渡口眼镜店周年店庆\n\n";
        let address = "地址:河口镇中山路27号";
        assert!(is_free(&format!("{story}{ad}{address}\n"), address));
        assert!(!is_free(&format!("{story}{address}\n"), address));
        assert!(!is_free(&format!("{ad}{story}{address}\n"), address));
        let office = format!("{story}{ad}电话:8266512\n\n{address}\n\n国内统一刊号:CN61-0000\n");
        assert!(!is_free(&office, address));
        let last = format!("{story}{ad}{address}\n\n责任编辑 王明\n");
        assert!(is_free(&last, address));
        let own = "地址:河口县报社三楼";
        assert!(!is_free(&format!("{story}{ad}{own}\n"), own));
    }
}
