//! What is the shape of a line: a label, a caption's opening, a numbered head, two halves, a stub?

use crate::cursor::{Cursor, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::{Chars, Words};

/// Whether a few characters without a space make no word and may be a pen name.
pub fn is_pen_name(ink: &[Ink]) -> bool {
    // 阿　濃: a padded name of two characters.
    let padded = ink.len() == 2;
    let plain = ink.iter().all(|ink| is_han(ink.c))
        && (padded || !ink.iter().skip(1).any(|ink| ink.spaced));
    (2..=4).contains(&ink.len()) && plain && crate::people::is_transcribed(ink) && rubric(ink) == 0
}

/// A label without 【】■◆ around it.
pub fn bare(ink: &[Ink]) -> &[Ink] {
    static MARKS: Chars = Chars::of("【】[]〖〗|·:-—~《》<>");
    let is_ornament = |c: char| crate::newshead::is_bullet(c) || MARKS.has(c);
    let start = ink.iter().position(|ink| !is_ornament(ink.c)).unwrap_or(ink.len());
    let end = ink.iter().rposition(|ink| !is_ornament(ink.c)).map_or(start, |at| at + 1);
    &ink[start..end.max(start)]
}

/// 本市·综合, 民生 社会: several words of rubrics and nothing else; one alone is a rubric.
pub fn names_page(ink: &[Ink]) -> bool {
    let is_part =
        |part: &[Ink]| part.is_empty() || rubric(part) > 0 || crate::words::PAGES.has(part);
    if rubric(ink) == 2 {
        return false;
    }
    let mut start = 0;
    for at in 1..=ink.len() {
        let ends = ink.get(at).is_none_or(|ink| ink.spaced || matches!(ink.c, '·' | '/' | '|'));
        if ends {
            if !is_part(bare(&ink[start..at])) {
                return false;
            }
            start = at;
        }
    }
    true
}

/// 声明公告, 遗失声明: titles of notices one behind the other, over several of them.
pub fn is_titles(ink: &[Ink]) -> bool {
    static WORDS: Words = Words::of(&[
        "声明", "公告", "启事", "通告", "公示", "遗失", "挂失", "讣告", "招聘", "广告", "信息",
        "便民", "分类", "招标",
    ]);
    let mut cursor = Cursor::of(ink);
    while cursor.eat_of(&WORDS).is_some() {}
    cursor.is_done()
}

/// Whether a line is one of the labels that papers share, and not only ends as labels do.
pub fn is_label_of_list(ink: &[Ink]) -> bool {
    rubric(bare(ink)) == 2
}

/// Whether a line is the name of a section of the page.
pub fn names_section(ink: &[Ink]) -> bool {
    rubric(bare(ink)) > 0
}

pub fn rubric(ink: &[Ink]) -> u8 {
    const LONGEST: usize = 6;
    // 公告·声明
    if let Some(dot) = ink.iter().position(|ink| ink.c == '·') {
        let (left, right) = (&ink[..dot], &ink[dot + 1..]);
        let is_label = |ink: &[Ink]| ink.len() > 1 && is_titles(ink);
        // 副刊·红水河: which of its pages, and what it is called.
        const LONGEST_NAME: usize = 5;
        let is_named = (2..=LONGEST_NAME).contains(&right.len())
            && right.iter().all(|ink| is_han(ink.c) && !ink.spaced)
            && left.len() == 2
            && ["副刊", "文学", "周末"].iter().any(|word| starts_with(left, word));
        return if is_label(left) && is_label(right) || is_named { 2 } else { 0 };
    }
    if ink.is_empty() || ink.len() > LONGEST || !ink.iter().all(|ink| is_han(ink.c)) {
        return 0;
    }
    // 招聘启事, 鸣谢启事 are titles of one notice, 便民启事 a label of many, 征稿启事 the paper's own; see `draft/house.rs`.
    static LABELS: Words = Words::of(&[
        "遗失", "便民", "分类", "声明", "公告", "综合", "广告", "征稿", "本版", "本报",
    ]);
    static NOTICES: Words = Words::of(&["拍卖公告", "招标公告"]);
    if ink.len() == 4 && (ends_with(ink, "启事") && !LABELS.open(ink) || NOTICES.open(ink)) {
        return 0;
    }
    if crate::words::RUBRICS.has(ink) || shows_pictures(ink) || ink.len() >= 4 && is_titles(ink) {
        return 2;
    }
    u8::from(crate::words::RUBRIC_ENDS.end(ink))
}

/// 图片新闻, 光影故事: what is shown under it are pictures.
pub fn shows_pictures(ink: &[Ink]) -> bool {
    static PICTURES: Words = Words::of(&["图片", "光影", "影像", "图说", "镜头里"]);
    (4..=6).contains(&ink.len()) && PICTURES.open(ink)
}

pub fn column_words(ink: &[Ink]) -> usize {
    const LONGEST: usize = 30;
    if ink.len() > LONGEST {
        return 0;
    }
    // 走进重点项目: a short line that opens so goes where its series goes.
    const SHORT_NAME: usize = 8;
    const OPENINGS: [&str; 6] = ["走进", "走近", "聚焦", "解码", "探访", "对话"];
    let opens = ink.len() <= SHORT_NAME && OPENINGS.iter().any(|word| starts_with(ink, word));
    // 班主任手记, 书边杂写: the corner of one writer, or of one kind of piece.
    const LONGEST_CORNER: usize = 6;
    let is_corner = (4..=LONGEST_CORNER).contains(&ink.len())
        && ink.iter().all(|ink| is_han(ink.c))
        && (2..=4).any(|end| crate::words::CORNERS.has(&ink[ink.len() - end..]));
    let is_named = opens || is_corner || is_series(ink) || super::series::is_dotted(ink);
    crate::words::COLUMNS.count(ink) + usize::from(is_named)
}

/// 民生微实事, 家门口的幸福: words that series of reports are called by, of which a headline may say more.
fn is_series(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 5..=8;
    static ENDS: Words = Words::of(&[
        "微实事",
        "零距离",
        "一家亲",
        "心向党",
        "新农事",
        "新观察",
        "备忘录",
        "百村行",
        "千村行",
        "万里行",
        "乡村行",
        "老味道",
        "新女性",
    ]);
    LENGTHS.contains(&ink.len())
        && ink.iter().all(|ink| is_han(ink.c) && !ink.spaced)
        && (ENDS.end(ink) || starts_with(ink, "家门口的"))
}

/// Whether a piece is set as a label, or has the words of one. Verses speak of 我的 and of 家乡, too: a column has a
/// headline, a name or a text within a few lines.
pub fn is_label(inks: &[&[Ink]], at: usize, is_name: &dyn Fn(usize) -> bool) -> bool {
    const NEAR: usize = 3;
    let is_short = |at: usize| inks[at].len() <= crate::forms::LONGEST_VERSE && !is_name(at);
    let in_verse = at > 0
        && at + 1 < inks.len()
        && is_short(at - 1)
        && (at + 1..inks.len().min(at + 1 + NEAR)).all(is_short);
    let plain = bare(inks[at]);
    // A verse may end with a colon.
    let is_set = plain.len() + usize::from(ends_with(inks[at], ":")) < inks[at].len();
    rubric(plain) > 0 || is_set || column_words(inks[at]) > 0 && !in_verse
}

/// 一、 (一) 1. 第一章
pub fn is_numbered(ink: &[Ink]) -> bool {
    is_counted(ink) || has_number(ink)
}

/// 误区一: 镜头二 关键词3: what is counted, its number, and a colon or a space.
pub fn is_counted(ink: &[Ink]) -> bool {
    const NAME: std::ops::RangeInclusive<usize> = 2..=3;
    static NUMBERS: Chars = Chars::of("一二三四五六七八九十123456789①②③④⑤⑥⑦⑧⑨");
    NAME.into_iter().any(|length| {
        let (Some(number), Some(next)) = (ink.get(length), ink.get(length + 1)) else {
            return false;
        };
        ink[..length].iter().all(|ink| is_han(ink.c) && !NUMBERS.has(ink.c))
            && NUMBERS.has(number.c)
            && !number.spaced
            && (matches!(next.c, ':' | '|') || next.spaced)
    })
}

pub fn has_number(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    let open = cursor.eat("(");
    let ordinal = cursor.eat("第");
    if cursor.number().is_none()
        && cursor.eat_if(|c| "甲乙丙丁①②③④⑤⑥⑦⑧⑨❶❷❸❹❺".contains(c)).is_none()
    {
        return false;
    }
    if ordinal {
        // 第三章, 第一笔:亏了四百元, 第二次远行:从厂里到网上.
        const LONGEST_NAME: usize = 4;
        let name = cursor.rest().iter().take_while(|ink| is_han(ink.c)).count();
        let is_named = (1..=LONGEST_NAME).contains(&name)
            && cursor.rest().get(name).is_some_and(|c| c.c == ':');
        return cursor.eat_if(|c| "章节回部篇".contains(c)).is_some() || is_named;
    }
    if open {
        return cursor.eat(")");
    }
    // 3.5亿元改造老旧小区 counts nothing.
    let point = cursor.eat_if(|c| matches!(c, '、' | '.' | ')'));
    let is_decimal = cursor.rest().first().is_some_and(|ink| ink.c.is_ascii_digit() && !ink.spaced);
    point.is_some() && !(point == Some('.') && is_decimal)
}

/// 县府:月底前抢通: an office or people of one sort, a colon, and a clause.
pub fn is_said_by(ink: &[Ink]) -> bool {
    const WHO: std::ops::RangeInclusive<usize> = 2..=6;
    const WHO_ENDS: &str = "署局府部院会厅处长方商民师友者家警官客户贩主司校社委办查究据";
    const SHORTEST_CLAUSE: usize = 5;
    let colon = ink.iter().position(|ink| ink.c == ':');
    colon.is_some_and(|colon| {
        WHO.contains(&colon)
            && ink[..colon].iter().all(|ink| is_han(ink.c))
            && WHO_ENDS.contains(ink[colon - 1].c)
            && ink.len() - colon > SHORTEST_CLAUSE
    })
}

/// 專家籲剪枝清園, 居民:等了三年: those concerned open the line, as under a headline on what happened to them.
pub fn reacts(ink: &[Ink]) -> bool {
    const WHO: [&str; 24] = [
        "居民",
        "村民",
        "市民",
        "民众",
        "乡亲",
        "专家",
        "学者",
        "业者",
        "业界",
        "议员",
        "议会",
        "区议会",
        "县府",
        "市府",
        "县长",
        "市长",
        "校方",
        "警方",
        "院方",
        "家长",
        "顾客",
        "官员",
        "律师",
        "官方",
    ];
    WHO.iter().any(|who| starts_with(ink, who))
}

/// 聚焦农村污水治理, 研究部署春耕生产: what was dealt with, under the line that says who met.
pub fn specifies(ink: &[Ink]) -> bool {
    const DEALT: [&str; 10] =
        ["聚焦", "研究", "部署", "听取", "审议", "传达", "学习", "就", "围绕", "讨论"];
    DEALT.iter().any(|word| starts_with(ink, word))
}

/// 市人大常委会召开专题询问会: a line that tells of a meeting.
pub fn convenes(ink: &[Ink]) -> bool {
    static HELD: Words = Words::of(&["召开", "举行", "举办", "主持"]);
    matches!(ink, [.., last] if last.c == '会' || last.c == '议') && HELD.stand(ink)
}

/// 法官提醒, 专家点评: whoever comments, inside the article that is commented on.
pub fn is_comment(ink: &[Ink]) -> bool {
    const WHO: [&str; 9] =
        ["法官", "律师", "检察官", "专家", "记者", "编辑", "民警", "医生", "老师"];
    static DOES: Words =
        Words::of(&["提醒", "说法", "点评", "释法", "建议", "支招", "寄语", "提示", "解读"]);
    let mut cursor = Cursor::of(ink);
    cursor.eat_any(&WHO).is_some() && cursor.eat_of(&DOES).is_some() && cursor.is_done()
}

/// 市委常委会召开会议强调: who met, and the headline says what was said.
pub fn is_introduction(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=36;
    const ENDS: [&str; 8] = ["强调", "指出", "要求", "提出", "时说", "表示", "研究部署", "听取"];
    // 市公安局交警支队发布提示: whoever warns, over what of.
    const WARNS: [&str; 4] = ["提示", "提醒", "发布预警", "发布通告"];
    LENGTHS.contains(&ink.len())
        && (ENDS.iter().chain(&WARNS).any(|end| ends_with(ink, end)) || is_report_of(ink))
}

/// 网友“河边人”爆料, 家住东街的居民来电反映: who told the paper, and the headline says what.
fn is_report_of(ink: &[Ink]) -> bool {
    static WHO: Words = Words::of(&[
        "网友", "读者", "市民", "居民", "村民", "业主", "群众", "家长", "乘客", "职工",
    ]);
    static TOLD: Words =
        Words::of(&["爆料", "反映", "来电", "投诉", "求助", "来信", "发帖", "咨询"]);
    TOLD.end(ink) && WHO.stand(ink)
}

/// 县委常委会会议传达学习…精神: a committee, its meeting and what was done at it.
pub fn is_meeting(ink: &[Ink]) -> bool {
    static WHO_ENDS: Words =
        Words::of(&["省委", "市委", "县委", "区委", "州委", "旗委", "盟委", "政府"]);
    static MEETINGS: Words = Words::of(&["会议", "常委会", "全会", "座谈会"]);
    static DONE: Words = Words::of(&["研究", "部署", "强调", "要求", "审议", "听取", "传达"]);
    MEETINGS.stand(ink) && WHO_ENDS.stand(ink) && DONE.stand(ink)
}

/// 6月11日 雨: a day of a diary and its weather.
pub fn is_diary_day(ink: &[Ink]) -> bool {
    const LONGEST_WEATHER: usize = 6;
    let mut cursor = Cursor::of(ink);
    cursor.year();
    let is_day = cursor.month_day().is_some();
    let rest = cursor.rest();
    is_day
        && (1..=LONGEST_WEATHER).contains(&rest.len())
        && rest[0].spaced
        && rest.iter().all(|ink| "星期一二三四五六日天晴阴雨雪多云转小中大风雾".contains(ink.c))
}

/// …之三, 本报3月24日刊发《…》之后
pub fn is_sequel(ink: &[Ink]) -> bool {
    let follows_up = starts_with(ink, "本报") && (ends_with(ink, "之后") || ends_with(ink, "追踪"));
    if follows_up {
        return true;
    }
    // “数”说“十四五”·民生篇
    let is_chapter =
        ends_with(ink, "篇") && ink.iter().rev().skip(2).take(3).any(|ink| ink.c == '·');
    is_chapter
        || matches!(ink, [.., of, number] if of.c == '之' && "一二三四五六七八九十上中下".contains(number.c))
}

pub fn is_quoted(ink: &[Ink]) -> bool {
    const LONGEST_QUOTED: usize = 20;
    let marks = || ink.iter().filter(|ink| matches!(ink.c, '“' | '”')).count();
    ink.len() <= LONGEST_QUOTED
        && ink[0].c == '“'
        && marks() == 2
        && ink[ink.len() - 1].c == '”'
        && !matches!(ink[ink.len() - 2].c, '。' | ',')
}

/// 江孜县: is a place, too.
pub fn without_colon(ink: &[Ink]) -> &[Ink] {
    match ink {
        [place @ .., last] if last.c == ':' => place,
        _ => ink,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn whoever_warns_introduces_what_of() {
        let is = |text: &str| is_introduction(&Source::of(text).ink);
        assert!(is("市公安局交警支队发布提示") && is("县气象台发布预警"));
        assert!(!is("市公安局交警支队上路执勤"));
    }

    #[test]
    fn what_is_counted_may_have_a_longer_name() {
        let is = |text: &str| has_number(&Source::of(text).ink);
        assert!(["第一笔:亏了四百元", "第二次远行:从厂里到网上"].into_iter().all(is));
        assert!(!["第二次世界大战的往事", "第三产业加快发展步伐:商贸活"].into_iter().any(is));
        assert!(is("3.全面改造老旧小区") && !is("3.5亿元改造老旧小区"));
    }

    #[test]
    fn series_have_words_of_their_own_of_which_a_headline_says_more() {
        let words = |text: &str| column_words(&Source::of(text).ink);
        assert!(
            ["民生微实事", "家门口的幸福", "为民服务零距离", "安宁河谷·记者行"]
                .into_iter()
                .all(|name| words(name) > 0)
        );
        let heads = ["河口镇办成民生微实事", "家门口的“博物馆”", "零距离", "沁园春·渭水秋行"];
        assert!(heads.into_iter().all(|head| words(head) == 0));
    }
}
