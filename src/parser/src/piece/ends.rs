//! Does a paragraph end between two lines of which the first is full?

use super::Piece;
use super::torn::tears_word;
use super::wrap::Wrap;
use crate::bond::{Seam, Seen, Side, bond, names_speaker};
use crate::cursor::{is_han, is_numeral};
use crate::features::{caption, is_salutation};
use crate::lexicon::is_word;
use crate::newshead::{cut_head, is_bullet, news_head};
use crate::opening::{Stop, goes_on, stop};
use crate::source::{Ink, Source};

/// What [`bond`] says at least of text and its rest, where what stands below may be a head.
const APART: f32 = 1.5;

/// A line below a piece that could go on with it.
struct Below<'a> {
    source: &'a Source<'a>,
    wrap: Option<&'a Wrap>,
    /// Its index.
    line: usize,
    ink: &'a [Ink],
    above: &'a Piece,
    above_ink: &'a [Ink],
}

/// Whether the line of this index begins a piece although the piece above could go on with it.
pub fn ends_above(source: &Source, above: &Piece, line: usize, wrap: Option<&Wrap>) -> bool {
    let above_ink = &source.ink[above.ink.clone()];
    let below = Below { source, wrap, line, ink: ink_of(source, line), above, above_ink };
    !below.ink.first().is_some_and(|first| goes_on(first.c)) && below.begins()
}

impl Below<'_> {
    fn begins(&self) -> bool {
        let (above, below) = (self.above_ink, self.ink);
        crate::furniture::rules_off(below)
            // 厂内简讯, below a text that lost its end; 【乡村夜话】
            || names_briefs(below)
            || is_bracketed(below)
            // 女子甲组跳远:1.王雨5.92米
            || crate::forms::ranks(below)
            // 金鹰队 2:1 湘江队
            || is_result(below)
            || is_result(ink_of(self.source, self.line - 1))
            || names_speaker(above, below) < 0.0
            || is_labelled(below) && is_labelled(ink_of(self.source, self.line - 1))
            || self.is_head()
            || self.wrap.is_some_and(|wrap| wrap.begins(self.source, self.line))
            // …声明作废。 and the next notice.
            || stop(above) == Stop::Full && crate::forms::is_closed(above)
            || opens_report(above, below)
            || opens_caption(above, below)
            || self.above.lines.len() == 1 && (self.is_below_head() || is_byline(above))
    }

    /// Behind a sentence that ends with its line, a line that ends without a mark, and that nothing goes on with, is a head: a
    /// paragraph ends with a full stop. Behind a head, or what it does not seem to go on with, it is one as well.
    fn is_head(&self) -> bool {
        if self.wrap.is_none() || !self.may_be_head() {
            return false;
        }
        let is_apart = || {
            let is_head = self.above.lines.len() == 1 && self.above_ink.iter().all(is_plain);
            let is_set = self.wrap.is_some_and(|wrap| !wrap.breaks_heads);
            is_head && is_set && !is_torn(self.above_ink, self.ink)
                || follows(self.above_ink, self.ink) < APART
        };
        match stop(self.above_ink) {
            Stop::Full => !self.is_full(self.line) || self.is_left(),
            Stop::Open => self.is_above_opening() && is_apart(),
            Stop::Half => false,
        }
    }

    fn may_be_head(&self) -> bool {
        let ends = self.ink.last().is_some_and(|last| {
            // 宝溪龙窑——
            is_plain(last) || last.c == '—' && !self.is_full(self.line)
        });
        self.ink.len() > 1 && ends && self.ink.first().is_some_and(|first| first.c != '(')
    }

    fn is_full(&self, line: usize) -> bool {
        self.wrap.is_some_and(|wrap| wrap.is_full(self.source, line))
    }

    /// Whether the line below does not go on with this one.
    fn is_left(&self) -> bool {
        let line = self.line + 1;
        let Some(next) = self.source.lines.get(line) else { return true };
        let ink = ink_of(self.source, line);
        let heads = || !self.is_full(line) && ink.iter().all(is_plain);
        next.set_apart || self.is_above_opening() || signs(ink) || heads()
    }

    /// Whether a paragraph, a report or a letter opens in the line below.
    fn is_above_opening(&self) -> bool {
        self.source.lines.get(self.line + 1).is_some_and(|next| {
            let ink = ink_of(self.source, self.line + 1);
            next.indented || opens_report(self.ink, ink) || opens_letter(ink) || is_byline(ink)
        })
    }

    /// Whether the line above, which happens to be full, is a head by itself: without a mark, in two halves, or with what
    /// goes on with no line below it.
    fn is_below_head(&self) -> bool {
        const SHORTEST: usize = 4;
        let (head, below) = (self.above_ink, self.ink);
        let is_stripped =
            |wrap: &Wrap| wrap.is_stripped && !wrap.begins(self.source, self.above.lines.start);
        let halves = |wrap: &Wrap| !wrap.is_spaced && !wrap.breaks_heads && has_halves(head);
        head.len() >= SHORTEST
            && head.iter().all(is_plain)
            && (below.first().is_some_and(|first| first.c == '—')
                || opens_letter(below)
                || !is_torn(head, below)
                    && self.wrap.is_some_and(|wrap| is_stripped(wrap) || halves(wrap)))
    }
}

fn ink_of<'s>(source: &'s Source, line: usize) -> &'s [Ink] {
    &source.ink[source.lines[line].ink.clone()]
}

/// [`bond`] of two lines of which nothing else is known.
fn follows(above: &[Ink], below: &[Ink]) -> f32 {
    let [seen_above, seen_below] = [Seen::default(), Seen::default()];
    let side = |ink, seen| Side { ink, seen };
    bond(side(above, &seen_above), side(below, &seen_below), Seam::default())
}

/// 本报记者 付炎 通讯员 龚立
fn signs(ink: &[Ink]) -> bool {
    crate::credit::credit(ink).is_some_and(|credit| credit.firm)
}

/// The same without a mark in it: no 编辑:你好.
fn is_byline(ink: &[Ink]) -> bool {
    signs(ink) && !ink.iter().any(|ink| matches!(ink.c, ',' | '。' | ':' | '!' | '?'))
}

fn is_plain(ink: &Ink) -> bool {
    is_han(ink.c) || ink.c.is_ascii_digit() || matches!(ink.c, '”' | '》')
}

/// 本报讯(记者 付炎), not behind 据; ●4月5日….
fn opens_report(above: &[Ink], below: &[Ink]) -> bool {
    let opens = || news_head(below).is_some() && cut_head(above, below).is_none();
    // 新华社成都3月6日电 | (记者 龚立)
    if below.first().is_some_and(|first| first.c == '(') && is_report_head(above) {
        return false;
    }
    below.first().is_some_and(|first| is_bullet(first.c))
        || opens() && above.last().is_none_or(|last| last.c != '据')
}

/// 本报3月6日讯(记者 刘行), as wide as whoever broke the line thought it: the text goes on below.
pub fn is_report_head(ink: &[Ink]) -> bool {
    const LONGEST: usize = 40;
    ink.len() <= LONGEST && news_head(ink).is_some_and(|head| head.length == ink.len())
}

/// 金鹰队  2:1  湘江队: who, a space, how it ended, a space, and who.
fn is_result(ink: &[Ink]) -> bool {
    const LONGEST: usize = 24;
    let is_part = |ink: &Ink| ink.c.is_ascii_digit() || matches!(ink.c, ':' | '-' | '比');
    let Some(from) = (1..ink.len()).find(|at| ink[*at].spaced && is_part(&ink[*at])) else {
        return false;
    };
    let end = from + ink[from..].iter().take_while(|ink| is_part(ink)).count();
    let score = &ink[from..end];
    ink.len() <= LONGEST
        && score[0].c.is_ascii_digit()
        && score.iter().filter(|ink| !ink.c.is_ascii_digit()).count() == 1
        && score.last().is_some_and(|last| last.c.is_ascii_digit())
        && ink.get(end).is_some_and(|next| next.spaced)
        && ink[..from].iter().chain(&ink[end..]).all(|ink| is_han(ink.c))
}

/// 图为…, 图①…
fn opens_caption(above: &[Ink], below: &[Ink]) -> bool {
    const TOLD: u8 = 2;
    stop(above) == Stop::Full && caption(below) == TOLD
}

/// 编辑同志:我们村…
fn opens_letter(ink: &[Ink]) -> bool {
    let end = ink.iter().position(|ink| matches!(ink.c, ':' | '!' | ','));
    end.is_some_and(|end| is_salutation(&ink[..=end]))
}

/// 翱翔在祖国蓝天 守护万家灯火, but not 河口镇人民政府 2025年
fn has_halves(ink: &[Ink]) -> bool {
    const SHORTEST: usize = 4;
    if ink.iter().any(|ink| ink.c.is_ascii_digit()) {
        return false;
    }
    let mut spaces = (1..ink.len()).filter(|at| ink[*at].spaced);
    matches!((spaces.next(), spaces.next()), (Some(at), None) if at >= SHORTEST && ink.len() - at >= SHORTEST)
}

/// 一等奖:渡口镇小学…, 问:…: rows of a list, answers to questions.
fn is_labelled(ink: &[Ink]) -> bool {
    const LONGEST: usize = 5;
    let colon = ink.iter().take(LONGEST + 1).position(|ink| ink.c == ':');
    colon.is_some_and(|colon| colon > 0 && ink[..colon].iter().all(|ink| is_han(ink.c)))
}

/// A whole line in the brackets of labels.
fn is_bracketed(ink: &[Ink]) -> bool {
    const LONGEST: usize = 14;
    ink.len() <= LONGEST && matches!(ink, [open, .., close] if open.c == '【' && close.c == '】')
}

/// …字第一二 | 三四号, …盛赞中国组 | 织工作, …将于 | 9月25日: what the line goes on with is below it.
fn is_torn(above: &[Ink], below: &[Ink]) -> bool {
    const HANGS: &str = "于在将的和与为对从向以把被让及或";
    let (Some(last), Some(first)) = (above.last(), below.first()) else { return false };
    is_numeral(last.c) && is_numeral(first.c)
        || HANGS.contains(last.c)
        || tears_word(above, below)
        || is_word(&[last.c, first.c])
}

fn names_briefs(ink: &[Ink]) -> bool {
    const LONGEST: usize = 6;
    ink.len() <= LONGEST && crate::words::BRIEFS.end(ink)
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    /// The first characters of the pieces of a page that is set in lines of fourteen characters.
    fn pieces(below: &str) -> Vec<String> {
        let text = format!("{TEXT}{TEXT}{below}{TEXT}{TEXT}");
        let source = Source::of(&text);
        let start = |piece: &crate::piece::Piece| {
            source.ink[piece.ink.clone()].iter().take(4).map(|ink| ink.c).collect()
        };
        let all: Vec<String> = crate::piece::pieces(&source).iter().map(start).collect();
        // Each text is two paragraphs, of which the second ends with a full line.
        let openings = ["渡口镇今", "他说,水", "渡口镇今", "他说,水"].map(str::to_owned);
        assert!(all.starts_with(&openings) && all.ends_with(&openings), "{all:?}");
        all[4..all.len() - 4].to_vec()
    }

    const TEXT: &str = "渡口镇今年修好了128公里水渠，\n镇里的水管员老杨每天沿着水渠\n走上一遍，看见淤泥就记在本子\n上。\n\
                        他说，水渠通了，稻田里的事情\n就好办了。去年秋天，下河村收\n稻谷46万斤，比前年多出一成半。\n";

    #[test]
    fn a_head_below_a_full_line_begins() {
        assert_eq!(pieces("夜校开课了\n"), ["夜校开课"]);
        assert_eq!(pieces("宝溪龙窑——\n"), ["宝溪龙窑"]);
        assert_eq!(pieces("【乡村夜话】\n"), ["【乡村夜"]);
        // As wide as a full line, above a report, a subtitle or the next head.
        let head = "河口县办起农民夜校讲种田学问\n";
        let lead = "本报讯（记者龚立）今年冬天，\n河口县在18个村办起夜校，请农\n技员来讲课，教室坐满了人。\n";
        assert_eq!(pieces(&format!("{head}{lead}")), ["河口县办", "本报讯("]);
        assert_eq!(
            pieces(&format!("{head}——十八个村的冬天\n{lead}")),
            ["河口县办", "——十八", "本报讯("]
        );
        assert_eq!(pieces(&format!("{head}冬夜有灯\n{lead}")), ["河口县办", "冬夜有灯", "本报讯("]);
        assert_eq!(pieces(&format!("夜校办在村口 农民来讲学问\n{head}{lead}")).len(), 3);
        // Torn within a word: one head.
        assert_eq!(pieces(&format!("河口县办起农民夜校讲种田的学\n问一课不落\n{lead}")).len(), 2);
    }

    #[test]
    fn notices_captions_and_items_begin() {
        let lost = "下河村李小河遗失身份证一张，\n号码3500001970，声明作废。\n";
        assert_eq!(pieces(&format!("{lost}{lost}")), ["下河村李", "下河村李"]);
        assert_eq!(pieces("图为渡口镇的村民在田里插秧。\n"), ["图为渡口"]);
        let prize = "一等奖：渡口镇小学李小河同学\n";
        let lead = "本报讯（记者龚立）今年冬天，\n河口县在18个村办起夜校。\n";
        assert_eq!(pieces(&format!("{}{lead}", prize.repeat(3))).len(), 4);
        let result = "金鹰队在第九轮中　２∶１　湘江队\n";
        assert_eq!(pieces(&result.repeat(2)), ["金鹰队在", "金鹰队在"]);
        assert_eq!(pieces("●下河村办起一间图书室，买书\n两千册。\n"), ["●下河村"]);
    }

    #[test]
    fn a_wire_head_and_its_bracket_stay_together() {
        let text = "　　新华社乌鲁木齐10月9日电\n（记者龚立、付炎）今年冬天，\n河口县在18个村办起夜校，请农\n技员来讲课，教室坐满了人。\n";
        assert_eq!(pieces(text), ["新华社乌"]);
    }
}
