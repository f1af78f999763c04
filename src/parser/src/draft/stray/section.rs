//! Which whole paragraphs did the dump print behind a report that interrupts their text?
//!
//! A feature fills columns, and a dump reads the columns one after the other: a report stands in its midst, and behind the
//! last paragraph of that, nothing broken off, the feature goes on. Only its words say so.

use super::{Asked, LONGEST, is_signed};
use crate::draft::{Draft, Layout};
use crate::label::Label;

/// Shorter paragraphs have too few words to tell.
const SHORTEST: usize = 20;

/// In nats, what a paragraph has in common with the text that was interrupted. Of 23 paragraphs of written and shared
/// pages of which this and the rest here held, 18 were of that text, three of another still, and two where they belonged.
const HEARD: f32 = 10.0;

/// So many times as much as with the report above it …
const TIMES: f32 = 4.0;

/// … and where that has one paragraph, which says little of it, no more in common with that than this.
const NOTHING: f32 = 1.5;

/// Articles looked back over for one with a text: there may be pictures between.
const BACK: usize = 3;

impl Layout {
    /// Brings back paragraphs, with the subhead above them and what stands below as far as it is of the same text.
    pub fn return_sections(&mut self, asked: &Asked) {
        for host in 1..self.articles.len() {
            let is_told = |own: &usize| has_text(&self.articles[*own]);
            let Some(own) = (host.saturating_sub(BACK)..host).rev().find(is_told) else { continue };
            if let Some(run) = section(&self.articles[own], &self.articles[host], asked) {
                let moved: Vec<(Label, usize)> = self.articles[host].parts.drain(run).collect();
                let own = &mut self.articles[own].parts;
                let end = own.iter().rposition(|part| part.0 == Label::Body).map_or(0, |at| at + 1);
                own.splice(end..end, moved);
            }
        }
    }
}

fn has_text(draft: &Draft) -> bool {
    draft.parts.iter().any(|part| part.0 == Label::Body)
}

/// Which parts of `host` are of the text above it.
fn section(own: &Draft, host: &Draft, asked: &Asked) -> Option<std::ops::Range<usize>> {
    let last = |draft: &Draft, label: Label| draft.parts.iter().rposition(|part| part.0 == label);
    // Who signs a text has ended it; and a text under a byline is no report that interrupts another.
    let is_ended = last(own, Label::Signoff) > last(own, Label::Body);
    if own.headline.is_empty() || is_ended || last(host, Label::Byline).is_some() {
        return None;
    }
    let told = own.told(own.parts.len(), asked);
    let begins = |at: usize| {
        let (label, piece) = host.parts[at];
        let texts = host.parts[..at].iter().filter(|part| part.0 == Label::Body).count();
        let here = &asked.features[piece];
        let may_be = label == Label::Body
            && texts > 0
            && here.len >= SHORTEST
            && here.head.is_none()
            && !here.asks
            && !here.bracketed
            && is_signed(host, at, asked.features);
        let own = if may_be { (asked.heard)(&told, piece) } else { 0.0 };
        if own <= HEARD {
            return false;
        }
        let there = (asked.heard)(&host.told(at, asked), piece);
        own > TIMES * there && (texts > 1 || there < NOTHING)
    };
    let first = (1..host.parts.len().min(LONGEST)).find(|at| begins(*at))?;
    let there = host.told(first, asked);
    let is_own = |at: &usize| {
        let (label, piece) = host.parts[*at];
        let is_text = |at: usize| host.parts.get(at).is_some_and(|part| part.0 == Label::Body);
        match label {
            Label::Body => (asked.heard)(&told, piece) >= (asked.heard)(&there, piece),
            Label::Subhead => is_text(*at + 1),
            Label::Signoff => at + 1 == host.parts.len(),
            _ => false,
        }
    };
    let end = (first + 1..host.parts.len()).find(|at| !is_own(at)).unwrap_or(host.parts.len());
    let start = first - usize::from(host.parts[first - 1].0 == Label::Subhead);
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    #[test]
    fn a_feature_goes_on_behind_the_report_that_interrupts_it() {
        let feature = "贷羊还羊\n\n本报记者 余建新\n\n天刚亮,蒙爱笑就把澳寒羊的草料切好了。这些澳寒羊是去年从镇里的合作社贷来的,一共十只,养大了再还羊。\n\n\
            蒙爱笑家在石山里,玉米地东一块西一块,没有平地。合作社贷羊给他,教他种牧草、配草料,一年还两只羊羔。\n\n";
        let report = "河口大桥昨日试通车\n\n本报讯(记者 杜晓)4月23日,河口大桥试通车,全长两公里,双向四车道,两岸居民过河少走二十分钟。\n\n\
            试通车为期三个月,其间禁止货车通行。\n\n";
        let rest = "草料有了着落\n\n“只要不懒,石头缝里也能养出澳寒羊来。”蒙爱笑说,合作社今年又贷羊四百只,牧草种到了坡顶上,家家养大了再还羊。\n\n\
            蒙爱笑的澳寒羊开春下了五只羊羔。\n\n";
        let last = "小院说事化解纠纷\n\n本报讯(记者 赵强)县里的小院说事点去年化解邻里纠纷八百多件,没有一件闹到法院。\n";
        let blocks = |rest: &str| {
            let text = format!("{feature}{report}{rest}{last}");
            let page = parse_page("甲.txt", &text, &Context::default());
            page.articles.iter().map(|article| article.blocks.len()).collect::<Vec<_>>()
        };
        // Byline, two paragraphs, and what came back: a subhead and two more.
        assert_eq!(blocks(rest), [6, 2, 1]);
        let own = "“过桥只要三分钟。”住在对岸的马师傅说,大桥双向四车道,试通车第一天他就开车走了两个来回。\n\n";
        assert_eq!(blocks(own), [3, 3, 1]);
    }
}
