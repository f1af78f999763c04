//! Does a report go by the clock: 5时40分:给机器“喂饭”, and below it 18时:给邻居“当参谋”?

use super::LONG;
use crate::cursor::Cursor;
use crate::source::Ink;
use crate::wordlist::Words;

/// Which pieces are such heads: several on the page, each over a text, so that no programme of a day is taken for them.
pub fn clock_heads(inks: &[&[Ink]]) -> Vec<bool> {
    const FEWEST: usize = 2;
    let over_text = |at: usize| inks.get(at + 1).is_some_and(|next| next.len() >= LONG);
    let heads: Vec<bool> =
        inks.iter().enumerate().map(|(at, ink)| is_clock_head(ink) && over_text(at)).collect();
    match heads.iter().filter(|is| **is).count() {
        FEWEST.. => heads,
        _ => vec![false; inks.len()],
    }
}

/// An hour, set off from a few words: 清晨6点 集市开门.
fn is_clock_head(ink: &[Ink]) -> bool {
    const LONGEST_REST: usize = 16;
    static PARTS: Words = Words::of(&[
        "凌晨", "清晨", "早晨", "早上", "上午", "中午", "下午", "午后", "傍晚", "晚上", "夜里",
        "深夜",
    ]);
    let mut cursor = Cursor::of(ink);
    cursor.eat_of(&PARTS);
    let is_digit = |c: char| c.is_ascii_digit();
    let eat_digits =
        |cursor: &mut Cursor| (0..2).filter(|_| cursor.eat_if(is_digit).is_some()).count() > 0;
    if !eat_digits(&mut cursor) {
        return false;
    }
    let is_hour = match cursor.eat_any(&["时", "点", ":"]) {
        Some(":") => eat_digits(&mut cursor),
        Some(_) => {
            if eat_digits(&mut cursor) {
                cursor.eat("分");
            } else {
                cursor.eat("半");
            }
            true
        }
        None => false,
    };
    cursor.eat("许");
    let is_set_off = cursor.eat_if(|c| matches!(c, ':' | ',')).is_some()
        || cursor.rest().first().is_some_and(|next| next.spaced);
    let rest = cursor.rest();
    is_hour
        && is_set_off
        && (2..=LONGEST_REST).contains(&rest.len())
        && !rest.iter().any(|ink| ink.c == '。')
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    #[test]
    fn hours_over_texts_are_heads_and_a_programme_has_none() {
        let told = |text: &str| {
            let source = Source::of(text);
            let inks: Vec<_> =
                source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
            super::clock_heads(&inks)
        };
        let text = "渡口上的人一个接一个跳下船来,挑着担子往集市里走,吆喝的声音隔着半条街都听得见,一直闹到天大亮。";
        let day = |one: &str, two: &str| told(&format!("{one}\n{text}\n{two}\n{text}\n"));
        assert_eq!(day("5时40分:给机器“喂饭”", "傍晚6点半 收网归来"), [true, false, true, false]);
        assert_eq!(day("5:40 给机器“喂饭”", "18:00 给邻居“当参谋”"), [true, false, true, false]);
        assert_eq!(day("5时40分:给机器“喂饭”", "收网归来"), [false; 4]);
        assert_eq!(told("19:00 河口新闻\n19:30 渡口往事\n20:00 晚间剧场\n"), [false; 3]);
    }
}
