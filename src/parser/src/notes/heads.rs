//! Do the heads of a day's pages agree, with each other, with their folder and with the calendar?

use crate::dating::Weekday;
use crate::furniture::Matter;
use crate::paper::is_named_paper;
use crate::{Context, page::Parsed};
use ::edition::{Basis, Date, Edition, Fact, InSidecar, Note, NoteKind, Page, PageNumber, Span};
use places::fold_text;

/// What the head of a page states, and the newsroom or its folder gives.
pub struct HeadFacts {
    date: Option<Fact<Date>>,
    no_day: Option<Span>,
    paper: Option<Fact<String>>,
    number: Option<Fact<PageNumber>>,
    /// What the newsroom gives and the folder says.
    context: Context,
}

impl HeadFacts {
    pub fn of(parsed: &Parsed, context: &Context) -> Self {
        Self {
            date: parsed.date.clone(),
            no_day: parsed.no_day,
            paper: parsed.paper.clone(),
            number: parsed.page.number.clone(),
            context: Context { overrides: Vec::new(), ..context.clone() },
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
        let of_other_paper = shown_paper.as_ref().and_then(|shown| {
            let origin =
                first(&|other| other.paper.as_ref().is_some_and(|paper| paper.value == *shown));
            of_paper(page, head, shown, origin)
        });
        let told = [
            of_given_page(head),
            of_given_date(head),
            of_given_paper(head),
            of_no_day(page, head, date.as_ref()),
            date.as_ref().and_then(|shown| {
                let origin = first(&|other| same_date(other, shown.value));
                of_day(page, head, shown, origin)
            }),
            of_other_paper.or_else(|| of_folder_paper(page, head)),
        ];
        for note in told.into_iter().flatten() {
            page.notes.insert(0, note);
        }
    }
    // All pages of a folder have its name.
    let named = pages.first_mut().zip(heads.first());
    if let Some((page, note)) = named.and_then(|(page, head)| Some((page, of_folder_no_day(head)?)))
    {
        page.notes.insert(0, note);
    }
}

/// What the newsroom gives is shown; that the head says otherwise is good to know where it was not meant.
fn given<T>(place: Option<InSidecar>, own: &Fact<T>, head: &str, given: &str) -> Note {
    let sentence = format!("版头写的是{head},旁注写的是{given},以旁注为准。");
    Note { sidecar: place, ..Note::new(NoteKind::Applied, span_of(own), sentence) }
}

fn of_given_date(head: &HeadFacts) -> Option<Note> {
    let (own, said) = (head.date.as_ref()?, head.context.date?);
    let differs = !is_same_day(own.value, said);
    let note = || given(head.context.said.date, own, &own.value.to_string(), &said.to_string());
    differs.then(note)
}

fn of_given_paper(head: &HeadFacts) -> Option<Note> {
    let (own, said) = (head.paper.as_ref()?, head.context.paper.as_ref()?);
    let quoted = |name: &str| format!("“{name}”");
    let note = || given(head.context.said.paper, own, &quoted(&own.value), &quoted(said));
    (!may_be_one(&own.value, said)).then(note)
}

fn of_given_page(head: &HeadFacts) -> Option<Note> {
    let (own, said) = (head.number.as_ref()?, head.context.page?);
    let numbered = |number: PageNumber| format!("第{number}版");
    let note = || given(head.context.said.page, own, &numbered(own.value), &numbered(said));
    (own.value != said).then(note)
}

/// A page of one paper in the folder of another.
fn of_folder_paper(page: &Page, head: &HeadFacts) -> Option<Note> {
    let own = head.paper.as_ref().filter(|_| head.context.paper.is_none())?;
    let folder = head.context.folder_paper.as_ref().filter(|name| is_named_paper(name))?;
    let to_write = to_write(page, "paper", &format!("\"{folder}\""));
    let note = || {
        let sentence = format!(
            "版头写的报名是“{}”,文件夹名是“{folder}”。版头对,请把这一版移到那份报的文件夹;文件夹对{to_write}。",
            own.value
        );
        Note::new(NoteKind::Page, span_of(own), sentence)
    };
    (!may_be_one(&own.value, folder)).then(note)
}

/// 1998-02-30: a folder that is of no day.
fn of_folder_no_day(head: &HeadFacts) -> Option<Note> {
    let named = head.context.folder_no_day.as_ref()?;
    let sentence =
        format!("文件夹名里的{named}像是日期,却没有这一天,没有用上。请照原版的日期给文件夹改名。");
    Some(Note::new(NoteKind::Page, Span::new(0, 0), sentence))
}

fn is_same_day(a: Date, b: Date) -> bool {
    a.day == b.day && (a.year == b.year || a.year.is_none() || b.year.is_none())
}

/// 今日河口日报 and 河口日报 may be one.
fn may_be_one(a: &str, b: &str) -> bool {
    let (a, b) = (fold_text(a), fold_text(b));
    let holds = |a: &[char], b: &[char]| a.windows(b.len().max(1)).any(|part| part == b);
    holds(&a, &b) || holds(&b, &a)
}

fn same_date(head: &HeadFacts, date: Date) -> bool {
    head.date.as_ref().is_some_and(|own| own.value == date)
}

fn of_day(page: &Page, head: &HeadFacts, shown: &Fact<Date>, origin: Option<&str>) -> Option<Note> {
    let own = head.date.as_ref().filter(|_| head.context.date.is_none())?;
    if is_same_day(own.value, shown.value) {
        return None;
    }
    let is_of_folder = head.context.folder_date == Some(shown.value) && shown.basis == Basis::Given;
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
    let span = head.no_day.filter(|_| head.context.date.is_none())?;
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
    let own = head.paper.as_ref().filter(|_| head.context.paper.is_none())?;
    if may_be_one(&own.value, shown) {
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
