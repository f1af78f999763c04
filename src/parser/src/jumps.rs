//! Where does 下转第3版 lead? The two ends of a text that goes on on another page of the edition, linked.

use ::edition::{
    Article, ArticleId, Direction, FlagKind, Jump, Note, NoteKind, Page, PageNumber, Span,
};

/// Where a jump stands: page, article and its place among the article's jumps.
type Place = (usize, usize, usize);

/// Links the jumps of an edition whose articles have their ids. A jump whose page is in the edition and has
/// no other end gets a note; one to a page that is not there stays as it is.
pub fn link(pages: &mut [Page]) {
    let mut links: Vec<(Place, ArticleId)> = Vec::new();
    let mut lonely: Vec<Place> = Vec::new();
    for place in places(pages) {
        let jump = at(pages, place);
        let target = jump.page.and_then(|number| numbered(pages, number, place.0));
        let Some(target) = target else { continue };
        match other_end(pages, place, target) {
            Some(id) => links.push((place, id)),
            None => lonely.push(place),
        }
    }
    for ((page, article, jump), id) in links {
        pages[page].articles[article].jumps[jump].other = Some(id);
    }
    for place in lonely {
        let note = lonely_note(at(pages, place), &pages[place.0].text);
        let notes = &mut pages[place.0].notes;
        notes.push(note);
        notes.sort_by_key(|note| (note.span, note.kind.name()));
    }
}

/// Whose text stands before and behind a place of the page? Asked for every marker, so looked up and not searched.
pub struct Owners {
    /// Every span of every article with the article's place, in order of the text.
    spans: Vec<(Span, usize)>,
}

impl Owners {
    pub fn of(articles: &[Article]) -> Self {
        let of_one = |(at, article): (usize, &Article)| {
            article.spans().map(move |span| (span, at)).collect::<Vec<_>>()
        };
        let mut spans: Vec<(Span, usize)> = articles.iter().enumerate().flat_map(of_one).collect();
        spans.sort_unstable();
        Self { spans }
    }

    /// The place of the article that a marker belongs to: 下转 ends a text, 上接 begins one.
    pub fn of_marker(&self, direction: Direction, marker: Span) -> Option<usize> {
        let behind = self.spans.partition_point(|(span, _)| span.start < marker.end);
        let next = self.spans.get(behind);
        let last = behind.checked_sub(1).and_then(|before| self.spans.get(before));
        let owner = match direction {
            Direction::From => next.or(last),
            Direction::To => last,
        };
        owner.map(|(_, article)| *article)
    }
}

/// What goes on elsewhere is not lost: with 下转 no end is, with 上接 no beginning.
pub fn settle(page: &mut Page) {
    let Page { articles, notes, .. } = page;
    let mut elsewhere: Vec<u32> = Vec::new();
    for article in articles {
        let has = |direction| article.jumps.iter().any(|jump: &Jump| jump.direction == direction);
        let (goes_on, came) = (has(Direction::To), has(Direction::From));
        article.flags.retain(|flag| {
            let goes_on_elsewhere = match flag.kind {
                FlagKind::LostTail => goes_on,
                FlagKind::LostLead => came,
                FlagKind::LostMiddle | FlagKind::Order => false,
            };
            if goes_on_elsewhere {
                elsewhere.push(flag.at);
            }
            !goes_on_elsewhere
        });
    }
    elsewhere.sort_unstable();
    notes.retain(|note| {
        note.kind != NoteKind::Gap || elsewhere.binary_search(&note.span.start).is_err()
    });
}

fn places(pages: &[Page]) -> Vec<Place> {
    let mut places = Vec::new();
    for (page, parsed) in pages.iter().enumerate() {
        for (article, parsed) in parsed.articles.iter().enumerate() {
            places.extend((0..parsed.jumps.len()).map(|jump| (page, article, jump)));
        }
    }
    places
}

fn at(pages: &[Page], (page, article, jump): Place) -> &Jump {
    &pages[page].articles[article].jumps[jump]
}

/// Index of the page of this number: of the same part of the paper as the page that says so, or else of any.
fn numbered(pages: &[Page], number: u16, here: usize) -> Option<usize> {
    let part = pages[here].number.as_ref().and_then(|fact| fact.value.part);
    let value = |page: &Page| page.number.as_ref().map(|fact| fact.value);
    let beside = pages.iter().position(|page| value(page) == Some(PageNumber { part, number }));
    let is_called = |page: &Page| value(page).is_some_and(|own| own.number == number);
    beside.or_else(|| pages.iter().position(is_called))
}

/// On the target page: the article whose own marker points back and that is most like this one.
fn other_end(pages: &[Page], here: Place, target: usize) -> Option<ArticleId> {
    let own = &pages[here.0].articles[here.1];
    let direction = at(pages, here).direction;
    let own_number = pages[here.0].number.as_ref().map(|fact| fact.value.number);
    let points_back = |article: &&Article| {
        article.jumps.iter().any(|jump| {
            jump.direction != direction && (jump.page.is_none() || jump.page == own_number)
        })
    };
    let candidates = pages[target].articles.iter().filter(points_back);
    let likeness = |article: &Article| likeness(own, &pages[here.0], article, &pages[target]);
    let mut ranked: Vec<(usize, &Article)> =
        candidates.map(|article| (likeness(article), article)).collect();
    ranked.sort_by_key(|(likeness, article)| (std::cmp::Reverse(*likeness), article.start()));
    match ranked.as_slice() {
        [(_, one)] => Some(one.id.clone()),
        // Of several that point back, only one that is clearly more like it.
        [(first, one), (second, _), ..] if first > second => Some(one.id.clone()),
        _ => None,
    }
}

/// Pairs of characters that the heads of both have; the text where one has no head.
fn likeness(a: &Article, page_a: &Page, b: &Article, page_b: &Page) -> usize {
    let (a, b) = (pairs(a, page_a), pairs(b, page_b));
    a.iter().filter(|pair| b.contains(pair)).count()
}

fn pairs(article: &Article, page: &Page) -> Vec<(char, char)> {
    /// Characters of a text without a head that are looked at.
    const OPENING: usize = 200;
    let text: Vec<char> = article
        .spans()
        .flat_map(|span| span.of(&page.text).chars())
        .filter(|c| c.is_alphanumeric())
        .take(OPENING)
        .map(places::fold)
        .collect();
    let mut pairs: Vec<(char, char)> = text.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn lonely_note(jump: &Jump, text: &str) -> Note {
    let marker = jump.span.of(text);
    let (number, back) = (
        jump.page.unwrap_or_default(),
        match jump.direction {
            Direction::To => "上接",
            Direction::From => "下转",
        },
    );
    Note::new(
        NoteKind::Jump,
        jump.span,
        format!("“{marker}”在第{number}版上找不到对应的“{back}”,或有几处分不清,没有相连。"),
    )
}

#[cfg(test)]
mod tests {
    use crate::{Context, Dump, edition_of};
    use ::edition::{Edition, NoteKind};

    fn edition(pages: &[(u16, &str)]) -> Edition {
        let dump = |(number, text): &(u16, &str)| Dump {
            source: format!("{number:02}.txt"),
            text: (*text).to_owned(),
            encoding: None,
            context: Context { page: Some((*number).into()), ..Context::default() },
        };
        edition_of("试", pages.iter().map(dump).collect())
    }

    const FIRST: &str = "全市推进会部署下一步工作\n\n本报讯(记者 王明)7月1日,全市推进会召开,会议部署了下一步的各项工作,并对\n\n（下转第3版）\n\n\
        县里修了新路\n\n本报讯(记者 李丽)7月1日,县里新修的公路通车,沿线村民出行更加方便。\n";
    const THIRD: &str = "（上接第1版）重点任务作了分解。会议要求,各地要抓好落实,确保全年任务完成。\n\n\
        书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n";

    #[test]
    fn both_ends_of_a_text_are_linked() {
        let own_line = THIRD.replacen("版）", "版）\n\n", 1);
        linked(FIRST, &own_line);
        // In the line of the text, too.
        linked(&FIRST.replacen("并对\n\n", "并对", 1), THIRD);
    }

    #[test]
    fn a_jump_stays_in_its_part_of_the_paper() {
        let head =
            |page: &str, text: &str| format!("河口日报 2025年7月1日 星期二 {page}\n\n{text}");
        let dump = |(source, text): (&str, String)| Dump {
            source: source.into(),
            text,
            encoding: None,
            context: Context::default(),
        };
        let dumps = [
            ("1.txt", head("A3版", THIRD)),
            ("2.txt", head("B1版", FIRST)),
            ("3.txt", head("B3版", THIRD)),
        ];
        let edition = edition_of("试", dumps.into_iter().map(dump).collect());
        let jump = edition.pages[1].articles.iter().find_map(|article| article.jumps.first());
        let third = edition.pages[2].articles.iter().find(|article| !article.jumps.is_empty());
        assert_eq!(jump.unwrap().other, third.map(|article| article.id.clone()));
    }

    fn linked(first: &str, third: &str) {
        let edition = edition(&[(1, first), (3, third)]);
        let [one, third] = &edition.pages[..] else { panic!("two pages") };
        let from = one.articles.iter().find(|article| !article.jumps.is_empty()).unwrap();
        let to = third.articles.iter().find(|article| !article.jumps.is_empty()).unwrap();
        assert_eq!(from.jumps[0].other.as_ref(), Some(&to.id));
        assert_eq!(to.jumps[0].other.as_ref(), Some(&from.id));
        assert!(from.headline[0].of(first).starts_with("全市推进会"));
        assert!(
            to.headline.is_empty()
                && to.spans().next().unwrap().of(third.text.as_str()).starts_with("重点")
        );
        assert!(from.flags.is_empty() && to.flags.is_empty());
    }

    #[test]
    fn a_page_that_is_not_there_is_no_fault_and_a_missing_end_is_noted() {
        let alone = edition(&[(1, FIRST)]);
        assert!(alone.pages[0].notes.iter().all(|note| note.kind != NoteKind::Jump));
        let text =
            "书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n";
        let pair = edition(&[(1, FIRST), (3, text)]);
        let note = pair.pages[0].notes.iter().find(|note| note.kind == NoteKind::Jump).unwrap();
        assert_eq!(
            note.sentence,
            "“（下转第3版）”在第3版上找不到对应的“上接”,或有几处分不清,没有相连。"
        );
    }
}
