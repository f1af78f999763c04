//! How much of a text stands below its headline on the page, and what is said there of what is missing?

use super::super::block;
use crate::catalog::Item;
use crate::excerpt;
use crate::node::{Node, view};
use crate::text::Role;
use crate::words::words;
use edition::{BlockKind, Direction, FlagKind, Kind};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Excerpt {
    None,
    /// A taste of the first paragraph.
    Short,
    /// The first paragraphs.
    Long,
    /// Captions in full.
    Caption,
}

/// Characters of text under the leading item and under a story.
const LONG: usize = 250;
const SHORT: usize = 60;

/// A photo under a rubric still shows its captions, and what has a rubric to itself what a story shows; so do a poem and
/// what is as long as a story where there is the room.
pub fn brief_excerpt(item: &Item, alone: bool, wide: bool) -> Excerpt {
    match item.article.kind {
        Kind::Photo => Excerpt::Caption,
        Kind::Verse if wide => Excerpt::Short,
        _ if alone || wide && item.length > 3 * SHORT => Excerpt::Short,
        _ => Excerpt::None,
    }
}

/// Some of the text with the remarks on what is missing within it, and the number of those further down.
pub struct Taste {
    pub text: Option<Node>,
    pub rest: usize,
}

/// A paragraph of a taste, and what stands before it.
struct Piece {
    text: &'static str,
    kind: BlockKind,
    cut: bool,
    gaps: Vec<FlagKind>,
    subhead: Option<&'static str>,
}

impl Piece {
    fn draw(self) -> Node {
        let subhead = |text| view! { <p class="subhead">{text}</p> };
        let verse = self.kind == BlockKind::Verse;
        view! {
            {self.gaps.into_iter().map(gap).collect::<Node>()}
            {self.subhead.map(subhead)}
            <p class:verse=verse>{self.text}{self.cut.then_some("……")}</p>
        }
    }
}

/// `begun` is set where the first caption stands above as the title.
pub fn taste(item: &'static Item<'static>, excerpt: Excerpt, begun: bool) -> Taste {
    let article = item.article;
    let lost = article.flags.iter().filter(|flag| flag.kind.is_lost());
    let lost = lost.filter(|flag| flag.kind != FlagKind::LostLead);
    let mut lost: Vec<(usize, FlagKind)> =
        lost.map(|flag| (article.place_of(*flag), flag.kind)).collect();
    let wanted = |kind: BlockKind| match excerpt {
        Excerpt::None => false,
        Excerpt::Short | Excerpt::Long => {
            matches!(kind, BlockKind::Lead | BlockKind::Para | BlockKind::Notice | BlockKind::Verse)
        }
        Excerpt::Caption => kind == BlockKind::Caption,
    };
    let mut left = match excerpt {
        Excerpt::None => 0,
        Excerpt::Short => SHORT,
        Excerpt::Long => LONG,
        Excerpt::Caption => usize::MAX,
    };
    let mut skip = usize::from(begun && excerpt == Excerpt::Caption);
    let mut paragraphs: Vec<Piece> = Vec::new();
    let mut more = false;
    let mut subhead = None;
    for part in &item.parts {
        let Role::Block(at, kind) = part.role else { continue };
        if kind == BlockKind::Subhead {
            subhead = Some(part.text.as_str());
        }
        more |= left == 0 && wanted(kind);
        if left > 0 && wanted(kind) {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            // A further paragraph has at least a clause, or is left out.
            let least = if paragraphs.is_empty() { left / 2 } else { 1 };
            let cut = excerpt::cut(&part.text, left, least);
            let text = cut.unwrap_or(&part.text);
            let whole = text.chars().count();
            match paragraphs.is_empty() || whole < left || cut.is_none() {
                true => paragraphs.push(Piece {
                    text,
                    kind,
                    cut: cut.is_some(),
                    gaps: lost
                        .extract_if(.., |(place, _)| *place <= at)
                        .map(|(_, gap)| gap)
                        .collect(),
                    // Above the first stands the headline.
                    subhead: subhead.take().filter(|_| !paragraphs.is_empty()),
                }),
                false => more = true,
            }
            left = if cut.is_some() { 0 } else { left - whole };
        }
    }
    // What has further paragraphs, or goes on on another page, ends nowhere here.
    let goes_on = excerpt != Excerpt::Caption && item.jumps(Direction::To).next().is_some() || more;
    if let Some(last) = paragraphs.last_mut() {
        last.cut |= goes_on;
    }
    // What is missing behind the last word is said there, where that is shown.
    let whole = paragraphs.last().is_some_and(|last| !last.cut);
    let end = if whole { std::mem::take(&mut lost) } else { Vec::new() };
    let text = (!paragraphs.is_empty()).then(|| {
        view! {
            <div class="taste">
                {paragraphs.into_iter().map(Piece::draw).collect::<Node>()}
                {end.into_iter().map(|(_, kind)| gap(kind)).collect::<Node>()}
            </div>
        }
    });
    Taste { text, rest: lost.len() }
}

pub fn gap(kind: FlagKind) -> Node {
    view! { <p class="gap" lang=words().lang>{block::headline(kind)}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, catalog};
    use edition::{Article, ArticleId, Block, Edition, Flag, Library, Page, Span};
    use leptos::prelude::*;

    /// An article of these blocks, in which something is lost behind the block of this number.
    fn written(
        blocks: &[(BlockKind, &str)],
        lost: Option<(usize, FlagKind)>,
    ) -> &'static Item<'static> {
        let mut article = Article::new(ArticleId::of("甲", 0), Kind::Feature);
        let mut text = String::new();
        for (at, (kind, words)) in blocks.iter().enumerate() {
            let start = text.len();
            text += words;
            let spans = vec![Span::new(start, text.len())];
            article.blocks.push(Block { kind: *kind, spans });
            let flag = lost.filter(|(behind, _)| *behind == at);
            article.flags.extend(flag.map(|(_, kind)| Flag { kind, at: text.len() as u32 }));
        }
        let page = Page { text, articles: vec![article], ..Page::default() };
        let edition = Edition { pages: vec![page], ..Edition::default() };
        let library = Library { editions: vec![edition], ..Library::default() };
        let catalog = Catalog::of(Box::leak(Box::new(library)));
        &Box::leak(Box::new(catalog)).items[0]
    }

    fn shown(item: &'static Item<'static>, excerpt: Excerpt) -> (String, usize) {
        Owner::new().with(|| {
            let Taste { text, rest } = taste(item, excerpt, false);
            (text.map_or(String::new(), Node::html), rest)
        })
    }

    const FIRST: &str = "渡口的老艄公姓桑，摇了四十年橹。";
    const SECOND: &str = "新桥通车那天，他把船拖上了岸。";

    #[test]
    fn what_is_missing_is_said_where_it_is_missed() {
        let two = [(BlockKind::Para, FIRST), (BlockKind::Para, SECOND)];
        let order = |item, pieces: &[&str]| {
            let (html, rest) = shown(item, Excerpt::Long);
            let places: Vec<_> = pieces.iter().map(|piece| html.find(piece)).collect();
            assert!(places.is_sorted() && places.iter().all(Option::is_some), "{html}");
            assert_eq!(rest, 0);
        };
        let middle = written(&two, Some((0, FlagKind::LostMiddle)));
        order(middle, &[FIRST, "此处原文缺一段", SECOND]);
        order(written(&two, Some((1, FlagKind::LostTail))), &[SECOND, "此处原文缺结尾"]);
        let (html, rest) = shown(middle, Excerpt::None);
        assert_eq!((html.as_str(), rest), ("", 1));
        // A taste that ends before it does not say that something is missing there.
        let long = SECOND.repeat(9);
        let long = [(BlockKind::Para, FIRST), (BlockKind::Para, &long), (BlockKind::Para, FIRST)];
        let (html, rest) = shown(written(&long, Some((1, FlagKind::LostMiddle))), Excerpt::Short);
        assert!(html.ends_with("……</p></div>") && !html.contains("此处"), "{html}");
        assert_eq!(rest, 1);
    }

    #[test]
    fn a_subhead_stands_between_the_paragraphs_that_it_parts() {
        let blocks = [
            (BlockKind::Subhead, "一张渡船"),
            (BlockKind::Para, FIRST),
            (BlockKind::Subhead, "一座新桥"),
            (BlockKind::Para, SECOND),
            (BlockKind::Subhead, "一盏马灯"),
        ];
        let (html, _) = shown(written(&blocks, None), Excerpt::Long);
        let parted = format!("{FIRST}</p><p class=\"subhead\">一座新桥</p><p>{SECOND}");
        assert!(html.contains(&parted) && html.matches("subhead").count() == 1, "{html}");
    }

    #[test]
    fn under_a_rubric_long_stories_show_some_text_where_there_is_the_room() {
        let long = FIRST.repeat(12);
        let item = |text| written(&[(BlockKind::Para, text)], None);
        let shows = |text, wide| brief_excerpt(item(text), false, wide) == Excerpt::Short;
        assert!(shows(&long, true) && !shows(&long, false) && !shows(FIRST, true));
    }

    #[test]
    fn a_taste_that_is_not_all_of_the_text_says_so() {
        let is_text = |part: &&crate::text::Part| {
            matches!(part.role, Role::Block(_, BlockKind::Lead | BlockKind::Para))
        };
        Owner::new().with(|| {
            let mut cut = 0;
            for item in &catalog().items {
                let Some(last) = item.parts.iter().rfind(is_text) else { continue };
                let html =
                    taste(item, Excerpt::Short, false).text.map_or(String::new(), Node::html);
                let whole = html.contains(&*html_escape::encode_text(&last.text));
                let goes_on = item.jumps(Direction::To).next().is_some();
                assert_eq!(html.ends_with("……</p></div>"), goes_on || !whole, "{html}");
                cut += usize::from(!whole);
            }
            assert!(cut > 0);
        });
    }
}
