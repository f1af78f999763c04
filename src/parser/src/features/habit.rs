//! Where do empty lines stand on this page: which short lines are tied to the text below them?

use super::LONG;
use crate::opening::{Stop, stop};
use crate::piece::Piece;
use crate::source::Ink;

/// What the empty lines of a page say of its short lines.
pub struct Habit {
    /// Empty lines part its paragraphs.
    parts: bool,
    /// Its headlines stand directly above their text.
    ties: bool,
}

/// Fewer pairs of neighbours say nothing of a page.
const FEWEST_PAIRS: usize = 4;
const FEWEST_HEADS: usize = 3;
/// One in so many may be otherwise.
const STRAY: usize = 4;

impl Habit {
    /// `blank`: which pieces stand behind an empty line; `reports`: which open with a report head.
    pub fn of(inks: &[&[Ink]], blank: &[bool], reports: &dyn Fn(usize) -> bool) -> Self {
        let mostly = |all: usize, few: usize| few * STRAY <= all;
        let next = || 1..inks.len();
        let pairs = next().filter(|at| is_text(inks[*at - 1]) && is_text(inks[*at]));
        let (pairs, close) = count(pairs, |at| !blank[at]);
        let heads = next().filter(|at| is_short(inks[*at - 1]) && reports(*at));
        let (heads, apart) = count(heads, |at| blank[at]);
        Self {
            parts: pairs >= FEWEST_PAIRS && mostly(pairs, close),
            ties: heads >= FEWEST_HEADS && mostly(heads, apart),
        }
    }

    /// A short line directly above a text, where paragraphs stand apart: a head of it, and no part of a paragraph.
    pub fn tied(&self, inks: &[&[Ink]], blank: &[bool], at: usize) -> bool {
        self.parts && is_short(inks[at]) && is_above_text(inks, at) && !blank[at + 1]
    }

    /// A short line with an empty line below it, where headlines stand directly above their text.
    pub fn loose(&self, inks: &[&[Ink]], blank: &[bool], at: usize) -> bool {
        self.ties && is_short(inks[at]) && blank.get(at + 1) == Some(&true)
    }
}

/// Short heads over one paragraph each, one behind the other below a label: the heads of briefs.
pub fn brief_heads(
    inks: &[&[Ink]],
    is_label: &dyn Fn(usize) -> bool,
    is_name: &dyn Fn(usize) -> bool,
    has_head: &dyn Fn(usize) -> bool,
) -> Vec<bool> {
    const LONGEST_HEAD: usize = 16;
    const LONGEST_BRIEF: usize = 64;
    const FEWEST: usize = 2;
    const SHORTEST_BRIEF: usize = 14;
    let is_brief = |at: usize| {
        inks.get(at).is_some_and(|ink| {
            (SHORTEST_BRIEF..=LONGEST_BRIEF).contains(&ink.len())
                && stop(ink) == Stop::Full
                && !has_head(at)
        })
    };
    let is_head = |at: usize| {
        inks.get(at).is_some_and(|ink| ink.len() <= LONGEST_HEAD && is_short(ink)) && !is_label(at)
    };
    let mut heads = vec![false; inks.len()];
    // The same without a label, each signed in brackets at its end.
    let is_signed = |at: usize| {
        let signs =
            |ink: &[Ink]| matches!(ink, [first, .., last] if first.c == '(' && last.c == ')');
        is_head(at)
            && inks.get(at + 1).is_some_and(|ink| is_text(ink) && stop(ink) == Stop::Full)
            && inks.get(at + 2).is_some_and(|ink| signs(ink) && is_name(at + 2))
    };
    for (at, head) in heads.iter_mut().enumerate() {
        let before = at.checked_sub(3).is_some_and(is_signed);
        *head = is_signed(at) && (before || is_signed(at + 3));
    }
    // 理发店关门 卡咋退, over what is asked and what is answered: two paragraphs each.
    const PERIODS: [usize; 2] = [2, 3];
    let is_item =
        |at: usize, period: usize| is_head(at) && (1..period).all(|behind| is_brief(at + behind));
    // 养生堂 is no label that a list has: three in a row tell it, or two of two paragraphs each.
    const FEWEST_UNDER_ANY: usize = 3;
    let may_be_label = |at: usize| (2..=6).contains(&inks[at].len()) && is_head(at);
    for label in 0..inks.len() {
        for period in PERIODS {
            let fewest = match (is_label(label), period) {
                (true, _) => FEWEST,
                (false, 2) => FEWEST_UNDER_ANY,
                (false, _) => FEWEST,
            };
            if !is_label(label) && !may_be_label(label) {
                continue;
            }
            let items = (label + 1..inks.len()).step_by(period);
            let run = items.take_while(|at| is_item(*at, period)).count();
            if run >= fewest {
                (0..run).for_each(|item| heads[label + 1 + period * item] = true);
            }
        }
    }
    heads
}

/// The mark that every headline of the page has before it, as some papers of Taiwan set them: several lines have it,
/// none of them a label, and a report head stands below them.
pub fn mark_of_heads(
    inks: &[&[Ink]],
    has_head: &dyn Fn(usize) -> bool,
    is_label: &dyn Fn(usize) -> bool,
) -> Option<char> {
    const FEWEST: usize = 3;
    const SHORTEST: usize = 7;
    // A headline may go on in the next line.
    const REACH: usize = 2;
    let heads_report =
        |at: usize| (at + 1..=at + REACH).any(|below| below < inks.len() && has_head(below));
    let is_marked = |at: &usize| is_short(inks[*at]) && crate::newshead::is_bullet(inks[*at][0].c);
    let mut by_mark: Vec<(char, Vec<usize>)> = Vec::new();
    for at in (0..inks.len()).filter(is_marked) {
        let mark = inks[at][0].c;
        match by_mark.iter_mut().find(|(own, _)| *own == mark) {
            Some((_, heads)) => heads.push(at),
            None => by_mark.push((mark, vec![at])),
        }
    }
    let (mark, heads) = by_mark.into_iter().max_by_key(|(_, heads)| heads.len())?;
    let most =
        |is: &dyn Fn(usize) -> bool| heads.iter().filter(|at| is(**at)).count() * 2 >= heads.len();
    (heads.len() >= FEWEST
        && !heads.iter().any(|at| is_label(*at))
        && most(&|at| inks[at].len() > SHORTEST)
        && most(&heads_report))
    .then_some(mark)
}

fn count(pieces: impl Iterator<Item = usize>, is: impl Fn(usize) -> bool) -> (usize, usize) {
    pieces.fold((0, 0), |(all, some), at| (all + 1, some + usize::from(is(at))))
}

/// 借名买车出了事故,谁来赔?: a head may ask or call.
fn is_short(ink: &[Ink]) -> bool {
    const LONGEST_CALL: usize = 24;
    let calls = ink.len() < LONGEST_CALL && ink.last().is_some_and(|ink| "?!".contains(ink.c));
    ink.len() < LONG && (calls || stop(ink) != Stop::Full)
}

fn is_text(ink: &[Ink]) -> bool {
    const SHORTEST: usize = 24;
    ink.len() >= LONG || ink.len() >= SHORTEST && stop(ink) == Stop::Full
}

fn is_above_text(inks: &[&[Ink]], at: usize) -> bool {
    inks.get(at + 1).is_some_and(|next| is_text(next))
}

/// Whether most long pieces of the page are indented.
pub fn page_indents(pieces: &[Piece]) -> bool {
    const SHARE: f32 = 0.5;
    let long = || pieces.iter().filter(|piece| piece.ink.len() >= LONG);
    let indented = long().filter(|piece| piece.indented).count();
    indented > 0 && indented as f32 >= SHARE * long().count() as f32
}

/// Whether the page's headlines, as far as a report head below tells them, mostly have two halves. Where bylines stand on
/// lines of their own a head without one is a subhead, whatever its form.
pub fn divides_heads(inks: &[&[Ink]], reports: &dyn Fn(usize) -> bool) -> bool {
    const FEWEST: usize = 3;
    let is_head = |at: &usize| {
        inks[*at].len() < LONG && stop(inks[*at]) != Stop::Full && reports(*at + 1) && !reports(*at)
    };
    let heads: Vec<usize> = (0..inks.len().saturating_sub(1)).filter(is_head).collect();
    let divided = heads.iter().filter(|at| super::halves::has_halves(inks[**at])).count();
    heads.len() >= FEWEST && divided * 2 > heads.len()
}

/// Whether empty lines stand between articles and hardly ever between paragraphs or below a head.
pub fn sets_articles_off(inks: &[&[Ink]], blank: &[bool]) -> bool {
    const FEWEST_PAIRS: usize = 6;
    const FEWEST_BLANKS: usize = 2;
    const STRAY: usize = 8;
    let is_text = |at: usize| inks[at].len() >= LONG && stop(inks[at]) == Stop::Full;
    let is_head = |at: usize| inks[at].len() < LONG && stop(inks[at]) != Stop::Full;
    let before = |is: &dyn Fn(usize) -> bool| {
        let pairs = (1..inks.len()).filter(|at| is(*at - 1) && is_text(*at));
        pairs.fold((0, 0), |(all, apart), at| (all + 1, apart + usize::from(blank[at])))
    };
    let (pairs, apart) = before(&is_text);
    let (heads, below) = before(&is_head);
    let blanks = blank.iter().skip(1).filter(|blank| **blank).count();
    pairs > 0
        && pairs + heads >= FEWEST_PAIRS
        && apart * STRAY <= pairs
        && below * STRAY <= heads
        && blanks >= FEWEST_BLANKS + apart + below
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn heads(text: &str) -> Vec<usize> {
        let source = Source::of(text);
        let lines: Vec<&[Ink]> =
            source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
        let is_label = |at: usize| crate::features::names_section(lines[at]);
        let heads = brief_heads(
            &lines,
            &is_label,
            &|at| crate::credit::credit(lines[at]).is_some(),
            &|_| false,
        );
        (0..heads.len()).filter(|at| heads[*at]).collect()
    }

    #[test]
    fn a_mark_before_every_headline_makes_none_a_label() {
        let story = |head: &str, more: &str, text: &str| {
            format!("■{head}\n{more}\n　　【記者羅文彬河口報導】{text}\n")
        };
        let stories = [
            (
                "河口街頭老榕裂枝",
                "壓壞三輛車",
                "河口鎮的老榕樹昨天裂枝，壓壞三輛車，幸好無人受傷。",
            ),
            ("上河國小新生爆量", "抽籤搶入學", "上河國小今年新生爆量，學校昨天抽籤決定誰能入學。"),
            ("渡口西瓜節", "瓜農比甜度", "渡口鄉的西瓜節昨天登場，四十二名瓜農比甜度。"),
        ];
        let text: String =
            stories.iter().map(|(head, more, text)| story(head, more, text)).collect();
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        assert!(page.rubrics.is_empty() && page.columns.is_empty());
        assert_eq!(page.articles.len(), stories.len());
        // Where one of them is a label, the mark is that of labels.
        let inks = |text: &str| Source::of(text).ink;
        let lines = [inks("■副刊"), inks("■河口的老渡船又開了"), inks("■上河村修好了一座橋")];
        let lines: Vec<&[Ink]> = lines.iter().map(|line| &line[..]).collect();
        let mark = |is_label: &dyn Fn(usize) -> bool| mark_of_heads(&lines, &|_| true, is_label);
        assert_eq!((mark(&|at| at == 0), mark(&|_| false)), (None, Some('■')));
    }

    #[test]
    fn repeated_forms_tell_the_heads_of_briefs() {
        // Under a label that no list has, three of them; two say nothing.
        let brief = "用切开的土豆沾上细盐擦,再用水冲净。";
        let hint = |heads: &[&str]| {
            heads.iter().map(|head| format!("\n{head}\n{brief}")).collect::<String>()
        };
        assert_eq!(heads(&format!("巧手堂{}", hint(&["除铁锈", "去鱼腥", "护木器"]))), [1, 3, 5]);
        assert!(heads(&format!("巧手堂{}", hint(&["除铁锈", "去鱼腥"]))).is_empty());
        // What is asked and what is answered, under whatever stands above them.
        let asked = "金平的黄女士:我在楼下充值一千元,店关门了,该找谁?\n市消委会:可以凭凭证投诉,也可以起诉。";
        assert_eq!(heads(&format!("天天315\n充值卡咋退\n{asked}\n家具少一块板\n{asked}")), [1, 4]);
        assert!(heads(&format!("天天315\n充值卡咋退\n{asked}")).is_empty());
        // Without any label, each signed at its end.
        let item = "市场上货源不多,现价每公斤一百六十五元,较上月再降十元,后市平稳。\n(苏梅)";
        let items = format!("三七:跌势未止\n{item}\n酸枣仁:小步慢行\n{item}");
        assert_eq!(heads(&items), [0, 3]);
        assert!(heads(&format!("三七:跌势未止\n{item}")).is_empty());
    }
}
