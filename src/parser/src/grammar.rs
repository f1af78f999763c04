//! Which labels of all pieces together make the best page? A walk through a page grammar, best path wins.

mod credited;
mod ends;
mod heads;
mod host;
mod lines;
mod path;
mod seam;
mod tied;

pub use self::credited::no_credit_cost;
use self::credited::story;
use self::ends::first;
pub use self::heads::NO_CREDIT;
use self::heads::{
    NOT_THE_FIRST, NOT_UNDER_STATED, UNDER_TWO, are_alike, counts_where, is_first_of_three,
    is_one_line, is_pair, is_stated_above, is_torn, no_credit, over_headline, tells_more, third,
    unheard, urged,
};
pub use self::host::{Lone, lone_in_reports, unlike_hosts};
pub use self::lines::{Arrangement, arranged, arrangements, heads_of};
use self::path::trace;
use self::seam::cut;
pub use self::seam::{FRESH, SHORT_LINE};
use self::tied::{apart, counted, tied};
use crate::features::Features;
use crate::forms::Note;
use crate::label::{LONGEST_SERIES, Label, NEVER, Tally, score};
use crate::learned::Scores;
use crate::opening::Stop;

/// The best labels for the pieces of a page, by the rules and by what was learned of each piece.
pub fn label(features: &[Features], learned: &[Scores]) -> Vec<Label> {
    best(features, learned).0
}

/// The best labels, and what speaks for them in all.
pub fn best(features: &[Features], learned: &[Scores]) -> (Vec<Label>, f32) {
    let count = Label::ALL.len();
    let mut best = vec![0.0f32; count];
    let mut back: Vec<[usize; Label::ALL.len()]> = Vec::with_capacity(features.len());
    // What most speaks for so far comes first; from piece to piece little of that changes.
    let mut order: [usize; Label::ALL.len()] = std::array::from_fn(|at| at);
    for (index, (here, learned)) in features.iter().zip(learned).enumerate() {
        let mut next = vec![NEVER; count];
        order.sort_unstable_by(|a, b| best[*b].total_cmp(&best[*a]));
        let mut from = [0; Label::ALL.len()];
        for (to, label) in Label::ALL.into_iter().enumerate() {
            let mut tally = Tally::default();
            score(label, here, &mut tally);
            let before = index.checked_sub(1).map(|before| &features[before]);
            let step = |at: usize| {
                let step = match before {
                    Some(before) => step(Label::ALL[at], before, label, here),
                    None => first(label),
                };
                best[at] + step
            };
            // What is out of the question need not be reached in the best way.
            let looked_at = if tally.sum <= NEVER { 1 } else { count };
            let (mut at, mut sum) = (count, f32::MIN);
            for &other in &order[..looked_at] {
                // No step brings it, and those after it, up to what is reached.
                if best[other] + MOST_STEP < sum {
                    break;
                }
                let reached = step(other);
                if reached > sum || reached == sum && other < at {
                    (at, sum) = (other, reached);
                }
            }
            next[to] = sum + tally.sum + learned[to];
            from[to] = at;
        }
        best = next;
        back.push(from);
    }
    trace(&best, &back)
}

/// No step speaks for a label with more.
const MOST_STEP: f32 = 9.0;

/// What speaks for `to` after `from`.
pub fn step(from: Label, before: &Features, to: Label, here: &Features) -> f32 {
    use Label::*;
    let grammar = match (from, to) {
        (Rubric, Rubric) => -3.0,
        (Rubric, Column | Kicker | Headline) => 0.0,
        // 社區活動 over several marked items.
        (Rubric, Body) if before.over_listed && before.plain && before.len < SHORTEST_ABOVE => 1.0,
        (Rubric, Caption | Body) if before.rubric == 0 => -3.0,
        (Rubric, Caption) => 0.0,
        (Rubric, Preface) if here.form.ahead => 0.0,
        (Rubric, Body) if here.bullet => 2.0,
        // 借名买车出了事故,谁来赔?: what asks below a label is a title.
        (Rubric, Body) if here.calls > 0 && here.len < SHORT_LINE => -5.0,
        (Rubric, Body) => -2.0,
        // 敬告知交 over one notice is its headline, and 永安搬家 over a telephone the name of a shop.
        (Rubric, Notice) if here.form.contact || before.rubric == 0 && !here.form.listed_ad => -4.0,
        (Rubric, Notice) => {
            NOTICE_HERE * f32::from(u8::from(before.form.notice_title || here.form.listed_ad)) - 0.5
        }
        (Rubric, Verse) => -4.0,
        (Rubric, Table) => -2.0,
        (Rubric, _) => -10.0,

        (Column, Kicker | Headline) => 0.0,
        (Column, Column) => -5.0,
        (Column, Rubric) => -3.0,
        (Column, Preface) if here.form.ahead => 0.0,
        (Column, Body | Caption | Preface) => -6.0,
        (Column, _) => -12.0,

        (Kicker, Headline) if here.third => 0.5 + over_headline(before, here) - UNDER_TWO,
        (Kicker, Headline) => 0.5 + over_headline(before, here),
        (Kicker, Kicker) => -4.0,
        (Kicker, _) => -14.0,

        // 家门口的幸福 names the series that 开栏的话 opens, and below that stands the headline.
        (Headline, Preface) if before.over_note => -6.0,
        (Headline, Byline | Preface) => 0.0,
        // Every item of a list under its own head.
        (Headline, Body) if here.bullet && here.head.is_none() => 0.5,
        (Headline, Body) if here.asks => 1.5,
        (Headline, Body) => bare_start(here) + story(here) - no_credit(before, here),
        // 市长强调, and two lines of what he said.
        (Headline, Headline | Subtitle) if here.urged => urged(to),
        // 老城区, 连日豪雨 over a line is no headline.
        (Headline, Subtitle) if before.len < SHORTEST_ABOVE && !here.dash_before => -2.5,
        (Headline, Subtitle | Headline) if is_stated_above(before, here) => -NOT_UNDER_STATED,
        (Headline, Headline) if is_first_of_three(before, here) => -1.0 - NOT_THE_FIRST,
        (Headline, Subtitle) if here.quoted => -2.0,
        (Headline, Subtitle) if here.said_by && !before.said_by => 1.0,
        (Headline, Subtitle) if before.convenes && here.specifies => 1.0 + unheard(here),
        (Headline, Headline) if before.convenes && here.specifies => -4.0 - unheard(here),
        (Headline, Subtitle) if here.reacts && !before.reacts && !is_pair(before, here) => 0.5,
        (Headline, Subtitle) if here.halves && before.halves => 0.5,
        (Headline, Subtitle) if counts_where(before, here) => 3.5 + unheard(here),
        (Headline, Subtitle) if tells_more(before, here) => 1.0 + unheard(here),
        (Headline, Subtitle) if is_pair(before, here) => -2.0,
        (Headline, Subtitle) => third(here) - 0.5 + unheard(here),
        (Headline | Subtitle, MidColumn) if here.under_head => 0.0,
        // Below a headline stands a name, or the text: a line of no word that columns have is another head.
        (Headline | Subtitle, MidColumn) if here.column_words == 0 => -4.0,
        (Headline | Subtitle, MidColumn) => -2.0,
        (Headline, Headline) if tells_more(before, here) => -4.0 - unheard(here),
        // One line, and below it one of two halves: these are two things said.
        (Headline, Headline) if here.halves && !before.halves && !here.tail => -4.0,
        // Two complete lines, and whoever says the second, are no one headline.
        (Headline, Headline) if here.halves && before.halves => -5.0,
        (Headline, Headline) if is_pair(before, here) => 0.0,
        (Headline, Headline) if is_one_line(before, here) && !is_torn(here) => -4.0 - unheard(here),
        (Headline, Headline) if is_torn(here) || are_alike(before, here) => -1.0,
        (Headline, Headline) => -4.0 - unheard(here),
        (Headline, Caption) => -4.0,
        // (杨柳 摄影报道) under the headline of a picture.
        (Headline, PhotoCredit) if here.credit.as_ref().is_some_and(|credit| credit.bracketed) => {
            -2.0
        }
        (Headline, Subhead) if here.numbered => -2.0,
        (Headline, Subhead) => -6.0,
        (Headline, Verse) => -1.0,
        (Headline, Table) if before.form.names_table => -1.0,
        (Headline, Table) => 1.5,
        (Headline, Notice) => {
            if before.form.notice_title {
                // Its title says enough.
                NOTICE_HERE + if here.form.notice == 0 { 3.0 } else { 0.0 }
            } else if here.form.notice >= SURE_NOTICE {
                -2.0
            } else {
                -6.0
            }
        }
        (Headline, _) => -14.0,

        (Subtitle, Byline | Preface) => 0.0,
        (Subtitle, Body) => bare_start(here) - no_credit(before, here),
        (Subtitle, Subtitle) => -4.0,
        (Subtitle, Verse | Table | Notice) => -3.0,
        (Subtitle, Caption | Subhead) => -6.0,
        (Subtitle, _) => -14.0,

        (Byline, Body) => 1.0,
        (Byline, MidColumn) if here.column_words == 0 && here.bare > LONGEST_SERIES => -3.0,
        (Byline, MidColumn) => 0.0,
        (Byline, Byline) => -3.0,
        (Byline, Verse) => 0.5,
        (Byline, Preface) => 0.0,
        (Byline, Subhead) => {
            // 春水, 夜渡, 冬望: the parts of an essay.
            if here.numbered || here.form.apart || here.len <= SHORTEST_TITLE && here.rhymes > 1 {
                -1.0
            } else {
                -4.0
            }
        }
        (Byline, Caption) => -5.0,
        (Byline, _) => -14.0,

        (MidColumn, Body) => 0.5,
        (MidColumn, Byline) => -1.0,
        (MidColumn, _) => -14.0,

        (Body, Body) if here.head.is_some() => -4.0,
        (Body, Body) if before.bullet && here.bullet => 3.0,
        (Body, Body) => 0.5,
        // The next of several marked items is no label, even where it stops short.
        (Body, Column | Kicker | Headline | Subhead) if before.bullet && here.bullet => -8.0,
        (Body, Signoff) if here.credit.is_none() && before.stop == Stop::Full => -1.5,
        (Body, Signoff) if here.credit.is_none() => -5.0,
        (Body, Subhead | Signoff) => 0.0,
        (Body, Caption) => -1.0,
        (Body, Byline | PhotoCredit) => -6.0,
        (Body | Signoff | PhotoCredit | Verse | Table | Notice, Preface) if here.form.ahead => -0.5,
        (Body, Subtitle | MidColumn | Preface) => -14.0,
        (Body, Inset) => {
            if here.form.note == Note::None {
                -6.0
            } else {
                0.0
            }
        }
        (Body, Notice) => -7.0,
        (Body, Verse) => -3.0,
        (Body, Table) => 0.0,
        (Body, _) => 0.0,

        (Subhead, Body) if here.head.is_some() => -10.0,
        (Subhead, Body) if here.bullet => -2.0,
        (Subhead, Body) if here.asks => -2.0,
        (Subhead, Body) => 0.5 + bare_start(here),
        (Subhead, Subhead) => -6.0,
        (Subhead, Table) if before.form.cells < 2 && !before.form.names_table => -2.0,
        (Subhead, Verse | Table) => 0.0,
        (Subhead, Inset) => -6.0,
        (Subhead, _) => -12.0,

        // The next brief, which opens with a mark or its place; a word that notices have does not make it one.
        (Signoff, Body) if here.bullet || here.replies => 0.0,
        (Signoff, Body) if here.signed_in_turn => -1.0,
        (Signoff, Body) if here.opens_with_place => -4.5,
        (Signoff, Body) => -5.0,
        (Signoff, Notice) if here.form.notice < 2 && !here.form.notice_title => -6.0,
        (Signoff, Inset) => {
            if here.form.note == Note::None {
                -8.0
            } else {
                0.0
            }
        }
        (Signoff, Signoff) if here.form.signs => 0.0,
        (Signoff, Signoff) => -3.0,
        (Signoff, Verse) => -4.0,
        (Signoff, Subhead | Subtitle | MidColumn | PhotoCredit) => -12.0,
        (Signoff, Byline) => -8.0,
        (Signoff, _) => 0.5,

        (Caption, PhotoCredit) => 2.0,
        // One that opens as captions do is not the second half of another.
        (Caption, Caption) if before.caption == 0 && here.caption == 2 => -4.0,
        (Caption, Caption) => 0.0,
        (Caption, Body) => -4.0,
        (Caption, Rubric | Column | Kicker | Headline) => -3.0,
        (Caption, _) => -10.0,

        (PhotoCredit, Body) if here.opening < 0.0 => -1.0,
        (PhotoCredit, Body) => -3.0,
        (PhotoCredit, Subhead) => -3.0,
        (PhotoCredit, PhotoCredit) => -4.0,
        (PhotoCredit, Signoff) => -1.5,
        (PhotoCredit, Subtitle | MidColumn | Byline) => -12.0,
        (PhotoCredit, Verse | Preface | Notice) => -6.0,
        (PhotoCredit, Inset) => {
            if here.form.note == Note::None {
                -8.0
            } else {
                0.0
            }
        }
        (PhotoCredit, _) => 0.0,

        (Verse, Verse) => 1.0,
        (Verse, Subhead) if here.numbered || here.form.apart => 0.0,
        (Verse, Subhead) => -4.0,
        (Verse, Signoff) => 0.0,
        (Verse, Rubric | Column | Kicker | Headline) => 0.0,
        (Verse, Caption) => -2.0,
        (Verse, Body | Notice) => -3.0,
        (Verse, _) => -10.0,

        (Table, Table) => 1.0,
        // Between two tables stands the title of the second.
        (Table, Subhead) if here.form.rows < 2 || here.form.over_rows => -2.5,
        // Nothing goes on behind rows that is no sentence.
        (Table, Body) if here.len < SHORT_LINE && here.stop == Stop::Open => -2.5,
        (Table, Body | Subhead | Signoff | Notice) => -0.5,
        (Table, Rubric | Column | Kicker | Headline) => 0.0,
        (Table, Caption) => -1.0,
        (Table, _) => -8.0,

        (Notice, Notice) => 0.5,
        (Notice, Signoff) => {
            if here.form.signs {
                3.0
            } else {
                -3.0
            }
        }
        (Notice, Rubric | Column | Kicker | Headline | Table) => 0.0,
        // Below whom it is sent to stands what it says.
        (Notice, Body) if before.form.field && before.stop == Stop::Half => -6.0,
        (Notice, Body) => -3.0,
        (Notice, Caption) => -2.0,
        (Notice, _) => -8.0,

        (Preface, Preface) => {
            if before.form.note == Note::Label {
                6.0
            } else {
                -1.0
            }
        }
        (Preface, Byline | Body) => {
            if before.form.note == Note::Label {
                -6.0
            } else {
                0.0
            }
        }
        (Preface, Kicker | Headline | Column) if before.form.ahead => 0.0,
        (Preface, Kicker | Headline) => -3.0,
        (Preface, Subhead) if here.numbered => 0.0,
        (Preface, Subhead) => -2.0,
        (Preface, _) => -8.0,

        (Inset, Inset) => {
            if before.form.note == Note::Label {
                6.0
            } else {
                2.0
            }
        }
        (Inset, Body) => {
            if before.form.note == Note::Label {
                -6.0
            } else {
                -1.5
            }
        }
        // A label has its text below it.
        (Inset, _) if before.form.note == Note::Label => -8.0,
        (Inset, Signoff) => 0.0,
        (Inset, Rubric | Column | Kicker | Headline | Caption) => 0.0,
        (Inset, _) => -8.0,
    };
    let unnamed = matches!(to, Preface | Inset) && from != to && here.form.note == Note::None;
    let unlike = to == Caption && from != Caption && here.caption == 0;
    let sum = grammar + cut(from, before, to, here)
        - f32::from(u8::from(unlike)) * UNLIKE_CAPTION
        - f32::from(u8::from(unnamed)) * UNNAMED_NOTE
        + apart(from, to, here)
        + tied(from, to, here)
        + counted(from, before, to, here);
    debug_assert!(sum <= MOST_STEP, "{from:?} {to:?} {sum}");
    sum
}

/// Characters of a headline that has a subtitle.
const SHORTEST_ABOVE: usize = 6;

/// Shorter lines are no titles of articles.
const SHORTEST_TITLE: usize = 3;

/// So many words of notices need no title that says what it is.
const SURE_NOTICE: usize = 2;

/// Under the title of a notice stands a notice.
const NOTICE_HERE: f32 = 4.0;

/// A note begins with its label.
const UNNAMED_NOTE: f32 = 12.0;

/// A first caption says so.
const UNLIKE_CAPTION: f32 = 2.0;

/// Under a head a paragraph begins.
fn bare_start(here: &Features) -> f32 {
    (here.opening * 0.6).clamp(-2.5, 0.8)
}
