//! Marks of Markdown: # and ** of heads, bars of tables, stars of captions, links and pictures.

use crate::source::trimmed_lines;
use std::ops::Range;

/// `## `, `**`, `|`, `[` and `](…)` of a link, `![…](…)`: heads and bold words where there are enough of them.
pub fn marks(text: &str) -> Vec<Range<usize>> {
    // Nearly all dumps have none of them.
    let has = |sign: &&str| text.contains(*sign);
    let signs = ["> ", "# ", "#\u{3000}", "**", "__", "|--", "| --", "|:--", "| :--"];
    let mut found = if signs.iter().any(has) { of_lines(text) } else { Vec::new() };
    if has(&"](") {
        let own = |(first, line)| {
            let mark = move |mark: Range<usize>| first + mark.start..first + mark.end;
            links(line).into_iter().map(mark)
        };
        found.extend(trimmed_lines(text).flat_map(own));
    }
    found
}

/// What is found of one kind of mark, line by line.
#[derive(Default)]
struct Found {
    marks: Vec<Range<usize>>,
    /// Heads, lines that begin with a bold word, what stands before quoted lines, of which one is long, and rules of tables.
    heads: usize,
    bold: usize,
    quotes: Vec<Range<usize>>,
    quotes_text: bool,
    rules: usize,
    cells: Vec<Range<usize>>,
}

fn of_lines(text: &str) -> Vec<Range<usize>> {
    /// A footnote may be marked by two asterisks.
    const FEWEST: usize = 2;
    /// > 下一篇 may be clicked.
    const QUOTES: usize = 3;
    let mut found = Found::default();
    for (first, own) in trimmed_lines(text) {
        found.read(own, first);
    }
    if found.heads == 0 && found.bold < FEWEST {
        found.marks.clear();
        // > 昨天…, line by line, as letters by e-mail quote.
        if found.quotes.len() >= QUOTES && found.quotes_text {
            found.marks.append(&mut found.quotes);
        }
    }
    if found.rules > 0 {
        found.marks.append(&mut found.cells);
    }
    found.marks
}

/// Characters of a line of text.
const LONG: usize = 30;

impl Found {
    /// A line, and where it begins.
    fn read(&mut self, own: &str, first: usize) {
        let opening = opening(own);
        self.heads += usize::from(own.starts_with('#') && opening > 0);
        self.marks.extend((opening > 0).then_some(first..first + opening));
        if own.starts_with("> ") {
            self.quotes.push(first..first + opening);
            self.quotes_text |= own.chars().count() >= LONG;
        }
        // - 一项
        let is_item = own.starts_with("- ") || own.starts_with("* ") && !own[2..].contains('*');
        self.marks.extend(is_item.then_some(first..first + 1));
        for sign in ["**", "__"] {
            let pairs = pairs(&own[opening..], sign);
            self.bold += usize::from(pairs.first() == Some(&0));
            let mark = |at: usize| first + opening + at..first + opening + at + sign.len();
            self.marks.extend(pairs.into_iter().map(mark));
        }
        if is_slanted(own) {
            let end = first + own.len();
            self.marks.extend([first..first + 1, end - 1..end]);
        }
        if own.len() > 1 && own.starts_with('|') && own.ends_with('|') {
            let is_rule = own.contains("--") && own.bytes().all(|byte| b"|-: \t".contains(&byte));
            self.rules += usize::from(is_rule);
            let bars = own.match_indices('|').map(|(at, _)| first + at..first + at + 1);
            let whole = is_rule.then_some(first..first + own.len());
            self.cells.extend(whole.into_iter().chain(bars.filter(|_| !is_rule)));
        }
    }
}

/// `[` and `](http://a.cn/1.html)` around the words of a link, all of a picture, `[^1]` of a footnote.
fn links(line: &str) -> Vec<Range<usize>> {
    const LONGEST: usize = 300;
    let mut found = Vec::new();
    for (at, _) in line.match_indices("](") {
        let leads = &line[at + 2..];
        let Some(length) = leads.bytes().take(LONGEST).position(|byte| byte == b')') else {
            continue;
        };
        let target = &leads[..length];
        let is_target = target.is_ascii() && target.contains(['/', '.', '#']);
        let open = line[..at].rfind(['[', ']']).filter(|open| line[*open..].starts_with('['));
        let Some(open) = open.filter(|_| is_target) else { continue };
        let end = at + 2 + length + 1;
        match line[..open].strip_suffix('!') {
            Some(before) => found.push(before.len()..end),
            None => found.extend([open..open + 1, at..end]),
        }
    }
    found
}

/// Bytes of the line before each ** of a pair: the first opens as CommonMark tells, or stands at the head of the line; the second
/// may stand behind any mark, **问：**您好, for programs write it so. 2301****0217 and 李**、王** hide something, and *** rules
/// off.
fn pairs(line: &str, sign: &str) -> Vec<usize> {
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let around = |at: usize| {
        let before = line[..at].chars().next_back().unwrap_or(' ');
        (before, line[at + 2..].chars().next().unwrap_or(' '))
    };
    let hides = |at: usize| {
        let (before, after) = around(at);
        let is_inside = before.is_ascii_digit() && (after.is_ascii_digit() || after == ' ');
        is_inside || sign.starts_with(before) || sign.starts_with(after)
    };
    let opens = |at: usize| {
        let (before, after) = around(at);
        let is_set = !is_mark(after) || before.is_whitespace() || is_mark(before);
        !hides(at) && !after.is_whitespace() && (at == 0 || is_set)
    };
    let closes = |at: &usize| !hides(*at) && !around(*at).0.is_whitespace();
    let mut found = line.match_indices(sign).map(|(at, _)| at).peekable();
    let mut pairs = Vec::new();
    while let Some(at) = found.next() {
        if opens(at)
            && let Some(close) = found.next_if(closes)
        {
            pairs.extend([at, close]);
        }
    }
    pairs
}

/// *7月23日,市民在人民公园乘凉。*: all of a line, as captions are set.
fn is_slanted(line: &str) -> bool {
    let inside = line.strip_prefix('*').and_then(|line| line.strip_suffix('*'));
    inside.is_some_and(|inside| {
        !inside.is_empty() && !inside.starts_with(' ') && !inside.contains('*')
    })
}

/// Bytes of `## ` or `> ` at the head of a line, without the space.
fn opening(line: &str) -> usize {
    const DEEPEST: usize = 6;
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let marks = if marks == 0 { usize::from(line.starts_with('>')) } else { marks };
    let is_set_off = line[marks..].starts_with([' ', '\u{3000}']);
    if marks <= DEEPEST && is_set_off { marks } else { 0 }
}
