//! How is one dump parsed? Ink, pieces, features, labels, drafts, repair, articles, places, in this order.

use crate::article::Desk;
use crate::bond::bond;
use crate::draft::layout;
use crate::explain::explain;
use crate::features::{Features, features};
use crate::furniture::{
    At, HEAD, Matter, ends_in_page, folio, is_organ, is_paper, masthead, matter,
};
use crate::grammar::label;
use crate::jumps::Owners;
use crate::label::Label;
use crate::lead::lead;
use crate::piece::{Piece, pieces};
use crate::place_line::is_place;
use crate::repair::{Repaired, repair};
use crate::source::{Ink, Source};
use crate::topic::Topics;
use crate::wordlist::Words;
use crate::{doubled, jumps, notes, tagging};
use ::edition::{Basis, Date, Fact, Jump, Page, Span};
use places::Places;

/// A page, and the day that its header states.
pub struct Parsed {
    pub page: Page,
    pub date: Option<Fact<Date>>,
    /// The paper's name, where it stands at the top.
    pub paper: Option<Fact<String>>,
}

/// A dump as far as the labels.
struct Labelled<'t> {
    source: Source<'t>,
    pieces: Vec<Piece>,
    matters: Vec<Option<Matter>>,
    /// The pieces that are no page matter; what follows speaks of them by their place here.
    flow: Vec<Piece>,
    topics: Topics,
    features: Vec<Features>,
    labels: Vec<Label>,
}

impl<'t> Labelled<'t> {
    fn of(source: Source<'t>, places: &Places) -> Self {
        let pieces = pieces(&source);
        let matters: Vec<Option<Matter>> =
            pieces.iter().map(|piece| matter(&source.ink[piece.ink.clone()])).collect();
        let matters = head_lines(&source, &pieces, matters);
        let matters = keep_signing_days(&source, &pieces, matters);
        let matters = keep_days_of_tables(&source, &pieces, matters);
        let free = pieces.iter().zip(&matters).filter(|(_, matter)| matter.is_none());
        let flow: Vec<Piece> = free.map(|(piece, _)| piece.clone()).collect();
        let topics = Topics::of(&source, &flow);
        let is_place = |ink: &[Ink]| is_place(ink, places);
        let opens = |ink: &[Ink]| places.opens(ink.iter().map(|ink| ink.c));
        let features = features(&source, &flow, &topics, &is_place, &opens);
        let labels = label(&features);
        Self { source, pieces, matters, flow, topics, features, labels }
    }
}

/// Pieces at the top of a page among which its head stands.
const TOP: usize = 4;

/// The paper, the day and the page on the first lines: alone, or each saying a part.
fn head_lines(
    source: &Source,
    pieces: &[Piece],
    mut matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    name_of_page(source, pieces, &mut matters);
    guide_stubs(source, pieces, &mut matters);
    for (piece, matter) in pieces.iter().zip(&mut matters).take(TOP) {
        let ink = &source.ink[piece.ink.clone()];
        if matter.is_none() && is_paper(ink) {
            let paper = Some(0..ink.len());
            *matter = Some(Matter { paper, why: HEAD, ..Matter::default() });
        }
        if matter.is_none() && (is_organ(ink) || names_edition(ink)) {
            *matter = Some(Matter { why: HEAD, ..Matter::default() });
        }
        if matter.is_none() {
            *matter = folio(ink);
        }
    }
    // What states little is of the head where it stands beside what states more.
    let head = |piece: &Piece| masthead(&source.ink[piece.ink.clone()], At::Top);
    let mut heads: Vec<Option<Matter>> = pieces.iter().take(TOP).map(head).collect();
    for _ in 0..TOP {
        let states = |matter: &Option<Matter>| {
            matter.as_ref().is_some_and(|matter| {
                matter.date.is_some() || matter.number.is_some() || matter.paper.is_some()
            })
        };
        let stated: Vec<bool> = matters.iter().take(TOP + 1).map(states).collect();
        for (at, matter) in matters.iter_mut().take(TOP).enumerate() {
            let beside = at > 0 && stated[at - 1] || stated.get(at + 1) == Some(&true);
            if matter.is_none() {
                let head = &mut heads[at];
                let is_day =
                    |head: &Matter| at == 0 && head.date.is_some_and(|date| date.year.is_some());
                *matter = head.take_if(|head| beside || is_day(head));
            }
        }
    }
    name_above_head(source, pieces, &mut matters);
    matters
}

/// A name alone above the line with the day: where that line names the section, too, it is the paper's. What
/// names sections everywhere is one, and holds for what stands below.
fn name_above_head(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    const NAMES: std::ops::RangeInclusive<usize> = 2..=6;
    let [first @ None, Some(head), ..] = matters else { return };
    let ink = &source.ink[pieces[0].ink.clone()];
    let is_dated = head.paper.is_none() && head.date.is_some_and(|date| date.year.is_some());
    let is_name = NAMES.contains(&ink.len()) && ink.iter().all(|ink| crate::cursor::is_han(ink.c));
    if is_dated && is_name && !crate::features::names_section(ink) {
        let name = Some(0..ink.len());
        *first = Some(match head.name {
            Some(_) => Matter { paper: name, why: HEAD, ..Matter::default() },
            None => Matter { name, why: HEAD, ..Matter::default() },
        });
    }
}

/// 新界通讯版, 教育周刊: which edition or supplement it is, on a line of its own.
fn names_edition(ink: &[Ink]) -> bool {
    const LONGEST: usize = 8;
    static ENDS: Words = Words::of(&["版", "周刊", "特刊", "专刊", "副刊"]);
    (3..=LONGEST).contains(&ink.len())
        && ink.iter().all(|ink| crate::cursor::is_han(ink.c))
        && ENDS.end(ink)
}

/// Below 导读: titles that end with the page they stand on, 古田银耳“长”出大产业 A3.
fn guide_stubs(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let mut guided = false;
    for (piece, matter) in pieces.iter().zip(matters) {
        let ink = &source.ink[piece.ink.clone()];
        match matter {
            Some(known) => guided = known.is_guide || guided && known.is_stub,
            None if guided && ends_in_page(ink) => {
                *matter = Some(Matter { is_stub: true, ..Matter::default() });
            }
            None => guided = false,
        }
    }
}

/// 本市·综合 over the day: the page's name, where the page begins with it and its header goes on below.
fn name_of_page(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    const LONGEST_NAME: usize = 8;
    let [first @ None, Some(second), ..] = matters else { return };
    let Some(piece) = pieces.first() else { return };
    let ink = &source.ink[piece.ink.clone()];
    let is_name = ink.len() <= LONGEST_NAME && crate::features::names_page(ink);
    let is_header = second.date.is_some() || second.number.is_some();
    if is_name && is_header && second.name.is_none() {
        *first = Some(Matter { name: Some(0..ink.len()), why: HEAD, ..Matter::default() });
    }
}

/// A day under 某某法院 signs a notice and is no page header.
fn keep_signing_days(
    source: &Source,
    pieces: &[Piece],
    matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    let signs = |at: usize| crate::forms::signs(&source.ink[pieces[at].ink.clone()]);
    let keep = |(at, matter): (usize, Option<Matter>)| {
        let before = at.checked_sub(1)?;
        let is_day =
            matter.as_ref().is_some_and(|matter| matter.date.is_some() && matter.number.is_none());
        // 某某局 2025年7月1日 signs by itself, a day alone under who signs.
        let ink = &source.ink[pieces[at].ink.clone()];
        let opens_with_day =
            ink.first().is_some_and(|first| first.c.is_ascii_digit() || first.c == '二')
                || crate::cursor::Cursor::of(ink).year().is_some();
        // … or under the text of a notice, at the end of which nobody else signs.
        let text = &source.ink[pieces[before].ink.clone()];
        let is_noticed = at >= TOP && crate::forms::is_notice(text);
        let signs_notice = signs(before) || is_noticed || !opens_with_day;
        if is_day && signs(at) && signs_notice { None } else { matter }
    };
    let first = matters.first().cloned().flatten();
    let mut kept: Vec<Option<Matter>> = matters.into_iter().enumerate().map(keep).collect();
    if let Some(slot) = kept.first_mut() {
        *slot = first;
    }
    kept
}

/// 8月23日 over the rows of that day is a row of its table and no page header.
fn keep_days_of_tables(
    source: &Source,
    pieces: &[Piece],
    mut matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    for at in 1..pieces.len().saturating_sub(1) {
        let is_bare_day = matters[at].as_ref().is_some_and(|matter| {
            let date = matter.date.is_some_and(|date| date.year.is_none());
            date && matter.number.is_none() && matter.paper.is_none() && matter.name.is_none()
        });
        let next = &source.ink[pieces[at + 1].ink.clone()];
        if is_bare_day && matters[at + 1].is_none() && crate::forms::has_cells(next) {
            matters[at] = None;
        }
    }
    matters
}

/// Why each piece of a dump became what it became.
pub fn explained(source: Source, places: &Places) -> String {
    let page = Labelled::of(source, places);
    explain(&page.source, &page.pieces, &page.matters, &page.labels, &page.features)
}

pub fn parse(name: &str, source: Source, places: &Places) -> Parsed {
    let text = source.text;
    let labelled = Labelled::of(source, places);
    let Labelled { source, flow, features, topics, .. } = &labelled;
    let layout = layout(&labelled.labels, features);
    let desk = Desk { source, pieces: flow, features };
    let bond = |a: usize, b: usize| {
        // That of neighbours is known.
        if let Some(seam) = features[b].seam.filter(|_| b == a + 1) {
            return seam;
        }
        let (left, right) = (desk.ink(a), desk.ink(b));
        bond(left, right, topics.seam(source, left, right, features[b].begins))
    };
    let mut page = Page { source: name.into(), text: text.into(), ..Page::default() };
    for draft in &layout.articles {
        let begins = |piece: usize| {
            let seen = &features[piece];
            let place = seen.opens_with_place || seen.names_place_soon;
            lead(desk.ink(piece), place, desk.names_head(draft, piece))
        };
        let repaired: Repaired = repair(&draft.parts, &|piece| &features[piece], &bond, &begins);
        let mut article = desk.article(draft, &repaired);
        tagging::tag(&mut article, source, places, &mut page.notes);
        notes::of_repair(&desk, &repaired, &mut page.notes);
        page.articles.push(article);
    }
    page.rubrics = desk.spans(&layout.rubrics);
    page.columns = desk.spans(&layout.columns);
    let mut date = None;
    let mut paper = None;
    let owners = Owners::of(&page.articles);
    for (piece, matter) in labelled.pieces.iter().zip(&labelled.matters) {
        if let Some(matter) = matter {
            let spans = piece.spans(source);
            state(&mut page, &mut date, &owners, source, piece.ink.start, matter, &spans);
            if let Some(own) = &matter.paper {
                let start = piece.ink.start;
                let span = source.span(&(own.start + start..own.end + start));
                let value: String = span.of(text).split_whitespace().collect();
                paper.get_or_insert(Fact { value, basis: Basis::Stated(span) });
            }
            page.furniture.extend(spans);
        }
    }
    for (at, (piece, matter)) in labelled.pieces.iter().zip(&labelled.matters).enumerate() {
        if matter.is_some() || at < TOP {
            notes::of_head(
                &source.ink[piece.ink.clone()],
                source,
                matter.as_ref(),
                &mut page.notes,
            );
        }
    }
    notes::of_lines(source, &mut page.notes);
    page.articles.sort_by_key(edition::Article::start);
    jumps::settle(&mut page);
    page.notes.extend(doubled::notes(source, &page.articles));
    notes::of_text(source, &mut page);
    Parsed { page, date, paper }
}

/// Takes what page matter says of the page.
fn state(
    page: &mut Page,
    date: &mut Option<Fact<Date>>,
    owners: &Owners,
    source: &Source,
    start: usize,
    matter: &Matter,
    spans: &[Span],
) {
    let Some(&span) = spans.first() else { return };
    if let Some(day) = matter.date {
        date.get_or_insert(Fact { value: day, basis: Basis::Stated(span) });
    }
    if let Some(number) = matter.number {
        page.number.get_or_insert(Fact { value: number, basis: Basis::Stated(span) });
    }
    if let Some(name) = &matter.name {
        let span = source.span(&(name.start + start..name.end + start));
        let value: String = span.of(source.text).split_whitespace().collect();
        page.name.get_or_insert(Fact { value, basis: Basis::Stated(span) });
    }
    if let Some((direction, to)) = matter.jump
        && let Some(owner) = owners.of_marker(direction, span)
        && let Some(article) = page.articles.get_mut(owner)
    {
        article.jumps.push(Jump { direction, page: to, span, other: None });
    }
}

#[cfg(test)]
mod tests {
    use crate::{Context, Dump, edition_of};
    use ::edition::{Article, BlockKind, Edition};

    const STORY: &str =
        "\n\n书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n";

    fn edition(text: String) -> Edition {
        let context = Context::default();
        edition_of("甲", vec![Dump { source: "甲.txt".into(), text, encoding: None, context }])
    }

    /// Paper, day, page and section, `-` where none is stated.
    fn head(lines: &str) -> String {
        let edition = edition(format!("{lines}{STORY}"));
        let page = &edition.pages[0];
        let date = edition.date.filter(|date| date.reason().is_none());
        let facts = [
            edition.paper.map(|fact| fact.value),
            date.map(|fact| fact.value.to_string()),
            page.number.as_ref().map(|fact| fact.value.to_string()),
            page.name.as_ref().map(|fact| fact.value.clone()),
        ];
        assert_eq!(page.articles.len(), 1, "{lines}");
        facts.map(|fact| fact.unwrap_or("-".into())).join(" ")
    }

    #[test]
    fn the_head_of_a_page_may_take_several_lines() {
        for (lines, facts) in [
            ("河口日报 2025年7月24日 第3版", "河口日报 2025年7月24日 3 -"),
            ("河口日报\n2025年7月24日 星期四\n第3版 要闻", "河口日报 2025年7月24日 3 要闻"),
            ("3 要闻\n河口日报 2025.7.24", "河口日报 2025年7月24日 3 要闻"),
            ("2025-07-24\n河口日报", "河口日报 2025年7月24日 - -"),
            ("2025年7月24日 星期四\n河边晨刊 02 要闻", "- 2025年7月24日 2 河边晨刊"),
            ("河口日报 第1286期\n2025年7月24日 星期四 3 民生", "河口日报 2025年7月24日 3 民生"),
            (
                "河口法治\n2025年7月24日 星期四 第3版 综合 责编 赵强",
                "河口法治 2025年7月24日 3 综合",
            ),
            ("乡土\n2025年7月24日 星期四 第3版", "- 2025年7月24日 3 乡土"),
            ("人民日報\n一九五四年十月三日\n第三版", "人民日報 1954年10月3日 3 -"),
        ] {
            assert_eq!(head(lines), facts, "{lines}");
        }
    }

    /// Headlines, and how many subheads, captions, tables and notices there are.
    fn shown(text: &str) -> String {
        let page = &edition(text.into()).pages[0];
        let blocks = page.articles.iter().flat_map(|article| &article.blocks);
        let count = |kind: BlockKind| blocks.clone().filter(|block| block.kind == kind).count();
        let headline =
            |article: &Article| article.headline.iter().map(|span| span.of(text)).collect();
        let headlines: Vec<String> = page.articles.iter().map(headline).collect();
        let kinds = [BlockKind::Subhead, BlockKind::Caption, BlockKind::Table, BlockKind::Notice];
        format!("{} {:?}", headlines.join("|"), kinds.map(count))
    }

    #[test]
    fn empty_lines_say_which_short_lines_are_heads() {
        let text = "本报讯(记者 赵强)7月1日,河口镇的两个村子开了三场会,商量怎样把旧戏台修起来,让老人们有地方听戏。\n\n\
            村里的老人说,戏台是六十年前大家一块砖一块砖垒起来的,拆了就再也没有了,还是修一修的好。\n\n\
            从三户到三百户\n第一年秋后,三户人家拿出了自己攒下的木料,第二年报名的人挤满了村部,谁也不愿意落在后面。\n\n\
            木匠师傅从邻县请来,一住就是四十天,工钱一分也没有多要,临走的时候还留下了一套自己做的工具。\n\n\
            修台的钱是各家凑的,多的三百,少的五十,连在外地打工的年轻人也寄了回来,账目一笔一笔写在墙上。\n\n\
            如今戏台修好了,每个月的初一和十五都有戏,四邻八乡的人坐着三轮车赶来,比过年的时候还要热闹。\n";
        assert_eq!(
            shown(&format!("两个村子修好一座老戏台\n{text}")),
            "两个村子修好一座老戏台 [1, 0, 0, 0]"
        );
    }

    #[test]
    fn a_table_has_its_groups_and_a_notice_its_paragraphs() {
        let table = "赛事预告\n8月23日\n22:30 女子举重决赛 CCTV-5\n23:45 男子体操决赛 CCTV-1\n8月24日\n02:30 女排半决赛 CCTV-5\n";
        assert_eq!(shown(&format!("{STORY}\n{table}")), "书画展览开幕|赛事预告 [0, 0, 1, 0]");
        let notice = "讣告\n原河口农机站离休干部周岱因病医治无效,于2025年7月2日4时逝世,享年86岁。\n周岱1925年3月生,1945年参加工作,历任区农会主任、农机站站长等职。\n兹定于7月4日上午9时在殡仪馆举行告别仪式。谨此讣告。\n周岱治丧小组\n2025年7月3日\n";
        assert_eq!(shown(&format!("{STORY}\n{notice}")), "书画展览开幕|讣告 [0, 0, 0, 3]");
    }

    #[test]
    fn pictures_under_a_text_are_counted_and_one_with_a_title_stands_alone() {
        let counted = "云端上的邮路\n本报记者 邓雄 文/图\n\n海拔一千六百米的渡口乡,冬天的雾来得早。乡邮员向明全背上四十斤重的邮包,开始了当天的投递。\n\n①向明全走在通往村里的小道上。\n②村民把山货托给他寄出。\n";
        assert_eq!(shown(counted), "云端上的邮路 [0, 2, 0, 0]");
        let titled = "桐花雪\n北港溪畔油桐花進入尾聲，步道鋪上一層花毯，吸引遊客捧花拍照。\n圖／記者陳鳳麗\n";
        assert_eq!(shown(&format!("{STORY}\n{titled}")), "书画展览开幕|桐花雪 [0, 1, 0, 0]");
    }

    #[test]
    fn a_letter_to_the_editor_is_text() {
        for (address, letter) in [
            ("编辑同志:", "我们村里已经三个月没有通自来水了,请帮我们问一问。\n\n某县某村 王有田"),
            ("編輯先生：", "我們村裏已經三個月沒有通自來水了，請幫我們問一問。\n\n某縣某村 王有田"),
            ("编辑同志:我们村里已经三个月没有通自来水了。", " 某县某村 王有田"),
        ] {
            let page = &edition(format!("第3版\n\n自来水何时来\n\n{address}\n{letter}\n")).pages[0];
            let furniture: Vec<&str> =
                page.furniture.iter().map(|span| span.of(&page.text)).collect();
            assert_eq!(furniture, ["第3版"], "{address}");
        }
    }
}
