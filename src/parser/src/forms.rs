//! Is it a poem, a table or one of the other rarer forms? What is seen of them in a piece.

mod ads;
mod below;
mod facts;
mod note;
mod notice;
mod signer;
mod table;
mod verse;

pub use self::ads::heads_ads;
pub use self::note::{Note, speaks_ahead};
pub use self::notice::{
    is_closed, is_contact_field, is_notice, is_plain_notice, is_title, lists_items,
};
pub use self::signer::{opens_as_signer, signs, signs_over_day};
pub use self::table::{has_cells, ranks};
use self::verse::{cycle, is_couplets, is_even, is_marked_verse, is_verse, titles};
pub use self::verse::{names_cycle, names_verse};
use crate::cursor::{ends_with, is_han, starts_with};
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// What speaks for one of the rarer forms.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Short lines in a row that are built alike, this one among them; 0 where they are not.
    pub run: usize,
    /// In such a run it stands apart, as the title of one poem of a cycle does.
    pub apart: bool,
    /// It is the title of the next poem, whose poet stands below it …
    pub titles_poem: bool,
    /// … and this is the poet.
    pub poet: bool,
    /// Its lines but the titles have one length: those of a poem in the old forms.
    pub even: bool,
    /// Cells of a table's row: runs between spaces.
    pub cells: usize,
    /// Share of digits.
    pub digits: f32,
    /// Names of columns above a row of as many cells: 品种 批发价 零售价.
    pub heads_rows: bool,
    /// 男子甲组, 8月23日: over the rows of one group of the table.
    pub group: bool,
    /// The line below is a row, or the title of a group of rows.
    pub over_rows: bool,
    /// 首轮成绩表 over rows belongs to the report above it.
    pub names_table: bool,
    /// It is the title of several poems, and says so in brackets: (组诗), (外一首).
    pub names_cycle: bool,
    /// 10秒88, 3:0: it gives a time or a score.
    pub scores: bool,
    /// Neighbours (of two) that are rows too.
    pub rows: usize,
    /// Words of notices.
    pub notice: usize,
    /// 联系电话:…, 展示时间:…
    pub field: bool,
    /// It says where or how somebody is reached, and nothing else: 店址:…, 电话:…
    pub contact: bool,
    /// In a list of advertisements, it gives a telephone number.
    pub has_number: bool,
    /// 广告, of one advertisement or of several.
    pub names_ad: bool,
    /// Such a paragraph goes on with the notice above it: 有知其下落者请….
    pub continues: bool,
    /// …会长郑秀明启: whoever gives notice signs at its end.
    pub signed_end: bool,
    /// 分类广告, 招聘: a list of advertisements stands below it.
    pub heads_ads: bool,
    /// 房产, which heads advertisements, may be a section of the news, too.
    pub may_head_news: bool,
    /// It stands in a list of advertisements: 招聘, 遗失声明.
    pub listed_ad: bool,
    /// It is the title of a notice: 公告, 遗失声明, 某某法院公告.
    pub notice_title: bool,
    /// A title that may stand over one notice of several paragraphs: 讣告, but not 遗失声明.
    pub is_one_notice: bool,
    /// 征稿启事: it says what of, too.
    pub tells_notice: bool,
    /// A label of an editor's note or an inset box, alone or before its text.
    pub note: Note,
    /// It stands in a list below such a label: 创立:1973年.
    pub boxed: bool,
    /// Such a note belongs to what follows it.
    pub ahead: bool,
    /// Who or which day signs a notice: 某某法院, 2025年7月1日.
    pub signs: bool,
}

/// A verse line has no more characters.
pub const LONGEST_VERSE: usize = 22;

/// So many short lines in a row are verses; see [`Form::run`].
pub const SURE_RUN: usize = 6;

/// Characters of 征稿启事.
const SHORTEST_TOLD: usize = 4;

/// A poem with a poem below it has so many lines.
const FEWEST_VERSES: usize = 4;

/// Characters of a poet's name without a unit before it.
const LONGEST_NAME: usize = 6;

/// `blank` says which pieces stand behind an empty line.
pub fn forms(
    pieces: &[&[Ink]],
    blank: &[bool],
    is_credit: &dyn Fn(usize) -> bool,
    is_name: &dyn Fn(usize) -> bool,
    has_head: &dyn Fn(usize) -> bool,
) -> Vec<Form> {
    let mut forms: Vec<Form> = pieces.iter().map(|ink| form(ink)).collect();
    for (form, pair) in forms.iter_mut().zip(pieces.windows(2)) {
        form.signs |= signs_over_day(pair[0], pair[1]);
    }
    for (form, above) in forms.iter_mut().skip(1).zip(pieces) {
        form.continues &= !is_closed(above);
    }
    for (form, boxed) in forms.iter_mut().zip(facts::in_boxes(pieces)) {
        form.boxed = boxed;
    }
    for (form, listed) in forms.iter_mut().zip(facts::in_notices(pieces, blank)) {
        form.field |= listed;
    }
    let figures: Vec<bool> = forms.iter().map(|form| form.cells > 2 && is_row(form)).collect();
    let short = |at: usize| {
        // 数学学院2020级 方晴 is the poet of the next poem.
        let signs = is_name(at) && pieces[at].len() > LONGEST_NAME;
        (2..=LONGEST_VERSE).contains(&pieces[at].len())
            && !is_credit(at)
            && !figures[at]
            && !table::gives_place(pieces[at])
            && !table::pays(pieces[at])
            && !signs
            && !names_verse(pieces[at])
    };
    // Title and poet stand above the verses.
    const ABOVE: usize = 3;
    let mut at = 0;
    while at < pieces.len() {
        // 看日出 and 汤养宗 between two empty lines: the next poem, and its poet.
        let next_poem = |next: usize| {
            next >= at + FEWEST_VERSES
                && next + 2 < pieces.len()
                && blank[next]
                && !blank[next + 1]
                && blank[next + 2]
                && is_name(next + 1)
                && !is_name(next)
                && stop(pieces[next]) == Stop::Open
        };
        let ends = |next: &usize| !short(*next) || next_poem(*next);
        let end = (at..pieces.len()).find(ends).unwrap_or(pieces.len());
        let end = verse::lone_sentence(&pieces[at..end]).map_or(end, |lone| at + lone);
        let poet = (at..end.min(at + ABOVE)).rev().find(|at| is_name(*at));
        let is_set_off = poet.is_none()
            && end >= at + ABOVE
            && verse::is_set_off_poet(&pieces[..end], blank, at + 1);
        let poet = poet.or(is_set_off.then_some(at + 1));
        // 茶餐厅(外一首), 也 斯: a title that counts its poems, and the pen name below it.
        let behind_title = (at..end).find(|at| names_cycle(pieces[*at])).map(|title| {
            let is_padded = pieces
                .get(title + 1)
                .is_some_and(|ink| ink.len() == 2 && ink[1].spaced || is_name(title + 1));
            title + 1 + usize::from(is_padded)
        });
        // 郑重光 between 临江仙·咏瓷 and its verses.
        let under_form = at > 0 && names_verse(pieces[at - 1]) && verse::may_be_poet(pieces, at);
        let start = poet
            .map_or(at, |poet| poet + 1)
            .max(behind_title.unwrap_or(0))
            .max(at + usize::from(under_form))
            .min(end);
        let is_next = |at: usize| poet.is_some() && at < pieces.len() && is_name(at);
        let heads = below::next_heads(pieces, blank, at..end, &is_next);
        let heads = heads.max(below::report_heads(pieces, start..end, has_head));
        let run = start..below::verse_end(pieces, blank, start..end).min(end - heads).max(start);
        let signed = poet.is_some() || run.start.checked_sub(1).is_some_and(is_name);
        let above = run.start.saturating_sub(ABOVE)..run.start;
        // 浣溪沙·秋收 over two lines of it.
        let titled = pieces[above.clone()].iter().any(|ink| names_verse(ink));
        let couplets =
            is_couplets(&pieces[run.clone()]) || titled && is_marked_verse(&pieces[run.clone()]);
        if couplets || is_verse(&pieces[run.clone()], signed) {
            let cycle = pieces[above].iter().find_map(|ink| cycle(ink));
            let apart = titles(&pieces[run.clone()], &blank[run.clone()], cycle);
            let even = is_even(&pieces[run.clone()], &apart);
            let lines = pieces[run.clone()].iter().zip(&apart).filter(|(_, apart)| !**apart);
            let couplets = couplets || is_couplets(&lines.map(|(ink, _)| *ink).collect::<Vec<_>>());
            for (form, apart) in forms[run.clone()].iter_mut().zip(apart) {
                form.run = if couplets { (end - start).max(SURE_RUN) } else { end - start };
                form.apart = apart;
                form.even = even && !apart;
            }
            let is_title = |title: &usize| is_set_off || names_verse(pieces[*title]);
            if let Some(title) = run.start.checked_sub(2).filter(is_title) {
                (forms[title].titles_poem, forms[title + 1].poet) = (true, true);
            }
            for at in run.start + 2..run.end {
                let heads = forms[at].apart && forms[at - 1].apart && is_name(at);
                if heads && !is_name(at - 1) {
                    (forms[at - 1].apart, forms[at - 1].titles_poem) = (false, true);
                    (forms[at].apart, forms[at].poet) = (false, true);
                }
            }
        }
        at = end.max(at + 1);
    }
    for at in 1..pieces.len() {
        forms[at - 1].field |= notice::addresses(pieces[at - 1], pieces[at]);
        forms[at].field |= forms[at - 1].notice_title && notice::greets(pieces[at]);
    }
    let told: Vec<bool> = pieces.iter().map(|ink| ads::opens_as_ad(ink)).collect();
    let mut ads = false;
    let in_cells: Vec<bool> = forms.iter().map(|form| form.cells > 2).collect();
    for (at, (form, ink)) in forms.iter_mut().zip(pieces).enumerate() {
        // A picture below them has its photographer.
        let is_pictured = at + 1 < pieces.len() && is_name(at + 1);
        // 今日菜价 over rows is the title of a table.
        let over_cells = in_cells.get(at + 1) == Some(&true);
        form.has_number = ads && notice::has_number(ink);
        let is_told = told[at] && (told.get(at + 1) == Some(&true) || at > 0 && told[at - 1]);
        form.listed_ad = is_told || ads && !form.notice_title && !is_pictured && !over_cells;
        // Below the next label, title or report is something else.
        let ends = form.notice_title || crate::features::names_section(ink) || has_head(at);
        ads = form.heads_ads || ads && !ends;
    }
    for at in 1..forms.len() {
        const FEWEST_CELLS: usize = 3;
        let cells = forms[at - 1].cells;
        // Between the names of the columns and the rows may stand 单位:元/公斤.
        let measured = table::is_measure(pieces[at]);
        let Some(row) = forms.get(at + usize::from(measured)) else { break };
        // A padded name makes one cell more: 中 国.
        let heads =
            cells >= FEWEST_CELLS && (cells..=cells + 1).contains(&row.cells) && is_row(row);
        forms[at - 1].heads_rows |= heads && forms[at - 1].digits == 0.0;
    }
    rows_by_shape(&mut forms, is_name);
    table::rows_by_pattern(pieces, &mut forms);
    let groups = table::groups(pieces, blank, &forms, is_name);
    let rows: Vec<bool> =
        forms.iter().zip(&groups).map(|(form, group)| is_row(form) || *group).collect();
    for (at, form) in forms.iter_mut().enumerate() {
        let before = at.checked_sub(1).is_some_and(|before| rows[before]);
        let after = rows.get(at + 1).copied().unwrap_or(false);
        form.rows = usize::from(before) + usize::from(after);
        form.group = groups[at];
        form.names_table |= !before && table::names_it_in_front(pieces[at]);
        // A forecast is a text.
        let foretells = ["天气", "气象"].iter().any(|word| starts_with(pieces[at], word));
        form.over_rows = after && !rows[at] && rows.get(at + 2) == Some(&true) && !foretells;
    }
    forms
}

/// Three lines and more in a row of about as many cells are a table without figures: 科室 姓名 专长 门诊时间.
fn rows_by_shape(forms: &mut [Form], is_name: &dyn Fn(usize) -> bool) {
    const FEWEST_ROWS: usize = 3;
    const FEWEST_CELLS: usize = 3;
    let mut at = 0;
    while at < forms.len() {
        let first = forms[at].cells;
        let is_alike = |at: usize| {
            forms[at].cells >= FEWEST_CELLS && forms[at].cells.abs_diff(first) <= 1 && !is_name(at)
        };
        let end = (at..forms.len()).find(|at| !is_alike(*at)).unwrap_or(forms.len());
        if end - at >= FEWEST_ROWS {
            forms[at..end].iter_mut().for_each(|form| form.heads_rows = true);
        }
        at = end.max(at + 1);
    }
}

/// Whether it looks like a row of figures.
pub fn is_row(form: &Form) -> bool {
    const FIGURES: f32 = 0.12;
    form.heads_rows || form.cells >= 2 && form.digits >= FIGURES
}

fn form(ink: &[Ink]) -> Form {
    const LONGEST_ROW: usize = 60;
    let digits = ink.iter().filter(|ink| ink.c.is_ascii_digit()).count() + table::han_figures(ink);
    // 18,954.63 is a figure.
    let is_digit = |at: usize| ink.get(at).is_some_and(|ink| ink.c.is_ascii_digit());
    let groups = |at: usize| at > 0 && is_digit(at - 1) && is_digit(at + 1);
    // 甘油三酯 0.56—1.70 少油少酒,复查: a cell of words behind one of figures.
    let figure = if ink.len() <= LONGEST_ROW { table::end_of_figure(ink) } else { None };
    let behind_figure = |at: usize| figure.is_some_and(|end| end < at);
    let prose = ink.iter().enumerate().any(|(at, ink)| match ink.c {
        ',' => !groups(at) && !behind_figure(at),
        c => matches!(c, '。' | ';'),
    });
    let signed_end = notice::is_signed(ink);
    let is_row = ink.len() <= LONGEST_ROW && !prose;
    let spaces = ink.iter().skip(1).filter(|ink| ink.spaced).count();
    let pays = table::pays(ink);
    let cells = if is_result(ink) || pays { spaces.max(2) } else { spaces };
    Form {
        boxed: false,
        run: 0,
        apart: false,
        titles_poem: false,
        poet: false,
        even: false,
        cells: if is_row { 1 + cells } else { 0 },
        digits: digits as f32 / ink.len().max(1) as f32,
        heads_rows: is_row && (table::gives_place(ink) || table::gives_winner(ink)) || pays,
        group: false,
        over_rows: false,
        names_table: table::names_table(ink),
        names_cycle: !starts_with(ink, "(") && ends_with(ink, ")") && names_cycle(ink),
        scores: table::scores(ink),
        rows: 0,
        notice: notice::words(ink) + usize::from(signed_end),
        field: notice::is_field(ink),
        contact: is_contact_field(ink),
        has_number: false,
        names_ad: ads::names_ad(ink),
        continues: notice::goes_on(ink),
        signed_end,
        heads_ads: heads_ads(ink),
        may_head_news: ads::may_head_news(ink),
        listed_ad: false,
        notice_title: is_title(ink),
        is_one_notice: is_title(ink) && !lists_items(ink),
        tells_notice: ink.len() >= SHORTEST_TOLD && ends_with(ink, "启事") && !lists_items(ink),
        note: note::note(ink),
        ahead: speaks_ahead(ink),
        signs: signs(ink),
    }
}

/// 上海申花3:0长春亚泰: two names and what stands between them.
fn is_result(ink: &[Ink]) -> bool {
    const LONGEST_RESULT: usize = 30;
    if ink.len() > LONGEST_RESULT || !ink.first().is_some_and(|first| is_han(first.c)) {
        return false;
    }
    let Some(mark) = ink.iter().position(|ink| matches!(ink.c, ':' | '-' | '—')) else {
        return false;
    };
    let digits =
        |ink: &mut dyn Iterator<Item = &Ink>| ink.take_while(|ink| ink.c.is_ascii_digit()).count();
    let (before, after) =
        (digits(&mut ink[..mark].iter().rev()), digits(&mut ink[mark + 1..].iter()));
    let side = |ink: Option<&Ink>| {
        ink.is_some_and(|ink| is_han(ink.c) && !"时点分月日年第午晚早".contains(ink.c))
    };
    (1..=3).contains(&before)
        && (1..=3).contains(&after)
        && side(ink[..mark - before].last())
        && side(ink.get(mark + 1 + after))
        && ink[mark..].iter().filter(|ink| ink.c == ':').count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn forms_are_told_by_their_words() {
        let told = |text: &str| form(&Source::of(text).ink);
        assert_eq!(told("编者按：近年来").note, Note::Opens);
        assert_eq!(told("【链接】").note, Note::Label);
        assert_eq!(told("链接世界的桥").note, Note::None);
        assert_eq!(told("【名医简介】").note, Note::Label);
        assert!(told("河口的夏天(组诗)").names_cycle && !told("(外一首)").names_cycle);
        assert!(told("某县人民法院公告").notice_title && told("寻人").notice_title);
        assert!(told("孝男 陈远 陈达").signs && told("某县妇女联合会").signs);
        assert!(told("好邻居:王秀莲 车梅 古英 甘花").field && !told("他说:今天真冷").field);
        assert!(told("某县人民法院").signs && told("2025年7月1日").signs);
        assert!(told("某县人民法院 二〇二五年七月一日").signs);
        assert!(!told("走进法院,感受公正").signs);
        assert!(is_row(&told("白菜 1.20 1.50 元/斤")));
        assert!(is_row(&told("上海申花3:0长春亚泰")) && !is_row(&told("每日上午8:30开门")));
        assert!(told("陈和平同志治丧小组").signs && told("建瓯市自然资源局 2024年6月6日").signs);
        assert!(is_row(&told("第一名 河口一队")) && !is_row(&told("第一名的孩子")));
        assert!(
            is_row(&told("甘藍　　　　三・五　　四・二"))
                && !is_row(&told("米·吐尔逊 买买提·艾力"))
        );
        assert!(is_row(&told("陶　志　　负　　李向春")) && !is_row(&told("陶志负了李向春")));
        assert!(told("校史馆筹建办公室　2017年4月10日").signs);
        assert!(is_row(&told("菜心　　一二〇至一八〇")));
        assert!(told("水上鄉公所　七十四年三月十六日").signs && told("书记长　方淑仪").signs);
        assert!(told("河口县橡胶制品厂 1984年11月19日").signs && !told("书记长的一天").signs);
        assert!(!is_row(&told("守住绿水青山 做大金山银山")));
        assert!(is_row(&told("恒生指數　18,954.63　+17.20")) && !is_row(&told("三年,18 954 人")));
        assert!(is_row(&told("韓江68—66益友")) && !is_row(&told("1949—1950年的河口")));
        assert!(told("昨晚成绩：").names_table && told("前五名得奖名单").names_table);
        assert!(!told("昨日赛果").names_table);
    }
}
