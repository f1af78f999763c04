//! Is this the head line of a page? The paper, the day, the weekday, the page's number and section, in any order.

use super::contact::contact;
use super::header::{self, editors};
use super::name::{is_paper_in_head, is_paper_name};
use super::parts::{
    day, day_of_republic, edition_mark, imprint, is_separator, is_word, no_day, page,
};
use super::{HEAD, Matter, calendar};
use crate::cursor::{Cursor, is_han, starts_with};
use crate::dating::Weekday;
use crate::source::Ink;
use crate::wordlist::Words;
use ::edition::{Date, PageNumber};
use std::ops::Range;

/// Where on the page a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// Among the first lines, where one of them states the paper or the day: each may state little.
    Top,
    Anywhere,
}

/// What has been read of a line.
#[derive(Default)]
struct Read {
    paper: Option<Range<usize>>,
    /// One of the names, which is the paper's where the line states the day or the page and no surer name.
    likely_paper: Option<Range<usize>>,
    date: Option<Date>,
    year_of_republic: Option<u16>,
    /// What is written like a day with its year, and is none.
    no_day: Option<Range<usize>>,
    number: Option<PageNumber>,
    /// The number is called a page: 3版, A3, 03.
    is_sure: bool,
    weekday: Option<Weekday>,
    /// 丙寅年二月初三 stands there.
    is_lunar: bool,
    /// How many pages, which issue, what it costs: parts that only an imprint has.
    imprints: usize,
    /// Sections, and whether each is a word that names sections.
    names: Vec<(Range<usize>, bool)>,
}

/// A line of which every word is understood and which states enough. Sentences have other words in them.
pub fn masthead(ink: &[Ink], place: At) -> Option<Matter> {
    const LONGEST: usize = 80;
    if ink.len() > LONGEST {
        return None;
    }
    let mut read = Read::default();
    let mut cursor = Cursor::of(ink);
    let mut run = 0..0;
    while !cursor.is_done() {
        let start = cursor.at;
        let is_apart = ink[start].spaced || run.is_empty();
        if ink[start].spaced && !is_padded(ink, &run, start) {
            read.take(ink, std::mem::take(&mut run))?;
        }
        if edition_mark(&mut cursor) {
            // 西藏日报(汉文版)
        } else if is_separator(ink[start].c, place) {
            cursor.at = start + 1;
        } else if !part(&mut cursor, &mut read, is_apart) {
            if run.is_empty() {
                run = start..start;
            }
            cursor.at = start + 1;
            run.end = cursor.at;
            continue;
        }
        read.take(ink, std::mem::take(&mut run))?;
    }
    read.take(ink, run)?;
    read.settle_paper();
    read.states_enough(ink, place).then(|| read.matter())
}

/// 运 城 日 报: single characters set apart are one word.
fn is_padded(ink: &[Ink], run: &Range<usize>, at: usize) -> bool {
    let is_single = |at: usize| ink.get(at + 1).is_none_or(|next| next.spaced || !is_han(next.c));
    let all_apart = |run: &Range<usize>| ink[run.clone()].iter().skip(1).all(|ink| ink.spaced);
    !run.is_empty() && all_apart(run) && is_han(ink[at].c) && is_single(at)
}

impl Read {
    /// Takes in a run of characters that are no date and no number.
    fn take(&mut self, ink: &[Ink], run: Range<usize>) -> Option<()> {
        let words = &ink[run.clone()];
        if words.is_empty() || words.iter().all(|ink| ink.c.is_ascii() && !ink.c.is_ascii_digit()) {
            return Some(());
        }
        // 中药信息报 2017.4.11 …: the first word of a line that states the rest, too.
        const PAPERS: std::ops::RangeInclusive<usize> = 4..=10;
        let opens_line = run.start == 0
            && PAPERS.contains(&words.len())
            && words.iter().all(|ink| is_han(ink.c))
            && words[words.len() - 1].c == '报'
            && !crate::features::names_section(words)
            && !["简报", "快报", "战报", "捷报", "喜报", "预报", "通报"]
                .iter()
                .any(|end| crate::cursor::ends_with(words, end))
            && !["见", "据", "原载", "摘"].iter().any(|word| starts_with(words, word));
        if is_paper_name(words) || opens_line {
            self.paper = self.paper.take().or(Some(run));
            return Some(());
        }
        static IMPRINTS: Words = Words::of(&["主办", "主管", "机关报", "出版", "承印", "编印"]);
        if IMPRINTS.end(words) {
            return Some(());
        }
        const LONGEST_NAME: usize = 8;
        // Labels over articles that name pages, too.
        const SECTIONS: [&str; 6] = ["要闻", "综合", "副刊", "时政", "国际", "体育"];
        let is_section =
            |name: &&str| name.chars().count() == words.len() && starts_with(words, name);
        let is_known = SECTIONS.iter().any(is_section) || crate::features::names_page(words);
        let is_short =
            (2..=LONGEST_NAME).contains(&words.len()) && words.iter().all(|ink| is_han(ink.c));
        let may_be_paper = is_paper_in_head(words);
        if may_be_paper {
            self.likely_paper = self.likely_paper.take().or(Some(run.clone()));
        }
        (is_known || is_short || may_be_paper).then(|| self.names.push((run, is_known)))
    }

    fn settle_paper(&mut self) {
        // 河口乡情半月刊 第187期
        let is_issue = self.imprints > 0 && self.names.len() == 1;
        let states = self.is_sure
            || self.is_full()
            || self.weekday.is_some() && self.date.is_some()
            || is_issue;
        if let Some(likely) = self.likely_paper.take()
            && self.paper.is_none()
            && states
        {
            self.names.retain(|(run, _)| *run != likely);
            self.paper = Some(likely);
        }
    }

    /// Whether the day is stated with its year.
    fn is_full(&self) -> bool {
        self.date.is_some_and(|date| date.year.is_some())
            || self.year_of_republic.is_some()
            || self.no_day.is_some()
    }

    fn states_enough(&self, ink: &[Ink], place: At) -> bool {
        const MOST_NAMES: usize = 3;
        // 河口晚报 健康·农事: the paper and the name of its page.
        const LONGEST_PART: usize = 5;
        let (paper, number) = (self.paper.is_some(), self.number.is_some());
        let full = self.is_full() || self.is_lunar && number;
        // 宜蘭.生活 is one name.
        let mut unknown: Vec<Range<usize>> = Vec::new();
        for (run, _) in self.names.iter().filter(|(_, is_known)| !is_known) {
            match unknown.last_mut() {
                Some(last) if run.start == last.end + 1 && !ink[run.start].spaced => {
                    last.end = run.end;
                }
                _ => unknown.push(run.clone()),
            }
        }
        // A section of its own name stands by itself, and where page and day or paper are stated.
        let is_apart = |run: &Range<usize>| {
            let begins = run.start == 0 || ink[run.start].spaced || !is_word(ink[run.start - 1].c);
            let behind_page = run.start > 0 && ink[run.start - 1].c == '版';
            let ends = ink.get(run.end).is_none_or(|next| next.spaced || !is_word(next.c));
            (begins || behind_page) && ends
        };
        let may_be_names = unknown.is_empty()
            || unknown.len() == 1 && number && (full || paper) && is_apart(&unknown[0])
            // 溪城青年 第1093期 2016.3.21 星期一
            || unknown.len() == 1 && full && self.weekday.is_some() && self.imprints > 0;
        let several = paper && (full || self.is_sure)
            || full && (number || self.weekday.is_some())
            || self.is_sure && self.weekday.is_some();
        let little = full || self.weekday.is_some() || number;
        // 颍州晨刊 02 要闻: beside the day, a name that no list has, the page and its section.
        let is_own = unknown.len() == 1 && self.names.len() == 2 && is_apart(&unknown[0]);
        self.names.len() <= MOST_NAMES
            && may_be_names
            && (several || place == At::Top && little && unknown.is_empty())
            || place == At::Top && (is_own && self.is_sure || paper && self.names.is_empty())
            || self.imprints > 1 && self.names.is_empty()
            || place == At::Top && paper && unknown.iter().all(|run| run.len() <= LONGEST_PART)
    }

    fn matter(self) -> Matter {
        // 要闻·综合 is one name.
        let mut names: Vec<Range<usize>> = Vec::new();
        for (run, _) in self.names {
            match names.last_mut() {
                Some(last) if run.start <= last.end + 1 => last.end = run.end,
                _ => names.push(run),
            }
        }
        let mut names = names.into_iter();
        Matter {
            date: self.date,
            weekday: self.weekday,
            year_of_republic: self.year_of_republic,
            no_day: self.no_day,
            number: self.number,
            name: names.next(),
            other_names: names.collect(),
            paper: self.paper,
            why: HEAD,
            ..Matter::default()
        }
    }
}

/// Steps over one thing that head lines state.
fn part(cursor: &mut Cursor, read: &mut Read, is_apart: bool) -> bool {
    let before = *cursor;
    if let Some(date) = day(cursor) {
        read.date = read.date.or(Some(date));
        return true;
    }
    *cursor = before;
    if no_day(cursor) {
        read.no_day = read.no_day.take().or(Some(before.at..cursor.at));
        return true;
    }
    if let Some((year, day)) = day_of_republic(cursor) {
        if read.date.is_none() {
            (read.date, read.year_of_republic) = (Some(Date { year: None, day }), Some(year));
        }
        return true;
    }
    *cursor = before;
    if let Some(weekday) = calendar::weekday(cursor) {
        read.weekday = read.weekday.or(Some(weekday));
        return true;
    }
    *cursor = before;
    if header::count_of_pages(cursor) || imprint(cursor) {
        read.imprints += 1;
        return true;
    }
    *cursor = before;
    if calendar::lunar(cursor) {
        read.is_lunar = true;
        return true;
    }
    if editors(cursor) || contact(cursor) {
        return true;
    }
    *cursor = before;
    if let Some((number, is_sure)) = page(cursor, is_apart) {
        read.number = read.number.or(Some(number));
        read.is_sure |= is_sure;
        return true;
    }
    *cursor = before;
    false
}

/// Whether a line names a paper among other words: 原载人民日报1954年10月3日第三版, 某日报7月24日刊登了他的信.
pub fn cites(ink: &[Ink]) -> bool {
    static NAMES: Words = Words::of(&["日报", "晚报", "晨报", "时报", "都市报", "早报"]);
    let is_one_run = ink.iter().skip(1).all(|ink| !ink.spaced && !matches!(ink.c, '|' | '·'));
    is_one_run && NAMES.stand(ink)
}

#[cfg(test)]
mod tests {
    use crate::furniture::tests::told;

    #[test]
    fn a_head_line_is_read_in_any_order_and_with_any_separators() {
        for (text, read) in [
            ("河口日报 2025年7月24日 星期四 03版", "2025年7月24日 3 河口日报!"),
            ("河口日报 2025年7月24日 第3版", "2025年7月24日 3 河口日报!"),
            ("人民日報 一九五四年十月三日 第三版", "1954年10月3日 3 人民日報!"),
            ("申報 1898年3月5日 第2版", "1898年3月5日 2 申報!"),
            ("河口晚报 二〇二五年七月廿四日 第十二版", "2025年7月24日 12 河口晚报!"),
            ("3 要闻 河口日报 2025.7.24", "2025年7月24日 3 要闻 河口日报!"),
            ("星期四 2025/7/24 3版 河口日报", "2025年7月24日 3 河口日报!"),
            ("2025-7-4 3版 河口日报", "2025年7月4日 3 河口日报!"),
            ("河口日报 2025.7.24 3版", "2025年7月24日 3 河口日报!"),
            ("河口日报 2 0 2 5 . 7 . 2 4 第3版", "2025年7月24日 3 河口日报!"),
            ("2025-07-24 河口日报 03版", "2025年7月24日 3 河口日报!"),
            ("A3版 2025年7月24日 星期四 责任编辑 王芳", "2025年7月24日 A3"),
            ("第3版 河口日报 2025年7月24日", "2025年7月24日 3 河口日报!"),
            ("河口日报·2025年7月24日·第3版·副刊", "2025年7月24日 3 副刊 河口日报!"),
            ("河口日报｜2025/7/24｜星期四｜03 要闻", "2025年7月24日 3 要闻 河口日报!"),
            ("河口日报|2025年7月24日|周四|综合·4版", "2025年7月24日 4 综合 河口日报!"),
            ("河口日报，2025年7月24日，星期四，第3版", "2025年7月24日 3 河口日报!"),
            ("河口日报2025年7月24日星期四第3版要闻", "2025年7月24日 3 要闻 河口日报!"),
            ("要闻 3版 2025年7月24日 星期四 河口日报", "2025年7月24日 3 要闻 河口日报!"),
            (
                "臺東晚報 中華民國一一四年七月二十四日 星期四 第三版 副刊",
                "2025年7月24日 3 副刊 臺東晚報!",
            ),
            ("河 口 日 报 2025年7月24日 星期四 第 3 版", "2025年7月24日 3 河 口 日 报!"),
            ("河口日报 2025年7月24日 农历乙巳年六月三十 星期四 今日8版", "2025年7月24日 河口日报!"),
            ("河口日报 HEKOU DAILY 2025年7月24日 第3版", "2025年7月24日 3 河口日报!"),
            ("河城青年 第1093期 2016.3.21 星期一", "2016年3月21日 河城青年"),
            ("河口晚报 城事 A08 2009/11/26 星期四", "2009年11月26日 A8 城事 河口晚报!"),
            ("2022.10.05　星期三　C4　宜蘭．生活", "2022年10月5日 C4 宜蘭．生活"),
            ("河口日报 2025年7月24日 第3版 河边人家", "2025年7月24日 3 河边人家 河口日报!"),
            ("安溪报 2025年7月24日 星期四 第3版 综合新闻", "2025年7月24日 3 综合新闻 安溪报!"),
            ("第3版 安溪报 2025年7月24日", "2025年7月24日 3 安溪报!"),
            ("申報 民國三十六年八月十四日 第四版 本市", "1947年8月14日 4 本市 申報!"),
            ("今日玉环 2025年7月24日 星期四 第3版", "2025年7月24日 3 今日玉环!"),
            ("农历己亥年三月十四 大理日报 2019年4月18日 01版", "2019年4月18日 1 大理日报!"),
            ("河口日报 2011年7月1日 藏历铁兔年五月初一 第一版", "2011年7月1日 1 河口日报!"),
            ("河口日報 一九八五年三月四日 夏曆乙丑年正月十三日", "1985年3月4日 河口日報!"),
            ("三版 光绪三十三年四月初二日 河口日报", " 3 河口日报!"),
            ("丙寅年二月初三 港聞 第六頁", " 6 港聞"),
            ("2 综合 2012年8月21日 编辑:黄玉 Tel:(0774)2820212", "2012年8月21日 2 综合"),
            (
                "河口日报 2012年8月21日 2版 综合 新闻热线:0774-2820212",
                "2012年8月21日 2 综合 河口日报!",
            ),
            (
                "2版 综合 E-mail:hkrb@126.com 2012年8月21日 河口日报",
                "2012年8月21日 2 综合 河口日报!",
            ),
            ("2版 电话 0774 2820212 2012年8月21日 河口日报", "2012年8月21日 2 河口日报!"),
            ("河口日报 A06版 热线 2010年1月13日 QQ:8212345", "2010年1月13日 A6 热线 河口日报!"),
            (
                "4 2024年3月5日 编辑:王芳 电话:0971-8457722 河口时报 民生",
                "2024年3月5日 4 民生 河口时报!",
            ),
            ("河口日报 A14 健康 E-mail:hk@126.com 2011年7月1日", "2011年7月1日 A14 健康 河口日报!"),
            ("第二張 第五版 華社新聞 1969年3月15日", "1969年3月15日 5 華社新聞"),
            ("河口日报(汉文版) 2011年7月1日 星期五 第一版", "2011年7月1日 1 河口日报!"),
            ("河口日报（汉） 2001年8月25日 第2版 综合", "2001年8月25日 2 综合 河口日报!"),
            ("河口日報 第5頁 2001年12月3日", "2001年12月3日 5 河口日報!"),
            ("河口日报 2001年12月3日(第三版)", "2001年12月3日 3 河口日报!"),
            ("今日要闻 2025年7月24日 星期四 第3版", "2025年7月24日 3 今日要闻"),
            ("參考消息 2025年7月24日 第3版", "2025年7月24日 3 參考消息!"),
            ("國際消息 2025年7月24日 第3版", "2025年7月24日 3 國際消息"),
            ("河口日报 2025年7月24日 第3版 少年画报", "2025年7月24日 3 少年画报 河口日报!"),
            ("气象预报 2025年7月24日 第3版", "2025年7月24日 3 气象预报"),
        ] {
            assert_eq!(told(text).as_deref(), Some(read), "{text}");
        }
    }

    #[test]
    fn a_sentence_about_a_paper_and_a_day_is_no_head_line() {
        for text in [
            "7月24日,河口日报刊发了这篇通讯",
            "2025年7月24日,河口日报社召开编前会",
            "据《河口日报》2025年7月24日第3版报道",
            "见河口日报2025年7月24日第3版",
            "（原载人民日报1954年10月3日第三版）",
            "河口日报2025年7月24日刊登了他的信",
            "河口日报记者7月24日从县里获悉",
            "他在河口日报当了三年编辑",
            "河口日报社招聘记者",
            "简报",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
