//! How does a lead open? 本报讯(记者 X)7月23日, 新华社北京7月23日电, 〔記者X／台東報導〕 ….

use crate::credit::{Credit, Person, credit, name_before_place};
use crate::cursor::{Cursor, is_han, starts_with};
use crate::people;
use crate::source::Ink;
use crate::wordlist::{Chars, Words};
use crate::words::HOUSES;
use ::edition::MonthDay;
use std::ops::Range;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsHead {
    /// Characters of the head itself.
    pub length: usize,
    pub people: Vec<Person>,
    /// In the head, else directly after it.
    pub date: Option<MonthDay>,
    pub place: Option<Range<usize>>,
}

/// The wire or report head that a piece opens with.
pub fn news_head(ink: &[Ink]) -> Option<NewsHead> {
    let mut cursor = Cursor::of(ink);
    let mut head = NewsHead::default();
    while cursor.eat_if(is_bullet).is_some() {}
    let start = cursor.at;
    let named = wire(&mut cursor, &mut head).or_else(|| {
        cursor.at = start;
        bracketed_wire(&mut cursor, &mut head)
    });
    if named.is_none() {
        cursor.at = start;
    }
    // Two brackets may follow: 本报讯(记者 X)(通讯员 Y).
    let mut bracket = false;
    while bracketed(&mut cursor, &mut head, named.is_some()).is_some() {
        bracket = true;
    }
    if named.is_none() && !bracket {
        bracket = reporter(&mut cursor, &mut head).is_some() || leading(&mut cursor, &mut head);
    }
    if named.is_none() && (!bracket || head.people.is_empty() && head.place.is_none()) {
        return None;
    }
    if named.is_some() && !bracket {
        plain_credit(&mut cursor, &mut head);
    }
    while cursor.eat_if(|c| matches!(c, ':' | ',')).is_some() {}
    head.length = cursor.at;
    head.date = head.date.or_else(|| opening_date(cursor.rest()));
    Some(head)
}

/// The head that two pieces make together where the dump cut it: 新华社成都3月6 | 日电(记者 X).
pub fn cut_head(ink: &[Ink], next: &[Ink]) -> Option<NewsHead> {
    const LONGEST_HEAD: usize = 60;
    if ink.is_empty() || ink.len() > LONGEST_HEAD {
        return None;
    }
    let opens = ink.iter().take(2).any(|ink| matches!(ink.c, '(' | '【'))
        || HOUSES.open(ink)
        || ink.len() < 3 && HOUSES.iter().any(|house| house.starts_with(ink[0].c))
        || ink[0].c == '据';
    if !opens || news_head(next).is_some() {
        return None;
    }
    let both: Vec<Ink> = ink.iter().chain(next.iter().take(LONGEST_HEAD)).copied().collect();
    news_head(&both).filter(|head| head.length > ink.len())
}

/// Marks before the items of a list of briefs: blocks, geometric shapes and dingbats, whichever the paper's fonts have.
pub fn is_bullet(c: char) -> bool {
    let is_shape = matches!(c, '\u{2580}'..='\u{26FF}' | '\u{2701}'..='\u{2775}');
    is_shape || matches!(c, '•' | '*' | '※' | '⊙' | '⊕')
}

/// The date with which a text opens: 7月23日, but not 7月23日至25日.
pub fn opening_date(ink: &[Ink]) -> Option<MonthDay> {
    let mut cursor = Cursor::of(ink);
    while cursor.eat_if(|c| is_bullet(c) || ('①'..='⑨').contains(&c)).is_some() {}
    cursor.eat("图为");
    cursor.year();
    let date = cursor.month_day()?;
    let is_span = cursor.peek().is_some_and(|c| matches!(c, '至' | '-' | '—' | '到' | '~'));
    (!is_span).then_some(date)
}

/// 本报讯, 本报7月23日讯, 据新华社北京7月23日电.
fn wire(cursor: &mut Cursor, head: &mut NewsHead) -> Option<()> {
    if cursor.eat("据") && cited(cursor) {
        return Some(());
    }
    let own = cursor.eat_of(&HOUSES).is_some() || other_house(cursor);
    // 本报记者周立民纽约讯 names its reporter.
    let is_credit = ["记者", "特派员", "通讯员"].iter().any(|role| cursor.sees(role));
    if !own || is_credit {
        return None;
    }
    const LONGEST_PLACE: usize = 8;
    for _ in 0..=LONGEST_PLACE {
        if let Some(date) = cursor.month_day() {
            head.date = Some(date);
        }
        if cursor
            .eat_any(&["综合讯", "综合消息", "专讯", "专电", "讯", "电", "消息", "特稿"])
            .is_some()
        {
            // 本报记者 X 通讯员 Y is no 本报…讯.
            return (!cursor.sees("员")).then_some(());
        }
        cursor.eat_if(|c| is_han(c) || c == '、' || c.is_ascii_digit())?;
    }
    None
}

/// 据《中州影视周刊》消息, 据河口车站消息: whoever told it, by name.
fn cited(cursor: &mut Cursor) -> bool {
    const LONGEST: usize = 14;
    let rest = cursor.rest();
    let is_name = |ink: &Ink| is_han(ink.c) || matches!(ink.c, '《' | '》' | '“' | '”' | '·');
    let name = rest.iter().take(LONGEST).take_while(|ink| is_name(ink)).count();
    static TELLERS: Chars = Chars::of("》”站局社报网台院校所会委部司心处厅厂矿港关队");
    let tells = |at: usize| {
        TELLERS.has(rest[at - 1].c) && !["有关", "相关"].iter().any(|word| starts_with(rest, word))
    };
    let end = (3..name).find(|at| tells(*at) && starts_with(&rest[*at..], "消息"));
    let is_told = |at: usize| {
        let next = rest.get(at + 2);
        next.is_some_and(|next| next.spaced || matches!(next.c, ',' | ':'))
    };
    match end.filter(|at| is_told(*at)) {
        Some(end) => {
            cursor.at += end + 2;
            true
        }
        None => false,
    }
}

/// Whether all of it is where and when an agency sent something: 路透社日内瓦5月15日电.
pub fn is_wire(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    wire(&mut cursor, &mut NewsHead::default()).is_some() && cursor.is_done()
}

/// 运城日报讯, 中国网讯: a house that the list does not have.
fn other_house(cursor: &mut Cursor) -> bool {
    const LONGEST_HOUSE: usize = 12;
    let rest = cursor.rest();
    let opens = |at: usize, word: &str| starts_with(&rest[at..], word);
    // 晚刊讯 (记者 …): a bracket or a space behind 讯 tells a house of any name.
    let ends_house = |at: usize| {
        let next = rest.get(at + 1);
        let apart = next.is_some_and(|next| next.spaced || next.c == '(');
        apart && rest[at].c == '讯' && !OF_WORDS.contains(rest[at - 1].c)
    };
    let end = (2..rest.len().min(LONGEST_HOUSE)).find(|at| {
        let is_house = matches!(rest[at - 1].c, '报' | '社' | '网' | '台');
        let reports = ["讯", "消", "专讯", "专电", "综合讯"];
        is_house && reports.iter().any(|word| opens(*at, word)) || ends_house(*at)
    });
    match end {
        Some(end) if rest[..end].iter().all(|ink| is_han(ink.c) || ink.c == '·') => {
            cursor.at += end;
            true
        }
        _ => false,
    }
}

/// 【本報訊】, （中央社台北23日電）, 〔新华社北京7月23日电 记者姜萍〕: all of the head in brackets.
fn bracketed_wire(cursor: &mut Cursor, head: &mut NewsHead) -> Option<()> {
    let (inside, end) = brackets(cursor)?;
    if inside.len() == 2 && BARE.open(&cursor.ink[inside.clone()]) && end < cursor.ink.len() {
        cursor.at = end;
        return Some(());
    }
    let mut within = Cursor { ink: &cursor.ink[..inside.end], at: inside.start };
    let mut found = NewsHead::default();
    let agency = agency_reporter(&mut within, &mut found);
    if agency.is_none() {
        within.at = inside.start;
        if wire(&mut within, &mut found).is_none() {
            within.at = inside.start;
            found = NewsHead::default();
            place_wire(&mut within, &mut found)?;
        }
    }
    while within.eat_if(|c| matches!(c, ':' | ',' | '/' | ';')).is_some() {}
    if !within.is_done() {
        let read = credit(within.rest()).filter(|read| read.firm && !read.is_photo)?;
        take(&mut found, read, within.at);
    }
    cursor.at = end;
    *head = found;
    Some(())
}

/// 【特訊】, 【專訪】: heads that name nobody.
static BARE: Words = Words::of(&["特讯", "专讯", "专访", "特稿", "专稿"]);

/// What stands before 讯 in words: 本市快讯, 通讯.
const OF_WORDS: &str = "快简短通资音喜时";

/// 新山21日讯, 吉隆坡5月3日讯, 台北訊: where and when it was sent, of whichever house.
fn place_wire(cursor: &mut Cursor, head: &mut NewsHead) -> Option<()> {
    const PLACE: std::ops::RangeInclusive<usize> = 2..=6;
    let start = cursor.at;
    let ends = |cursor: &Cursor| {
        cursor.peek().is_some_and(|c| c.is_ascii_digit() || matches!(c, '讯' | '电'))
            || cursor.sees("综合")
    };
    while !ends(cursor) {
        cursor.eat_if(is_han)?;
    }
    let place = start..cursor.at;
    PLACE.contains(&place.len()).then_some(())?;
    head.date = cursor.month_day();
    let mut dated = head.date.is_some();
    if !dated && cursor.number().is_some() {
        cursor.eat("日").then_some(())?;
        dated = true;
    }
    cursor.eat("综合");
    // 吉隆坡10月4日马新社电
    const LONGEST_AGENCY: usize = 5;
    let agency = cursor.rest().iter().take(LONGEST_AGENCY).position(|ink| ink.c == '社');
    if dated && let Some(end) = agency {
        cursor.at += end + 1;
    }
    // 本市快讯, 记者来电
    let is_word = cursor.sees("电") || OF_WORDS.contains(cursor.ink[place.end - 1].c);
    (dated || !is_word).then_some(())?;
    cursor.eat_any(&["讯", "电"])?;
    // 怡保11月15日讯 记者张庆纶
    let goes_on = cursor.rest().first().is_some_and(|next| dated && next.spaced);
    (cursor.is_done() || goes_on).then_some(())?;
    head.place = Some(place);
    Some(())
}

/// 中央社記者陳大文台北23日電: who, where and the day between the agency and its last word.
fn agency_reporter(cursor: &mut Cursor, head: &mut NewsHead) -> Option<()> {
    const DAYS: &str = "一二三四五六七八九十廿卅";
    cursor.eat_of(&HOUSES)?;
    let role = cursor.at;
    cursor.eat_any(&["特派员", "特派记者", "记者"])?;
    let role = role..cursor.at;
    let rest = cursor.rest();
    let close = rest.iter().rposition(|ink| ink.c == '日')?;
    let is_date = |c: char| c.is_ascii_digit() || c == '月' || DAYS.contains(c);
    let day = rest[..close].iter().rposition(|ink| !is_date(ink.c))? + 1;
    let name = name_before_place(&rest[..day])?;
    let mut tail = Cursor { ink: rest, at: day };
    let date = tail.month_day();
    if date.is_none() {
        tail.number()?;
        tail.eat("日").then_some(())?;
    }
    tail.eat_any(&["专电", "电", "讯"])?;
    head.place = Some(cursor.at + name..cursor.at + day);
    let name = cursor.at..cursor.at + name;
    head.people.push(Person { name, role: Some(role) });
    head.date = date;
    cursor.at += tail.at;
    Some(())
}

/// 记者罗晓兰报道 昨日 …: a credit that ends with 报道 before a colon or a space, no house before it.
fn reporter(cursor: &mut Cursor, head: &mut NewsHead) -> Option<()> {
    const LONGEST_CREDIT: usize = 40;
    let rest = cursor.rest();
    let opens = ["记者", "本报记者", "本报特约记者", "特约记者", "通讯员"];
    opens.iter().any(|word| cursor.sees(word)).then_some(())?;
    let near = &rest[..rest.len().min(LONGEST_CREDIT)];
    let end = (4..near.len()).find(|at| {
        crate::cursor::ends_with(&near[..*at], "报道") && (near[*at].spaced || near[*at].c == ':')
    })?;
    let read = credit(&near[..end]).filter(|read| read.firm && !read.is_photo)?;
    let at = cursor.at;
    take(head, read, at);
    cursor.at += end;
    Some(())
}

/// 本报讯 记者周敏、通讯员冯嘉莉报道: a credit without brackets, up to its colon.
fn plain_credit(cursor: &mut Cursor, head: &mut NewsHead) {
    const LONGEST_CREDIT: usize = 40;
    let rest = cursor.rest();
    let near = &rest[..rest.len().min(LONGEST_CREDIT)];
    let end = near.iter().position(|ink| matches!(ink.c, ':' | '。' | '“'));
    let Some(end) = end.filter(|end| near[*end].c == ':') else {
        return spaced_credit(cursor, head, near);
    };
    if let Some(read) = credit(&near[..end]).filter(|read| read.firm && !read.is_photo) {
        let at = cursor.at;
        take(head, read, at);
        cursor.at += end;
    }
}

/// 记者 朱丹阳 淳安县渔民洪金水…: a text that opens with who wrote it, set apart by spaces.
fn leading(cursor: &mut Cursor, head: &mut NewsHead) -> bool {
    /// Whoever is named and nothing more would be a credit by itself.
    const SHORTEST_TEXT: usize = 30;
    const LONGEST_CREDIT: usize = 20;
    let rest = cursor.rest();
    let apart = rest.first().is_some_and(|first| !is_bullet(first.c));
    if rest.len() < SHORTEST_TEXT || !apart {
        return false;
    }
    spaced_credit(cursor, head, &rest[..LONGEST_CREDIT]);
    !head.people.is_empty()
}

/// 清远日报讯 记者刘志强 通讯员陈思敏 日前: up to the last space behind which the text begins.
fn spaced_credit(cursor: &mut Cursor, head: &mut NewsHead, near: &[Ink]) {
    let opens = ["记者", "本报记者", "特约记者", "通讯员", "实习"];
    if !opens.iter().any(|word| cursor.sees(word)) {
        return;
    }
    let mut ends = (1..near.len()).rev().filter(|end| near[*end].spaced);
    let read = ends.find_map(|end| {
        let read = credit(&near[..end]).filter(|read| read.firm && !read.is_photo)?;
        read.people.iter().all(|person| person.role.is_some()).then_some((end, read))
    });
    if let Some((end, read)) = read {
        let at = cursor.at;
        take(head, read, at);
        cursor.at += end;
    }
}

/// What a credit that was read from `at` on says, as part of the head.
fn take(head: &mut NewsHead, mut read: Credit, at: usize) {
    let shift = |range: &mut Range<usize>| *range = range.start + at..range.end + at;
    for person in &mut read.people {
        shift(&mut person.name);
        person.role.as_mut().map(shift);
    }
    read.place.as_mut().map(shift);
    head.place = head.place.take().or(read.place);
    head.people.extend(read.people);
}

/// What brackets at the cursor hold, and the place behind them.
fn brackets(cursor: &Cursor) -> Option<(Range<usize>, usize)> {
    const LONGEST_BRACKET: usize = 60;
    let close = match cursor.peek()? {
        '(' => ')',
        '【' => '】',
        _ => return None,
    };
    let end = cursor.rest().iter().take(LONGEST_BRACKET).position(|ink| ink.c == close)?;
    let end = cursor.at + end;
    Some((cursor.at + 1..end, end + 1))
}

/// A credit in brackets, at the cursor.
fn bracketed(cursor: &mut Cursor, head: &mut NewsHead, named: bool) -> Option<()> {
    let (_, end) = brackets(cursor)?;
    let at = cursor.at;
    // 本报讯(杨斌): directly behind a head a name needs no role.
    // (综合报道)
    let is_other = |person: &Person| starts_with(&cursor.ink[at..end][person.name.clone()], "综合");
    let told = |read: &Credit| {
        (read.firm || named && !read.people.is_empty()) && !read.people.iter().any(is_other)
    };
    if let Some(read) = credit(&cursor.ink[at..end]) {
        (told(&read) && !read.is_photo).then_some(())?;
        take(head, read, at);
    } else {
        // 本报讯(浪一舟): … nor a known family.
        let name = at + 1..end - 1;
        (named && people::may_be_name(&cursor.ink[name.clone()])).then_some(())?;
        head.people.push(Person { name, role: None });
    }
    cursor.at = end;
    Some(())
}

#[cfg(test)]
mod tests;
