//! Which articles leave the house? Each with its page and edition, and with a name of its own in links.

use crate::failure::Failure;
use edition::{
    Article, ArticleId, Basis, Block, Byline, Correction, Date, Direction, Edition, Page,
    PageNumber, Span,
};
use reader::words::{Language, Words};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// An article with the page and the edition that it stands in.
pub struct Item<'e> {
    pub edition: &'e Edition,
    pub page: &'e Page,
    pub article: &'e Article,
    /// Its name in links of the site: the id, and behind it the edition's key where several editions hold an
    /// article of this id.
    pub name: String,
    /// Its page on the web, where the site's address is known.
    pub url: Option<String>,
    /// For each of its jumps: the index, in all items, of the article at the other end.
    others: Vec<Option<usize>>,
}

impl Item<'_> {
    /// As it should read: corrected, the pieces of a cut paragraph joined.
    pub fn shown(&self, spans: &[Span], between: &str) -> String {
        shown(self.page, spans, between)
    }

    /// Who signed it, or its beginning on another page.
    pub fn bylines(&self) -> &[Byline] {
        let begun = self.edition.beginning(self.article).map(|(_, begun)| begun);
        let begun = begun.filter(|_| self.article.bylines.is_empty());
        &begun.unwrap_or(self.article).bylines
    }

    pub fn block(&self, block: &Block) -> String {
        let text = &self.page.text;
        let before = edition::between(block.kind, &block.spans, text);
        let shown = |span: &Span| Correction::applied(&self.page.corrections, *span, text);
        block
            .spans
            .iter()
            .zip(before)
            .map(|(span, before)| before.to_owned() + &shown(span))
            .collect()
    }

    /// The headline; where there is none, that of its beginning on another page, or the opening of the text; never empty.
    pub fn title(&self) -> String {
        /// Characters, as a list of references can hold.
        const OPENING: usize = 40;
        let headline = match cite::continued(self.edition, self.article) {
            Some((page, begun, mark)) => shown(page, &begun.headline, " ") + &mark,
            None => self.shown(&self.article.headline, " "),
        };
        let opening = || Some(self.opening(OPENING)).filter(|text| !text.is_empty());
        match headline.trim() {
            "" => opening().unwrap_or_else(|| self.article.kind.name().to_owned()),
            headline => headline.to_owned(),
        }
    }

    /// The language tag of its text.
    pub fn lang(&self) -> &'static str {
        lang_of(self.page)
    }

    /// The interface's words, in the characters of its text.
    pub fn words(&self) -> &'static Words {
        let is_traditional = self.lang() == TRADITIONAL;
        let language = if is_traditional { Language::Traditional } else { Language::Simplified };
        language.words()
    }

    /// What its page says in words of its own: in the characters of its text.
    pub fn said(&self, simplified: &'static str, traditional: &'static str) -> &'static str {
        if self.lang() == TRADITIONAL { traditional } else { simplified }
    }

    /// The first paragraph, cut after `most` characters: what a list or a search engine shows below the title.
    pub fn opening(&self, most: usize) -> String {
        let is_text = |block: &&Block| !matches!(block.kind, edition::BlockKind::Byline);
        let first = self.article.blocks.iter().find(is_text);
        let text = first.map_or(String::new(), |block| self.block(block));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match text.char_indices().nth(most) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }

    pub fn paper(&self) -> Option<&str> {
        self.edition.paper.as_ref().map(|fact| fact.value.as_str())
    }

    /// The day of publication: given or stated, with its year. What is only inferred is no such day.
    pub fn published(&self) -> Option<(u16, u8, u8)> {
        day_of(self.edition)
    }

    pub fn number(&self) -> Option<PageNumber> {
        self.page.number.as_ref().map(|fact| fact.value)
    }

    /// Rubric and column: the heads that it stands under.
    pub fn section(&self) -> Option<&str> {
        let article = self.article;
        article.rubric.as_deref().or(article.column.as_deref())
    }

    /// Its counties; the region where it is about that as a whole.
    pub fn places(&self) -> Vec<&str> {
        let counties = self.article.counties.iter().map(|county| county.name.as_str());
        let region = self.article.whole_region.iter().map(|region| region.name.as_str());
        counties.chain(region).collect()
    }

    /// What the page says of where the text goes on, or came from, as it is printed; and where in all items that is.
    pub fn jumps(&self, direction: Direction) -> impl Iterator<Item = (&str, Option<usize>)> {
        let jumps = self.article.jumps.iter().zip(&self.others);
        let here = jumps.filter(move |(jump, _)| jump.direction == direction);
        here.map(|(jump, other)| (jump.span.of(&self.page.text), *other))
    }

    /// What the page says below it of its going on another day, or ending.
    pub fn closing(&self) -> Option<&str> {
        self.page.closing(self.article)
    }

    /// From its first byte in the dump to its last.
    pub fn extent(&self) -> Span {
        let start = self.article.spans().map(|span| span.start).min().unwrap_or(0);
        let end = self.article.spans().map(|span| span.end).max().unwrap_or(start);
        Span { start, end }
    }
}

pub const SIMPLIFIED: &str = "zh-Hans";
pub const TRADITIONAL: &str = "zh-Hant";

/// The language tag of a page's text.
pub fn lang_of(page: &Page) -> &'static str {
    if places::is_traditional(&page.text) { TRADITIONAL } else { SIMPLIFIED }
}

fn shown(page: &Page, spans: &[Span], between: &str) -> String {
    let shown = |span: &Span| Correction::applied(&page.corrections, *span, &page.text);
    spans.iter().map(shown).collect::<Vec<_>>().join(between)
}

/// Given or stated, with its year.
pub fn day_of(edition: &Edition) -> Option<(u16, u8, u8)> {
    let fact = edition.date.as_ref().filter(|fact| !matches!(fact.basis, Basis::Inferred(_)))?;
    let Date { year, day } = fact.value;
    Some((year?, day.month, day.day))
}

/// The editions of files and folders, in the order named.
///
/// # Errors
/// The first dump that cannot be read, or override that does not apply.
pub fn editions(paths: &[PathBuf]) -> Result<Vec<Edition>, Failure> {
    let mut editions = Vec::new();
    let mut folders = Vec::new();
    for path in &crate::input::once(paths) {
        if path.is_dir() {
            let own = parser::read_seeds(path)?.editions;
            if own.is_empty() {
                return Err(crate::input::no_dump(path));
            }
            crate::input::refuse_stale(&own, path)?;
            folders.extend(own.iter().map(|_| real(path)));
            editions.extend(own);
        } else {
            let own = parser::read_page(path)?;
            let folder = path.parent().unwrap_or(path);
            crate::input::refuse_stale(std::slice::from_ref(&own), folder)?;
            folders.push(real(folder));
            editions.push(own);
        }
    }
    tell_apart(&mut editions, &folders);
    Ok(editions)
}

/// A folder however it was named: `..` is no name of anything, and a relative path has the same folders above it.
fn real(folder: &Path) -> PathBuf {
    let named = if folder == Path::new("") { Path::new(".") } else { folder };
    named.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// Where two editions of several folders have one key, or two dumps one name, all are named from what the folders have
/// in common.
fn tell_apart(editions: &mut [Edition], folders: &[PathBuf]) {
    fn repeats<'n>(mut names: impl Iterator<Item = &'n str>) -> bool {
        let mut seen = HashSet::new();
        names.any(|name| !seen.insert(name))
    }
    let sources = editions.iter().flat_map(|edition| &edition.pages);
    if !repeats(sources.map(|page| page.source.as_str()))
        && !repeats(editions.iter().map(|edition| edition.key.as_str()))
    {
        return;
    }
    let holds = |above: &Path| folders.iter().all(|folder| folder.starts_with(above));
    let common = folders.first().and_then(|first| first.ancestors().find(|above| holds(above)));
    for (edition, folder) in editions.iter_mut().zip(folders) {
        let own = folder.strip_prefix(common.unwrap_or(Path::new(""))).unwrap_or(folder);
        let names: Vec<_> = own.iter().map(|name| name.to_string_lossy()).collect();
        if names.is_empty() {
            continue;
        }
        // A key is part of addresses and file names.
        edition.key = format!("{}-{}", names.join("-"), edition.key);
        for page in &mut edition.pages {
            page.source = format!("{}/{}", names.join("/"), page.source);
        }
    }
}

/// All articles, in the order of editions and pages.
pub fn items(editions: &[Edition]) -> Vec<Item<'_>> {
    let pages =
        editions.iter().flat_map(|edition| edition.pages.iter().map(move |page| (edition, page)));
    let mut holders: HashMap<&str, usize> = HashMap::new();
    let mut indices: HashMap<(&str, &str), usize> = HashMap::new();
    for (edition, page) in pages.clone() {
        for article in &page.articles {
            *holders.entry(article.id.as_str()).or_default() += 1;
            let index = indices.len();
            indices.insert((edition.key.as_str(), article.id.as_str()), index);
        }
    }
    let (holders, indices) = (&holders, &indices);
    let items = pages.flat_map(|(edition, page)| {
        page.articles.iter().map(move |article| {
            let id = article.id.as_str();
            let name = match holders[id] {
                1 => id.to_owned(),
                _ => format!("{id}-{}", edition.key),
            };
            let other = |id: &ArticleId| indices.get(&(edition.key.as_str(), id.as_str())).copied();
            let others = article.jumps.iter().map(|jump| other(jump.other.as_ref()?)).collect();
            Item { edition, page, article, name, url: None, others }
        })
    });
    items.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(key: &str, head: &str) -> Edition {
        let dump = parser::Dump {
            source: format!("{key}.txt"),
            text: format!("{head}\n\n本报讯(记者 王明)7月1日,荷花开了。\n"),
            encoding: None,
            context: parser::Context::default(),
        };
        parser::edition_of(key, vec![dump])
    }

    #[test]
    fn a_head_in_two_editions_makes_two_names() {
        let editions =
            [edition("周一", "天气预报"), edition("周二", "天气预报"), edition("三", "荷花开")];
        let names: Vec<String> = items(&editions).into_iter().map(|item| item.name).collect();
        let id = editions[0].pages[0].articles[0].id.as_str();
        assert_eq!(names[..2], [format!("{id}-周一"), format!("{id}-周二")]);
        assert_eq!(names[2], editions[2].pages[0].articles[0].id.as_str());
    }

    #[test]
    fn an_inferred_day_is_no_day_of_publication() {
        let mut edition = edition("a", "荷花开了");
        let date = Date { year: Some(2025), day: edition::MonthDay::new(7, 2).unwrap() };
        edition.date = Some(edition::Fact::given(date));
        assert_eq!(day_of(&edition), Some((2025, 7, 2)));
        let reason = edition::Reason::LatestDateline { day: date.day, year: None };
        edition.date.as_mut().unwrap().basis = Basis::Inferred(reason);
        assert_eq!(day_of(&edition), None);
    }
}
