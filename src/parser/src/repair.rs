//! Which cut pieces are one paragraph, and where is text lost?

use crate::features::Features;
use crate::forms::Note;
use crate::grammar::{FRESH, SHORT_LINE};
use crate::label::Label;
use crate::opening::Stop;
use ::edition::FlagKind;

/// One paragraph (or caption), as pieces in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub label: Label,
    pub pieces: Vec<usize>,
}

/// A flag at a piece: at its first character, or after its last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    pub kind: FlagKind,
    pub piece: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repaired {
    pub paragraphs: Vec<Paragraph>,
    pub damage: Vec<Damage>,
}

/// A later piece may finish a paragraph over so many others.
const REACH: usize = 3;

/// What speaks for the piece that another directly follows, against one further above.
const NEXT_TO_IT: f32 = 2.5;

/// What the rest of a sentence reaches where the piece before it stops at the end of a quotation.
const SURELY: f32 = 3.5;

/// What it says for a piece that it opens less like a paragraph than the one directly behind the cut, and the most
/// that it may say.
const WANTS: f32 = 0.7;
const MOST_WANTED: f32 = 3.0;

/// What a piece must reach to be taken for the rest of another.
const FIT: f32 = 0.9;

/// `features(piece)`, how well piece `b` goes on after piece `a` (`bond`, above 0 well) and how well a piece begins an
/// article (`lead`) are asked for. `unsigned`: the page says of its other articles who wrote them, and of this not.
pub fn repair<'f>(
    parts: &[(Label, usize)],
    features: &dyn Fn(usize) -> &'f Features,
    bond: &dyn Fn(usize, usize) -> f32,
    lead: &dyn Fn(usize) -> f32,
    unsigned: bool,
) -> Repaired {
    let mut repaired = Repaired::default();
    let mut taken = vec![false; parts.len()];
    let mut lead_seen = false;
    for at in 0..parts.len() {
        let (label, piece) = parts[at];
        if taken[at] {
            continue;
        }
        // A poem's lines are one block, a table's rows another, who and when under a notice a third.
        if matches!(label, Label::Verse | Label::Table) || is_signer(label, piece, features) {
            let same = |next: &(Label, usize)| {
                next.0 == label && (label != Label::Signoff || is_signer(label, next.1, features))
            };
            let run = parts[at..].iter().take_while(|next| same(next)).count();
            taken[at..at + run].fill(true);
            let pieces = parts[at..at + run].iter().map(|part| part.1).collect();
            repaired.paragraphs.push(Paragraph { label, pieces });
            continue;
        }
        if !is_text(label) {
            repaired.paragraphs.push(Paragraph { label, pieces: vec![piece] });
            continue;
        }
        if label == Label::Body && !lead_seen {
            lead_seen = true;
            let above = at.checked_sub(1).map(|above| parts[above].0);
            if above != Some(Label::Subhead) && features(piece).head.is_none() {
                let reported =
                    at.checked_sub(1).is_some_and(|above| is_report(parts[above], features));
                let needed = if reported || unsigned { UNDER_BYLINE } else { ALONE };
                if lead(piece) < needed {
                    repaired.damage.push(Damage { kind: FlagKind::LostLead, piece });
                }
            }
        }
        // A whole sentence, and behind it the rest of another.
        if let Some((Label::Body, before)) = at.checked_sub(1).map(|above| parts[above])
            && label == Label::Body
            && features(before).stop == Stop::Full
            && features(piece).rest
        {
            repaired.damage.push(Damage { kind: FlagKind::LostMiddle, piece: before });
        }
        let pieces = follow(parts, at, &mut taken, features, bond, &mut repaired.damage);
        repaired.paragraphs.push(Paragraph { label, pieces });
    }
    repaired
}

fn is_text(label: Label) -> bool {
    matches!(label, Label::Body | Label::Caption | Label::Notice | Label::Preface | Label::Inset)
}

fn is_signer<'f>(label: Label, piece: usize, features: &dyn Fn(usize) -> &'f Features) -> bool {
    let here = features(piece);
    let is_named = here.credit.as_ref().is_some_and(|credit| !credit.is_of_house());
    label == Label::Signoff && here.form.signs && !is_named
}

/// 本报记者 X: a byline that says what its writer is; essays and poems have names alone.
fn is_report<'f>((label, piece): (Label, usize), features: &dyn Fn(usize) -> &'f Features) -> bool {
    label == Label::Byline
        && features(piece).credit.as_ref().is_some_and(|credit| {
            // 本报评论员 is nobody who reports.
            credit.reports && !credit.people.is_empty()
        })
}

/// An opening below this has lost what stood before it: where a reporter's byline stands above, or a report head should
/// stand and was lost with it, …
// A text of which nothing speaks for a beginning and nothing against it has -0.6.
const UNDER_BYLINE: f32 = -0.65;
/// … and where nothing does. Such a text mostly is as its writer left it.
const ALONE: f32 = -2.1;

/// Whether a caption, or the one above it, has sentences that end.
fn is_told<'f>(
    parts: &[(Label, usize)],
    at: usize,
    features: &dyn Fn(usize) -> &'f Features,
) -> bool {
    let here = features(parts[at].1);
    let above = at.checked_sub(1).map(|above| parts[above]);
    let follows = above.is_some_and(|(label, piece)| {
        label == Label::Caption && features(piece).stop == Stop::Full
    });
    here.len > SHORT_LINE && (here.stops > 0 || follows && here.commas > 0)
}

/// The pieces of the paragraph that begins at `at`, and what is wrong with its end.
fn follow<'f>(
    parts: &[(Label, usize)],
    at: usize,
    taken: &mut [bool],
    features: &dyn Fn(usize) -> &'f Features,
    bond: &dyn Fn(usize, usize) -> f32,
    damage: &mut Vec<Damage>,
) -> Vec<usize> {
    let label = parts[at].0;
    let mut pieces = vec![parts[at].1];
    let mut last = at;
    loop {
        let piece = parts[last].1;
        // 上面只有一行: and the article is over.
        if label == Label::Body && last + 1 == parts.len() && features(piece).ends_in_colon {
            damage.push(Damage { kind: FlagKind::LostTail, piece });
            break;
        }
        if features(piece).form.note == Note::Label {
            break;
        }
        if features(piece).stop != Stop::Open {
            // …实现了“家门口” | 就业增收。: a quotation that is part of a sentence does not end it.
            let next = parts.get(last + 1).filter(|next| next.0 == label && !taken[last + 1]);
            let goes_on = matches!(label, Label::Body | Label::Caption)
                && features(piece).stop == Stop::Half
                && features(piece).ends_in_quote
                && next.is_some_and(|next| bond(piece, next.1) > SURELY);
            if !goes_on {
                break;
            }
            taken[last + 1] = true;
            pieces.push(parts[last + 1].1);
            last += 1;
            continue;
        }
        // Text flows around pictures.
        let around = |next: &usize| {
            let credits = parts[*next].0 == Label::Signoff && parts[*next - 1].0 == Label::Caption;
            let is_picture = matches!(parts[*next].0, Label::Caption | Label::PhotoCredit);
            label == Label::Body && (is_picture || credits)
        };
        let after = (last + 1..parts.len()).find(|next| !around(next)).unwrap_or(parts.len());
        let near = (after..parts.len())
            .take_while(|next| parts[*next].0 == label)
            // An address of a notice goes on with no other line.
            .filter(|next| !taken[*next])
            // 问:接下来呢? goes on with nothing.
            .filter(|next| !features(parts[*next].1).asks && !features(parts[*next].1).salutes)
            .filter(|next| label != Label::Notice || !features(parts[*next].1).form.contact)
            .take(REACH);
        // 停电预告 stops without a mark and is not cut.
        let is_title = label != Label::Body
            && features(piece).len < SHORT_LINE
            && features(piece).seam.is_none();
        let against = if is_title { FRESH } else { 0.0 };
        let fit = |next: usize| {
            let own = bond(piece, parts[next].1) - against;
            if next == after {
                return own;
            }
            // What goes on better where the piece before it stopped is left to that one.
            let before = parts[next - 1].1;
            let is_open = features(before).stop == Stop::Open;
            if is_open && bond(before, parts[next].1) + NEXT_TO_IT >= own {
                return f32::MIN;
            }
            // Where the neighbour opens as a paragraph does and this one does not, this one wants a place.
            let opens = |at: usize| features(parts[at].1).words;
            // Behind a comma a clause may open so, too.
            let may_want = opens(next) <= 0.0 && !features(piece).ends_in_comma;
            let most = if may_want { MOST_WANTED } else { 0.0 };
            let wants = WANTS * (opens(after) - opens(next)).clamp(-MOST_WANTED, most);
            own - 1.5 - (next - after) as f32 + wants
        };
        let best =
            near.map(|next| (next, fit(next))).fold(None, |best: Option<(usize, f32)>, one| {
                match best {
                    Some(best) if best.1 >= one.1 => Some(best),
                    _ => Some(one),
                }
            });
        match best.filter(|best| best.1 > FIT) {
            Some((next, _)) => {
                let follows = parts[next].1 == piece + 1;
                if next > last + 1 || !follows {
                    damage.push(Damage { kind: FlagKind::Order, piece: parts[next].1 });
                }
                taken[next] = true;
                pieces.push(parts[next].1);
                last = next;
            }
            // A notice, a note and a label may stop without a full stop; a caption after one mostly stops with another.
            None if label == Label::Caption && is_told(parts, at, features) => {
                damage.push(Damage { kind: FlagKind::LostTail, piece });
                break;
            }
            None if !matches!(label, Label::Body) => break,
            None => {
                let rest = parts[last + 1..].iter().any(|part| part.0 == Label::Body);
                let kind = if rest { FlagKind::LostMiddle } else { FlagKind::LostTail };
                damage.push(Damage { kind, piece });
                break;
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use ::edition::{BlockKind, FlagKind};

    /// The blocks of a page's one text, as kind and number of pieces, and its flags.
    fn told(text: &str) -> (Vec<(BlockKind, usize)>, Vec<FlagKind>) {
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let article = &page.articles[0];
        let blocks = article.blocks.iter().map(|block| (block.kind, block.spans.len()));
        (blocks.collect(), article.flags.iter().map(|flag| flag.kind).collect())
    }

    #[test]
    fn a_text_flows_around_its_own_picture() {
        let text = "老鸦瀑布又添救生员\n\n本报讯(记者 王明)入夏以来,老鸦瀑布的游人一天比一天多。镇里昨天请来两名救生员,从早上八点守到天黑,并协\n\n\
            老鸦瀑布下,救生员正在试水。(王明 摄)\n\n调附近的村民轮流帮忙。\n";
        let (blocks, flags) = told(text);
        assert_eq!(blocks[0], (BlockKind::Lead, 2), "{blocks:?}");
        assert!(blocks.iter().any(|block| block.0 == BlockKind::Caption), "{blocks:?}");
        assert_eq!(flags, [FlagKind::Order]);
    }

    #[test]
    fn a_question_goes_on_with_nothing() {
        let text = "酿醋的姑娘\n\n本报记者 王明\n\n院子里摆着二十口老缸,每一口上都贴着日子。那天我坐在地上哭,爷爷说\n\n\
            问:接下来还想做什么?\n\n答:想办一个学堂,教村里的孩子认一认缸里的味道。\n";
        assert_eq!(told(text).1, [FlagKind::LostMiddle]);
    }

    #[test]
    fn a_text_under_a_byline_begins_where_nothing_speaks_against_it() {
        let under =
            |head: &str, text: &str| told(&format!("{head}\n\n本报记者 王明\n\n{text}\n")).1;
        let plain = "海拔一千三百米的空山盆地,十月的风已有寒意。晒场上,刚起窖的土豆堆成了小山,男女老少都在分拣。";
        assert_eq!(under("高山土豆下山来", plain), []);
        // What it speaks of is named in the headline, and only there.
        let back =
            "该镇在三个村开办老人食堂,七十岁以上的老人每餐只付三元钱,就能吃上两菜一汤的热饭。";
        assert_eq!(under("河口镇:老人食堂开张", back), []);
        assert_eq!(under("老人食堂开张", back), [FlagKind::LostLead]);
    }

    #[test]
    fn where_a_page_indents_a_text_without_an_indent_has_lost_its_beginning() {
        let more = "　　三户人家凑钱换了石磨,轮着看磨,磨出的面一袋卖到八十元,买的人还是不少,从早上排到天黑,县城的人也来买。\n";
        let more = more.repeat(2);
        let text = "空山盆地的农户把刚起窖的土豆运下山来,价钱比往年好,家家都说明年还要多种几亩。";
        let under = |indent: &str| {
            told(&format!("高山土豆下山来\n本报记者 王明\n{indent}{text}\n{more}")).1
        };
        assert_eq!((under("　　"), under("")), (vec![], vec![FlagKind::LostLead]));
    }

    #[test]
    fn what_stands_in_the_midst_of_a_headline_opens_no_text() {
        let under =
            |head: &str, text: &str| told(&format!("{head}\n\n本报记者 王明\n\n{text}\n")).1;
        let met =
            "会见三个村的来客。大家说起三十年前搬家的事,有说不完的话,当天又去看了大坝和码头。";
        assert_eq!(under("会见归乡客", met), []);
        assert_eq!(under("老友相逢 会见归乡客", met), []);
        assert_eq!(under("镇里老友会见归乡客", met), [FlagKind::LostLead]);
    }

    #[test]
    fn a_caption_of_sentences_and_a_text_may_lose_their_ends() {
        let photo = "7月1日,河口镇的村民在晒场上翻晒新收的麦子。\n\n今年,镇里添了六台烘干机,连阴雨天再也不怕麦子出芽,家家都\n\n本报记者 王明 摄\n";
        assert_eq!(told(photo).1, [FlagKind::LostTail]);
        let letter = "一封旧信\n\n王明\n\n信是夹在箱底的账本里的,纸已经发脆,字倒还看得清楚。\n\n最后一页的背面,他用铅笔写了一行:\n";
        assert_eq!(told(letter).1, [FlagKind::LostTail]);
    }
}
