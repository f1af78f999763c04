//! Which counties is an article about? Its text is handed to the gazetteer and the answer put in its place.

use crate::lexicon::{breaks_at, is_word};
use crate::source::Source;
use ::edition::{Article, CountyTag, Evidence, Note, NoteKind, Reason, Span, WholeRegion};
use places::Places;

/// An article's text for the gazetteer, with the place of every character.
struct Reading {
    chars: Vec<char>,
    spans: Vec<Span>,
    opening: usize,
}

/// Stands between blocks: in no name.
const BREAK: char = '\n';

/// Words that mean the region as a whole.
const WHOLE: [[char; 2]; 5] =
    [['我', '市'], ['全', '市'], ['本', '市'], ['我', '州'], ['全', '州']];

/// Sets the counties of an article, or the region where it is about no county. `own_county`: whose paper this is.
pub fn tag(
    article: &mut Article,
    source: &Source,
    places: &Places,
    own_county: Option<u64>,
    notes: &mut Vec<Note>,
) {
    let reading = Reading::of(article, source);
    let tagging = places.tag(&reading.chars, reading.opening, own_county);
    for tagged in tagging.counties {
        let evidence = |witness: &places::Witness| Evidence {
            span: reading.span(witness.start, witness.end),
            unit: witness.unit.clone(),
        };
        article.counties.push(CountyTag {
            name: tagged.name.into(),
            today: None,
            code: u32::try_from(tagged.code).unwrap_or_default(),
            evidence: tagged.evidence.iter().map(evidence).collect(),
        });
    }
    if let [county] = article.counties.as_slice() {
        notes.extend(reading.suspicions(county, source));
    }
    for open in tagging.ambiguous {
        let span = reading.span(open.start, open.end);
        notes.push(Note::new(
            NoteKind::Ambiguous,
            span,
            format!(
                "“{}”在{}都有,文中没有别的地名能定是哪一处,未作标注。",
                span.of(source.text),
                open.counties.join("、")
            ),
        ));
    }
    if let (true, Some(region)) = (article.counties.is_empty(), places.region()) {
        let mut evidence: Vec<Span> =
            tagging.region.iter().map(|(start, end)| reading.span(*start, *end)).collect();
        evidence.extend(reading.whole_words());
        evidence.sort_unstable();
        let is_about = !evidence.is_empty();
        article.whole_region = is_about.then(|| WholeRegion { name: region.name.into(), evidence });
    }
}

impl Reading {
    fn of(article: &Article, source: &Source) -> Self {
        let mut reading = Self { chars: Vec::new(), spans: Vec::new(), opening: 0 };
        for head in [&article.kicker, &article.headline, &article.subtitle] {
            reading.push(head, source);
        }
        reading.opening = reading.chars.len();
        let mut opened = false;
        // Rows of results and prices name places that nothing happens in.
        for block in article.blocks.iter().filter(|block| block.kind != edition::BlockKind::Table) {
            reading.push(&block.spans, source);
            let is_text =
                !matches!(block.kind, edition::BlockKind::Byline | edition::BlockKind::Subhead);
            if is_text && !opened {
                reading.opening = reading.chars.len();
                opened = true;
            }
        }
        reading.hide_people(article);
        reading
    }

    /// (通讯员 郭玉田)五重安乡…: a person's name names no county.
    fn hide_people(&mut self, article: &Article) {
        /// Characters of a name; what signs and is longer may be an office of the county.
        const LONGEST: usize = 3;
        let people = article.bylines.iter().filter(|byline| byline.name.chars().count() <= LONGEST);
        let mut spans: Vec<Span> = people.map(|byline| byline.span).collect();
        spans.sort_unstable();
        for (c, at) in self.chars.iter_mut().zip(&self.spans) {
            let before = spans.partition_point(|span| span.start <= at.start);
            if before > 0 && at.end <= spans[before - 1].end {
                *c = BREAK;
            }
        }
    }

    fn push(&mut self, spans: &[Span], source: &Source) {
        for span in spans {
            let inside = source.inside(*span);
            self.chars.extend(inside.iter().map(|ink| ink.c));
            self.spans.extend(inside.iter().map(|ink| Span { start: ink.at, end: ink.end }));
        }
        self.chars.push(BREAK);
        self.spans.push(
            spans
                .last()
                .map_or(Span { start: 0, end: 0 }, |span| Span { start: span.end, end: span.end }),
        );
    }

    /// From the first to the last character; a name cut by the dump is shown by its first piece's place on.
    fn span(&self, start: usize, end: usize) -> Span {
        let first = self.spans[start];
        let last = (start..end).rev().map(|at| self.spans[at]).find(|span| span.end >= first.start);
        Span { start: first.start, end: last.map_or(first.end, |last| last.end) }
    }

    /// Words that look like misread names of the county.
    fn suspicions(&self, county: &CountyTag, source: &Source) -> Vec<Note> {
        let found = places::suspects(&self.chars, u64::from(county.code), &is_word, &breaks_at);
        let note = |suspect: places::Suspect| {
            let span = self.span(suspect.start, suspect.end);
            let reason = Reason::LookAlike {
                words: span.of(source.text).to_owned(),
                name: suspect.name.clone(),
                county: county.name.clone(),
                unit: suspect.unit.into(),
            };
            let suggestion = Some(suspect.name);
            Note { suggestion, ..Note::doubt(NoteKind::Suspicion, span, reason) }
        };
        found.into_iter().map(note).collect()
    }

    fn whole_words(&self) -> Vec<Span> {
        let is_whole =
            |pair: &[char]| matches!(pair[1], '市' | '州') && WHOLE.iter().any(|word| pair == word);
        let pairs = self.chars.windows(2).enumerate().filter(|(_, pair)| is_whole(pair));
        pairs.map(|(at, _)| self.span(at, at + 2)).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    #[test]
    fn a_person_called_like_a_county_is_no_county() {
        let text = "五重安栗树下种出菌菇\n\n本报讯(通讯员 郭玉田)五重安乡的栗树林里,五万袋菌棒已经出菇。迁安市去年种下的栗树今年挂果。\n\n\
            玉田县的客商也来收购。丰润区的冷库存了三百吨。\n";
        let page = parse_page("甲.txt", text, &Context::default());
        assert_eq!(page.articles[0].bylines[0].name, "郭玉田");
        let evidence = page.articles[0].counties.iter().flat_map(|county| &county.evidence);
        let said: Vec<&str> = evidence.map(|evidence| evidence.span.of(text)).collect();
        assert!(said.contains(&"迁安市") && !said.contains(&"玉田"), "{said:?}");
    }
}
