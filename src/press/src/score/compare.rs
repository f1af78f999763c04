//! How does a parsed page compare with its truth? Text as sets of characters that are no white space.

use super::document::{Article, Document, Range};
use super::tally::Tally;
use super::{joins, labels};
use std::collections::{BTreeSet, HashMap};

/// The flags that speak of lost text.
pub const LOST: [&str; 3] = ["lost_lead", "lost_middle", "lost_tail"];

/// Characters, as places of the text.
pub type Set = BTreeSet<usize>;

/// A page's text, and where its characters that are no white space stand.
pub struct Text {
    pub chars: Vec<char>,
    pub is_ink: Vec<bool>,
    /// Of each place: the characters before it that count.
    pub rank: Vec<usize>,
    pub ink: Vec<usize>,
}

impl Text {
    pub fn of(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let is_ink: Vec<bool> = chars.iter().map(|c| edition::is_ink(*c)).collect();
        let mut rank = vec![0];
        rank.extend(is_ink.iter().scan(0, |count, ink| {
            *count += usize::from(*ink);
            Some(*count)
        }));
        let ink = (0..chars.len()).filter(|at| is_ink[*at]).collect();
        Self { chars, is_ink, rank, ink }
    }

    /// In the order of the ranges.
    pub fn sequence(&self, ranges: &[Range]) -> Vec<usize> {
        let inside = ranges.iter().flat_map(|[start, end]| *start..(*end).min(self.chars.len()));
        inside.filter(|at| self.is_ink[*at]).collect()
    }

    pub fn set(&self, ranges: &[Range]) -> Set {
        self.sequence(ranges).into_iter().collect()
    }

    /// The rank of an offset that may lie outside.
    pub fn rank_of(&self, at: usize) -> usize {
        self.rank[at.min(self.chars.len())]
    }
}

pub fn page(truth: &Document, found: &Document, text: &str, tally: &mut Tally) {
    let text = Text::of(text);
    tally.add("pages", 1.0);
    tally.add("articles", truth.articles.len() as f64);
    let all = |document: &Document| -> Vec<Set> {
        let set =
            |article: &Article| article.parts().flat_map(|part| text.sequence(part.1)).collect();
        document.articles.iter().map(set).collect()
    };
    let (right, made) = (all(truth), all(found));
    lists(tally, "seg_exact", right.clone(), made.clone());
    let matched = segments(&text, &right, &made, tally);
    heads(&text, truth, found, tally);
    blocks(&text, truth, found, tally);
    labels::compare(truth, found, &matched, &right, &text, tally);
    joins::compare(truth, found, &text, tally);
    flags(truth, found, &text, tally);
    coverage(truth, found, &text, tally);
}

fn lists(tally: &mut Tally, name: &str, mut truth: Vec<Set>, mut found: Vec<Set>) {
    truth.retain(|set| !set.is_empty());
    found.retain(|set| !set.is_empty());
    tally.lists(name, truth, found);
}

fn characters(tally: &mut Tally, name: &str, truth: &Set, found: &Set) {
    let hits = truth.intersection(found).count();
    tally.found(name, hits, found.len() - hits, truth.len() - hits);
}

/// B-cubed over all characters, and for each true article the made one that is most like it.
fn segments(text: &Text, right: &[Set], made: &[Set], tally: &mut Tally) -> Vec<Option<usize>> {
    let owners = |sets: &[Set]| {
        let mut owner: HashMap<usize, usize> = HashMap::new();
        for (number, set) in sets.iter().enumerate() {
            set.iter().for_each(|at| {
                owner.entry(*at).or_insert(number);
            });
        }
        owner
    };
    let (of_truth, of_made) = (owners(right), owners(made));
    let mut cells: HashMap<(Option<usize>, Option<usize>), f64> = HashMap::new();
    let (mut rows, mut columns) = (HashMap::new(), HashMap::new());
    for at in &text.ink {
        let (a, b) = (of_truth.get(at).copied(), of_made.get(at).copied());
        *cells.entry((a, b)).or_default() += 1.0;
        *rows.entry(a).or_insert(0.0) += 1.0;
        *columns.entry(b).or_insert(0.0) += 1.0;
    }
    tally.add("b3.n", text.ink.len() as f64);
    for ((a, b), count) in &cells {
        tally.add("b3.p", count * count / columns[b]);
        tally.add("b3.r", count * count / rows[a]);
    }
    let union = |a: usize, b: usize| right[a].union(&made[b]).count() as f64;
    let mut pairs: Vec<(f64, f64, usize, usize)> = cells
        .iter()
        .filter_map(|((a, b), count)| Some((a.as_ref()?, b.as_ref()?, *count)))
        .map(|(a, b, count)| (count / union(*a, *b), count, *a, *b))
        .collect();
    pairs.sort_by(|x, y| {
        y.0.total_cmp(&x.0).then(y.1.total_cmp(&x.1)).then(x.2.cmp(&y.2)).then(x.3.cmp(&y.3))
    });
    let mut matched: Vec<Option<usize>> = vec![None; right.len()];
    let mut taken = vec![false; made.len()];
    for (_, _, a, b) in pairs {
        if matched[a].is_none() && !taken[b] {
            matched[a] = Some(b);
            taken[b] = true;
        }
    }
    const NEARLY: f64 = 0.9;
    let is_near = |(a, b): (usize, &Option<usize>)| {
        b.is_some_and(|b| right[a].intersection(&made[b]).count() as f64 >= NEARLY * union(a, b))
    };
    let hits = matched.iter().enumerate().filter(|pair| is_near(*pair)).count();
    let there = made.iter().filter(|set| !set.is_empty()).count();
    tally.found("seg_iou90", hits, there - hits, right.len() - hits);
    matched
}

fn heads(text: &Text, truth: &Document, found: &Document, tally: &mut Tally) {
    type Head = fn(&Article) -> &[Range];
    let heads: [(&str, Head); 3] = [
        ("headline", |article| &article.headline),
        ("kicker", |article| &article.kicker),
        ("subtitle", |article| &article.subtitle),
    ];
    for (name, head) in heads {
        let sets = |document: &Document| {
            document.articles.iter().map(|article| text.set(head(article))).collect()
        };
        lists(tally, name, sets(truth), sets(found));
    }
}

/// The blocks of one kind, as sets of characters.
fn of_kind(text: &Text, document: &Document, kind: &str) -> Vec<Set> {
    let blocks = document.articles.iter().flat_map(|article| &article.blocks);
    blocks.filter(|block| block.kind == kind).map(|block| text.set(&block.spans)).collect()
}

fn blocks(text: &Text, truth: &Document, found: &Document, tally: &mut Tally) {
    let of = |document, kind| of_kind(text, document, kind);
    for (kind, name) in
        [("subhead", "subhead_block"), ("signoff", "signoff_block"), ("byline", "byline_block")]
    {
        lists(tally, name, of(truth, kind), of(found, kind));
    }
    // A credit left inside a caption is forgiven.
    let credits: Set = of(truth, "signoff").into_iter().flatten().collect();
    let captions: Vec<Set> = of(found, "caption").iter().map(|set| set - &credits).collect();
    lists(tally, "caption", of(truth, "caption"), captions);
    for kind in ["verse", "notice", "table", "note"] {
        let all = |document| of(document, kind).into_iter().flatten().collect();
        characters(tally, &format!("{kind}_char"), &all(truth), &all(found));
    }
    let furniture = |document: &Document| text.set(&document.furniture);
    characters(tally, "furniture_char", &furniture(truth), &furniture(found));
}

/// A flag is right where one of its kind stands within two characters.
fn flags(truth: &Document, found: &Document, text: &Text, tally: &mut Tally) {
    const NEAR: usize = 2;
    let of = |document: &Document, kind: &str| -> Vec<(usize, bool)> {
        let flags = document.articles.iter().flat_map(|article| &article.flags);
        let own = flags.filter(|flag| flag.kind == kind);
        own.map(|flag| (text.rank_of(flag.at), flag.optional)).collect()
    };
    for kind in LOST.into_iter().chain(["order"]) {
        let right = of(truth, kind);
        let mut used = vec![false; right.len()];
        let mut wrong = 0;
        for (at, _) in of(found, kind) {
            let free = (0..right.len()).filter(|one| !used[*one]);
            let near = free.filter(|one| right[*one].0.abs_diff(at) <= NEAR);
            match near.min_by_key(|one| (right[*one].0.abs_diff(at), right[*one].1, *one)) {
                Some(one) => used[one] = true,
                None => wrong += 1,
            }
        }
        let count = |is: bool| {
            let asked = right.iter().zip(&used).filter(|((_, optional), _)| !optional);
            asked.filter(|(_, used)| **used == is).count()
        };
        tally.found(&format!("flag_{kind}"), count(true), wrong, count(false));
        if LOST.contains(&kind) {
            tally.found("flag", count(true), wrong, count(false));
        }
    }
}

/// Every character once, and in its role.
fn coverage(truth: &Document, found: &Document, text: &Text, tally: &mut Tally) {
    let mut cover = vec![0; text.chars.len()];
    for (_, ranges) in found.articles.iter().flat_map(Article::parts) {
        // An article's part that says a character twice says it once.
        text.sequence(ranges).into_iter().for_each(|at| cover[at] += 1);
    }
    for ranges in [&found.furniture, &found.rubrics, &found.columns, &found.unplaced] {
        text.sequence(ranges).into_iter().for_each(|at| cover[at] += 1);
    }
    let (right, made) = (roles(truth, text), roles(found, text));
    for at in &text.ink {
        tally.right("cons", cover[*at] == 1);
        tally.right("kind", right.get(at) == made.get(at));
    }
}

fn roles<'d>(document: &'d Document, text: &Text) -> HashMap<usize, &'d str> {
    let mut roles = HashMap::new();
    let parts = document.articles.iter().flat_map(Article::parts);
    let parts = parts.map(|(role, ranges)| (if role == "lead" { "para" } else { role }, ranges));
    let rest = [
        ("furniture", document.furniture.as_slice()),
        ("rubrics", &document.rubrics),
        ("columns", &document.columns),
    ];
    for (role, ranges) in parts.chain(rest) {
        for at in text.sequence(ranges) {
            roles.entry(at).or_insert(role);
        }
    }
    roles
}
