//! Which pieces make which article? The labels of a page, read off in order.

mod hold;
mod house;
mod notices;
mod pictures;
mod stray;

pub use self::stray::Asked;
use crate::features::Features;
use crate::label::Label;
use crate::opening::Stop;

/// An article as labelled pieces.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Indices of pieces.
    pub kicker: Vec<usize>,
    pub headline: Vec<usize>,
    pub subtitle: Vec<usize>,
    pub rubric: Option<usize>,
    pub column: Option<usize>,
    /// Everything below the heads, in dump order.
    pub parts: Vec<(Label, usize)>,
    /// It goes on from another page.
    carried: bool,
}

impl Draft {
    pub fn is_photo(&self) -> bool {
        !self.parts.is_empty()
            && self
                .parts
                .iter()
                .all(|(label, _)| matches!(label, Label::Caption | Label::PhotoCredit))
    }

    /// The line above a table's rows is its title row.
    fn title_tables(&mut self) {
        for at in 1..self.parts.len() {
            if self.parts[at].0 == Label::Table && self.parts[at - 1].0 == Label::Subhead {
                self.parts[at - 1].0 = Label::Table;
            }
        }
    }

    /// A name below the text, with nothing behind it, signs it.
    fn sign_at_end(&mut self) {
        let is_text = |(label, _): &(Label, usize)| *label == Label::Body;
        if let [before @ .., (label @ Label::Byline, _)] = &mut self.parts[..]
            && before.iter().any(is_text)
        {
            *label = Label::Signoff;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.headline.is_empty()
            && self.kicker.is_empty()
            && self.subtitle.is_empty()
            && self.parts.is_empty()
    }

    /// A note whose headline is still to come.
    fn is_preface(&self) -> bool {
        !self.has_heads()
            && !self.parts.is_empty()
            && self.parts.iter().all(|(label, _)| *label == Label::Preface)
    }

    fn has_heads(&self) -> bool {
        !self.headline.is_empty()
    }

    /// Whether what stands in it is its own text, though nobody may have signed it.
    fn has_text(&self, signed: bool) -> bool {
        const MOST_STRAYS: usize = 2;
        let texts = self.parts.iter().filter(|(label, _)| *label == Label::Body).count();
        texts > if signed { 0 } else { MOST_STRAYS }
    }

    /// The last paragraphs of its text before this part, as many as an article mostly has.
    fn last_texts(&self, until: usize) -> Vec<usize> {
        let texts = self.parts[..until].iter().rev().filter(|part| part.0 == Label::Body);
        texts.take(MOST_TEXTS).map(|part| part.1).collect()
    }

    fn heads(&self) -> Vec<usize> {
        [&self.kicker[..], &self.headline, &self.subtitle].concat()
    }
}

/// Paragraphs of an article that are compared with another piece.
const MOST_TEXTS: usize = 8;

/// A page as drafts, with the pieces that are labels.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    pub articles: Vec<Draft>,
    pub rubrics: Vec<usize>,
    pub columns: Vec<usize>,
}

/// Reads the labels off, one a piece. `is_same(heads, caption)`: a caption names what these heads name;
/// `recall(text, caption)`: the share of its character pairs, 0 to 1, that these pieces of text have.
pub fn layout(
    labels: &[Label],
    features: &[Features],
    is_same: &dyn Fn(&[usize], usize) -> bool,
    recall: &dyn Fn(&[usize], usize) -> f32,
) -> Layout {
    let mut walk = Walk::default();
    for (index, (label, features)) in labels.iter().zip(features).enumerate() {
        if *label == Label::Caption {
            walk.shown = is_same(&walk.open.heads(), index);
            walk.recall = recall(&walk.open.last_texts(walk.open.parts.len()), index);
        }
        walk.take(index, *label, features);
    }
    walk.close();
    walk.close_text();
    walk.layout.articles.sort_by_key(first_piece);
    walk.layout.return_house(features);
    walk.layout.title_single_notices(features);
    walk.layout.gather_ads(features);
    walk.layout.articles.retain(|draft| !draft.is_empty());
    walk.layout.articles.iter_mut().for_each(Draft::title_tables);
    walk.layout.articles.iter_mut().for_each(Draft::sign_at_end);
    walk.layout.name_columns(features);
    walk.layout.end_rubrics(features);
    walk.layout
}

fn first_piece(draft: &Draft) -> usize {
    let heads = [&draft.kicker, &draft.headline, &draft.subtitle];
    let parts = draft.parts.iter().map(|(_, index)| *index);
    heads.into_iter().flatten().copied().chain(parts).min().unwrap_or(usize::MAX)
}

#[derive(Default)]
struct Walk {
    layout: Layout,
    open: Draft,
    /// The text that a photo item interrupted.
    text: Option<Draft>,
    rubric: Option<usize>,
    column: Option<usize>,
    last: Option<Label>,
    /// The last piece ended with a full stop.
    ended: bool,
    /// The open article says who wrote it, or opens with a report head.
    signed: bool,
    /// The last paragraph has a mark, as an item of a list.
    listed: bool,
    /// Its headline is the title of a notice.
    noticed: bool,
    /// Whoever wrote it made its pictures, too: 文/图 王明.
    pictured: bool,
    /// The last caption is one of several: 图①.
    counted: bool,
    /// This caption names what the open article's heads name …
    shown: bool,
    /// … and this share of its character pairs stands in the article's text.
    recall: f32,
}

impl Walk {
    fn take(&mut self, index: usize, label: Label, features: &Features) {
        match label {
            Label::Rubric => {
                self.close();
                self.close_text();
                self.rubric = Some(index);
                self.layout.rubrics.push(index);
            }
            Label::Column if self.open.is_preface() => {
                self.open.column = Some(index);
                self.layout.columns.push(index);
            }
            Label::Column => {
                self.close();
                self.close_text();
                self.column = Some(index);
                self.layout.columns.push(index);
            }
            Label::MidColumn => {
                self.open.column = Some(index);
                self.layout.columns.push(index);
            }
            Label::Kicker | Label::Headline | Label::Subtitle => self.head(index, label),
            Label::Caption => self.caption(index, features),
            Label::Body => self.body(index, features),
            Label::Notice => self.notice(index, features),
            // What speaks ahead belongs to the headline below it.
            Label::Preface if features.form.ahead && !self.is_under_head() => {
                self.close();
                self.close_text();
                self.open.parts.push((label, index));
            }
            Label::Verse | Label::Table | Label::Preface | Label::Inset => {
                self.resume_unless(false);
                self.open.parts.push((label, index));
            }
            // 积分榜 behind a brief: a text without a head has no subheads.
            Label::Subhead if features.form.over_rows && !self.open.has_heads() => {
                self.head(index, Label::Headline);
            }
            Label::Byline | Label::Subhead | Label::Signoff | Label::PhotoCredit => {
                self.resume_unless(label == Label::PhotoCredit);
                self.open.parts.push((label, index));
            }
        }
        match label {
            Label::Headline => {
                self.noticed = features.form.notice_title;
                self.signed = false;
                self.pictured = false;
            }
            Label::Byline => {
                self.signed = true;
                // 摄影报道: whoever wrote it made the pictures, too.
                let credit = features.credit.as_ref();
                self.pictured = credit.is_some_and(|credit| credit.is_pictured || credit.is_photo);
            }
            Label::Signoff => self.signed = true,
            Label::Body if features.head.is_some() => self.signed = true,
            _ => {}
        }
        self.last = Some(label);
        self.ended = features.stop == Stop::Full || features.form.signed_end;
    }

    fn head(&mut self, index: usize, label: Label) {
        let goes_on = matches!(self.last, Some(Label::Kicker | Label::Headline | Label::Subtitle));
        if !goes_on && !self.open.is_preface() {
            self.close();
            self.close_text();
        }
        match label {
            Label::Kicker => self.open.kicker.push(index),
            Label::Headline => self.open.headline.push(index),
            _ => self.open.subtitle.push(index),
        }
    }

    /// Behind heads or a byline, or another note.
    fn is_under_head(&self) -> bool {
        use Label::*;
        matches!(self.last, Some(Kicker | Headline | Subtitle | Byline | MidColumn | Preface))
    }

    fn caption(&mut self, index: usize, features: &Features) {
        // The pictures of a text that nobody has signed yet: their photographer wrote it, too.
        const SAME_MATTER: f32 = 0.25;
        let (hears, names) = (self.recall > SAME_MATTER, self.shown && features.stop == Stop::Full);
        let is_same = if features.opens_with_day { hears && names } else { hears || names };
        // A table has no pictures.
        let shows_text = self.open.has_heads()
            && !self.open.is_photo()
            && !self.open.parts.iter().all(|(label, _)| *label == Label::Table)
            && (is_same
                || features.own_picture
                || features.pictures && (!self.signed || self.pictured));
        // Behind the pictures of a text, counted ① to ④, one without a number is another item.
        let is_other = self.counted && !features.pictures && !self.open.is_photo();
        // 图①, its photographer, 图②: the pictures of one item, each with a credit of its own.
        let is_next = features.later_picture && self.counted && self.open.is_photo();
        let goes_on = self.last == Some(Label::Caption) && !is_other || shows_text || is_next;
        let is_headed_photo = self.open.has_heads() && self.open.parts.is_empty();
        if !goes_on && !is_headed_photo {
            if self.open.is_photo() || self.open.is_empty() {
                self.close();
            } else {
                self.close_text();
                let text = std::mem::take(&mut self.open);
                self.text = Some(self.stamp(text));
            }
        }
        self.counted = features.pictures;
        self.open.parts.push((Label::Caption, index));
    }

    fn body(&mut self, index: usize, features: &Features) {
        self.resume_unless(false);
        let only_table = !self.open.parts.is_empty()
            && self.open.parts.iter().all(|(label, _)| *label == Label::Table);
        let closed = only_table || matches!(self.last, Some(Label::Signoff | Label::Rubric));
        let headless = !self.open.has_heads() && !self.open.parts.is_empty();
        // Behind a full stop, a sign-off, or before a mark of its own.
        let after_text = self.last == Some(Label::Body) && (self.ended || features.bullet);
        if features.carries_on {
            // Behind its mark stands a text of another page, unless its headline stands above it.
            if headless || !self.is_under_head() {
                self.close();
            }
            self.open.carried = true;
        }
        let new_brief = headless
            && !self.open.carried
            && !features.replies
            && !features.foretells
            && (after_text || self.last == Some(Label::Signoff) && features.bullet)
            && (features.opening > 0.0 || features.bullet);
        // ▲市实验中学图书馆…。(于占海): an item with a mark is none of the text that is signed above it, and one with a
        // name of its own none of any text.
        let signed_off = self.last == Some(Label::Signoff) || features.signs_itself && self.ended;
        let is_own = signed_off || self.ended && features.opens_items;
        let own_item = features.bullet && !self.listed && is_own && self.open.has_text(true);
        // Behind a sign-off, where a paragraph begins or one more is signed.
        let begins = features.opens_with_place || features.opening > 0.0 || features.signed_in_turn;
        let next_brief = headless && self.last == Some(Label::Signoff) && begins;
        let reports = features.head.is_some();
        let is_ruled_off = features.below_rule && !self.is_under_head();
        // No report has another inside: the headline of this one is lost, or stands elsewhere. Under a headline the rest
        // of another article may stand before the report.
        let is_next = features.reports && self.open.has_text(self.signed);
        let begins_report = is_next || reports && (closed || headless || is_ruled_off);
        // A letter that is signed has no other inside.
        let is_signed = matches!(self.last, Some(Label::Signoff | Label::Byline));
        let is_letter = features.salutes && is_signed && self.open.has_text(true);
        if begins_report || new_brief || next_brief || own_item || is_letter {
            self.close();
        }
        self.listed = features.bullet;
        self.open.parts.push((Label::Body, index));
    }

    /// Under a rubric each paragraph is a notice of its own, unless the one before wants its end.
    fn notice(&mut self, index: usize, features: &Features) {
        /// A seam above this tears a phrase.
        const TORN: f32 = 4.0;
        self.resume_unless(false);
        let closed = match self.last {
            Some(Label::Signoff | Label::Rubric) => true,
            // Under the title of a notice what it says and where to go are one.
            Some(Label::Body) => !self.noticed,
            _ => false,
        };
        // Advertisements do not end with a full stop.
        let ended =
            self.ended || features.form.listed_ad && features.seam.is_none_or(|seam| seam < TORN);
        let continues = features.form.continues || features.form.contact;
        let listed = !self.open.has_heads() && ended && !continues;
        if closed || listed {
            self.close();
        }
        self.open.parts.push((Label::Notice, index));
    }

    /// After a photo item the interrupted text goes on.
    fn resume_unless(&mut self, is_credit: bool) {
        if !is_credit && self.open.is_photo() && !self.open.has_heads() {
            self.close();
            self.open = self.text.take().unwrap_or_default();
        }
    }

    fn stamp(&mut self, mut draft: Draft) -> Draft {
        draft.rubric = draft.rubric.or(self.rubric);
        draft.column = draft.column.or(self.column.take());
        draft
    }

    fn close(&mut self) {
        self.noticed = false;
        let draft = std::mem::take(&mut self.open);
        if !draft.is_empty() {
            let draft = self.stamp(draft);
            self.layout.articles.push(draft);
        }
    }

    fn close_text(&mut self) {
        if let Some(text) = self.text.take() {
            self.layout.articles.push(text);
        }
    }
}

#[cfg(test)]
mod tests;
