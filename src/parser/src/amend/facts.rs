//! What does the newsroom say an article is? Said facts replace concluded ones.

use super::Outcome;
use super::layout::{Seat, seat};
use crate::overrides::Facts;
use ::edition::{Article, Byline, CountyTag, NoteKind, Page, Span};
use places::{Region, counties_near, county_named, old_name_of};

/// The number of the article that holds the words at `span`.
pub fn article_at(page: &Page, span: Span) -> Result<usize, String> {
    match seat(page, span.start) {
        Some(Seat::Article(number, _)) => Ok(number),
        _ => Err(format!("“{}”不在任何一篇里。请改 text。", span.of(&page.text))),
    }
}

/// Gives an article what is said of it at `span`.
pub fn apply(
    page: &mut Page,
    said: &Facts,
    span: Span,
    number: usize,
    region: Option<Region>,
) -> Outcome {
    let text = span.of(&page.text);
    let counties = said.counties.as_ref().map(|names| tags(names, region)).transpose()?;
    let sentence = format!("“{text}”所在的一篇按所写的改。{}", told_of_old(counties.as_deref()));
    let article = &mut page.articles[number];
    let before = article.clone();
    set(article, said, counties, span);
    if said.counties.is_some() {
        // Which county a name means has been said.
        let own = |span: Span| before.spans().any(|part| part.overlaps(span));
        page.notes.retain(|note| note.kind != NoteKind::Ambiguous || !own(note.span));
    }
    if *article == before {
        return Err(format!("“{text}”所在的一篇已经如此。请删去这一条。"));
    }
    Ok((span, sentence))
}

fn set(article: &mut Article, said: &Facts, counties: Option<Vec<CountyTag>>, span: Span) {
    let label = |text: &String| Some(text.clone()).filter(|text| !text.trim().is_empty());
    if let Some(kind) = said.kind {
        article.kind = kind;
    }
    if let Some(rubric) = &said.rubric {
        article.rubric = label(rubric);
    }
    if let Some(column) = &said.column {
        article.column = label(column);
    }
    if let Some(dateline) = said.dateline {
        article.dateline = dateline;
    }
    if let Some(mut counties) = counties {
        // What the text says for a county stays its evidence.
        for tag in &mut counties {
            if let Some(known) = article.counties.iter().find(|known| known.code == tag.code) {
                tag.evidence.clone_from(&known.evidence);
            }
        }
        article.counties = counties;
        article.whole_region = article.whole_region.take().filter(|_| article.counties.is_empty());
    }
    if let Some(bylines) = &said.bylines {
        let known = std::mem::take(&mut article.bylines);
        let byline = |(name, role): &(String, Option<String>)| Byline {
            name: name.clone(),
            role: role.clone(),
            span: known.iter().find(|one| one.name == *name).map_or(span, |one| one.span),
        };
        article.bylines = bylines.iter().map(byline).collect();
    }
}

/// A slip may be the old name of another county.
fn told_of_old(tags: Option<&[CountyTag]>) -> String {
    let of = |tag: &CountyTag| {
        let (province, today) = old_name_of(&tag.name, tag.code)?;
        Some(format!("“{}”是{province}{today}的旧名。", tag.name))
    };
    tags.unwrap_or_default().iter().filter_map(of).collect()
}

fn tags(names: &[String], region: Option<Region>) -> Result<Vec<CountyTag>, String> {
    let tag = |name: &String| {
        let code = county_named(name, region).ok_or_else(|| {
            let near = match counties_near(name, region) {
                near if near.is_empty() => "“临猗县”".to_owned(),
                near => near.into_iter().map(|near| format!("“{near}”")).collect::<Vec<_>>().join("、"),
            };
            format!("counties 里的“{name}”不是一个县(市、区)的全名,或各地都有。请写全名,如{near},并写 region。")
        })?;
        Ok(CountyTag { name: name.clone(), today: None, code, evidence: Vec::new() })
    };
    names.iter().map(tag).collect()
}
