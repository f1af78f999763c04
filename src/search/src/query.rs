//! What did the reader ask for? Words that must be there, words that must not, and filters.
//!
//! Anything is a query: what is not quite an operator is text to be found.

use crate::day;
use crate::filter::Attribute;
use crate::name::keyed;

/// A query taken apart. Space is "and".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// None twice but words of letters: they may be syllables, as in `tian tian`.
    pub terms: Vec<Term>,
    pub filters: Vec<Filter>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Not empty; without white space unless it is a phrase.
    pub text: String,
    /// `"…"` or `“…”`: spaces inside part nothing, and only the text itself is meant, not what sounds or
    /// looks like it.
    pub is_phrase: bool,
    /// `-词`: documents that hold it are left out.
    pub is_excluded: bool,
    /// `标题:…`: in kickers, headlines and subtitles only.
    pub in_heads: bool,
}

impl Term {
    /// Whether it is a word without any operator.
    pub(crate) fn is_plain(&self) -> bool {
        !self.is_phrase && !self.is_excluded && !self.in_heads
    }

    /// Whether the minus before it may be no more than a stroke: no word follows that could be left out.
    fn may_be_struck(&self) -> bool {
        let first = self.text.chars().find(|c| c.is_alphanumeric());
        self.is_excluded
            && !self.is_phrase
            && !self.in_heads
            && !first.is_some_and(char::is_alphabetic)
    }
}

/// `县:新绛`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub attribute: Attribute,
    /// Not empty.
    pub value: String,
    /// As it was typed, but for a minus before it, for engines whose documents have no such attribute: there it
    /// is text.
    pub typed: String,
    /// `-县:新绛`: documents that it matches are left out.
    pub is_excluded: bool,
}

/// More words than anyone types; what is behind them is ignored, so that a pasted book stays answerable.
const MAX_TERMS: usize = 32;
const HEADS: [&str; 4] = ["标题", "標題", "题", "title"];

/// The keys of filters in the order of [`Attribute::ALL`], and that of heads.
pub type Keys = [&'static str; Attribute::ALL.len() + 1];

/// Whether a word before a colon makes it a filter.
pub fn is_key(word: &str) -> bool {
    is_head(word) || Attribute::of_key(word).is_some()
}

fn is_head(key: &str) -> bool {
    HEADS.iter().any(|own| own.eq_ignore_ascii_case(key))
}

impl Query {
    /// Never fails.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() && query.terms.len() + query.filters.len() < MAX_TERMS {
            let (token, behind) = token(rest);
            rest = behind.trim_start();
            query.push(token);
        }
        // Nothing is asked for but what is not wanted: there -《 is text. `-党员` still means all the others.
        if query.filters.is_empty() && query.terms.iter().all(|term| term.is_excluded) {
            for term in query.terms.iter_mut().filter(|term| term.may_be_struck()) {
                *term = Term { text: format_minus(&term.text), ..Term::default() };
            }
        }
        query
    }

    /// The query as one would type it; with `keys` in place of those that were typed.
    pub fn written(&self, keys: Option<&Keys>) -> String {
        let heads = keyed(keys.map_or(HEADS[0], |[.., heads]| heads), "");
        let mut tokens: Vec<String> = Vec::new();
        for term in &self.terms {
            let minus = if term.is_excluded { "-" } else { "" };
            let heads = if term.in_heads { &heads } else { "" };
            // Unquoted, 时间: would take what stands behind it for its value.
            let asks = key_of(&term.text).0.is_some_and(is_key);
            let quote = if term.is_phrase || asks { "\"" } else { "" };
            tokens.push([minus, heads, quote, &term.text, quote].concat());
        }
        for filter in &self.filters {
            let minus = if filter.is_excluded { "-" } else { "" };
            let typed = filter.typed.clone();
            let own = |keys: &Keys| keyed(keys[filter.attribute as usize], &filter.value);
            tokens.push([minus, &keys.map_or(typed, own)].concat());
        }
        tokens.join(" ")
    }

    fn push(&mut self, token: Token) {
        let term = match token {
            Token::Filter(filter) => {
                if !self.filters.contains(&filter) {
                    self.filters.push(filter);
                }
                return;
            }
            Token::Term(term) => term,
        };
        let may_repeat =
            term.is_plain() && term.text.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_new = may_repeat || !self.terms.contains(&term);
        if !term.text.trim().is_empty() && is_new {
            self.terms.push(term);
        }
    }
}

fn format_minus(text: &str) -> String {
    let mut minus = String::from("-");
    minus.push_str(text);
    minus
}

enum Token {
    Term(Term),
    Filter(Filter),
}

/// The first token of `text`, which does not begin with white space, and what is behind it.
fn token(text: &str) -> (Token, &str) {
    let (is_excluded, body) = match text.strip_prefix(['-', '－']) {
        // Before a number it is its sign.
        Some(body)
            if body.starts_with(|c: char| !c.is_whitespace() && c != '-' && !is_digit(c)) =>
        {
            (true, body)
        }
        _ => (false, text),
    };
    let (key, value) = key_of(body);
    let in_heads = key.is_some_and(is_head);
    let attribute = key.and_then(Attribute::of_key);
    let given = if in_heads || attribute.is_some() { value } else { body };
    let before = &body[..body.len() - given.len()];
    let value = if before.is_empty() { given } else { behind_space(given) };
    let (word, is_phrase, behind) = match phrase(value) {
        Some((phrase, behind)) => (phrase, true, behind),
        None => {
            let is_day = attribute.is_some_and(|attribute| Attribute::DAYS.contains(&attribute));
            let day = day::in_words(value).filter(|_| is_day);
            let (word, behind) = day.map_or_else(|| word(value), |day| value.split_at(day.len()));
            (word, false, behind)
        }
    };
    let typed = &text[..text.len() - behind.len()];
    match attribute {
        Some(attribute) if !word.trim().is_empty() => {
            let typed = [before, &value[..value.len() - behind.len()]].concat();
            let value = word.trim().to_owned();
            (Token::Filter(Filter { attribute, value, typed, is_excluded }), behind)
        }
        Some(_) => (Token::Term(Term { text: typed.to_owned(), ..Term::default() }), behind),
        None if word.is_empty() => {
            (Token::Term(Term { text: typed.to_owned(), ..Term::default() }), behind)
        }
        None => {
            let text = word.to_owned();
            (Token::Term(Term { text, is_phrase, is_excluded, in_heads }), behind)
        }
    }
}

/// `key:value`, with either colon; the key is short.
fn key_of(text: &str) -> (Option<&str>, &str) {
    const LONGEST_KEY: usize = 8;
    let colon = text.char_indices().take(LONGEST_KEY).find(|(_, c)| matches!(c, ':' | '：'));
    match colon {
        Some((at, colon)) => (Some(&text[..at]), &text[at + colon.len_utf8()..]),
        None => (None, text),
    }
}

/// What stands behind a space behind the colon, unless it is an operator itself.
fn behind_space(text: &str) -> &str {
    let word = text.trim_start();
    if word.is_empty() || is_operator(word) { text } else { word }
}

/// Whether a word excludes, or names what it asks for.
pub(crate) fn is_operator(word: &str) -> bool {
    word.starts_with(['-', '－']) || key_of(word).0.is_some_and(is_key)
}

/// A quoted text that is a token of its own, and what is behind it.
fn phrase(text: &str) -> Option<(&str, &str)> {
    let body = text.strip_prefix(['"', '“', '”', '＂'])?;
    let ends = body.char_indices().filter(|(_, c)| matches!(c, '"' | '“' | '”' | '＂'));
    for (at, c) in ends {
        let behind = &body[at + c.len_utf8()..];
        if at > 0 && (behind.is_empty() || behind.starts_with(char::is_whitespace)) {
            return Some((&body[..at], behind));
        }
    }
    None
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Term {
        Term { text: text.to_owned(), ..Term::default() }
    }

    #[test]
    fn words_phrases_minus_and_filters() {
        let query = Query::parse(" 萤火  “付 炎” -高温 县:新绛 标题：\"社区 治理\" ");
        let terms = [
            word("萤火"),
            Term { is_phrase: true, ..word("付 炎") },
            Term { is_excluded: true, ..word("高温") },
            Term { is_phrase: true, in_heads: true, ..word("社区 治理") },
        ];
        assert_eq!(query.terms, terms);
        let typed = "县:新绛".to_owned();
        let (attribute, value) = (Attribute::County, "新绛".into());
        let filter = Filter { attribute, value, typed, is_excluded: false };
        assert_eq!(query.filters, [filter]);
        let without = Query::parse("-县：新绛").filters.remove(0);
        assert_eq!((without.typed.as_str(), without.is_excluded), ("县：新绛", true));
    }

    #[test]
    fn a_space_behind_the_colon_is_no_end() {
        for (loose, close) in [
            ("县: 万安", "县:万安"),
            ("灯会 縣：\u{3000}萬安 茶", "灯会 縣：萬安 茶"),
            ("-作者:  “付 炎”", "-作者:“付 炎”"),
            ("标题: 灯会", "标题:灯会"),
        ] {
            assert_eq!(Query::parse(loose), Query::parse(close), "{loose}");
            assert!(Query::parse(close).terms.iter().all(|term| !term.text.contains(':')));
        }
        for text in ["县: -灯会", "县: 作者:付炎", "通知: 灯会"] {
            assert_eq!(Query::parse(text).terms[0].text, text.split(' ').next().unwrap(), "{text}");
        }
    }

    #[test]
    fn a_day_in_english_is_one_value() {
        for (text, value) in [
            ("date:6 March 2012", "6 March 2012"),
            ("issue: March 6, 2012 to March 8, 2012", "March 6, 2012 to March 8, 2012"),
            ("date:\"6 Mar 2012\"", "6 Mar 2012"),
        ] {
            let query = Query::parse(&format!("flood {text} 荷"));
            assert_eq!(query.terms, [word("flood"), word("荷")]);
            assert_eq!(query.filters[0].value, value);
            for keys in [None, Some(&["", "", "", "", "", "date", "issue", "", ""])] {
                let again = Query::parse(&query.written(keys));
                assert_eq!(again.filters[0].value, value);
            }
        }
        assert_eq!(Query::parse("author:6 March").terms, [word("March")]);
    }

    #[test]
    fn a_query_is_written_with_the_keys_of_another_language() {
        let keys: Keys =
            ["county", "section", "page", "author", "kind", "date", "issue", "paper", "title"];
        let query = Query::parse("灯会 标题:茶 -縣：萬安 作者:“付 炎” -“夜 话”");
        let written = query.written(Some(&keys));
        assert_eq!(written, "灯会 title:茶 -\"夜 话\" -county:萬安 author:\"付 炎\"");
        let again = Query::parse(&written);
        assert_eq!(again.terms, query.terms);
        let values = |query: &Query| {
            let all = query.filters.iter();
            all.map(|own| (own.attribute, own.value.clone(), own.is_excluded)).collect::<Vec<_>>()
        };
        assert_eq!(values(&again), values(&query));
        let typed = "灯会 标题:茶 -\"夜 话\" -縣：萬安 作者:“付 炎”";
        assert_eq!(query.written(None), typed);
        // A word that would take the next for its value.
        let query = Query::parse("时间: 作者:付炎 荷");
        let again = Query::parse(&query.written(None));
        assert_eq!(again.filters, query.filters);
        assert!(again.terms.iter().map(|term| &term.text).eq(["时间:", "荷"]));
    }

    #[test]
    fn what_is_no_operator_is_text() {
        for text in [
            "“萤火”点亮",
            "\"",
            "“",
            "\"\"",
            "-",
            "--",
            "县:",
            "：",
            "a:b",
            "-7",
            "-7月",
            "-《",
            "-县:",
            "2025-7",
            "”萤",
            "标题:",
        ] {
            assert_eq!(Query::parse(text), Query { terms: vec![word(text)], ..Query::default() });
        }
    }

    #[test]
    fn a_minus_before_a_word_is_never_text() {
        for text in ["党员", "a", "《党员》", "７月的党员"] {
            let excluded = Term { is_excluded: true, ..word(text) };
            let parsed = Query::parse(&format_minus(text)).terms;
            let first_is_digit = text.starts_with('７');
            let expected = if first_is_digit { word(&format_minus(text)) } else { excluded };
            assert_eq!(parsed, [expected], "{text}");
        }
        assert!(Query::parse("-“7”").terms[0].is_excluded);
    }

    #[test]
    fn a_minus_before_a_number_is_text_beside_words_too() {
        for text in ["-7", "-7度", "－７度"] {
            let terms = [word("荷花"), word(text)];
            assert_eq!(Query::parse(&format!("荷花 {text}")).terms, terms);
        }
        assert!(Query::parse("荷花 -“7度”").terms[1].is_excluded);
    }

    #[test]
    fn a_word_counts_once_and_a_book_is_cut() {
        assert_eq!(Query::parse("甲 甲\u{3000}甲").terms, [word("甲")]);
        let book: String = (0..1000).map(|n| n.to_string() + " ").collect();
        assert_eq!(Query::parse(&book).terms.len(), MAX_TERMS);
    }
}
