//! How long does a whole answer take, beside the plainest scan of folded texts, and how complete is it?

use crate::dice::Dice;
use search::corpus::{Article, Corpus};
use search::{Engine, Tier};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Queries of each length.
const QUERIES: usize = 250;
/// Snippets of a whole answer, and their characters.
const SNIPPETS: usize = 10;
const SNIPPET: usize = 60;

pub fn report(articles: Vec<Article>) {
    let texts: Vec<String> = articles.iter().map(whole).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    println!(
        "{} articles, {} characters, {bytes} bytes",
        texts.len(),
        texts.iter().map(|text| text.chars().count()).sum::<usize>()
    );
    let all: String = texts.concat();
    let (tables, time) = timed(|| search::tables::for_text(&all));
    println!("tables   {} bytes, made in {time:?}", tables.len());
    drop(all);
    let (corpus, time) = timed(|| Corpus::new(articles));
    println!("engine   with tables and index in {time:?}");
    let folded: Vec<String> = texts.iter().map(|text| plain_fold(text)).collect();
    let mut dice = Dice::new(0);
    for length in 1..=4 {
        let queries = grams(&texts, length, &mut dice);
        compare(&format!("{length} characters"), &corpus.engine, &folded, &queries);
    }
    let queries: Vec<String> =
        (1..=4).flat_map(|length| grams(&texts, length, &mut dice)).collect();
    compare("1 to 4", &corpus.engine, &folded, &queries);
    let absent: Vec<String> =
        grams(&texts, 3, &mut dice).iter().map(|gram| gram.chars().rev().collect()).collect();
    compare("reversed", &corpus.engine, &folded, &absent);
    for letters in ["xinjiang", "beijing", "zg", "shanghai", "xjp", "jingjifazhan"] {
        let (answer, time) = timed(|| corpus.engine.search(letters));
        println!("{letters:16} {} hits in {time:?}", answer.hits.len());
    }
}

fn compare(name: &str, engine: &Engine, folded: &[String], queries: &[String]) {
    let mut ours: Vec<Duration> = Vec::new();
    let mut scans: Vec<Duration> = Vec::new();
    let (mut right, mut found, mut wanted, mut matches) = (0, 0, 0, 0);
    for query in queries {
        let (answer, time) = best_of(|| {
            let answer = engine.search(query);
            for hit in answer.hits.iter().take(SNIPPETS) {
                black_box(engine.snippet(hit, SNIPPET));
            }
            answer
        });
        matches += answer.places;
        ours.push(time);
        let needle = plain_fold(query);
        let (holders, time) = best_of(|| {
            let holds = |at: &usize| folded[*at].contains(&needle);
            (0..folded.len()).filter(holds).collect::<Vec<usize>>()
        });
        scans.push(time);
        let mut exact: Vec<usize> = answer
            .hits
            .iter()
            .filter(|hit| hit.tier <= Tier::Folded)
            .map(|hit| hit.document)
            .collect();
        exact.sort_unstable();
        right += exact.iter().filter(|document| holders.binary_search(document).is_ok()).count();
        found += exact.len();
        wanted += holders.len();
    }
    let (hits, total) = (found as f64, ours.iter().sum::<Duration>().as_nanos() as f64);
    println!(
        "{name:16} {:.0} ns a hit, {:.0} ns a match",
        total / hits.max(1.0),
        total / matches.max(1) as f64
    );
    let [ours, scans] = [ours, scans].map(percentiles);
    println!(
        "{name:16} ours p50 {:>9.1?} p95 {:>9.1?} max {:>9.1?}   scan p50 {:>9.1?} p95 {:>9.1?}   p95 ratio {:.3}   recall {:.4} precision {:.4}",
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
