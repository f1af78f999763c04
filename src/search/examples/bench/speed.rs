//! How long does a whole answer take, beside the plainest scan of folded texts, and how complete is it?

use crate::dice::Dice;
use crate::prepare::Listed;
use crate::recall;
use search::corpus::Article;
use search::{Attribute, Document, Engine, Field, Options, Part, Query, Tables, Tier};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Queries of each length.
const QUERIES: usize = 250;
/// Of the queries in other writings so many of one way, kind and length are timed, and every so manieth of the
/// others: as many as the comparison in a browser takes.
const WRITTEN: usize = 100;
const TIMED: usize = 4;
/// Snippets of a whole answer, and their characters.
const SNIPPETS: usize = 10;
const SNIPPET: usize = 60;

pub fn report(articles: Vec<Listed>, seed: u64) {
    let texts: Vec<String> = articles.iter().map(Listed::whole).collect();
    let all: String = texts.concat();
    let bytes = all.len();
    println!("{} articles, {} characters, {bytes} bytes", texts.len(), all.chars().count());
    let (tables, time) = timed(|| search::tables::for_text(&all));
    println!("tables   {} bytes, made in {time:.1?}", tables.len());
    drop(all);
    let engine = ready(&articles, &tables);
    let scan = Scan { folded: texts.iter().map(|text| plain_fold(text)).collect() };
    let mut dice = Dice::new(seed);
    let exact: Vec<Vec<String>> = (1..=4).map(|length| grams(&texts, length, &mut dice)).collect();
    for (own, length) in exact.iter().zip(1..) {
        compare(&format!("{length} characters"), &engine, &scan, own);
    }
    compare("1 to 4", &engine, &scan, &exact.concat());
    let absent: Vec<String> =
        grams(&texts, 3, &mut dice).iter().map(|gram| gram.chars().rev().collect()).collect();
    compare("reversed", &engine, &scan, &absent);
    let mut asked: Vec<String> = exact.concat().into_iter().step_by(TIMED).collect();
    for way in recall::writings(&texts, seed) {
        let own = way.queries.into_iter().take(WRITTEN).map(|own| own.query);
        let own: Vec<String> = own.collect();
        all_tiers(&format!("{} {} {}", way.name, way.kind, way.length), &engine, &own);
        asked.extend(own);
    }
    all_tiers("all of them", &engine, &asked);
}

/// The engine as a page makes it, from texts that stay where they are.
fn ready(articles: &[Listed], tables: &[u8]) -> Engine {
    let own = |text: &String| -> &'static str { text.clone().leak() };
    let part = |(at, text): (usize, &String)| {
        let field = if at == 0 { Field::Headline } else { Field::Body };
        Part { field, text: own(text).into() }
    };
    let document = |article: &Listed| {
        let parts = std::iter::once(&article.title).chain(&article.paras).enumerate();
        Document { parts: parts.map(part).collect() }
    };
    let documents: Vec<Document> = articles.iter().map(document).collect();
    let attributes = |article: &Listed| {
        let named = [(Attribute::Section, &article.source), (Attribute::Date, &article.date)];
        named.map(|(attribute, text)| (attribute, own(text).into()))
    };
    let attributes: Vec<_> = articles.iter().map(attributes).collect();
    let (tables, decoding) = timed(|| Tables::decode(tables).unwrap_or_default());
    let (engine, making) = timed(|| Engine::new(documents, tables));
    let (engine, listing) = timed(|| engine.with_attributes(attributes));
    println!("ready    tables {decoding:.1?}, engine {making:.1?}, attributes {listing:.1?}");
    let (mut slices, mut longest, mut sum) = (0, Duration::ZERO, Duration::ZERO);
    loop {
        let (more, time) = timed(|| engine.index_more());
        (slices, longest, sum) = (slices + 1, longest.max(time), sum + time);
        if !more {
            break;
        }
    }
    println!("idle     {sum:.1?} in {slices} slices, the longest {longest:.1?}");
    engine
}

/// The plainest thing that a page could do.
struct Scan {
    folded: Vec<String>,
}

impl Scan {
    fn holders(&self, query: &str) -> Vec<usize> {
        let needle = plain_fold(query);
        (0..self.folded.len()).filter(|at| self.folded[*at].contains(&needle)).collect()
    }
}

/// Every match, ranked, two facets counted, ten snippets.
fn whole_answer(engine: &Engine, query: &str, exact_only: bool) -> search::Answer {
    let options = Options { exact_only, ..Options::default() };
    let answer = engine.search_with(&Query::parse(query), options);
    for hit in answer.hits.iter().take(SNIPPETS) {
        black_box(engine.snippet(hit, SNIPPET));
    }
    for attribute in [Attribute::Section, Attribute::Date] {
        black_box(engine.facet(attribute, &answer.hits));
    }
    answer
}

fn compare(name: &str, engine: &Engine, scan: &Scan, queries: &[String]) {
    let mut ours: Vec<Duration> = Vec::new();
    let mut scans: Vec<Duration> = Vec::new();
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for query in queries {
        let (answer, time) = best_of(|| whole_answer(engine, query, true));
        ours.push(time);
        let (holders, time) = best_of(|| scan.holders(query));
        scans.push(time);
        let exact = answer.hits.iter().filter(|hit| hit.tier <= Tier::Folded);
        let mut exact: Vec<usize> = exact.map(|hit| hit.document).collect();
        exact.sort_unstable();
        right += exact.iter().filter(|document| holders.binary_search(document).is_ok()).count();
        found += exact.len();
        wanted += holders.len();
    }
    let [ours, scans] = [ours, scans].map(percentiles);
    println!(
        "{name:16} text itself p50 {:>9.1?} p95 {:>9.1?} max {:>9.1?}   scan p50 {:>9.1?} p95 {:>9.1?}   p95 ratio {:.3}   recall {:.4} precision {:.4}",
        ours[0],
        ours[1],
        ours[2],
        scans[0],
        scans[1],
        ours[1].as_secs_f64() / scans[1].as_secs_f64(),
        right as f64 / f64::from(wanted.max(1) as u32),
        right as f64 / f64::from(found.max(1) as u32),
    );
}

fn all_tiers(name: &str, engine: &Engine, queries: &[String]) {
    let time = |query: &String| best_of(|| whole_answer(engine, query, false)).1;
    let [p50, p95, most] = percentiles(queries.iter().map(time).collect());
    println!("{name:24} all tiers p50 {p50:>9.1?} p95 {p95:>9.1?} max {most:>9.1?}");
}

/// Half, nineteen of twenty, all.
pub fn percentiles(mut times: Vec<Duration>) -> [Duration; 3] {
    times.sort_unstable();
    [times[times.len() / 2], times[times.len() * 19 / 20], times[times.len() - 1]]
}

/// The shortest of a few runs: other programs only ever make one longer.
pub fn best_of<T>(run: impl Fn() -> T) -> (T, Duration) {
    const RUNS: usize = 3;
    let (mut value, mut best) = timed(&run);
    for _ in 1..RUNS {
        let (again, time) = timed(&run);
        value = again;
        best = best.min(time);
    }
    (value, best)
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = black_box(run());
    (value, start.elapsed())
}

/// Its title and paragraphs, which do not run into one another.
pub fn whole(article: &Article) -> String {
    let body = article.paras.iter().chain(&article.text).map(String::as_str);
    joined(std::iter::once(article.title.as_str()).chain(body))
}

pub fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join("\u{1}")
}

/// Case and space.
fn plain_fold(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Runs of Han characters, as often as they stand in the texts.
pub fn grams(texts: &[String], length: usize, dice: &mut Dice) -> Vec<String> {
    let mut grams = Vec::new();
    while grams.len() < QUERIES {
        let text = &texts[dice.throw(texts.len())];
        let chars: Vec<char> = text.chars().collect();
        let at = dice.throw(chars.len().saturating_sub(length).max(1));
        let gram = &chars[at..(at + length).min(chars.len())];
        if gram.len() == length && gram.iter().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)) {
            grams.push(gram.iter().collect());
        }
    }
    grams
}
