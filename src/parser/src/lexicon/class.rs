//! What is a word, as far as a seam cares? Shared by what lays the word list out and what reads it.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Class {
    #[default]
    Other,
    Noun,
    Person,
    Place,
    Body,
    Time,
    Verb,
    Adjective,
    Adverb,
    Pronoun,
    Preposition,
    Numeral,
    Measure,
    Locative,
    Particle,
}

/// The tags of the word list; all others stand for the first.
pub const CLASSES: [(&str, Class); 15] = [
    ("", Class::Other),
    ("n", Class::Noun),
    ("nr", Class::Person),
    ("ns", Class::Place),
    ("nt", Class::Body),
    ("t", Class::Time),
    ("v", Class::Verb),
    ("a", Class::Adjective),
    ("d", Class::Adverb),
    ("r", Class::Pronoun),
    ("p", Class::Preposition),
    ("m", Class::Numeral),
    ("q", Class::Measure),
    ("f", Class::Locative),
    ("u", Class::Particle),
];
