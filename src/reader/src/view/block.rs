//! How is an article's text set? Each block as what it is, and what is missing said in its place.

use super::facts::opening_bylines;
use super::runs::{Highlights, passage};
use super::table::table;
use crate::catalog::Item;
use crate::node::{Child, Node, view};
use crate::text::Role;
use crate::words::words;
use edition::{BlockKind, Flag, FlagKind};

/// The names with which the text opens, as they are printed.
pub fn byline(item: &'static Item<'static>, highlights: &Highlights) -> Node {
    let opening = opening_bylines(item.article).len();
    let parts = item.parts.iter().enumerate();
    let here = parts.filter(|(_, part)| matches!(part.role, Role::Block(at, _) if at < opening));
    let draw = |(at, (index, _))| {
        let space = (at > 0).then_some("　");
        view! { {space}{passage(item, index, highlights)} }
    };
    here.enumerate().map(draw).collect::<Node>()
}

/// The blocks below them in reading order with a remark wherever text is missing or out of place.
pub fn blocks(item: &'static Item<'static>, highlights: &Highlights) -> Node {
    let article = item.article;
    let places: Vec<(usize, Flag)> =
        article.flags.iter().map(|flag| (article.place_of(*flag), *flag)).collect();
    let remarks = |before: usize| {
        let here = places.iter().filter(move |(at, _)| *at == before);
        here.map(|(_, flag)| remark(*flag)).collect::<Node>()
    };
    let opening = opening_bylines(article).len();
    let texts = item.parts.iter().enumerate().filter_map(|(index, part)| match part.role {
        Role::Block(at, kind) if at >= opening => Some((index, at, kind)),
        _ => None,
    });
    let drawn = texts.map(|(index, at, kind)| {
        let begins_cut =
            places.iter().any(|(place, flag)| *place == at && flag.kind == FlagKind::LostLead);
        let text = || passage(item, index, highlights);
        let text = match kind {
            BlockKind::Table => table(item, index, highlights),
            _ if begins_cut => view! { <p class="fragment">{text()}</p> },
            kind => block(kind, text()),
        };
        view! { {remarks(at)} {text} }
    });
    view! { {drawn.collect::<Node>()} {remarks(article.blocks.len())} }
}

fn block(kind: BlockKind, text: impl Child) -> Node {
    match kind {
        BlockKind::Subhead => view! { <h2 class="subhead">{text}</h2> },
        BlockKind::Byline => view! { <p class="byline">{text}</p> },
        BlockKind::Signoff => view! { <p class="signoff">{text}</p> },
        BlockKind::Caption => view! { <p class="caption">{text}</p> },
        BlockKind::Verse => view! { <p class="verse">{text}</p> },
        BlockKind::Note => view! { <p class="note">{text}</p> },
        _ => view! { <p>{text}</p> },
    }
}

fn remark(flag: Flag) -> Node {
    let [what, why] = words().gaps[flag.kind as usize];
    view! {
        <p class="gap" role="note" lang=words().lang><strong>{what}</strong><span>{why}</span></p>
    }
}

/// What the mark says, in a list and in the text alike.
pub fn headline(kind: FlagKind) -> &'static str {
    words().gaps[kind as usize][0]
}
