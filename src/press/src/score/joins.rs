//! Are cut paragraphs joined, and only those? Each seam of the truth, asked of what was made.

use super::compare::{LOST, Text};
use super::document::{Article, Document, Range};
use super::tally::Tally;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What follows what, and which block holds what, in the page as made.
struct Made {
    next: HashMap<usize, usize>,
    block: HashMap<usize, usize>,
}

impl Made {
    fn of(found: &Document, text: &Text) -> Self {
        let mut made = Self { next: HashMap::new(), block: HashMap::new() };
        let parts = found.articles.iter().flat_map(Article::parts);
        for (number, (_, ranges)) in parts.enumerate() {
            let sequence = text.sequence(ranges);
            made.next.extend(sequence.windows(2).map(|pair| (pair[0], pair[1])));
            made.block.extend(sequence.iter().map(|at| (*at, number)));
        }
        made
    }

    fn is_one_block(&self, a: usize, b: usize) -> bool {
        self.block.get(&a).is_some_and(|block| self.block.get(&b) == Some(block))
    }
}

pub fn compare(truth: &Document, found: &Document, text: &Text, tally: &mut Tally) {
    let made = Made::of(found, text);
    let flags = truth.articles.iter().flat_map(|article| &article.flags);
    let lost = flags.filter(|flag| LOST.contains(&flag.kind.as_str()));
    let flagged: HashSet<usize> = lost.map(|flag| text.rank_of(flag.at)).collect();
    // The line joins of one hard-wrapped paragraph count as one.
    let mut wrapped: BTreeMap<(usize, usize), bool> = BTreeMap::new();
    for (number, article) in truth.articles.iter().enumerate() {
        let mut before: Option<usize> = None;
        for (place, block) in article.blocks.iter().enumerate() {
            if !is_text(&block.kind) {
                before = None;
                continue;
            }
            let pieces = pieces(&block.spans, text);
            for pair in pieces.windows(2) {
                let (last, first) = (pair[0][pair[0].len() - 1], pair[1][0]);
                let joined = made.next.get(&last) == Some(&first);
                if truth.hard_wrap.is_some() && is_line_end(text, last, first) {
                    let all = wrapped.entry((number, place)).or_insert(true);
                    *all &= joined;
                } else {
                    tally.right("cut", joined);
                }
            }
            let first = pieces.first().map(|piece| piece[0]);
            if let (Some(before), Some(first)) = (before, first) {
                let is_flagged = [text.rank[first], text.rank[before + 1]];
                if !is_flagged.iter().any(|rank| flagged.contains(rank)) {
                    tally.right("para", !made.is_one_block(before, first));
                }
            }
            before = pieces.last().map(|piece| piece[piece.len() - 1]);
        }
        for flag in article.flags.iter().filter(|flag| !flag.optional && flag.kind != "lost_lead") {
            let rank = text.rank_of(flag.at);
            let inside = 0 < rank && rank < text.ink.len();
            if LOST.contains(&flag.kind.as_str()) && inside {
                tally.right("gap", !made.is_one_block(text.ink[rank - 1], text.ink[rank]));
            }
        }
    }
    wrapped.into_values().for_each(|joined| tally.right("cut", joined));
}

fn is_text(kind: &str) -> bool {
    matches!(kind, "lead" | "para" | "caption" | "note" | "notice")
}

fn pieces(spans: &[Range], text: &Text) -> Vec<Vec<usize>> {
    let all = spans.iter().map(|span| text.sequence(&[*span]));
    all.filter(|piece| !piece.is_empty()).collect()
}

/// One line end lies between the two, and nothing else.
fn is_line_end(text: &Text, last: usize, first: usize) -> bool {
    first > last && text.chars[last + 1..first].iter().filter(|c| **c == '\n').count() == 1
}
