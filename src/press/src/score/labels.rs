//! Are labels, names, days and counties right? Article by article, each with the one most like it.

use super::compare::{Set, Text};
use super::document::{Article, Document};
use super::fold::{Counties, day, fold, label, role};
use super::tally::Tally;
use std::collections::{BTreeMap, BTreeSet};

type Label = fn(&Article) -> (&Option<String>, &Option<Vec<Option<String>>>);

const LABELS: [(&str, Label); 2] = [
    ("rubric", |article| (&article.rubric, &article.accept.rubric)),
    ("column", |article| (&article.column, &article.accept.column)),
];

/// `matched`: for each true article the made one. `right`: their characters.
pub fn compare(
    truth: &Document,
    found: &Document,
    matched: &[Option<usize>],
    right: &[Set],
    text: &Text,
    tally: &mut Tally,
) {
    let mut counties = Counties::default();
    for (number, article) in truth.articles.iter().enumerate() {
        let made = matched[number].and_then(|made| found.articles.get(made));
        of_labels(article, made, tally);
        of_day(article, made, tally);
        of_names(article, made, tally);
        of_counties(article, made, &right[number], text, &mut counties, tally);
    }
    for (number, extra) in found.articles.iter().enumerate() {
        if matched.contains(&Some(number)) {
            continue;
        }
        for (name, of) in LABELS {
            let is_there = label(of(extra).0.as_deref()).is_some();
            tally.found(&format!("{name}_f"), 0, usize::from(is_there), 0);
        }
        tally.found("dateline_f", 0, usize::from(extra.dateline.is_some()), 0);
        tally.found("byline", 0, names(extra).len(), 0);
        tally.found("county", 0, extra.counties.len(), 0);
    }
}

fn of_labels(article: &Article, made: Option<&Article>, tally: &mut Tally) {
    for (name, of) in LABELS {
        let (own, accepted) = of(article);
        let truth = label(own.as_deref());
        let value = made.and_then(|made| label(of(made).0.as_deref()));
        let is_right = match accepted {
            Some(accepted) => accepted.iter().any(|one| label(one.as_deref()) == value),
            None => value == truth,
        };
        tally.right(name, made.is_some() && is_right);
        let name = format!("{name}_f");
        match is_right {
            true => tally.found(&name, usize::from(value.is_some() && value == truth), 0, 0),
            false => {
                tally.found(&name, 0, usize::from(value.is_some()), usize::from(truth.is_some()))
            }
        }
    }
}

fn of_day(article: &Article, made: Option<&Article>, tally: &mut Tally) {
    let truth = day(article.dateline.as_deref());
    let value = made.and_then(|made| day(made.dateline.as_deref()));
    tally.right("dateline", made.is_some() && truth == value);
    match truth.is_some() && truth == value {
        true => tally.found("dateline_f", 1, 0, 0),
        false => {
            tally.found(
                "dateline_f",
                0,
                usize::from(value.is_some()),
                usize::from(truth.is_some()),
            );
        }
    }
}

/// Names with their roles; of a name that stands twice, the last.
fn names(article: &Article) -> BTreeMap<String, Option<&str>> {
    let byline = |one: &super::document::Byline| fold(&one.name);
    let pairs = article
        .bylines
        .iter()
        .map(|one| (byline(one), one.role.as_deref().filter(|role| !role.is_empty())));
    pairs.filter(|(name, _)| !name.is_empty()).collect()
}

fn of_names(article: &Article, made: Option<&Article>, tally: &mut Tally) {
    let truth = names(article);
    let value = made.map(names).unwrap_or_default();
    let hits: Vec<&String> = truth.keys().filter(|name| value.contains_key(*name)).collect();
    tally.found("byline", hits.len(), value.len() - hits.len(), truth.len() - hits.len());
    for name in hits {
        let Some(wanted) = truth[name] else { continue };
        let own: BTreeSet<&Option<String>> = article
            .bylines
            .iter()
            .filter(|one| fold(&one.name) == *name)
            .map(|one| &one.role)
            .collect();
        tally.right("role", role(Some(wanted)) == role(value[name]) || own.len() > 1);
    }
}

fn of_counties(
    article: &Article,
    made: Option<&Article>,
    characters: &Set,
    text: &Text,
    counties: &mut Counties,
    tally: &mut Tally,
) {
    let mut set = |names: &[String]| -> BTreeSet<String> {
        names.iter().map(|name| counties.name(name)).collect()
    };
    let truth = set(&article.counties);
    let optional = set(&article.counties_optional);
    let mut value = made.map(|made| set(&made.counties)).unwrap_or_default();
    value.retain(|name| truth.contains(name) || !optional.contains(name));
    let hits = truth.intersection(&value).count();
    tally.found("county", hits, value.len() - hits, truth.len() - hits);
    for evidence in made.iter().flat_map(|made| &made.county_evidence) {
        let name = counties.name(&evidence.county);
        if truth.contains(&name) && value.contains(&name) {
            let shown = text.set(&evidence.spans);
            tally.right("evid", !shown.is_empty() && shown.is_subset(characters));
        }
    }
}
