//! From which county was a report sent? 本报寿光11月25日讯, 本报莘县专电: its short name, behind the house.

use crate::listed::short_county_at;
use crate::names::{Form, Mention};
use crate::said::is_word_of;

/// Whose reports they are, in folded characters.
const HOUSES: [&str; 5] = ["本报", "新华社", "中新社", "新华网", "中新网"];

/// What a head ends with.
const ENDS: [&str; 5] = ["讯", "电", "专电", "专讯", "消息"];

/// The counties of report heads in a folded text, in its order.
pub fn sent(text: &[char]) -> Vec<Mention> {
    let starts = text.iter().enumerate().filter(|(_, c)| matches!(c, '本' | '新' | '中'));
    starts.filter_map(|(at, _)| one(text, at)).collect()
}

fn one(text: &[char], at: usize) -> Option<Mention> {
    let opens = at.checked_sub(1).is_none_or(|at| !text[at].is_alphanumeric() || text[at] == '据');
    let house = HOUSES.iter().find(|house| starts_with(&text[at..], house))?;
    let start = at + house.chars().count();
    let (length, codes) = short_county_at(&text[start..])?;
    let end = start + length;
    let day = day(&text[end..]);
    let is_sent = ENDS.iter().any(|word| starts_with(&text[end + day..], word));
    // 本报合作消息: a word, unless a day says that it is a place.
    let is_place = day > 0 || !is_word_of(&text[start..end]);
    let [code] = codes else { return None };
    (opens && is_sent && is_place).then(|| Mention {
        start,
        end,
        form: Form::County,
        codes: vec![*code],
        said: text[start..end].iter().collect(),
    })
}

/// Characters of 11月25日, 十一月五日, 25日; none where none begins here.
fn day(text: &[char]) -> usize {
    const LONGEST: usize = 9;
    let is_part = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十廿月".contains(*c);
    let length = text.iter().take(LONGEST).take_while(|c| is_part(c)).count();
    if length > 0 && text.get(length) == Some(&'日') { length + 1 } else { 0 }
}

fn starts_with(text: &[char], word: &str) -> bool {
    let mut text = text.iter();
    word.chars().all(|c| text.next() == Some(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_text;
    use crate::gazetteer::gazetteer;

    #[test]
    fn a_report_s_head_names_the_county_that_it_was_sent_from() {
        let named = |text: &str| {
            let found = sent(&fold_text(text));
            let units = found.iter().filter_map(|mention| gazetteer().county(mention.codes[0]));
            units.map(|unit| unit.name).collect::<Vec<_>>()
        };
        assert_eq!(named("本报平陆6月3日讯(记者 王明)麦子黄了"), ["平陆县"]);
        assert_eq!(named("【本报壶关专电】麦子黄了"), ["壶关县"]);
        assert_eq!(named("据新华社芮城十二日电 麦子黄了"), ["芮城县"]);
        assert_eq!(named("本报合作6月3日讯"), ["合作市"]);
        // A prefecture, a word, a name that goes on, and no head.
        let others = ["本报吉安6月3日讯", "本报合作消息", "本报平陆运河6月3日讯", "本报平陆记者站"];
        for other in others {
            assert!(named(other).is_empty(), "{other}");
        }
    }
}
