//! How are overrides written? `[[correct]]`, `[[split]]`, `[[join]]`, `[[move]]`, `[[type]]`, `[[article]]`, `[[gap]]`.

use crate::overrides::{Change, Class, Facts, Override, Quote, Whole};
use crate::sidecar::line_of;
use ::edition::{FlagKind, InSidecar, Kind, MonthDay, Span};
use serde::Deserialize;
use toml::Spanned;

/// The arrays of tables of one sidecar. (They are listed in it by name: serde's `flatten` would lose the
/// places of what stands in them.)
pub struct Tables {
    pub correct: Vec<Correct>,
    pub split: Vec<Split>,
    pub join: Vec<Join>,
    pub r#move: Vec<Move>,
    pub r#type: Vec<Type>,
    pub article: Vec<Article>,
    pub gap: Vec<Gap>,
}

type Text = Spanned<String>;
type Number = Option<Spanned<u32>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correct {
    text: Text,
    line: Number,
    nth: Number,
    to: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    text: Text,
    line: Number,
    nth: Number,
    r#as: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Join {
    text: Text,
    line: Number,
    nth: Number,
    r#as: Option<Text>,
    after: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    text: Text,
    line: Number,
    nth: Number,
    after: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Type {
    text: Text,
    line: Number,
    nth: Number,
    r#as: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    text: Text,
    line: Number,
    nth: Number,
    kind: Option<Text>,
    rubric: Option<String>,
    column: Option<String>,
    dateline: Option<Text>,
    counties: Option<Vec<String>>,
    bylines: Option<Vec<Name>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a name in braces, as in { name = \"王明\" }")]
struct Name {
    name: Text,
    role: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    text: Text,
    line: Number,
    nth: Number,
    kind: Text,
}

/// Byte offset in the sidecar, and what is wrong there.
type Wrong = (usize, String);

impl Tables {
    /// All of them, in the order written.
    pub fn overrides(self, sidecar: &str) -> Result<Vec<Override>, Wrong> {
        let mut all = Vec::new();
        let mut add = |text: Text, line: Number, nth: Number, change: Change| {
            let at = text.span();
            let place =
                InSidecar { line: line_of(sidecar, at.start), span: Span::new(at.start, at.end) };
            all.push(Override { place, quote: quote(text, line, nth)?, change });
            Ok::<(), Wrong>(())
        };
        for Correct { text, line, nth, to } in self.correct {
            if to.get_ref().trim().is_empty() {
                let found = "`to` is empty; quote a neighbouring word too in `text`, and keep that word in `to`";
                return Err((to.span().start, found.into()));
            }
            add(text, line, nth, Change::Correct { to: to.into_inner() })?;
        }
        for Split { text, line, nth, r#as } in self.split {
            add(text, line, nth, Change::Split(whole(r#as)?))?;
        }
        for Join { text, line, nth, r#as, after } in self.join {
            let after = after.map(|after| quote(after, None, None)).transpose()?;
            add(text, line, nth, Change::Join { whole: whole(r#as)?, after })?;
        }
        for Move { text, line, nth, after } in self.r#move {
            let after = quote(after, None, None)?;
            add(text, line, nth, Change::Move { after })?;
        }
        for Type { text, line, nth, r#as } in self.r#type {
            let class = named(&r#as, "as", Class::ALL, Class::name)?;
            add(text, line, nth, Change::Retype(class))?;
        }
        for Article { text, line, nth, kind, rubric, column, dateline, counties, bylines } in
            self.article
        {
            let kind = kind.map(|kind| named(&kind, "kind", Kind::ALL, Kind::name)).transpose()?;
            let dateline = dateline.map(day).transpose()?;
            let bylines = bylines.map(people).transpose()?;
            let facts = Facts { kind, rubric, column, dateline, counties, bylines };
            if facts == Facts::default() {
                let found = "`article` says nothing of it; add kind, rubric, column, dateline, counties or bylines";
                return Err((text.span().start, found.into()));
            }
            add(text, line, nth, Change::Article(facts))?;
        }
        for Gap { text, line, nth, kind } in self.gap {
            let lost = [
                Some(FlagKind::LostLead),
                Some(FlagKind::LostMiddle),
                Some(FlagKind::LostTail),
                None,
            ];
            let name = |kind: Option<FlagKind>| kind.map_or("none", FlagKind::name);
            let kind = named(&kind, "kind", lost, name)?;
            add(text, line, nth, Change::Gap(kind))?;
        }
        all.sort_by_key(|one| one.place.span);
        Ok(all)
    }
}

/// Names, each with its role.
fn people(bylines: Vec<Name>) -> Result<Vec<(String, Option<String>)>, Wrong> {
    let person = |Name { name, role }: Name| match name.get_ref().trim() {
        "" => {
            let found = "`name` is empty; write the name, or bylines = [] where nobody is named";
            Err((name.span().start, found.into()))
        }
        _ => Ok((name.into_inner(), role)),
    };
    bylines.into_iter().map(person).collect()
}

fn quote(text: Text, line: Number, nth: Number) -> Result<Quote, Wrong> {
    let from_one = |number: Number, key: &str| match number {
        Some(number) if *number.get_ref() == 0 => {
            Err((number.span().start, format!("`{key}` counts from 1; write 1 for the first")))
        }
        number => Ok(number.map(Spanned::into_inner)),
    };
    if text.get_ref().trim().is_empty() {
        let found = "`text` is empty; quote the words of the page that it is about";
        return Err((text.span().start, found.into()));
    }
    let (line, nth) = (from_one(line, "line")?, from_one(nth, "nth")?);
    Ok(Quote { text: text.into_inner(), line, nth })
}

fn whole(given: Option<Text>) -> Result<Whole, Wrong> {
    let Some(given) = given else { return Ok(Whole::Article) };
    match given.get_ref().as_str() {
        "article" => Ok(Whole::Article),
        "paragraph" => Ok(Whole::Paragraph),
        other => Err((
            given.span().start,
            format!("`as` is {other:?}; write \"article\" or \"paragraph\""),
        )),
    }
}

/// The one of `all` that is called so.
fn named<T: Copy, const N: usize>(
    given: &Text,
    key: &str,
    all: [T; N],
    name: impl Fn(T) -> &'static str,
) -> Result<T, Wrong> {
    all.into_iter().find(|one| name(*one) == given.get_ref()).ok_or_else(|| {
        let names = all.map(name).join(", ");
        let found = format!("`{key}` is {:?}; write one of {names}", given.get_ref());
        (given.span().start, found)
    })
}

/// 7月23日; an empty text is no day.
fn day(given: Text) -> Result<Option<MonthDay>, Wrong> {
    let text: String = given.get_ref().split_whitespace().collect();
    if text.is_empty() {
        return Ok(None);
    }
    let read = || {
        let (month, day) = text.strip_suffix('日')?.split_once('月')?;
        MonthDay::new(month.parse().ok()?, day.parse().ok()?)
    };
    let found = || {
        let found = format!("`dateline` is {text:?}, which is no day; write it as \"7月23日\"");
        (given.span().start, found)
    };
    read().map(Some).ok_or_else(found)
}
