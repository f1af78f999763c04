//! Is this a line of the paper's office: editors, addresses, numbers, weather?

use super::header::editors;
use super::telephone::reaches_paper;
use crate::cursor::{Cursor, contains, ends_with, is_han, starts_with};
use crate::newshead::is_bullet;
use crate::source::Ink;
use crate::wordlist::Words;

/// What a line of editors, addresses and numbers opens with, longest first.
static OPENINGS: Words = Words::of(&[
    "读者热线",
    "服务热线",
    "读者服务专线",
    "读者专线",
    "服务专线",
    "新闻专线",
    "广告专线",
    "订报专线",
    "本版责任编辑",
    "本版责编",
    "本版编辑",
    "本版主编",
    "本版美编",
    "本版校对",
    "本版投稿",
    "本版稿件",
    "本版内容",
    "本版文章",
    "本栏文章",
    "本栏每逢",
    "责任编辑",
    "责编",
    "值班编辑",
    "值班主任",
    "值班编委",
    "执行主编",
    "执行编辑",
    "本页执行编辑",
    "本页编辑",
    "督印",
    "下期预告:",
    "本期编辑",
    "编辑:",
    "编辑/",
    "编辑|",
    "审核:",
    "审核|",
    "监制:",
    "监制|",
    "编辑 ",
    "主编:",
    "美编",
    "版式",
    "校对",
    "组版",
    "审校",
    "编审",
    "制图:",
    "本报微信公众号:",
    "微信公众号:",
    "官方微信:",
    "官方微博:",
    "热线",
    "新闻热线",
    "投稿邮箱",
    "电子邮箱",
    "邮箱",
    "社址",
    "本报社址",
    "地址:",
    "广告热线",
    "本报地址",
    "国内统一",
    "主办:",
    "主管:",
    "出版:",
    "承印:",
    "网址:",
    "来信请寄",
    "欢迎投稿",
    "欢迎来稿",
    "来稿请寄",
    "投稿请寄",
    "投稿信箱",
    "发行热线",
    "订报热线",
    "零售价",
    "发行人:",
    "发行人/",
    "发行人 ",
    "创办人:",
    "创办人/",
    "社长:",
    "社长/",
]);

pub fn other(ink: &[Ink]) -> bool {
    // (本版文章不代表本报立场), ■下期预告:…
    static ENCLOSED: Words = Words::of(&["本版文章", "本版稿件", "本版内容", "本栏"]);
    // (本版图片由通讯员提供)
    let is_enclosed =
        |ink: &[Ink]| ENCLOSED.open(ink) || starts_with(ink, "本版") && ends_with(ink, "提供");
    let ink = match ink {
        [open, inner @ .., close] if (open.c, close.c) == ('(', ')') && is_enclosed(inner) => inner,
        [mark, inner @ ..] if is_bullet(mark.c) && starts_with(inner, "下期预告") => inner,
        _ => ink,
    };
    if OPENINGS.may_open(ink)
        && OPENINGS.iter().any(|opening| opens_with(ink, opening))
        && !ends_with(ink, "。")
    {
        return is_editors(ink);
    }
    let has = |word: &str| contains(ink, word);
    // 本版图片由本报通讯员提供, 今日天气:阴转小雨
    let of_page =
        starts_with(ink, "本版") || starts_with(ink, "本期") || starts_with(ink, "图片均");
    let supplied = of_page && (has("提供") || has("除署名") || ends_with(ink, "摄")) && !has(",")
        || draws(ink);
    const LONGEST_EAR: usize = 40;
    let weather = ["今日天气", "明日天气", "今天天气", "明天天气", "今日气温"];
    let ear =
        ink.len() <= LONGEST_EAR && weather.iter().any(|word| starts_with(ink, word)) && has(":");
    if (supplied || ear) && !ends_with(ink, "。") {
        return true;
    }
    // 天气预报:今天白天晴,偏南风3级,最高气温34℃。
    const LONGEST_FORECAST: usize = 60;
    let opens_forecast = starts_with(ink, "天气预报:") || starts_with(ink, "天气:");
    let measures = || ["气温", "℃", "级"].iter().any(|word| has(word));
    if ink.len() <= LONGEST_FORECAST && opens_forecast && measures() {
        return true;
    }
    // 本报法律顾问:河口律师事务所 王明 律师
    const LONGEST_ADVISER: usize = 40;
    let advises = ["本报法律顾问:", "本报常年法律顾问:"].iter().any(|word| starts_with(ink, word));
    if advises && ink.len() <= LONGEST_ADVISER && !has("。") {
        return true;
    }
    if is_bracketed(ink, "完") {
        return true;
    }
    // 本版作者请将姓名、地址告知编辑,以便寄奉稿酬。
    const LONGEST_REQUEST: usize = 60;
    let pays = || ["以便", "寄奉", "奉寄", "付酬", "支付"].iter().any(|word| has(word));
    if ink.len() <= LONGEST_REQUEST && has("作者") && has("稿酬") && pays() {
        return true;
    }
    if names_staff(ink) {
        return true;
    }
    // Most lines have none of the words without which none of the rest holds.
    static TOLD: Words = Words::of(&[
        "统一刊号",
        "邮发代号",
        "连续出版物号",
        "热线",
        "专线",
        "报社",
        "办事处",
        "社址",
        "http",
        "www.",
        "待续",
        "印刷",
        "承印",
        "定价",
        "总编室",
    ]);
    if !TOLD.stand(ink) {
        return false;
    }
    let house = has("统一刊号") || has("邮发代号") || has("连续出版物号");
    let contact =
        has("热线") && (has("邮箱") || has("地址:")) || has("邮编") && has("电话") && has("社址");
    const LONGEST_SITE: usize = 60;
    let site = ink.len() <= LONGEST_SITE
        && (has("http") || has("www."))
        && !ink.iter().any(|ink| matches!(ink.c, '。' | ','));
    let to_be_continued = ink.len() <= 8 && has("待续");
    house || contact || site || to_be_continued || is_imprint(ink) || reaches_paper(ink)
}

/// 本版插图 王明, (本版题图:王明): whoever drew for the page, and no text of it.
fn draws(ink: &[Ink]) -> bool {
    const LONGEST_HOLDER: usize = 8;
    let is_bracket = |ink: &&Ink| matches!(ink.c, '(' | ')');
    let start = ink.iter().take_while(is_bracket).count();
    let end = ink.len() - ink[start..].iter().rev().take_while(is_bracket).count();
    let mut cursor = Cursor::of(&ink[start..end]);
    let is_drawing = cursor.eat_any(&["本版", "本期"]).is_some()
        && cursor
            .eat_any(&["插图", "题图", "题字", "漫画", "刊头", "篆刻", "速写", "剪纸", "摄影"])
            .is_some();
    let marked = cursor.eat_if(|c| matches!(c, ':' | '/' | '|')).is_some();
    let holder = cursor.rest();
    is_drawing
        && (1..=LONGEST_HOLDER).contains(&holder.len())
        && (marked || holder[0].spaced)
        // 本期漫画:踢皮球 has a title.
        && crate::people::names(holder).is_some_and(|names| {
            names.into_iter().all(|name| crate::people::is_plain(&holder[name]))
        })
}

/// 电话:8281234 印刷:某某日报社印务中心: two fields or more, one of which only a paper has.
fn is_imprint(ink: &[Ink]) -> bool {
    const FEWEST: usize = 2;
    const LONGEST: usize = 100;
    static PAPERS: Words = Words::of(&["印刷", "承印", "定价", "总编室"]);
    static OTHERS: Words = Words::of(&[
        "电话",
        "传真",
        "社址",
        "地址",
        "邮编",
        "邮政编码",
        "邮箱",
        "网址",
        "广告",
        "发行",
        "热线",
    ]);
    if ink.len() > LONGEST || ink.iter().any(|ink| matches!(ink.c, '。' | ',')) {
        return false;
    }
    let colons = (1..ink.len()).filter(|at| ink[*at].c == ':');
    let (papers, others) = colons.fold((0, 0), |(papers, others), at| {
        let name = &ink[..at];
        (papers + usize::from(PAPERS.end(name)), others + usize::from(OTHERS.end(name)))
    });
    papers > 0 && papers + others >= FEWEST
}

/// 采访主任:程静思 编辑:麦家兴 电邮:news@example.com: fields and nothing else, one of them an editor's.
fn names_staff(ink: &[Ink]) -> bool {
    const LONGEST: usize = 100;
    const LONGEST_KEY: usize = 5;
    const FEWEST: usize = 2;
    if ink.len() > LONGEST || ink.iter().any(|ink| matches!(ink.c, '。' | ',' | ';' | '!' | '?')) {
        return false;
    }
    // 导演:王明 编剧:李亮 编辑:张平 made a film, 采写:王明 编辑:张平 a text.
    static KEYS: Words = Words::of(&[
        "责编",
        "责任编辑",
        "编辑",
        "主编",
        "执行主编",
        "总编辑",
        "值班编辑",
        "值班主任",
        "值班总编",
        "采访主任",
        "美编",
        "美术编辑",
        "版式",
        "校对",
        "审校",
        "审读",
        "组版",
        "排版",
        "电话",
        "传真",
        "电邮",
        "邮箱",
        "电子邮箱",
        "邮编",
        "热线",
        "新闻热线",
        "发行所",
        "发行人",
        "督印人",
        "社长",
        "社址",
        "地址",
        "网址",
        "承印",
        "印刷",
    ]);
    let opens_field = |ink: &[Ink]| {
        let mark = ink.iter().take(LONGEST_KEY + 1).position(|ink| matches!(ink.c, ':' | '/'));
        mark.filter(|mark| *mark > 1 && ink[..*mark].iter().all(|ink| is_han(ink.c)))
    };
    let starts = (0..ink.len()).filter(|at| *at == 0 || ink[*at].spaced);
    let fields: Vec<(usize, usize)> =
        starts.filter_map(|at| Some((at, opens_field(&ink[at..])?))).collect();
    let is_known = |&(at, mark): &(usize, usize)| {
        KEYS.opening(&ink[at..]).is_some_and(|key| key.chars().count() == mark)
    };
    fields.first().is_some_and(|(at, _)| *at == 0)
        && fields.len() >= FEWEST
        && fields.iter().all(is_known)
        && fields.iter().any(|(at, _)| editors(&mut Cursor { ink, at: *at }))
}

/// A space that an opening ends with must stand in the line: 编辑 王明, but no 编辑同志.
fn opens_with(ink: &[Ink], opening: &str) -> bool {
    let word = opening.trim_end();
    let spaced = word.len() == opening.len()
        || ink.get(word.chars().count()).is_some_and(|next| next.spaced);
    starts_with(ink, word) && spaced
}

fn is_bracketed(ink: &[Ink], word: &str) -> bool {
    ink.len() == word.chars().count() + 2 && ink[0].c == '(' && starts_with(&ink[1..], word)
}

/// 编辑 alone opens sentences too: a line of editors has no comma of prose and is short.
fn is_editors(ink: &[Ink]) -> bool {
    const LONGEST_EDITORS: usize = 70;
    let prose = ink.iter().filter(|ink| matches!(ink.c, ',' | '。' | '“')).count();
    let sure = [
        "责",
        "校",
        "美编",
        "版式",
        "热线",
        "邮箱",
        "新闻热线",
        "投稿",
        "社址",
        "本报地址",
        "本报社址",
        "本版",
        "本栏",
        "本报微信",
        "微信公众号",
        "官方微",
        "组版",
        "国内统一",
    ]
    .iter()
    .any(|word| starts_with(ink, word));
    let told =
        ink.iter().any(|ink| matches!(ink.c, ':' | '/' | '|')) || ink.iter().any(|ink| ink.spaced);
    let is_sentence = ["!", "?", "…"].iter().any(|end| ends_with(ink, end));
    // 责任编辑同志:你报…
    static PERSONS: Words =
        Words::of(&["同志", "同志们", "先生", "女士", "老师", "朋友", "朋友们"]);
    let mark = ink.iter().position(|ink| matches!(ink.c, ':' | ','));
    let is_to_somebody = mark.is_some_and(|mark| PERSONS.end(&ink[..mark]));
    let is_of_one = ["编辑", "主编"].iter().any(|office| starts_with(ink, office));
    let is_held = || editors(&mut Cursor::of(ink));
    let is_told = sure || told && (!is_of_one || is_held());
    ink.len() <= LONGEST_EDITORS
        && !speaks_of_line(ink)
        && !names_nobody(ink)
        && prose <= 1
        && !is_sentence
        && !is_to_somebody
        && !crate::features::is_salutation(ink)
        && is_told
}

/// 审核:把好最后一道关, but not 审核:赵强.
fn names_nobody(ink: &[Ink]) -> bool {
    static OFFICES: Words = Words::of(&["审核", "监制"]);
    OFFICES.opening(ink).is_some_and(|word| {
        let names = ink.get(word.chars().count() + 1..).unwrap_or_default();
        !crate::people::names(names)
            .is_some_and(|all| all.into_iter().all(|name| crate::people::has_family(&names[name])))
    })
}

/// 热线直击, 热线电话开通 市民来电多: a hot line is given with its number; sections and headlines speak of one.
fn speaks_of_line(ink: &[Ink]) -> bool {
    const FEWEST_DIGITS: usize = 3;
    static NAMES: Words = Words::of(&[
        "热线",
        "新闻热线",
        "读者热线",
        "服务热线",
        "广告热线",
        "发行热线",
        "订报热线",
    ]);
    // The number may stand in the next line.
    static WHOLE: Words = Words::of(&["热线电话", "新闻热线"]);
    let is_digit = |ink: &&Ink| ink.c.is_ascii_digit() || "〇零一二三四五六七八九×".contains(ink.c);
    let is_told = ink.iter().any(|ink| matches!(ink.c, ':' | '/' | '@'))
        || ink.iter().filter(is_digit).count() >= FEWEST_DIGITS;
    let is_whole = WHOLE.opening(ink).is_some_and(|word| word.chars().count() == ink.len());
    NAMES.open(ink) && !is_told && !is_whole
}
