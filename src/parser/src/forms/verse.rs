//! Are these short lines a poem's, and which of them are titles?

use crate::cursor::{ends_with, is_han};
use crate::source::Ink;
use crate::wordlist::Words;

/// Which lines of a run are titles: short, without the mark that the others end with, or between empty lines
/// where the others are not.
/// `cycle`: the headline says that there are several poems.
pub fn titles(lines: &[&[Ink]], blank: &[bool], cycle: Option<Cycle>) -> Vec<bool> {
    const LONGEST_TITLE: usize = 12;
    // An empty line behind every line, or behind none, tells no stanzas.
    let tells_nothing = blank.windows(2).skip(1).all(|two| two[0] == two[1]);
    let told = cycle.filter(|_| tells_nothing).and_then(|cycle| match cycle.count {
        Some(count) => counted(lines, count, cycle.others),
        None => shortest(lines),
    });
    if let Some(titles) = told {
        return titles;
    }
    let marked = lines.iter().filter(|ink| is_marked(ink)).count();
    let verses_end_in_marks = marked * 2 > lines.len();
    let after = |at: usize| blank.get(at + 1).copied().unwrap_or(true);
    let alone = |at: usize| blank[at] && after(at);
    let stanzas = (0..lines.len()).filter(|at| !blank[*at]).count() * 2 > lines.len();
    let is_title = |at: usize| {
        let short = lines[at].len() <= LONGEST_TITLE && !is_marked(lines[at]);
        // A stanza's first line is about as long as its second.
        let is_shorter =
            lines.get(at + 1).is_some_and(|next| lines[at].len() * 3 <= next.len() * 2);
        let heads = alone(at) || cycle.is_some() && blank[at] && is_shorter;
        short && (verses_end_in_marks || stanzas && heads)
    };
    (0..lines.len()).map(is_title).collect()
}

/// The line of a run that ends a sentence and is none of its verses: the one that does so among others without a full
/// stop, for of 81 written poems none has such a line, or a longer one behind those of one length.
pub fn lone_sentence(lines: &[&[Ink]]) -> Option<usize> {
    const FEWEST_VERSES: usize = 4;
    let mut ends = (0..lines.len()).filter(|at| ends_with(lines[*at], "。"));
    let lone = ends.next().filter(|_| lines.len() > FEWEST_VERSES)?;
    match ends.next() {
        None => Some(lone),
        Some(_) => is_behind_even(lines).then_some(lines.len() - 1),
    }
}

/// 一片春芽一片晖。, and below the last verse of so many characters a sentence of more.
fn is_behind_even(lines: &[&[Ink]]) -> bool {
    const FEWEST_VERSES: usize = 4;
    const LENGTHS: [usize; 2] = [5, 7];
    let Some((last, verses)) = lines.split_last() else { return false };
    let length = |line: &[Ink]| line.iter().filter(|ink| is_han(ink.c)).count();
    let Some(usual) = verses.last().map(|line| length(line)) else { return false };
    let even = verses.iter().rev().take_while(|line| length(line) == usual).count();
    LENGTHS.contains(&usual)
        && even >= FEWEST_VERSES
        && even.is_multiple_of(2)
        && ends_with(last, "。")
        && length(last) > usual
}

/// As many of the shortest lines as there are poems, the first line among them; `None` where others are as short.
fn counted(lines: &[&[Ink]], count: usize, others: bool) -> Option<Vec<bool>> {
    const LONGEST_TITLE: usize = 6;
    let may_be = |at: usize| {
        let next = lines.get(at + 1).map_or(0, |next| next.len());
        lines[at].len() <= LONGEST_TITLE && !is_marked(lines[at]) && lines[at].len() < next
    };
    let mut places: Vec<usize> = (1..lines.len()).filter(|at| may_be(*at)).collect();
    places.sort_by_key(|at| lines[*at].len());
    let rest = count.checked_sub(1)?;
    let last = places.get(rest.checked_sub(1)?)?;
    let is_tie = places.get(rest).is_some_and(|next| lines[*next].len() == lines[*last].len());
    // The headline of 羊群过县城(外一首) is the title of the first.
    let first = may_be(0);
    if !first && !others || is_tie {
        return None;
    }
    let titles = &places[..rest];
    Some((0..lines.len()).map(|at| at == 0 && first || titles.contains(&at)).collect())
}

/// 组诗 does not say how many: the first line and those that are as short, each over a few verses; `None` where such
/// lines stand among the verses, too.
fn shortest(lines: &[&[Ink]]) -> Option<Vec<bool>> {
    const LONGEST_TITLE: usize = 4;
    const FEWEST_LINES: usize = 3;
    let length = lines.first()?.len();
    let is_title = |at: usize| lines[at].len() <= length;
    let places: Vec<usize> = (0..lines.len()).filter(|at| is_title(*at)).collect();
    let apart = places.windows(2).all(|two| two[1] - two[0] >= FEWEST_LINES)
        && places.last().is_some_and(|last| lines.len() - last >= FEWEST_LINES);
    let fits = length <= LONGEST_TITLE
        && places.len() > 1
        && apart
        && places.iter().all(|at| !is_marked(lines[*at]));
    fits.then(|| (0..lines.len()).map(is_title).collect())
}

/// Several poems under one headline, and how many where it says so.
#[derive(Clone, Copy)]
pub struct Cycle {
    pub count: Option<usize>,
    /// 外一首: the headline names the first of them.
    pub others: bool,
}

/// 瘦西湖的雪(外一首), 故乡三题, 组诗.
pub fn cycle(ink: &[Ink]) -> Option<Cycle> {
    const NUMBERS: &str = "零一二三四五六七八九十";
    let number = |c: char| match c {
        '两' => Some(2),
        _ => NUMBERS.chars().position(|number| number == c).filter(|number| *number > 0),
    };
    let plain = match ink {
        [plain @ .., last] if last.c == ')' => plain,
        _ => ink,
    };
    match plain {
        [.., other, count, what] if matches!(what.c, '首' | '章' | '题') => {
            let others = other.c == '外';
            number(count.c)
                .map(|number| Cycle { count: Some(number + usize::from(others)), others })
        }
        _ => {
            let names = ["组诗", "组章", "诗抄"].iter().any(|end| ends_with(plain, end));
            names.then_some(Cycle { count: None, others: false })
        }
    }
}

/// 七律·过鸾峰桥, 浣溪沙·秋收: a form of verse, a dot and a title.
pub fn names_verse(ink: &[Ink]) -> bool {
    static FORMS: Words = Words::of(&[
        "七律",
        "七绝",
        "五律",
        "五绝",
        "古风",
        "散曲",
        "浣溪沙",
        "沁园春",
        "满江红",
        "满庭芳",
        "水调歌头",
        "西江月",
        "鹧鸪天",
        "临江仙",
        "蝶恋花",
        "卜算子",
        "菩萨蛮",
        "忆江南",
        "忆秦娥",
        "采桑子",
        "如梦令",
        "念奴娇",
        "浪淘沙",
        "渔家傲",
        "虞美人",
        "青玉案",
        "江城子",
        "一剪梅",
        "踏莎行",
        "清平乐",
        "点绛唇",
        "长相思",
        "南乡子",
        "破阵子",
        "减字木兰花",
        "天净沙",
        "山坡羊",
        "折桂令",
        "诉衷情",
        "醉花阴",
    ]);
    ink.iter().position(|ink| ink.c == '·').is_some_and(|dot| FORMS.end(&ink[..dot]))
}

/// Two to four characters over a line that is longer and ends with a mark.
pub fn may_be_poet(lines: &[&[Ink]], at: usize) -> bool {
    let is_name = |ink: &[Ink]| (2..=4).contains(&ink.len()) && ink.iter().all(|ink| is_han(ink.c));
    is_name(lines[at])
        && lines.get(at + 1).is_some_and(|next| next.len() > lines[at].len() && is_marked(next))
}

/// 文大军, a word and a name, between empty lines, below a line that stands so, too, and over verses that do not.
pub fn is_set_off_poet(lines: &[&[Ink]], blank: &[bool], at: usize) -> bool {
    let is_blank = |at: usize| blank.get(at) == Some(&true);
    let name = lines[at];
    // 石榴 over a poem and 白菜 over the next are titles.
    let is_other = |other: usize| {
        is_blank(other) && is_blank(other + 1) && lines[other].len() <= name.len() + 1
    };
    (2..=3).contains(&name.len())
        && crate::people::has_family(name)
        && is_blank(at - 1)
        && is_blank(at)
        && is_blank(at + 1)
        && blank.get(at + 2) == Some(&false)
        && !is_marked(lines[at - 1])
        && !(at + 1..lines.len().saturating_sub(1)).any(is_other)
}

pub fn names_cycle(ink: &[Ink]) -> bool {
    cycle(ink).is_some()
}

pub fn is_marked(ink: &[Ink]) -> bool {
    ink.last().is_some_and(|last| matches!(last.c, ',' | '。' | '!' | '?' | ';' | '、' | '…'))
}

/// Whether the lines of a run that are no titles have one length and end with marks.
pub fn is_even(lines: &[&[Ink]], apart: &[bool]) -> bool {
    const FEWEST: usize = 4;
    let verses = || lines.iter().zip(apart).filter(|(_, apart)| !**apart).map(|(ink, _)| ink);
    let marked = verses().filter(|ink| is_marked(ink));
    let mut lengths: Vec<usize> = marked.map(|ink| ink.len()).collect();
    lengths.sort_unstable();
    let alike = lengths.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0);
    alike >= FEWEST && alike * 4 >= verses().count() * 3
}

/// Whether short lines in a row are a poem's: enough of them, most of one length or ending with a mark.
/// `signed`: a name stands directly above them.
pub fn is_verse(lines: &[&[Ink]], signed: bool) -> bool {
    const FEWEST: usize = 4;
    const MANY: usize = 8;
    let marked = lines.iter().filter(|ink| is_marked(ink)).count();
    let mut lengths: Vec<usize> = lines.iter().map(|ink| ink.len()).collect();
    lengths.sort_unstable();
    let alike = lengths.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0);
    let share = if lines.len() >= MANY { 3 } else { 2 };
    // So many short lines without a mark are verses, too; a list of figures has cells, and a verse a pause or two.
    const SURELY: usize = 7;
    let pauses = if signed { 2 } else { 1 };
    let plain = |ink: &&&[Ink]| {
        ink.iter().skip(1).filter(|ink| ink.spaced).count() <= pauses
            && !ink.iter().any(|ink| ink.c.is_ascii_digit())
    };
    let is_section = |ink: &&[Ink]| crate::features::names_section(ink);
    let sure = (lines.len() >= SURELY || signed && !lines.iter().any(is_section))
        && lines.iter().filter(plain).count() == lines.len();
    lines.len() >= FEWEST
        && (sure
            || marked * 2 >= lines.len()
            || alike * share >= lines.len() && lines.len() > FEWEST + 1)
}

/// 云锁莲峰翠欲流,一湖碧水抱城楼。: two verses of five characters or seven in each line, in two lines or more.
pub fn is_couplets(lines: &[&[Ink]]) -> bool {
    const SIDES: [usize; 2] = [5, 7];
    let is_couplet = |ink: &&[Ink]| {
        SIDES.iter().any(|side| {
            ink.len() == 2 * (side + 1)
                && matches!(ink[*side].c, ',' | ';' | '?' | '!' | '。')
                && ink.iter().filter(|ink| !is_han(ink.c)).count() == 2
        })
    };
    lines.len() > 1 && lines.iter().all(is_couplet) && lines.iter().all(|ink| is_marked(ink))
}

/// Under the name of a form of verse: two lines or more, each with the mark that it ends with.
pub fn is_marked_verse(lines: &[&[Ink]]) -> bool {
    lines.len() > 1 && lines.iter().all(|ink| is_marked(ink))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn no_report_stands_under_a_verse() {
        let verses = "升井\n\n高庆发\n\n罐笼把一身的夜\n\n提到有麻雀的地方\n\n阳光真多啊\n\n多得要眯起眼睛来数\n\n\
            妻子站在灯房门口\n\n怀里的孩子伸出小手\n\n";
        let report = "食堂窗口添了一台“意见秤”\n\n饭菜缺了斤两　当场就补足\n\n\
            本报讯(记者 韩树春)5月7日中午,河口矿的食堂打饭窗口前摆上了一台公平秤,矿工打了饭随手就能称一称。\n";
        let text = format!("{verses}{report}");
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        let last = page.articles.last().unwrap();
        let head = last.headline.iter().chain(&last.subtitle).chain(&last.kicker);
        let head: String = head.map(|span| span.of(&text)).collect();
        assert_eq!((page.articles.len(), head.contains("意见秤")), (2, true));
    }

    #[test]
    fn a_counted_cycle_has_as_many_titles() {
        let text = "稻草人\n你站在空了的田里\n守着一件旧衣裳\n渡口\n船不在\n桨还在水里\n炊烟\n他喊我回家吃饭";
        let source = Source::of(text);
        let lines: Vec<&[Ink]> =
            source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
        let titled = |count| {
            let titles =
                titles(&lines, &vec![true; lines.len()], Some(Cycle { count, others: false }));
            let titles = titles.iter().enumerate().filter(|(_, title)| **title);
            titles.map(|(at, _)| at).collect::<Vec<_>>()
        };
        assert_eq!(titled(Some(3)), [0, 3, 6]);
        // 船不在 is as short as the first of them.
        assert!(titled(None).is_empty() && titled(Some(4)).len() <= 4);
        // 渡口(外一首): the headline names the first.
        let others = Cycle { count: Some(2), others: true };
        let verses = &lines[1..6];
        let named = titles(verses, &[true; 5], Some(others));
        assert_eq!(named, [false, false, true, false, false]);
        let count = |text: &str| cycle(&Source::of(text).ink).map(|cycle| cycle.count);
        assert_eq!(count("秋日三题"), Some(Some(3)));
        assert_eq!(count("瘦西湖的雪(外一首)"), Some(Some(2)));
        assert_eq!([count("故乡组诗"), count("第三题记")], [Some(None), None]);
    }

    #[test]
    fn the_titles_of_an_uncounted_cycle_are_its_shortest_lines() {
        let text =
            "渡口\n竹筏把早晨撑开\n一半是水声\n一半是雾\n夜宿\n溪水枕着我\n我枕着灯\n灯没有睡";
        let source = Source::of(text);
        let lines: Vec<&[Ink]> =
            source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
        let places = shortest(&lines).map(|titles| (titles[0], titles[4], titles[3]));
        assert_eq!(places, Some((true, true, false)));
    }

    #[test]
    fn forms_of_verse_are_known_by_name_and_by_their_lines() {
        let named = |text: &str| names_verse(&Source::of(text).ink);
        assert!(named("七律·过老廊桥") && named("浣溪沙·秋收") && !named("阿卜杜拉·买买提"));
        let couplets = |text: &str| {
            let source = Source::of(text);
            let lines: Vec<&[Ink]> =
                source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
            is_couplets(&lines)
        };
        assert!(couplets("一虹飞过渡船溪，古木为梁未用泥。\n燕子归时檐自语，行人歇处日初低。"));
        assert!(!couplets("一虹飞过渡船溪，古木为梁未用泥。"));
        assert!(!couplets("今天的天气很好，大家都去了河边。\n大家都说，这样的天气很难得。"));
    }

    #[test]
    fn the_rest_of_a_sentence_below_a_poem_is_no_verse() {
        let lone = |text: &str| {
            let source = Source::of(text);
            let lines = source.lines.iter().map(|line| &source.ink[line.ink.clone()]);
            lone_sentence(&lines.collect::<Vec<&[Ink]>>())
        };
        let free = "雾从河面上起来\n把船一只只还给岸\n老艄公解开缆绳\n像解开一夜的梦\n";
        assert_eq!(lone(&format!("{free}杨梅一天能卖两趟。")), Some(4));
        assert_eq!(lone(&format!("{free}杨梅一天能卖两趟。\n渠水清了")), Some(4));
        assert_eq!(lone(free), None);
        let even = "河上新桥映晚霞，\n渡船歇在柳荫家。\n老翁不问摆船事，\n闲看孙儿捉小虾。\n";
        assert_eq!(lone(&format!("{even}一年里多挣了八千块钱。")), Some(4));
        assert_eq!(lone(even), None);
        let marked = "雾起来了。\n船都还给了岸。\n老艄公解开缆绳。\n像解开一夜的梦。\n天亮了。";
        assert_eq!(lone(marked), None);
    }
}
