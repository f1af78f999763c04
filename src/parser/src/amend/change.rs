//! How does one override change a page? Corrected words, articles and paragraphs cut and joined, gaps.

use super::layout::{Part, Seat, divide, outside_mut, parts, seat, set_parts, take};
use super::{Outcome, correct, retype};
use crate::credit::credit;
use crate::cursor::contains;
use crate::overrides::{Change, Class, Quote, Whole};
use crate::quote::find;
use crate::source::Source;
use ::edition::{BlockKind, Flag, FlagKind, Page, Span};

/// Applies what is said of the words at `span`.
pub fn apply(page: &mut Page, change: &Change, span: Span, source: &Source) -> Outcome {
    match change {
        Change::Correct { to } => correct(page, span, to),
        Change::Split(Whole::Article) => split_article(page, span, source),
        Change::Split(Whole::Paragraph) => split_paragraph(page, span, source),
        Change::Join { whole: Whole::Article, after } => {
            let after = seat_of(page, after.as_ref(), source)?;
            join_articles(page, span, after)
        }
        Change::Join { whole: Whole::Paragraph, after } => {
            let after = seat_of(page, after.as_ref(), source)?;
            join_paragraphs(page, span, after)
        }
        Change::Move { after } => {
            let after = find(after, source)?;
            move_behind(page, span, after.start, source)
        }
        Change::Retype(class) => retype::apply(page, *class, span, source),
        Change::Gap(kind) => gap(page, *kind, span),
        // What an article is said to be is applied when all else stands.
        Change::Article(_) => Ok((span, String::new())),
    }
}

/// Where the words of `after` stand, where they are given.
fn seat_of(
    page: &Page,
    after: Option<&Quote>,
    source: &Source,
) -> Result<Option<(usize, usize)>, String> {
    let Some(after) = after else { return Ok(None) };
    let at = find(after, source)?.start;
    in_article(page, at, &after.text).map(Some)
}

/// Article and part of the character at `at`.
fn in_article(page: &Page, at: u32, text: &str) -> Result<(usize, usize), String> {
    match seat(page, at) {
        Some(Seat::Article(number, part)) => Ok((number, part)),
        _ => Err(format!("“{text}”不在任何一篇里。请先用 [[type]] 说明它是什么。")),
    }
}

/// Cuts the part before `at`, so that one begins there; the index of that one.
fn cut_part(page: &mut Page, number: usize, part: usize, at: u32) -> usize {
    let article = &mut page.articles[number];
    let mut all = parts(article);
    if all[part].start() == at {
        return part;
    }
    let (before, after) = all.remove(part).cut(at, &page.text);
    let new = usize::from(before.is_some());
    all.splice(part..part, before.into_iter().chain(after.map(second)));
    set_parts(article, all);
    part + new
}

/// What is cut off a lead is a paragraph.
fn second(mut part: Part) -> Part {
    if part.class == Class::Block(BlockKind::Lead) {
        part.class = Class::Block(BlockKind::Para);
    }
    part
}

fn split_article(page: &mut Page, span: Span, source: &Source) -> Outcome {
    let text = span.of(source.text);
    let (number, part) = in_article(page, span.start, text)?;
    let first = &parts(&page.articles[number])[0];
    if part == 0 && first.start() == span.start {
        return Err(format!("“{text}”已经是一篇的开头。请删去这一条。"));
    }
    let part = cut_part(page, number, part, span.start);
    divide(page, number, part);
    Ok((span, format!("从“{text}”起另成一篇。")))
}

fn split_paragraph(page: &mut Page, span: Span, source: &Source) -> Outcome {
    let text = span.of(source.text);
    let (number, part) = in_article(page, span.start, text)?;
    if parts(&page.articles[number])[part].start() == span.start {
        return Err(format!("“{text}”已经是一段的开头。请删去这一条。"));
    }
    cut_part(page, number, part, span.start);
    Ok((span, format!("从“{text}”起另成一段。")))
}

fn join_articles(page: &mut Page, span: Span, after: Option<(usize, usize)>) -> Outcome {
    let text = span.of(&page.text).to_owned();
    let (number, _) = in_article(page, span.start, &text)?;
    let before = || {
        let start = page.articles[number].start();
        let earlier = page.articles.iter().enumerate().filter(|one| one.1.start() < start);
        earlier.max_by_key(|one| one.1.start()).map(|one| one.0)
    };
    let target = after.map(|seat| seat.0).or_else(before).ok_or_else(|| {
        format!("“{text}”前面没有别的文章。请用 after 写明接在哪里,或删去这一条。")
    })?;
    if target == number {
        return Err(format!("“{text}”已经在那一篇里。请删去这一条。"));
    }
    let mut joined = page.articles.remove(number);
    let target = &mut page.articles[if number < target { target - 1 } else { target }];
    let mut all = parts(target);
    all.extend(parts(&joined).into_iter().map(inside));
    set_parts(target, all);
    // Joined by hand, neither has lost anything at the seam.
    target.flags.retain(|flag| flag.kind != FlagKind::LostTail);
    joined.flags.retain(|flag| flag.kind != FlagKind::LostLead);
    target.flags.append(&mut joined.flags);
    target.flags.sort_by_key(|flag| flag.at);
    target.jumps.append(&mut joined.jumps);
    Ok((span, format!("“{text}”所在的一篇并入前一篇。")))
}

/// What a head or lead is inside another article.
fn inside(mut part: Part) -> Part {
    part.class = match part.class {
        class if class.is_head() => Class::Block(BlockKind::Subhead),
        Class::Block(BlockKind::Lead) => Class::Block(BlockKind::Para),
        class => class,
    };
    part
}

fn join_paragraphs(page: &mut Page, span: Span, after: Option<(usize, usize)>) -> Outcome {
    let text = span.of(&page.text).to_owned();
    let from = seat(page, span.start).ok_or_else(|| format!("“{text}”不是正文。请改 text。"))?;
    let target = match (after, from) {
        (Some(target), _) => target,
        (None, Seat::Article(number, part)) if part > 0 => (number, part - 1),
        _ => return Err(format!("“{text}”前面没有可接的一段。请用 after 写明接在哪一段后面。")),
    };
    if from == Seat::Article(target.0, target.1) {
        return Err(format!("“{text}”已经在那一段里。请删去这一条。"));
    }
    let (taken, target) = lift(page, from, target);
    let article = &mut page.articles[target.0];
    let mut all = parts(article);
    let seam = (all[target.1].end(), taken.start());
    all[target.1].spans.extend(taken.spans);
    set_parts(article, all);
    let at_seam = |flag: &Flag| flag.kind.is_lost() && (flag.at == seam.0 || flag.at == seam.1);
    page.articles.iter_mut().for_each(|article| article.flags.retain(|flag| !at_seam(flag)));
    Ok((span, format!("“{text}”接到前一段。")))
}

fn move_behind(page: &mut Page, span: Span, after: u32, source: &Source) -> Outcome {
    let text = span.of(&page.text).to_owned();
    let from = seat(page, span.start).ok_or_else(|| format!("“{text}”不是正文。请改 text。"))?;
    let target = in_article(page, after, "after")?;
    let here = Seat::Article(target.0, target.1);
    if from == here || from == Seat::Article(target.0, target.1 + 1) {
        return Err(format!("“{text}”已经在那里。请删去这一条。"));
    }
    let credit =
        credit_below(page, from, source).filter(|credit| seat(page, *credit) != Some(here));
    put(page, from, target);
    if let Some(credit) = credit
        && let Some(Seat::Article(number, part)) = seat(page, span.start)
        && let Some(from) = seat(page, credit)
    {
        put(page, from, (number, part));
        return Ok((span, format!("“{text}”连同摄影署名移到所写的一段后面。")));
    }
    Ok((span, format!("“{text}”移到所写的一段后面。")))
}

/// Moves a part behind the one at `target`.
fn put(page: &mut Page, from: Seat, target: (usize, usize)) {
    let (mut taken, target) = lift(page, from, target);
    if taken.class.is_outside() {
        taken.class = Class::Block(BlockKind::Para);
    }
    let article = &mut page.articles[target.0];
    let mut all = parts(article);
    all.insert(target.1 + 1, taken);
    set_parts(article, all);
}

/// Where the line begins that says who took the picture of a caption: right behind it, and nothing but that.
fn credit_below(page: &Page, caption: Seat, source: &Source) -> Option<u32> {
    let Seat::Article(number, part) = caption else { return None };
    let all = parts(&page.articles[number]);
    let [caption, below, ..] = &all[part..] else { return None };
    let is_caption = caption.class == Class::Block(BlockKind::Caption);
    let is_credit = matches!(below.class, Class::Block(BlockKind::Byline | BlockKind::Signoff));
    let [own] = below.spans[..] else { return None };
    let is_next = page.text[caption.end() as usize..].trim_start().starts_with(own.of(&page.text));
    let ink = source.inside(own);
    // 摄影报道: whoever photographed it wrote the text, too.
    let is_photo = credit(ink).is_some_and(|read| read.is_photo) && !contains(ink, "报道");
    (is_caption && is_credit && is_next && is_photo).then_some(own.start)
}

/// Takes a part from its seat; `target` as it is counted afterwards.
fn lift(page: &mut Page, from: Seat, target: (usize, usize)) -> (Part, (usize, usize)) {
    match from {
        Seat::Article(number, part) => {
            let last = parts(&page.articles[number]).len() == 1;
            let flags = move_flags(page, number, part, target.0);
            let taken = take(page, number, part);
            let target = match target {
                (other, at) if other == number && at > part => (other, at - 1),
                (other, at) if last && other > number => (other - 1, at),
                target => target,
            };
            page.articles[target.0].flags.extend(flags);
            page.articles[target.0].flags.sort_by_key(|flag| flag.at);
            (taken, target)
        }
        Seat::Outside(class, at) => {
            let spans: Vec<Span> =
                outside_mut(page, class).map(|list| list.remove(at)).into_iter().collect();
            (Part { class, spans }, target)
        }
    }
}

/// The flags at a part that goes to another article.
fn move_flags(page: &mut Page, number: usize, part: usize, target: usize) -> Vec<Flag> {
    if number == target {
        return Vec::new();
    }
    let part = parts(&page.articles[number]).swap_remove(part);
    let alone = super::layout::new_article(vec![part]);
    let flags = std::mem::take(&mut page.articles[number].flags);
    let (moved, stay) = flags.into_iter().partition(|flag| alone.holds(*flag));
    page.articles[number].flags = stay;
    moved
}

/// The flag of a gap that is said beside these words.
pub fn said(kind: FlagKind, span: Span) -> Flag {
    Flag { kind, at: if kind == FlagKind::LostLead { span.start } else { span.end } }
}

fn gap(page: &mut Page, kind: Option<FlagKind>, span: Span) -> Outcome {
    let text = span.of(&page.text).to_owned();
    let (number, part) = in_article(page, span.start, &text)?;
    let article = &mut page.articles[number];
    let part = &parts(article)[part];
    let Some(kind) = kind else {
        let beside = |flag: &Flag| {
            flag.kind.is_lost() && part.spans.iter().any(|s| (s.start..=s.end).contains(&flag.at))
        };
        let all = article.flags.len();
        article.flags.retain(|flag| !beside(flag));
        return if article.flags.len() < all {
            Ok((span, format!("“{text}”旁边并不缺文。")))
        } else {
            Err(format!("“{text}”旁边没有缺文的标记。请删去这一条。"))
        };
    };
    let flag = said(kind, span);
    if article.flags.contains(&flag) {
        return Err(format!("“{text}”处已经标明缺文。请删去这一条。"));
    }
    article.flags.push(flag);
    article.flags.sort_by_key(|flag| flag.at);
    let sentence = match kind {
        FlagKind::LostLead => format!("“{text}”之前缺文。"),
        _ => format!("“{text}”之后缺文。"),
    };
    Ok((span, sentence))
}
