//! What is known of a source? Its makers, its title, and where it was printed, each with how sure that is.

use crate::Words;
use edition::{
    Article, Correction, Date, Edition, Fact, HEAD_LINES, NoteKind, Page, PageNumber, Reason, Span,
};

/// An article with the page and the edition that it stands in.
pub struct Source<'e> {
    pub edition: &'e Edition,
    pub page: &'e Page,
    pub article: &'e Article,
    /// What the record is called among others, where the article's id is not its own: what is printed day by day has one.
    pub name: Option<&'e str>,
    pub words: &'e Words,
    /// Where it was read, where that is an address that others can open.
    pub link: Option<Link>,
}

pub struct Link {
    pub url: String,
    /// The day on which it was read, as 2025-07-23, where somebody did.
    pub seen: Option<String>,
}

pub struct Title {
    pub text: String,
    /// False for the opening of a text that has no headline.
    pub is_headline: bool,
}

/// A fact, and whether it is only inferred.
pub(crate) struct Known<T> {
    pub value: T,
    pub inferred: bool,
}

impl<T: Clone> Known<T> {
    fn of(fact: &Option<Fact<T>>) -> Option<Self> {
        let fact = fact.as_ref()?;
        Some(Self { value: fact.value.clone(), inferred: fact.reason().is_some() })
    }

    /// The value where it is no mere inference.
    pub fn sure(self) -> Option<T> {
        (!self.inferred).then_some(self.value)
    }
}

impl Source<'_> {
    pub(crate) fn name(&self) -> &str {
        self.name.unwrap_or(self.article.id.as_str())
    }

    /// The names, in print order; who only took the picture is no author of a text. What goes on from another page is by
    /// who signed its beginning.
    pub fn authors(&self) -> Vec<&str> {
        let is_picture = |role: &Option<String>| role.as_deref().is_some_and(is_of_pictures);
        let begun = self.edition.beginning(self.article).map(|(_, begun)| begun);
        let begun = begun.filter(|_| self.article.bylines.is_empty());
        let bylines = &begun.unwrap_or(self.article).bylines;
        let writes = bylines.iter().any(|byline| !is_picture(&byline.role));
        let mut names: Vec<&str> = Vec::new();
        for byline in bylines.iter().filter(|byline| !writes || !is_picture(&byline.role)) {
            if !names.contains(&byline.name.as_str()) {
                names.push(&byline.name);
            }
        }
        names
    }

    pub fn title(&self) -> Title {
        /// Characters, as a list of references can hold.
        const OPENING: usize = 40;
        let (page, article) = self.headed();
        if !article.headline.is_empty() {
            let text = unset(&shown(page, &article.headline, HEAD_LINES));
            return Title { text, is_headline: true };
        }
        let first = article.blocks.first();
        let text = first.map_or(String::new(), |block| unset(&shown(page, &block.spans, "")));
        let text = match text.char_indices().nth(OPENING) {
            Some((end, _)) => format!("{}…", text[..end].trim_end_matches('…')),
            None => text,
        };
        Title { text, is_headline: false }
    }

    /// What has the headline: the article, or where that goes on from another page without one, its beginning.
    fn headed(&self) -> (&Page, &Article) {
        let begun = continued(self.edition, self.article);
        begun.map_or((self.page, self.article), |(page, begun, _)| (page, begun))
    }

    /// Behind the headline of a beginning: （上接第1版）.
    pub(crate) fn mark(&self) -> String {
        continued(self.edition, self.article).map_or(String::new(), |(.., mark)| mark)
    }

    /// The title with the subtitle behind it.
    pub(crate) fn whole_title(&self) -> String {
        self.completed(self.title().text, "：")
    }

    /// A title with the subtitle behind it, and behind both what tells it from the beginning that it goes on from.
    pub(crate) fn completed(&self, title: String, colon: &str) -> String {
        let (page, article) = self.headed();
        let subtitle = shown(page, &article.subtitle, " ");
        // 题——副题 has its mark already.
        let has_mark = subtitle.starts_with('—') || title.ends_with(['：', ':', '—']);
        let colon = if subtitle.is_empty() || has_mark { "" } else { colon };
        format!("{title}{colon}{subtitle}{}", self.mark())
    }

    pub(crate) fn paper(&self) -> Option<Known<String>> {
        Known::of(&self.edition.paper)
    }

    pub(crate) fn date(&self) -> Option<Known<Date>> {
        Known::of(&self.edition.date)
    }

    pub(crate) fn number(&self) -> Option<Known<PageNumber>> {
        Known::of(&self.page.number)
    }

    /// What whoever uses the record must know: what is inferred, what the text lost.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        let words = self.words;
        let [paper, day, number] = words.concluded;
        let mut infer = |what: &str, value: String, reason: Option<&Reason>| {
            if let Some(reason) = reason {
                let why = (words.reason)(reason);
                remarks.push(format!("{what}{value}：{}", why.trim_end_matches('。')));
            }
        };
        if let Some(fact) = &self.edition.paper {
            infer(paper, fact.value.clone(), fact.reason());
        }
        if let Some(fact) = &self.edition.date {
            infer(day, format!("{}{}", fact.value, words.later), fact.reason());
        }
        if let Some(fact) = &self.page.number {
            infer(number, fact.value.to_string(), fact.reason());
        }
        for note in self.page.notes.iter().filter(|note| note.kind == NoteKind::Head) {
            let head = shown(self.page, &[note.span], "");
            remarks.push(words.head.join(&head));
        }
        for flag in &self.article.flags {
            let lost = words.lost[flag.kind as usize];
            if remarks.iter().all(|remark| remark != lost) {
                remarks.push(lost.to_owned());
            }
        }
        remarks
    }
}

/// Where an article without a headline begins that goes on from another page, and what tells the two apart: （上接第1版）.
pub fn continued<'e>(
    edition: &'e Edition,
    article: &Article,
) -> Option<(&'e Page, &'e Article, String)> {
    let begun = edition.beginning(article).filter(|_| article.headline.is_empty());
    let (page, begun) = begun.filter(|(_, begun)| !begun.headline.is_empty())?;
    let number = page.number.as_ref().map(|number| format!("（上接第{}版）", number.value));
    Some((page, begun, number.unwrap_or_else(|| "（续）".to_owned())))
}

/// As it should read: corrected, in one line.
fn shown(page: &Page, spans: &[Span], between: &str) -> String {
    let shown = |span: &Span| Correction::applied(&page.corrections, *span, &page.text);
    let text = spans.iter().map(shown).collect::<Vec<_>>().join(between);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// ■总决赛 and 秋 分 as a list of references has them: the mark before a title and the room in a short one are typesetting.
fn unset(title: &str) -> String {
    const MARKS: &str = "■□●○◎◆◇▲△▼▽★☆※•·";
    let text = title.trim_start_matches(|c: char| MARKS.contains(c) || c.is_whitespace());
    let is_wide = text.split(' ').all(|word| word.chars().count() == 1);
    match (text.is_empty(), is_wide) {
        (true, _) => title.to_owned(),
        (_, true) => text.replace(' ', ""),
        _ => text.to_owned(),
    }
}

/// 摄, 摄影; 摄影报道 and 文/图 have written too.
fn is_of_pictures(role: &str) -> bool {
    matches!(role, "摄" | "摄影" | "攝" | "攝影" | "图" | "圖")
}

/// 2025-07-23, of a day whose year is known.
pub(crate) fn iso(date: Date) -> Option<String> {
    let year = date.year?;
    Some(format!("{year:04}-{:02}-{:02}", date.day.month, date.day.day))
}

#[cfg(test)]
mod tests {
    use crate::example;

    #[test]
    fn a_title_is_cited_without_what_only_sets_it() {
        for (printed, cited) in [
            ("■总决赛第六战", "总决赛第六战"),
            ("秋 分", "秋分"),
            ("● 夜 班", "夜班"),
            ("一座桥 两岸人", "一座桥 两岸人"),
            ("★★★", "★★★"),
        ] {
            assert_eq!(super::unset(printed), cited);
        }
    }

    #[test]
    fn who_took_the_picture_is_author_of_the_picture_alone() {
        let mut page = example::Sheet::new("记者 王明 李丽 摄");
        page.sign("王明", "记者");
        page.sign("李丽", "摄");
        page.sign("王明", "记者");
        assert_eq!(page.source().authors(), ["王明"]);
        page.article().bylines.remove(0);
        page.article().bylines.remove(1);
        assert_eq!(page.source().authors(), ["李丽"]);
    }

    #[test]
    fn a_head_that_names_another_paper_is_told() {
        let page = example::Sheet::new("湖上新景").headed("某晚报");
        assert_eq!(page.source().remarks(), ["版头另有所写：“某晚报”"]);
    }

    #[test]
    fn a_text_without_a_headline_is_named_by_its_opening() {
        let mut page = example::Sheet::new("夏日荷花开满湖面");
        page.article().headline.clear();
        page.put_paragraph();
        let title = page.source().title();
        assert_eq!((title.text.as_str(), title.is_headline), ("夏日荷花开满湖面", false));
    }
}
