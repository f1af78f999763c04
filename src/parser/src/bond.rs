//! Does this piece go on where that one stopped?
//!
//! Natural logarithms of odds, from a logistic regression on news: paragraphs cut at random, against such beginnings
//! followed by another paragraph or by the rest of one. The weights are rounded and what says little is left out.

mod clause;
mod follows;
mod numbers;
mod run;
mod side;
mod speech;

use self::clause::{clauses, closes};
use self::follows::follows;
use self::numbers::{after_count, after_digit, ends_amount, ends_count, wants_number};
use self::run::{cohesion, straddle};
use self::side::{LastWords, Opening};
pub use self::side::{Seen, Side};
pub use self::speech::names_speaker;
use self::speech::{quotes_anew, speaker, speaks_anew, wishes};
use crate::cursor::{is_han, starts_with};
use crate::lexicon::{self, Class};
use crate::newshead::cut_head;
use crate::opening::{self, FirstWord};
use crate::source::Ink;
use crate::wordlist::Chars;

/// What the page and its indents say of a seam.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seam {
    /// What the indent, and a place at the opening, say for a paragraph that begins here.
    pub begins: f32,
    /// The two characters at the seam stand side by side elsewhere on the page …
    pub pair: bool,
    /// … and so do three.
    pub triple: bool,
}

/// Characters looked at on each side of a cut for the words beside it.
const BESIDE: usize = 8;

/// A common weight: above 0 a join is likelier than a gap where nine of ten are joined.
const PRIOR: f32 = 3.3;

/// What is seen at the seam of two pieces; above 0 it speaks for a join.
pub fn bond(before: Side, after: Side, seam: Seam) -> f32 {
    let (a, b) = (before.ink, after.ink);
    let (Some(last), Some(first)) = (a.last(), b.first()) else { return 0.0 };
    if opening::goes_on(first.c) && (wants_more(a) || stops_short(last.c)) {
        return PRIOR - SURE;
    }
    if opening::goes_on(first.c) || cut_head(a, b).is_some() {
        return PRIOR + SURE;
    }
    if after.opens_report() {
        return PRIOR - SURE;
    }
    let mut score = PRIOR - seam.begins;
    // 执法 | 队副队长刘洋表示: no office begins with the rest of a word.
    // 收 | 据介绍,: what opens paragraphs and is set off is no rest of a word.
    let (left, opening) = (before.end(), after.opening());
    let right = &opening.first;
    let is_opener = opening.strength == Some(3) && opening.is_set_off;
    let bits = if is_opener { 0.0 } else { straddle(&left.run, &opening.run) };
    let torn = bits > ONE || right.is_lone() && !matches!(last.c, ',' | ';');
    score += words((left, a), (right, b), bits)
        + if is_opener { 0.0 } else { follows(before, after) }
        + begins(opening, matches!(last.c, ',' | '的'), torn)
        + clauses(&left.clause, &opening.clause)
        + quotes(before, after);
    if matches!(last.c, ',' | ';') {
        score += after_comma(a, b, opening);
    }
    score += when(last.c.is_ascii_digit(), after_digit(right));
    score += when(ends_count(a), after_count(right));
    score += when(wants_number(a) && first.c.is_ascii_digit(), 2.0);
    score +=
        when(lists(a) && b.iter().take(BESIDE).any(|ink| matches!(ink.c, '、' | '和' | '等')), 1.4);
    score += when(last.c == ',' && sees_there(a, b), THERE);
    let is_common = || COMMON.has(last.c) || COMMON.has(first.c);
    let pair = if seam.pair && is_common() { 1.3 } else { 2.6 };
    score += when(seam.pair, pair) + when(seam.triple, 1.8);
    score += when(
        // 7月26日 | 晚间
        matches!(last.c, '年' | '月' | '日') && right.class == Class::Time,
        1.5,
    );
    score += speaker(a, b) + wishes(a, b, torn) + quotes_anew(a, b) + names_speaker(a, b);
    score += speaks_anew(before, after);
    score += when(ends_amount(a) && is_han(first.c) && !opening.is_tail, -1.2);
    score += [0.0, -2.3, -4.0][repeats(a, b).min(2)];
    // 十年。: no paragraph is so short.
    const SHORTEST_PARAGRAPH: usize = 6;
    let is_rest = b.len() < SHORTEST_PARAGRAPH && last_is(b, '。') && is_han(last.c);
    score += when(is_rest, 3.0);
    score
}

/// How many bits better the words at the seam stand together than apart; see [`run`].
pub fn words_follow(a: Side, b: Side) -> f32 {
    cohesion(&a.end().run, &b.opening().run)
}

/// 、| 小香瓜和紫苏, 、小 | 香瓜和紫苏: the page is cut in a list, behind its mark or inside a short member.
fn lists(a: &[Ink]) -> bool {
    const SHORTEST_MEMBER: usize = 2;
    let member = a.iter().rev().take_while(|ink| is_han(ink.c)).count();
    member < SHORTEST_MEMBER && a.iter().rev().nth(member).is_some_and(|mark| mark.c == '、')
}

/// 走进育苗大棚,| 记者看到…: where somebody went wants who it was.
fn sees_there(a: &[Ink], b: &[Ink]) -> bool {
    const WENT: [&str; 12] = [
        "走进", "来到", "走在", "步入", "踏入", "漫步", "站在", "驱车", "沿着", "翻开", "登上",
        "走访",
    ];
    let clause = a[..a.len() - 1].rsplit(|ink| is_mark(&ink)).next().unwrap_or(a);
    let is_seen = ["记者", "笔者", "只见"].iter().any(|who| starts_with(b, who));
    is_seen && WENT.iter().any(|went| crate::cursor::contains(clause, went))
}

/// What that says against the words' opening paragraphs.
const THERE: f32 = 5.0;

/// 经理表示,|,即使: behind one mark stands no other.
fn stops_short(last: char) -> bool {
    matches!(last, ',' | ';' | ':' | '、')
}

/// 贷款到现在还 |,要求: behind such a word by itself no mark can stand.
fn wants_more(a: &[Ink]) -> bool {
    const WANT: &str = "把被从将使让还就都很更最与和及或";
    a.last().is_some_and(|last| WANT.contains(last.c)) && ends_alone(a)
}

/// Whether the last character is a word by itself.
pub fn ends_alone(ink: &[Ink]) -> bool {
    lexicon::last_word(&run_before(ink, BESIDE)) == 1
}

fn last_is(ink: &[Ink], c: char) -> bool {
    ink.last().is_some_and(|last| last.c == c)
}

/// Characters that stand beside each other by chance.
static COMMON: Chars = Chars::of("的了是在和与有不也就都将为上中这一");

/// What a mark that only goes on, or a report head, says.
const SURE: f32 = 8.0;

fn when(is: bool, weight: f32) -> f32 {
    if is { weight } else { 0.0 }
}

/// A word stands across the seam from so many bits.
const ONE: f32 = 1.0;

/// The words on both sides: is one cut, are both whole, which classes meet?
fn words((left, a): (&LastWords, &[Ink]), (right, b): (&FirstWord, &[Ink]), bits: f32) -> f32 {
    let mut score = class_before(left.class, a) + class_after(right.class, b);
    if bits > ONE {
        const MOST: f32 = 12.0;
        return score + bits.min(MOST) * 0.36;
    }
    // A character that is rarely a word by itself wants the rest of its word, which is not here.
    let lone = |word: &[char], odds: fn(char) -> f32| match word {
        [one] => Some(odds(*one)),
        _ => None,
    };
    let before = lone(&left.word, lexicon::alone_not_first);
    let after = lone(right.word(), lexicon::alone_not_later);
    score += before.map_or(0.0, |odds| odds * 0.35 - 1.3);
    score += after.map_or(0.0, |odds| odds * 0.26 - 0.9);
    if let (Some(before), Some(after)) = (before, after) {
        // On both sides: a name that the list does not have is cut.
        score += 0.4 - (before + after).min(0.0) * 0.22;
    }
    score
}

fn class_before(class: Class, a: &[Ink]) -> f32 {
    match class {
        Class::Person | Class::Body => 0.3,
        Class::Preposition => 0.45,
        Class::Measure => 0.3,
        Class::Particle => -0.45,
        _ if a.last().is_some_and(|last| last.c.is_ascii_digit()) => -0.3,
        _ => 0.0,
    }
}

fn class_after(class: Class, b: &[Ink]) -> f32 {
    let Some(first) = b.first() else { return 0.0 };
    match class {
        Class::Adjective => 0.35,
        Class::Adverb => 0.15,
        Class::Person | Class::Place => -1.2,
        Class::Body => -0.9,
        Class::Preposition => -0.55,
        Class::Pronoun => -0.8,
        Class::Time => -0.45,
        Class::Particle => 0.5,
        _ if is_han(first.c) || first.c.is_ascii_digit() => 0.0,
        _ => match first.c {
            '《' => -0.6,
            '“' | '‘' => -0.3,
            '(' => 1.2,
            _ => 1.4,
        },
    }
}

/// Characters of 县府.
const SHORTEST_SPEAKER: usize = 2;

/// What the opening of the piece says; behind a comma a clause may begin, and 的同时 is a word.
fn begins(b: &Opening, joins_clause: bool, torn: bool) -> f32 {
    let strength = match b.strength {
        Some(1) => -0.7,
        Some(2) => -1.7,
        Some(_) if joins_clause => -1.4,
        Some(_) => -2.8,
        None if b.is_tail => 0.45,
        None => 0.0,
    };
    let speaks = match (b.person_speaks, b.office_speaks) {
        (true, _) => -2.9,
        (_, true) if !torn => -2.4,
        _ => 0.0,
    };
    let speaks = speaks + when(b.is_said, -3.2);
    // 目前,我国: with its comma it begins a clause, and the clause before it has not ended.
    let speaks = speaks + when(b.is_set_off && !joins_clause && !torn, -2.0);
    strength + speaks + b.number + when(b.is_unbalanced, 0.6)
}

/// After a comma a clause may begin with some of the words that open paragraphs, but hardly with who said what.
fn after_comma(a: &[Ink], b: &[Ink], opening: &Opening) -> f32 {
    const NEW: f32 = -2.2;
    // 近日, | 记者在现场看到: what is set off belongs to what follows.
    const SET_OFF: usize = 5;
    let clause = a[..a.len() - 1].rsplit(|ink| is_mark(&ink)).next().unwrap_or(a);
    let class = opening.first.class;
    let speaks = opening.office_speaks && !closes(clause);
    let strong = opening.strength == Some(3) && (!tells_now(b) || opening.is_set_off);
    let new = strong || speaks && class != Class::Pronoun;
    if new && clause.len() > SET_OFF && class != Class::Preposition {
        return NEW;
    }
    let is_clause = matches!(
        class,
        Class::Preposition
            | Class::Adverb
            | Class::Pronoun
            | Class::Verb
            | Class::Time
            | Class::Locative
    );
    when(is_clause, 1.0) + when(opening.strength.is_some(), 0.8) - 0.65
}

/// 当年从山外引进来,|如今漫山遍野: what was, and behind a comma what is.
fn tells_now(b: &[Ink]) -> bool {
    // 如今我在城里 begins another.
    let speaks_of = b.get(2).is_some_and(|next| "我你他她它这那该".contains(next.c));
    !speaks_of && ["如今", "而今"].iter().any(|word| starts_with(b, word))
}

fn is_mark(ink: &&Ink) -> bool {
    matches!(ink.c, ',' | '。' | '!' | '?' | ';' | ':')
}

/// What the quotation at the seam says.
pub fn quotes(a: Side, b: Side) -> f32 {
    clause::quotes(&a.end().clause, &b.opening().clause)
}

/// 超长期 | 长期: the same characters twice are not one text. How many they are.
fn repeats(a: &[Ink], b: &[Ink]) -> usize {
    const LONGEST: usize = 3;
    let same = |length: &usize| {
        let (Some(tail), Some(head)) = (a.len().checked_sub(*length), b.get(..*length)) else {
            return false;
        };
        a[tail..].iter().zip(head).all(|(x, y)| x.c == y.c && is_han(x.c))
    };
    (1..=LONGEST).rev().find(same).unwrap_or(0)
}

fn run_before(ink: &[Ink], most: usize) -> Vec<char> {
    let length = ink.iter().rev().take(most).take_while(|ink| is_han(ink.c)).count();
    ink[ink.len() - length..].iter().map(|ink| ink.c).collect()
}

#[cfg(test)]
mod tests;
