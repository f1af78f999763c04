//! Do the heads of a day's pages agree, with each other, with their folder and with the calendar?

use crate::dating::Weekday;
use crate::furniture::Matter;
use crate::{Context, page::Parsed};
use ::edition::{Basis, Date, Edition, Fact, Note, NoteKind, Page, Span};
use places::fold_text;

/// What the head of a page states, and the newsroom or its folder gives.
pub struct HeadFacts {
    date: Option<Fact<Date>>,
    no_day: Option<Span>,
    paper: Option<Fact<String>>,
    folder_date: Option<Date>,
    is_date_given: bool,
    is_paper_given: bool,
}

impl HeadFacts {
    pub fn of(parsed: &Parsed, context: &Context) -> Self {
        Self {
            date: parsed.date.clone(),
            no_day: parsed.no_day,
            paper: parsed.paper.clone(),
            folder_date: context.folder_date,
            is_date_given: context.date.is_some(),
            is_paper_given: context.paper.is_some(),
        }
    }

    pub fn states_no_wrong_day(&self) -> bool {
        self.no_day.is_none()
    }
}

/// A day or paper in the head of a page that is not the one shown; what the newsroom gave for the page is meant so.
pub fn of_heads(edition: &mut Edition, heads: &[HeadFacts]) {
    let Edition { paper, date, pages, .. } = edition;
    let sources: Vec<String> = pages.iter().map(|page| page.source.clone()).collect();
    let shown_paper = paper.as_ref().map(|paper| paper.value.clone());
    let first = |states: &dyn Fn(&HeadFacts) -> bool| {
        heads.iter().position(states).map(|at| sources[at].as_str())
    };
    for (page, head) in pages.iter_mut().zip(heads) {
        let told = [
            of_no_day(page, head, date.as_ref()),
            date.as_ref().and_then(|shown| {
                let origin = first(&|other| same_date(other, shown.value));
                of_day(page, head, shown, origin)
            }),
            shown_paper.as_ref().and_then(|shown| {
                let origin =
                    first(&|other| other.paper.as_ref().is_some_and(|paper| paper.value == *shown));
                of_paper(page, head, shown, origin)
            }),
        ];
        for note in told.into_iter().flatten() {
            page.notes.insert(0, note);
        }
    }
}

fn same_date(head: &HeadFacts, date: Date) -> bool {
    head.date.as_ref().is_some_and(|own| own.value == date)
}

fn of_day(page: &Page, head: &HeadFacts, shown: &Fact<Date>, origin: Option<&str>) -> Option<Note> {
    let own = head.date.as_ref().filter(|_| !head.is_date_given)?;
    let is_same = |a: Date, b: Date| {
        a.day == b.day && (a.year == b.year || a.year.is_none() || b.year.is_none())
    };
    if is_same(own.value, shown.value) {
        return None;
    }
    let is_of_folder = head.folder_date == Some(shown.value) && shown.basis == Basis::Given;
    let (origin, wrong, right) = if is_of_folder {
        let wrong = "版头对,请给文件夹改名或把这一版移到那一天的文件夹";
        ("文件夹名".to_owned(), wrong, "文件夹对")
    } else {
        let origin = origin.map_or("旁注".to_owned(), |source| format!("{source}写的"));
        (origin, "不是一天,请放进各自的文件夹", "是一天")
    };
    let sentence = format!(
        "版头写的是{},{origin}是{},现在显示{}。{wrong};{right}{}。",
        own.value,
        shown.value,
        shown.value,
        to_write(page, "date", &iso(shown.value)?)
    );
    Some(Note::new(NoteKind::Head, span_of(own), sentence))
}

/// 2026年6月31日: a day that no year, or not this one, has.
fn of_no_day(page: &Page, head: &HeadFacts, shown: Option<&Fact<Date>>) -> Option<Note> {
    let span = head.no_day.filter(|_| !head.is_date_given)?;
    let own: String = span.of(&page.text).split_whitespace().collect();
    let shown = match shown {
        Some(shown) => format!("现在显示{}", shown.value),
        None => "日期没有读出".to_owned(),
    };
    let to_write = to_write(page, "date", "年-月-日");
    let sentence = format!("版头写的日期是{own},没有这一天,{shown}。对照原版{to_write}。");
    Some(Note::new(NoteKind::Head, span, sentence))
}

fn of_paper(page: &Page, head: &HeadFacts, shown: &str, origin: Option<&str>) -> Option<Note> {
    let own = head.paper.as_ref().filter(|_| !head.is_paper_given)?;
    let (a, b) = (fold_text(&own.value), fold_text(shown));
    // 今日河口日报 and 河口日报 may be one.
    let holds = |a: &[char], b: &[char]| a.windows(b.len().max(1)).any(|part| part == b);
    if holds(&a, &b) || holds(&b, &a) {
        return None;
    }
    let origin = origin.map_or("旁注".to_owned(), |source| format!("{source}写的"));
    let sentence = format!(
        "版头写的报名是“{}”,{origin}是“{shown}”,现在显示“{shown}”。不是一份报,请放进各自的文件夹;是一份{}。",
        own.value,
        to_write(page, "paper", &format!("\"{shown}\""))
    );
    Some(Note::new(NoteKind::Head, span_of(own), sentence))
}

/// What to write into the sidecar.
fn to_write(page: &Page, key: &str, value: &str) -> String {
    let stem = page.source.rsplit_once('.').map_or(page.source.as_str(), |(stem, _)| stem);
    format!(",请在{stem}.toml里写上{key} = {value}")
}

fn iso(date: Date) -> Option<String> {
    Some(format!("{:04}-{:02}-{:02}", date.year?, date.day.month, date.day.day))
}

fn span_of<T>(fact: &Fact<T>) -> Span {
    match fact.basis {
        Basis::Stated(span) => span,
        _ => Span::new(0, 0),
    }
}

/// 2004年5月8日 星期五, which was a Saturday; a weekday on a line of its own is that of the day beside it.
pub fn of_weekday<'m>(
    date: Option<&Fact<Date>>,
    matters: impl Iterator<Item = &'m Matter>,
    notes: &mut Vec<Note>,
) {
    let Some(date) = date else { return };
    let matters: Vec<&Matter> = matters.collect();
    let Some(at) = matters.iter().position(|matter| matter.date.is_some()) else { return };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let undated = beside.filter_map(|at| matters.get(at)).filter(|matter| matter.date.is_none());
    let stated = std::iter::once(&matters[at]).chain(undated).find_map(|matter| matter.weekday);
    if let (Some(stated), Some(weekday)) = (stated, Weekday::of(date.value))
        && stated != weekday
    {
        let sentence =
            format!("{}是{weekday},版头写的是{stated}。请对照原版,看是哪个不对。", date.value);
        notes.push(Note::new(NoteKind::Weekday, span_of(date), sentence));
    }
}
