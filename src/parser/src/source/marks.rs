//! Which marks of a page stand for others? A text layer, or whoever typed it, may have . for 。 and " for “ and ”.

use super::{Ink, Line};
use crate::cursor::{is_han, is_numeral, starts_with};
use crate::lexicon::is_word;

/// Lines that show that marks are used in one way.
const FEWEST: usize = 2;

/// ·初轧厂修磨班八月上旬… : where several lines begin with a middle dot it is the mark of an item, and no part of a name that
/// the line before was cut from.
pub fn read_dots(ink: &mut [Ink], lines: &[Line]) {
    const SHORTEST: usize = 8;
    let is_dot = |c: char| matches!(c, '·' | '‧' | '・' | '∙');
    let is_item = |ink: &[Ink]| match ink {
        [first, second, .., last] => {
            ink.len() >= SHORTEST && is_dot(first.c) && !is_dot(second.c) && !is_dot(last.c)
        }
        _ => false,
    };
    let starts = lines.iter().filter(|line| is_item(&ink[line.ink.clone()]));
    let starts: Vec<usize> = starts.map(|line| line.ink.start).collect();
    if starts.len() >= FEWEST {
        starts.into_iter().for_each(|at| ink[at].c = '•');
    }
}

/// 麦子黄了. : where lines end so, and few with 。, it is a full stop everywhere behind a Chinese character; elsewhere it may
/// be the dot of a foreign name.
pub fn read_stops(ink: &mut [Ink], lines: &[Line]) {
    let ends =
        |mark: char| lines.iter().filter(|line| ends_with(&ink[line.ink.clone()], mark)).count();
    let dots = ends('.');
    if dots < FEWEST || dots <= ends('。') {
        return;
    }
    let counted = |line: &Line| {
        let start = line.ink.start;
        let number = ink[line.ink.clone()].iter().take_while(|ink| counts(ink.c)).count();
        (number > 0).then_some(start + number)
    };
    // 一.修好水渠
    let counted: Vec<usize> = lines.iter().filter_map(counted).collect();
    for at in 1..ink.len() {
        let is_inside = ink.get(at + 1).is_some_and(|next| next.c.is_ascii_alphanumeric());
        let is_end = is_han(ink[at - 1].c) || matches!(ink[at - 1].c, '”' | ')' | '》' | '%');
        if ink[at].c == '.' && is_end && !is_inside && counted.binary_search(&at).is_err() {
            ink[at].c = '。';
        }
    }
}

fn counts(c: char) -> bool {
    is_numeral(c) || matches!(c, '第' | '(' | ')')
}

fn ends_with(ink: &[Ink], mark: char) -> bool {
    matches!(ink, [.., before, last] if last.c == mark && is_han(before.c))
}

/// 他说:"麦子黄了。" : one that opens and one that closes by turns, from each paragraph on anew; what is wrong by its
/// neighbours is turned.
pub fn read_quotes(ink: &mut [Ink], lines: &[Line]) {
    let mut is_open = false;
    for line in lines {
        if line.set_apart || line.indented {
            is_open = false;
        }
        for at in line.ink.clone() {
            match ink[at].c {
                '“' => is_open = true,
                '”' => is_open = false,
                '"' => {
                    let before = (at > line.ink.start).then(|| ink[at - 1].c);
                    let after = (at + 1 < line.ink.end).then(|| ink[at + 1].c);
                    // Behind a colon, and at the head of a paragraph, one opens; before a mark that closes, one closes.
                    let opens = before == Some(':') || before.is_none() && !is_open;
                    let closes = after.is_some_and(|c| matches!(c, ',' | '。' | '、' | ';' | ')'));
                    is_open = if opens || closes { opens } else { !is_open };
                    ink[at].c = if is_open { '“' } else { '”' };
                }
                _ => {}
            }
        }
    }
}

/// What is recognized amiss where only one reading makes sense: 7月23曰, 木报汛, 通迅员, and 口 王明 for □ 王明.
pub fn read_slips(ink: &mut [Ink], lines: &[Line]) {
    for at in 1..ink.len() {
        let next = ink.get(at + 1).map_or(' ', |next| next.c);
        match (ink[at - 1].c, ink[at].c, next) {
            (before, '曰', _) if before.is_ascii_digit() => ink[at].c = '日',
            ('通', '汛' | '迅', '员') => ink[at].c = '讯',
            // 本报迅速派人
            ('本' | '木' | '夲', '报', '讯' | '汛' | '迅') if opens_report(ink.get(at + 2)) =>
            {
                (ink[at - 1].c, ink[at + 1].c) = ('本', '讯');
            }
            _ => {}
        }
    }
    for line in lines {
        let is_box = |ink: &[Ink]| {
            let [mouth, next, rest @ ..] = ink else { return false };
            // 口 罩 涨 价, 口 罩涨价: spaced out, or within a word.
            let is_set_off = next.spaced
                && rest.first().is_some_and(|third| !third.spaced)
                && !is_word(&[mouth.c, next.c]);
            mouth.c == '口' && (is_set_off || is_credit(&ink[1..]))
        };
        if is_box(&ink[line.ink.clone()]) {
            ink[line.ink.start].c = '□';
        }
    }
}

fn opens_report(next: Option<&Ink>) -> bool {
    next.is_some_and(|next| next.spaced || matches!(next.c, '(' | '【' | ':'))
}

/// 本报记者 王小明, and no more: 我们来到渡 | 口记者看到水退了 goes on with a text.
fn is_credit(ink: &[Ink]) -> bool {
    ["本报", "记者", "通讯员", "特约"].iter().any(|word| starts_with(ink, word))
        && crate::credit::credit(ink).is_some()
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    fn read(text: &str) -> String {
        Source::of(text).ink.iter().map(|ink| ink.c).collect()
    }

    #[test]
    fn a_dot_is_a_full_stop_where_lines_end_so() {
        let text = "麦子黄了.大家下地.\n一亩收了3.5吨.\n他叫阿里.买买提.\n";
        assert_eq!(read(text), "麦子黄了。大家下地。一亩收了3.5吨。他叫阿里。买买提。");
        let names = "阿里.买买提来了。\n大家下地。\n他叫阿里.\n麦子黄了。\n";
        assert_eq!(read(names), names.replace('\n', ""));
        assert_eq!(read("1.麦子\n2.稻子\n"), "1.麦子2.稻子");
        assert_eq!(read("一.麦子黄了.\n二.稻子黄了.\n"), "一.麦子黄了。二.稻子黄了。");
    }

    #[test]
    fn quotation_marks_without_direction_get_one() {
        assert_eq!(
            read("他说:\"麦子黄了。\"大家\"下地\",收了。"),
            "他说:“麦子黄了。”大家“下地”,收了。"
        );
        // Across a line end; anew in the next paragraph, though one was lost.
        assert_eq!(
            read("要办\"四\n好\"工程\n\n\"麦子,黄了\n\n\"下地\"去"),
            "要办“四好”工程“麦子,黄了“下地”去"
        );
    }

    #[test]
    fn slips_are_read_as_what_alone_makes_sense() {
        assert_eq!(read("7月23曰,子曰"), "7月23日,子曰");
        assert_eq!(read("木报汛(通迅员 王明)"), "本报讯(通讯员王明)");
        assert_eq!(read("本报迅速派人,水文站日报汛情"), "本报迅速派人,水文站日报汛情");
        assert_eq!(read("我们来到渡\n口记者看到水\n退了。"), "我们来到渡口记者看到水退了。");
        let boxes = "口 王小明\n口本报记者 王小明\n口 罩 涨 价\n口 罩涨价\n他在门口 等人";
        assert_eq!(read(boxes), "□王小明□本报记者王小明口罩涨价口罩涨价他在门口等人");
    }
}
