//! What is a page, and what are editions and the library made of?

use crate::{Article, ArticleId, Correction, Date, Direction, Fact, Note, PageNumber, Span};
use serde::{Deserialize, Serialize};

/// Everything that one site shows: editions, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Library {
    pub editions: Vec<Edition>,
    /// Articles that have, or had, another link.
    pub redirects: Vec<Redirect>,
}

/// A link that goes on working though the article's id became another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redirect {
    /// The id that no article has any more.
    pub from: ArticleId,
    /// The id that the article has now.
    pub to: ArticleId,
}

impl Library {
    /// The id that took the place of `id`.
    pub fn moved(&self, id: &str) -> Option<&ArticleId> {
        self.redirects.iter().find(|one| one.from.as_str() == id).map(|one| &one.to)
    }
}

/// The pages of one paper on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Short, for addresses; the folder or file stem under `seeds/`.
    pub key: String,
    pub paper: Option<Fact<String>>,
    /// Where only inferred, the edition is of this day or a later one.
    pub date: Option<Fact<Date>>,
    /// The prefecture that the paper serves, in full: 运城市.
    pub region: Option<Fact<String>>,
    /// The region's counties in gazetteer order, whether or not anything is about them.
    pub region_counties: Vec<String>,
    pub pages: Vec<Page>,
}

/// One dump.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The dump, as it lies under the seeds: 01.txt, or 2025-07-24/01.txt.
    pub source: String,
    /// 版次
    pub number: Option<Fact<PageNumber>>,
    /// 版名: 要闻, 文化 …
    pub name: Option<Fact<String>>,
    /// The dump as received, without a byte order mark.
    pub text: String,
    /// In order of first character.
    pub articles: Vec<Article>,
    pub furniture: Vec<Span>,
    pub rubrics: Vec<Span>,
    pub columns: Vec<Span>,
    /// Kept, but in no article.
    pub unplaced: Vec<Span>,
    /// Runs of U+FFFD, private-use and control characters; they also belong to their block.
    pub garbled: Vec<Span>,
    /// Words that the newsroom corrected, in order, none overlapping another.
    pub corrections: Vec<Correction>,
    pub notes: Vec<Note>,
}

impl Edition {
    /// Where an article that goes on from another page (上接第1版) begins, and the page there; `None` where it does not, or
    /// nobody knows from where.
    pub fn beginning(&self, article: &Article) -> Option<(&Page, &Article)> {
        let places = || {
            self.pages
                .iter()
                .flat_map(|page| page.articles.iter().map(move |article| (page, article)))
        };
        let before = |article: &Article| {
            let from = article.jumps.iter().find(|jump| jump.direction == Direction::From)?;
            let id = from.other.as_ref()?;
            places().find(|(_, other)| other.id == *id)
        };
        let mut begun = before(article)?;
        // Not more often than there are pages: markers may lead in a circle.
        for _ in 2..self.pages.len() {
            begun = before(begun.1).unwrap_or(begun);
        }
        Some(begun)
    }
}

/// （未完待续）, 下期待續, （完）.
fn is_closing(text: &str) -> bool {
    const LONGEST: usize = 10;
    let goes_on = text.contains("待续") || text.contains("待續");
    matches!(text, "（完）" | "(完)") || goes_on && text.chars().count() <= LONGEST
}

impl Page {
    /// Characters of the dump that are not white space.
    pub fn ink(&self) -> usize {
        self.text.chars().filter(|c| crate::is_ink(*c)).count()
    }

    /// （未完待续）, （完）: what the page says below an article of its going on another day, or ending. It is furniture.
    pub fn closing(&self, article: &Article) -> Option<&str> {
        let marks = self.furniture.iter().filter(|mark| is_closing(mark.of(&self.text)));
        let mut closes = marks.filter(|mark| {
            let above = |article: &Article| {
                article.spans().map(|span| span.end).filter(|end| *end <= mark.start).max()
            };
            let nearest = self.articles.iter().filter_map(above).max();
            nearest.is_some() && above(article) == nearest
        });
        closes.next().map(|mark| mark.of(&self.text))
    }

    /// How many line ends part the lines of a paragraph where paragraphs are of many lines, as in the text layer of a PDF;
    /// none where lines are paragraphs, and what is of two was cut.
    pub fn line_ends(&self) -> Option<usize> {
        let blocks = self.articles.iter().flat_map(|article| &article.blocks);
        let texts: Vec<_> = blocks.filter(|block| !block.kind.keeps_lines()).collect();
        let pairs = texts.iter().flat_map(|block| block.spans.windows(2));
        let pairs = pairs.filter(|pair| !crate::lines::is_one_line(pair[0], pair[1], &self.text));
        let is_wrapped = pairs.clone().count() > texts.len();
        let rooms = || pairs.filter_map(|pair| crate::lines::room(pair[0], pair[1], &self.text));
        is_wrapped.then(|| rooms().min()).flatten()
    }

    /// Every span that holds text: articles, then furniture, rubrics, columns, unplaced.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let rest = [&self.furniture, &self.rubrics, &self.columns, &self.unplaced];
        let rest = rest.into_iter().flatten().copied();
        self.articles.iter().flat_map(Article::spans).chain(rest)
    }

    /// Byte offsets of the characters that break conservation: not white space, and in no span or in
    /// several. Empty on every page that the parser makes.
    pub fn unconserved(&self) -> Vec<u32> {
        let mut cover = vec![0u8; self.text.len()];
        for span in self.spans() {
            for count in &mut cover[span.range()] {
                *count = count.saturating_add(1);
            }
        }
        let ink = self.text.char_indices().filter(|(_, c)| crate::is_ink(*c));
        ink.filter(|(at, _)| cover[*at] != 1).map(|(at, _)| at as u32).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, BlockKind, Kind};

    /// Each line is an article of its own, lines in brackets are furniture.
    fn page(text: &str) -> Page {
        let mut page = Page { text: text.to_owned(), ..Page::default() };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(at, at + line.trim_end().len());
            at += line.len();
            if line.starts_with(['（', '(']) {
                page.furniture.push(span);
            } else {
                let mut article = Article::new(ArticleId::of(line, 0), Kind::Other);
                article.blocks.push(Block { kind: BlockKind::Para, spans: vec![span] });
                page.articles.push(article);
            }
        }
        page
    }

    #[test]
    fn what_closes_a_text_belongs_to_what_stands_above_it() {
        let page = page("渡船的事\n盐井的事\n（下期待续）\n灯塔的事\n（第3版）\n（完）\n");
        let closing = |at: usize| page.closing(&page.articles[at]);
        assert_eq!([0, 1, 2].map(closing), [None, Some("（下期待续）"), Some("（完）")]);
    }

    #[test]
    fn other_furniture_closes_nothing() {
        let page = page("（待续）\n守林人\n（责编：李禾）\n");
        assert_eq!(page.closing(&page.articles[0]), None);
    }
}
