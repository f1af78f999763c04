//! Which lines of the dump belong to what? Line by line as in the file, each with the owners of its text.

use crate::catalog::Item;
use crate::text::Role;
use edition::{Article, Page, Span};

/// Lines that follow each other and belong to the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Number of the first line in the file, from 1.
    pub first: usize,
    /// Without line ends.
    pub lines: Vec<&'a str>,
    /// Nobody's where it is empty: blank lines, heads of the page.
    pub owners: Vec<usize>,
}

impl Piece<'_> {
    pub fn last(&self) -> usize {
        self.first + self.lines.len() - 1
    }
}

/// A number and the ranges of the dump that it owns.
type Owner = (usize, Vec<Span>);

/// The whole text in its order.
pub fn pieces<'a>(text: &'a str, owners: &[Owner]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut start = 0;
    for (at, line) in edition::lines(text).enumerate() {
        let here = Span::new(start, start + line.len());
        let owns = |(_, spans): &&Owner| spans.iter().any(|span| span.overlaps(here));
        let owners: Vec<usize> = owners.iter().filter(owns).map(|(number, _)| *number).collect();
        let line_text = line.trim_end_matches(edition::is_line_end);
        match pieces.last_mut().filter(|last| last.owners == owners) {
            Some(last) => last.lines.push(line_text),
            None => pieces.push(Piece { first: at + 1, lines: vec![line_text], owners }),
        }
        start += line.len();
    }
    pieces
}

/// The same with the blank lines inside of what belongs together taken in, so that it is one piece.
pub fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    for piece in pieces {
        let blank = all.last().is_some_and(|last| {
            last.owners.is_empty() && last.lines.iter().all(|line| line.trim().is_empty())
        });
        let before = all.len().checked_sub(2).filter(|_| blank && !piece.owners.is_empty());
        match before.filter(|at| all[*at].owners == piece.owners) {
            Some(at) => {
                let gap = all.pop().map(|gap| gap.lines).unwrap_or_default();
                all[at].lines.extend(gap.into_iter().chain(piece.lines));
            }
            None => all.push(piece),
        }
    }
    all
}

/// What each part of an article owns, by the number of the part.
pub fn owners_in_article(item: &Item) -> Vec<Owner> {
    let Article { kicker, headline, subtitle, blocks, .. } = item.article;
    let spans = |role| match role {
        Role::Kicker => Some(kicker.clone()),
        Role::Headline => Some(headline.clone()),
        Role::Subtitle => Some(subtitle.clone()),
        Role::Block(at, _) => blocks.get(at).map(|block| block.spans.clone()),
        // Words of the desk over several articles.
        Role::Rubric | Role::Column => None,
    };
    let parts = item.parts.iter().enumerate();
    parts.filter_map(|(at, part)| Some((at, spans(part.role)?))).collect()
}

/// What each article of a page owns, by its number on the page.
pub fn owners_in_page(page: &Page) -> Vec<Owner> {
    let articles = page.articles.iter().enumerate();
    articles.map(|(at, article)| (at, article.spans().collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::catalog;

    fn shown(text: &str, owners: &[Owner]) -> Vec<(usize, String, Vec<usize>)> {
        let piece = |piece: Piece| (piece.first, piece.lines.join("|"), piece.owners);
        pieces(text, owners).into_iter().map(piece).collect()
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let text = "题\r\n\n正文一\n正文二\n";
        let owners = [(0, vec![Span::new(0, 3)]), (1, vec![Span::new(6, 25)])];
        assert_eq!(
            shown(text, &owners),
            [
                (1, "题".to_owned(), vec![0]),
                (2, String::new(), vec![]),
                (3, "正文一|正文二".to_owned(), vec![1]),
            ]
        );
        assert_eq!(shown("", &[]), []);
    }

    #[test]
    fn a_line_of_several_parts_is_all_of_theirs() {
        let owners = [(4, vec![Span::new(0, 3)]), (7, vec![Span::new(3, 6)])];
        assert_eq!(shown("题文", &owners), [(1, "题文".to_owned(), vec![4, 7])]);
    }

    #[test]
    fn blank_lines_part_nothing_that_belongs_together() {
        let text = "题\n\n文\n版\n文\n\n另\n\n";
        let owners = [
            (0, vec![Span::new(0, 4), Span::new(5, 9), Span::new(13, 17)]),
            (1, vec![Span::new(18, 22)]),
        ];
        let firsts = |pieces: Vec<Piece>| -> Vec<(usize, usize)> {
            pieces.iter().map(|piece| (piece.first, piece.lines.len())).collect()
        };
        assert_eq!(
            firsts(joined(pieces(text, &owners))),
            [(1, 3), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1)]
        );
    }

    #[test]
    fn every_line_of_every_page_is_there_once() {
        for item in &catalog().items {
            let text = item.page.text.as_str();
            for owners in [owners_in_article(item), owners_in_page(item.page)] {
                let pieces = pieces(text, &owners);
                let lines: Vec<&str> =
                    pieces.iter().flat_map(|piece| piece.lines.clone()).collect();
                assert_eq!(lines, text.lines().collect::<Vec<_>>());
                let firsts = pieces.iter().map(|piece| piece.first);
                let expected = pieces.iter().scan(1, |next, piece| {
                    let first = *next;
                    *next += piece.lines.len();
                    Some(first)
                });
                assert!(firsts.eq(expected));
            }
        }
    }
}
