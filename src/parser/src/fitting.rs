//! What `examples/fit` learns from: a page as questions and answers, and the best labels by any weights.
//!
//! Not for readers of pages: the parser itself has what was learned.

use crate::Context;
use crate::edition::region_for;
use crate::features::Features;
use crate::grammar::{self, Lone, NO_CREDIT};
use crate::label::Label;
use crate::learned::{self, Scores};
use crate::page::{Labelled, walk};
use crate::source::Source;
use crate::topic::Topics;
use places::Places;
use std::ops::Range;

/// A number for each class, in the order of [`classes`].
pub type Weights = Scores;

pub const CLASSES: usize = Label::ALL.len();

/// The classes' names.
pub fn classes() -> [&'static str; CLASSES] {
    Label::ALL.map(Label::name)
}

/// The questions' names.
pub fn questions() -> Vec<String> {
    learned::names()
}

/// A page as far as it is learned from.
pub struct Lesson {
    /// For each piece the byte offsets of its characters that are no spaces.
    pub ink: Vec<Vec<usize>>,
    /// For each piece the questions answered by yes.
    pub answers: Vec<Vec<usize>>,
    features: Vec<Features>,
    learned: Vec<Scores>,
    topics: Topics,
    walked: Vec<Label>,
}

/// One way in which the lines of a head may be labelled.
pub struct HeadLines {
    /// The class of each line.
    pub classes: Vec<usize>,
    /// What the walk says for it.
    pub walk: f32,
    /// What is asked of it, each as the place of its question and that of its step.
    pub asked: Vec<(usize, usize)>,
}

/// The names of what is asked of heads, and of their steps.
pub fn of_heads() -> (Vec<String>, Vec<&'static str>) {
    (learned::heads::names(), learned::heads::steps().to_vec())
}

impl Lesson {
    pub fn of(text: &str) -> Self {
        let source = Source::of(text);
        let places = Places::shared(region_for(&source, &Context::default()));
        let page = Labelled::of(source, &places);
        let ink = |piece: &crate::piece::Piece| {
            page.source.ink[piece.ink.clone()].iter().map(|ink| ink.at as usize).collect()
        };
        Self {
            ink: page.flow.iter().map(ink).collect(),
            answers: learned::ask(&page.features),
            features: page.features,
            learned: page.learned,
            topics: page.topics,
            walked: page.walked,
        }
    }

    /// The heads of more than one line, where the pieces are of these classes.
    pub fn heads(classes: &[Option<usize>]) -> Vec<Range<usize>> {
        let label = |class: &Option<usize>| class.map_or(Label::Body, |class| Label::ALL[class]);
        grammar::heads_of(&classes.iter().map(label).collect::<Vec<Label>>())
    }

    /// The classes of the pieces as the parser has them before it looks at heads.
    pub fn walked(&self) -> Vec<usize> {
        places_of(&self.walked)
    }

    /// All ways in which the lines of a head may be labelled.
    pub fn arrangements(&self, head: Range<usize>) -> Vec<HeadLines> {
        let all = grammar::arrangements(&self.features[head.clone()], &self.learned[head]);
        let one = |one: grammar::Arrangement| HeadLines {
            classes: places_of(&one.labels),
            walk: one.walk,
            asked: one.asked,
        };
        all.into_iter().map(one).collect()
    }

    /// The best class of each piece where these weights are what was learned; later calls of [`Self::again`] go by what
    /// this one saw of the page.
    pub fn best(&mut self, weights: &[Weights]) -> Vec<usize> {
        for here in &mut self.features {
            (here.no_credit, here.lone, here.unlike) = (NO_CREDIT, Lone::No, 0.0);
        }
        let learned = self.sums(weights);
        places_of(&walk(&mut self.features, &learned, &self.topics))
    }

    /// The best classes by the same weights and what else speaks for each class of each piece, and what they are worth.
    pub fn again(&self, weights: &[Weights], more: &[Weights]) -> (Vec<usize>, f32) {
        let mut learned = self.sums(weights);
        for (sums, more) in learned.iter_mut().zip(more) {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += more;
            }
        }
        let (labels, worth) = grammar::best(&self.features, &learned);
        (places_of(&labels), worth)
    }

    fn sums(&self, weights: &[Weights]) -> Vec<Scores> {
        self.answers.iter().map(|answers| learned::sum(answers, weights)).collect()
    }
}

fn places_of(labels: &[Label]) -> Vec<usize> {
    let place = |label: &Label| Label::ALL.iter().position(|own| own == label).unwrap_or(0);
    labels.iter().map(place).collect()
}
