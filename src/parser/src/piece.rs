//! Which lines make one piece of text? Hard-wrapped lines are put together, trailing credits split off.

mod cap;
mod ends;
mod fit;
mod glued;
mod rooms;
mod set;
mod torn;
mod width;
mod wrap;

use self::ends::ends_above;
use self::wrap::Wraps;
use crate::credit::trailing;
use crate::source::{Ink, Line, Source};
use ::edition::Span;
use std::ops::Range;

/// A run of ink that one label will fit: a line, or the lines of one wrapped paragraph.
#[derive(Clone, Debug)]
pub struct Piece {
    pub ink: Range<usize>,
    /// Indices of its lines.
    pub lines: Range<usize>,
    pub indented: bool,
    /// It was split off the end of the piece before it.
    pub trails: bool,
}

impl Piece {
    /// One span a line, or more where marks of Markdown or HTML stand in it: a line end and a mark belong to no span.
    pub fn spans(&self, source: &Source) -> Vec<Span> {
        let inside =
            |line: &Line| line.ink.start.max(self.ink.start)..line.ink.end.min(self.ink.end);
        let lines = source.lines[self.lines.clone()].iter().map(inside);
        let spans = lines.filter(|ink| !ink.is_empty()).map(|ink| source.span(&ink));
        if source.marks.is_empty() {
            return spans.collect();
        }
        spans.flat_map(|span| between_marks(source, span)).collect()
    }
}

fn between_marks(source: &Source, span: Span) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start as usize;
    for mark in source.marks_of(span.range()) {
        parts.push(Span::new(start, mark.start));
        start = mark.end;
    }
    parts.push(Span::new(start, span.end as usize));
    parts
        .into_iter()
        .map(|part| part.trimmed(source.text))
        .filter(|part| !part.is_empty())
        .collect()
}

/// The pieces of a page, in order.
pub fn pieces(source: &Source) -> Vec<Piece> {
    let wraps = Wraps::of(source);
    let mut pieces: Vec<Piece> = Vec::with_capacity(source.lines.len());
    let mut open = false;
    for (index, line) in source.lines.iter().enumerate() {
        let wrap = wraps.at(index);
        let goes_on = open
            && !line.set_apart
            && !line.indented
            && !pieces.last().is_some_and(|piece| ends_above(source, piece, index, wrap));
        match pieces.last_mut() {
            Some(piece) if goes_on => {
                piece.ink.end = line.ink.end;
                piece.lines.end = index + 1;
            }
            _ => pieces.push(Piece {
                ink: line.ink.clone(),
                lines: index..index + 1,
                indented: line.indented,
                trails: false,
            }),
        }
        let ink = |line: &Line| &source.ink[line.ink.clone()];
        let drops =
            source.lines.get(index + 1).is_some_and(|next| cap::drops(ink(line), ink(next)));
        let wrapped = wrap.is_some_and(|wrap| wrap.goes_on(source, index));
        let is_torn = source.lines.get(index + 1).is_some_and(|next| {
            torn::tears_telephone(ink(line), ink(next))
                || wrapped && torn::tears_word(ink(line), ink(next))
        });
        // A page header that happens to be as wide ends where it ends.
        let opens = wrap.is_some() && ends::is_report_head(ink(line));
        open = (drops || wrapped || is_torn || opens)
            && (is_torn || crate::furniture::matter(&source.ink[line.ink.clone()]).is_none())
            // （陈信良）, set at the end of its line.
            && crate::credit::credit(&source.ink[line.ink.clone()])
                .is_none_or(|credit| !credit.bracketed)
            // （据城东市场9月19日报价）
            && !stands_in_brackets(&source.ink[line.ink.clone()])
            // …都说公道。（韩凤山）, in a line that it fills.
            && !pieces.last().is_some_and(|piece| is_signed(&source.ink[piece.ink.clone()]));
    }
    glued::split(source, crate::marker::split(source, split_credits(source, pieces)))
}

fn stands_in_brackets(ink: &[Ink]) -> bool {
    matches!(ink, [open, inside @ .., close]
        if open.c == '(' && close.c == ')' && !inside.iter().any(|ink| matches!(ink.c, '(' | ')')))
}

/// It ends with its writer's name in brackets.
fn is_signed(ink: &[Ink]) -> bool {
    ink.last().is_some_and(|last| last.c == ')') && trailing(ink).is_some()
}

fn split_credits(source: &Source, whole: Vec<Piece>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(whole.len());
    for mut piece in whole {
        let Some(at) = trailing(&source.ink[piece.ink.clone()]) else {
            pieces.push(piece);
            continue;
        };
        let cut = piece.ink.start + at;
        let mut tail = Piece { ink: cut..piece.ink.end, trails: true, ..piece.clone() };
        piece.ink.end = cut;
        let line_of = |ink: usize| {
            let lines = &source.lines[tail.lines.clone()];
            tail.lines.start + lines.partition_point(|line| line.ink.end <= ink)
        };
        piece.lines.end = line_of(cut - 1) + 1;
        tail.lines.start = line_of(cut);
        pieces.push(piece);
        pieces.push(tail);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let source = Source::of(text);
        let piece = |piece: &Piece| {
            let spans = piece.spans(&source);
            spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("|")
        };
        pieces(&source).iter().map(piece).collect()
    }

    #[test]
    fn whoever_speaks_behind_a_lost_middle_begins_a_piece() {
        let full = "河口镇的水渠今年清了三次淤,秧田里不\n".repeat(8);
        let shown = shown(&format!(
            "{full}看花的人把山路都堵了,小院一天要接待\n贾坡乡党委书记王建国说:“好。”\n"
        ));
        assert_eq!(shown.len(), 2, "{shown:?}");
    }

    #[test]
    fn verses_of_one_width_stay_lines() {
        let unmarked = "汾河的水流过我童年\n带着泥土的淡芬芳香\n岸边的柳树弯下了腰\n听母亲唱起那古歌谣\n\n\
                        我离开故乡的那一天\n河水什么也没有说话\n只是静静地向前流去\n像父亲沉默着的目光\n";
        assert_eq!(shown(unmarked).len(), 8);
        let marked = "白日依山尽，黄河入海流。\n".repeat(9);
        assert_eq!(shown(&marked).len(), 9);
    }

    #[test]
    fn wrapped_lines_make_one_piece() {
        let line = "一二三四五，七八九十一二三四五六七八九十";
        let text = format!(
            "　　{}\n{line}\n{line}\n短行。\n　　{}\n{line}\n{line}\n{line}\n尾。",
            &line[..54],
            &line[..54]
        );
        assert_eq!(shown(&text).len(), 2);
        // An empty line behind every line is how the dump spaces its lines; two part paragraphs.
        let spaced = text.replace('\n', "\n\n");
        assert_eq!(shown(&spaced).len(), 2);
        let apart = spaced.replacen(&format!("{line}\n\n短行"), &format!("{line}\n\n\n短行"), 1);
        assert_eq!(shown(&apart).len(), 3);
        let signed = format!(
            "　　{}\n{line}\n一二三四五，七八九十一二三四。（韩凤山）\n七月诗会\n　　{}\n{line}\n{line}\n{line}\n尾。",
            &line[..54],
            &line[..54]
        );
        assert!(shown(&signed).contains(&"七月诗会".to_owned()));
        let briefs = text
            .replace("短行。", "")
            .replace(&format!("{line}\n\n"), &format!("{line}\n厂内简讯\n"));
        assert!(shown(&briefs).contains(&"厂内简讯".to_owned()));
        let source = signed.replace(
            "一二三四五，七八九十一二三四。（韩凤山）",
            "（据城东河口批发市场三月十六日报价）",
        );
        assert!(shown(&source).contains(&"七月诗会".to_owned()));
        // Behind a sentence that ends with its line stands a head.
        let headed = text
            .replace("短行。", "")
            .replace(&format!("{line}\n\n"), &format!("{}。\n乡里来信\n", &line[..57]));
        assert!(headed.contains("九。\n乡里来信\n"), "{headed}");
        assert!(shown(&headed).contains(&"乡里来信".to_owned()));
        assert_eq!(shown("短\n行\n的\n诗\n句\n不\n是\n折\n行\n。").len(), 10);
    }

    #[test]
    fn a_page_may_be_wrapped_at_many_widths() {
        let lines = [
            "舊倉庫，昨日清晨、午後先後兩起火警",
            "消防處懷疑底層存放的樟腦和舊麻包悶",
            "燒所致，正進一步調查。",
            "首次火警在清晨五時四十分發生，看更",
            "人何金水嗅到焦味，落樓查看時，濃煙已由鐵",
            "閘縫內湧出，他即奔往對面茶樓借電話報警。",
            "四輛消防車於八分鐘後趕到，開喉兩條，",
            "至七時許將火撲熄。附近唐樓居民三十餘人扶",
            "老攜幼疏散到街上，無人受傷。",
            "小輪加價聆訊押後",
        ];
        // The sixth line ends its sentence, and with it its paragraph.
        let paragraphs = shown(&lines.join("\n"));
        assert_eq!(paragraphs.len(), 4, "{paragraphs:?}");
        assert!(paragraphs[1].ends_with("報警。") && paragraphs[2].ends_with("受傷。"));
    }

    #[test]
    fn a_trailing_credit_is_a_piece_of_its_own() {
        assert_eq!(shown("工作完成。(龚立)\n标题"), ["工作完成。", "(龚立)", "标题"]);
    }
}
