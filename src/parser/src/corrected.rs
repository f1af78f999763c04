//! What does the head of a page state once words of it are corrected? The day, the paper, the page's number and name.

use crate::page::{Parsed, parse};
use crate::source::Source;
use ::edition::{Article, Basis, Correction, Fact, Note, NoteKind, Page, Span};
use places::Places;

/// Reads the head anew where a word beside the articles was corrected. What it states keeps its place in the dump.
pub fn reread_head(parsed: &mut Parsed, places: &Places) {
    let page = &mut parsed.page;
    if !page.corrections.iter().any(|one| stands_apart(page, one)) {
        return;
    }
    let whole = Span::new(0, page.text.len());
    let text = Correction::applied(&page.corrections, whole, &page.text);
    let read = parse(&page.source, Source::of(&text), places, parsed.own_county);
    let in_dump = |span: Span| in_dump(&page.corrections, span);
    (parsed.date, parsed.paper) = (moved(read.date, &in_dump), moved(read.paper, &in_dump));
    parsed.no_day = read.no_day.map(in_dump);
    parsed.own_county = parsed.own_county.or(read.own_county);
    let number = moved(read.page.number, &in_dump);
    parsed.names = read.names.into_iter().filter_map(|name| moved(Some(name), &in_dump)).collect();
    let is_of_head = |note: &Note| matches!(note.kind, NoteKind::Head | NoteKind::Weekday);
    let told = read.page.notes.into_iter().filter(is_of_head);
    let told: Vec<Note> = told.map(|note| Note { span: in_dump(note.span), ..note }).collect();
    (page.number, page.name) = (number, parsed.names.first().cloned());
    page.notes.retain(|note| !is_of_head(note));
    page.notes.extend(told);
    page.notes.sort_by_key(|note| (note.span, note.kind.name()));
}

fn stands_apart(page: &Page, one: &Correction) -> bool {
    !page.articles.iter().flat_map(Article::spans).any(|span| span.overlaps(one.span))
}

fn moved<T>(fact: Option<Fact<T>>, in_dump: &impl Fn(Span) -> Span) -> Option<Fact<T>> {
    let Fact { value, basis } = fact?;
    let basis = match basis {
        Basis::Stated(span) => Basis::Stated(in_dump(span)),
        other => other,
    };
    Some(Fact { value, basis })
}

/// Where a range of the corrected text stands in the dump: a part of a corrected word is the whole word.
fn in_dump(corrections: &[Correction], span: Span) -> Span {
    let place = |offset: u32, of_word: fn(Span) -> u32| {
        // The ends of the last correction before it, in the corrected text and in the dump.
        let (mut shown, mut received) = (0, 0);
        for Correction { span, to } in corrections {
            let start = shown + (span.start - received);
            let end = start + to.len() as u32;
            if offset <= start {
                break;
            }
            if offset < end {
                return of_word(*span);
            }
            (shown, received) = (end, span.end);
        }
        received + (offset - shown)
    };
    Span { start: place(span.start, |word| word.start), end: place(span.end, |word| word.end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, Dump, context_of, edition_of};
    use ::edition::{Date, Edition};

    fn edition(head: &str, sidecar: &str, folder_date: Option<Date>) -> Edition {
        let text = format!(
            "{head}\n\n甲村春耕忙\n\n本报讯(记者 王明)5月3日,甲村的拖拉机下了地,两天翻了三百亩。\n"
        );
        let context = Context { folder_date, ..context_of(sidecar).unwrap() };
        let dump = Dump { source: "甲.txt".into(), text, encoding: None, context };
        let edition = edition_of("甲", vec![dump]);
        assert_eq!(edition.pages[0].unconserved(), Vec::<u32>::new());
        edition
    }

    fn shown(edition: &Edition) -> [String; 4] {
        let page = &edition.pages[0];
        [
            edition.paper.as_ref().map(|fact| fact.value.clone()),
            edition.date.as_ref().map(|fact| fact.value.to_string()),
            page.number.as_ref().map(|fact| fact.value.to_string()),
            page.name.as_ref().map(|fact| fact.value.clone()),
        ]
        .map(Option::unwrap_or_default)
    }

    fn correct(pairs: &[(&str, &str)]) -> String {
        let one = |(text, to): &(&str, &str)| {
            format!("[[correct]]\ntext = \"{text}\"\nnth = 1\nline = 1\nto = \"{to}\"\n")
        };
        pairs.iter().map(one).collect()
    }

    #[test]
    fn what_a_corrected_head_states_is_shown() {
        let head = "龙江日报 2024年5月3日 星期五 第2版 要闻";
        assert_eq!(shown(&edition(head, "", None)), ["龙江日报", "2024年5月3日", "2", "要闻"]);
        let sidecar =
            correct(&[("龙江", "黑龙江"), ("2024", "2023"), ("第2", "第12"), ("星期五", "星期三")]);
        let edition = edition(head, &sidecar, None);
        assert_eq!(shown(&edition), ["黑龙江日报", "2023年5月3日", "12", "要闻"]);
        let text = &edition.pages[0].text;
        let Some(Basis::Stated(span)) = edition.paper.map(|fact| fact.basis) else { panic!() };
        assert_eq!(span.of(text), "龙江日报");
        let Some(Basis::Stated(span)) = edition.pages[0].name.clone().map(|fact| fact.basis) else {
            panic!()
        };
        assert_eq!(span.of(text), "要闻");
    }

    #[test]
    fn what_the_newsroom_gives_goes_before_a_corrected_head() {
        let head = "龙江日报 2024年5月3日 星期五 第2版 要闻";
        let given = "paper = \"某晚报\"\ndate = 2024-05-04\npage = 7\nname = \"综合\"\n";
        let sidecar = given.to_owned() + &correct(&[("龙江", "黑龙江"), ("2024", "2023")]);
        let edition = edition(head, &sidecar, None);
        assert_eq!(shown(&edition), ["某晚报", "2024年5月4日", "7", "综合"]);
    }

    #[test]
    fn a_corrected_head_is_not_complained_of() {
        let of_head = |edition: &Edition| {
            let notes = edition.pages[0].notes.iter();
            let kinds = notes.map(|note| note.kind);
            kinds.filter(|kind| matches!(kind, NoteKind::Head | NoteKind::Weekday)).count()
        };
        let wrong = "龙江日报 2024年5月3日 星期六 第2版 要闻";
        assert_eq!(of_head(&edition(wrong, "", None)), 1);
        assert_eq!(of_head(&edition(wrong, &correct(&[("星期六", "星期五")]), None)), 0);
        let folder = edition("龙江日报 2024年5月3日 第2版 要闻", "", None).date.unwrap().value;
        let other_day = "龙江日报 2024年5月8日 第2版 要闻";
        assert_eq!(of_head(&edition(other_day, "", Some(folder))), 1);
        assert_eq!(of_head(&edition(other_day, &correct(&[("8", "3")]), Some(folder))), 0);
    }

    #[test]
    fn a_place_in_the_corrected_text_is_one_of_the_dump() {
        let one = |start, end, to: &str| Correction { span: Span::new(start, end), to: to.into() };
        // ab[cd]ef[g]h -> abXYZefh2h
        let corrections = [one(2, 4, "XYZ"), one(6, 7, "22")];
        let places = [(0, 2), (2, 5), (3, 4), (5, 7), (7, 9), (8, 10), (9, 10), (0, 10)];
        let received = [(0, 2), (2, 4), (2, 4), (4, 6), (6, 7), (6, 8), (7, 8), (0, 8)];
        for ((start, end), (from, to)) in places.into_iter().zip(received) {
            assert_eq!(in_dump(&corrections, Span::new(start, end)), Span::new(from, to));
        }
    }
}
