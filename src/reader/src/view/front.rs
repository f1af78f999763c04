//! What does the page look like as a whole? Articles in print order, grouped as a newspaper groups.

mod group;
mod layout;
mod taste;

use self::group::{Group, groups};
use self::layout::Cell;
use self::taste::{Excerpt, Taste, brief_excerpt, gap, taste};
use super::facts::{Detail, Facts};
use super::listen::ListenBeside;
use super::runs::{Highlights, runs};
use super::turns::in_turn;
use crate::catalog::Item;
use crate::dom::Step;
use crate::listing::Entry;
use crate::node::{Child, Node, component, view};
use crate::route::Route;
use crate::state::{Reader, item, opened};
use crate::text::Role;
use crate::words::{fill, words};
use edition::{Direction, FlagKind, Kind, Page};
use leptos::prelude::*;

#[component]
pub fn Front() -> Node {
    let reader = Reader::here();
    move || {
        let listing = reader.listing.get();
        if listing.entries.is_empty() {
            return view! { <Empty hidden=listing.hidden/> };
        }
        let pages = by_page(&listing.entries);
        let several = pages.len() > 1;
        let draw = |(page, items): (&'static Page, Vec<usize>)| {
            view! {
                {several.then(|| view! { <h2 class="page-name">{page_name(page)}</h2> })}
                <div class="paper">{draw_groups(groups(&items), several)}</div>
            }
        };
        pages.into_iter().map(draw).collect::<Node>()
    }
}

fn by_page(entries: &[Entry]) -> Vec<(&'static Page, Vec<usize>)> {
    let mut pages: Vec<(&'static Page, Vec<usize>)> = Vec::new();
    for entry in entries {
        let page = item(entry.item).page;
        match pages.last_mut().filter(|(last, _)| std::ptr::eq(*last, page)) {
            Some((_, items)) => items.push(entry.item),
            None => pages.push((page, vec![entry.item])),
        }
    }
    pages
}

pub fn page_name(page: &'static Page) -> String {
    let number = page.number.as_ref().map(|number| fill(words().page_number, &[&number.value]));
    let name = page.name.as_ref().map(|name| name.value.clone());
    let words: Vec<String> = number.into_iter().chain(name).collect();
    if words.is_empty() { page.source.clone() } else { words.join(" ") }
}

fn draw_groups(groups: Vec<Group>, below: bool) -> Node {
    let cells = layout::place(&groups.iter().map(Group::shape).collect::<Vec<_>>());
    groups
        .into_iter()
        .zip(cells)
        .map(|(group, cell)| draw_group(group, cell, below))
        .collect::<Node>()
}

/// `below` is set where a page's name stands as a heading above its items.
fn draw_group(group: Group, cell: Cell, below: bool) -> Node {
    let wide = cell.columns > 1;
    let row = format!("{} / span {}", cell.row, cell.rows);
    let column = format!("{} / span {}", cell.column, cell.columns);
    let inside = in_turn(move || draw_inside(&group, wide, below));
    view! { <div class="cell" style=("--row", row) style=("--column", column)>{inside}</div> }
}

fn draw_inside(group: &Group, wide: bool, below: bool) -> Node {
    let level = if below { Level::Three } else { Level::Two };
    match *group {
        Group::Lead(index) => story(index, "lead", Excerpt::Long, level),
        Group::Story(index) if wide => story(index, "story wide", Excerpt::Short, level),
        Group::Story(index) => story(index, "story", Excerpt::Short, level),
        Group::Photo(index) => story(index, "photo", Excerpt::Caption, level),
        Group::Rubric { name, ref items, leads, .. } => {
            let lang = items.first().map(|index| item(*index).lang);
            let draw = |(at, &index): (usize, &usize)| match at {
                0 if leads => story(index, "lead", Excerpt::Long, level.next()),
                _ => {
                    let excerpt = brief_excerpt(item(index), items.len() == 1, wide);
                    story(index, "brief", excerpt, level.next())
                }
            };
            let briefs = items.iter().enumerate().map(draw).collect::<Node>();
            let head = heading(level, "rubric", name);
            view! {
                <section class="group" class:spread=wide aria-label=name lang=lang>
                    {head}
                    <div class="briefs">{briefs}</div>
                </section>
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Level {
    Two,
    Three,
    Four,
}

impl Level {
    fn next(self) -> Self {
        match self {
            Self::Two => Self::Three,
            Self::Three | Self::Four => Self::Four,
        }
    }
}

fn heading(level: Level, class: &'static str, text: impl Child) -> Node {
    match level {
        Level::Two => view! { <h2 class=class>{text}</h2> },
        Level::Three => view! { <h3 class=class>{text}</h3> },
        Level::Four => view! { <h4 class=class>{text}</h4> },
    }
}

fn story(index: usize, class: &'static str, excerpt: Excerpt, level: Level) -> Node {
    let reader = Reader::here();
    let item = item(index);
    let href = reader.route.with_untracked(|route| opened(route, item).to_string());
    let label = |role, class: &'static str| {
        head(item, role).map(|text| view! { <p class=class>{text}</p> })
    };
    let photo = item.article.kind == Kind::Photo;
    let title = match head(item, Role::Headline) {
        Some(text) => text,
        None if photo => caption(item).node(),
        None => item.title().node(),
    };
    let named = item.part(Role::Headline).is_some();
    let class_of_title = if named { "headline" } else { "opening" };
    let title = heading(level, class_of_title, view! { <a href=href>{title}</a> });
    let Taste { text, rest } = taste(item, excerpt, !named);
    // What is missing in no sight is counted; a beginning is missed above the text.
    let (above, lost) = match text {
        Some(_) => (item.article.flags.iter().any(|flag| flag.kind == FlagKind::LostLead), rest),
        None => (false, item.article.flags.iter().filter(|flag| flag.kind.is_lost()).count()),
    };
    view! {
        <article class=class lang=item.lang>
            {photo.then(|| view! { <p class="no-picture" lang=words().lang>{words().no_picture}</p> })}
            {label(Role::Column, "column")}
            {label(Role::Kicker, "kicker")}
            {title}
            {label(Role::Subtitle, "subtitle")}
            <ListenBeside index/>
            <Facts item detail=Detail::Brief byline=None lost/>
            {jumps(item, Direction::From)}
            {above.then(|| gap(FlagKind::LostLead))}
            {text}
            {jumps(item, Direction::To)}
        </article>
    }
}

/// Where the text goes on, or came from, as it is printed; the open article leads there.
fn jumps(item: &'static Item<'static>, direction: Direction) -> Node {
    let notices = item.jumps(direction).map(|(marker, _)| view! { <p class="jump">{marker}</p> });
    notices.collect::<Node>()
}

fn head(item: &'static Item<'static>, role: Role) -> Option<Node> {
    item.part(role).map(|(index, _)| runs(item, index, &Highlights::default()))
}

/// The first caption, which stands for the headline that a photo has not.
fn caption(item: &'static Item<'static>) -> &'static str {
    let captions = item.parts.iter().filter(|part| part.role.field() == search::Field::Caption);
    captions.map(|part| part.text.as_str()).next().unwrap_or_else(|| item.title())
}

/// Filters that leave nothing.
#[component]
fn Empty(hidden: usize) -> Node {
    let reader = Reader::here();
    let clear = move |_| {
        let route = reader.route.with_untracked(Route::unfiltered);
        reader.go(route, Step::New);
    };
    match hidden {
        0 => view! {
            <p class="nothing">{words().no_pages}</p>
        },
        hidden => view! {
            <div class="nothing">
                <p>{words().nothing_left}</p>
                <button type="button" on:click=clear>{fill(words().drop_filters, &[&hidden])}</button>
            </div>
        },
    }
}
