//! What is read aloud next? A queue of articles, one utterance after the other, without any browser.
//!
//! Whoever drives it does what each step says, and reports what became of the utterance with the number of its turn:
//! the end of one that was broken off changes nothing.

use crate::catalog::Item;
use crate::sentence::{Piece, pieces};
use crate::text::Role;
use edition::FlagKind;
use std::ops::Range;

/// One utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index of the part that it stands in, or before.
    pub part: usize,
    /// Bytes of the part's text.
    pub range: Range<usize>,
    /// Says in its place what is lost there: who listens sees no mark.
    pub remark: Option<FlagKind>,
    /// The first utterance of its sentence.
    pub begins: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    #[default]
    Silent,
    Speaking,
    /// Broken off; goes on with the sentence that was being read.
    Paused,
}

/// What is to be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Breaks off what is being said, if anything is, and says [`Player::line`] under this turn.
    Speak(u32),
    /// Breaks off what is being said.
    Hush,
    Nothing,
}

/// How the lines of a catalog item are found.
pub type Load = fn(usize) -> Vec<Line>;

#[derive(Clone, Debug, Default)]
pub struct Player {
    /// Catalog items, in the order in which they are read.
    queue: Vec<usize>,
    at: usize,
    lines: Vec<Line>,
    line: usize,
    mode: Mode,
    turn: u32,
}

impl Player {
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The catalog item being read.
    pub fn item(&self) -> Option<usize> {
        self.queue.get(self.at).copied().filter(|_| self.mode != Mode::Silent)
    }

    /// Which article of how many, from 1.
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.queue.len())
    }

    /// Whether this turn is still the one to be said.
    pub fn is_turn(&self, turn: u32) -> bool {
        self.turn == turn && self.mode == Mode::Speaking
    }

    pub fn line(&self) -> Option<&Line> {
        self.lines.get(self.line).filter(|_| self.mode != Mode::Silent)
    }

    /// Reads these items from the first on; the lines of what was read before are forgotten.
    pub fn start(&mut self, queue: Vec<usize>, load: Load) -> Act {
        self.queue = queue;
        self.mode = Mode::Silent;
        self.open_from(0, load)
    }

    /// Reads one item from the sentence that holds this place on.
    pub fn start_at(&mut self, item: usize, part: usize, at: usize, load: Load) -> Act {
        let act = self.start(vec![item], load);
        let beyond = |line: &Line| (line.part, line.range.end) > (part, at);
        if let Some(line) = self.lines.iter().position(beyond) {
            self.line = line;
            self.rewind();
        }
        act
    }

    /// Pauses or goes on. Where a browser's own pause cannot be trusted, a pause is a stop that remembers.
    pub fn toggle(&mut self) -> Act {
        match self.mode {
            Mode::Silent => Act::Nothing,
            Mode::Speaking => self.pause(),
            Mode::Paused => {
                self.mode = Mode::Speaking;
                self.rewind();
                self.speak()
            }
        }
    }

    pub fn pause(&mut self) -> Act {
        if self.mode != Mode::Speaking {
            return Act::Nothing;
        }
        self.mode = Mode::Paused;
        self.turn += 1;
        Act::Hush
    }

    pub fn stop(&mut self) -> Act {
        self.mode = Mode::Silent;
        self.turn += 1;
        Act::Hush
    }

    /// The next sentence; behind the last one the next article, behind the last article silence.
    pub fn forward(&mut self, load: Load) -> Act {
        let rest = self.lines.iter().enumerate().skip(self.line + 1);
        match rest.into_iter().find(|(_, line)| line.begins) {
            Some((line, _)) => self.go(line),
            None => self.open_from(self.at + 1, load),
        }
    }

    /// The sentence before; before the first one the last of the article before.
    pub fn back(&mut self, load: Load) -> Act {
        self.rewind();
        match self.line.checked_sub(1) {
            Some(line) => {
                self.line = line;
                self.rewind();
                self.go(self.line)
            }
            None => self.open_before(true, load),
        }
    }

    /// The article after or before the one that is read.
    pub fn skip(&mut self, forward: bool, load: Load) -> Act {
        match forward {
            true => self.open_from(self.at + 1, load),
            false => self.open_before(false, load),
        }
    }

    /// Says the same sentence again, as another voice or speed asks for.
    pub fn again(&mut self) -> Act {
        if self.mode == Mode::Speaking { self.speak() } else { Act::Nothing }
    }

    /// The utterance of this turn came to its end.
    pub fn ended(&mut self, turn: u32, load: Load) -> Act {
        if !self.is_turn(turn) {
            return Act::Nothing;
        }
        match self.line + 1 < self.lines.len() {
            true => self.go(self.line + 1),
            false => self.open_from(self.at + 1, load),
        }
    }

    /// The utterance of this turn could not be said. Whether that is news.
    pub fn failed(&mut self, turn: u32) -> bool {
        let news = self.is_turn(turn);
        if news {
            self.pause();
        }
        news
    }

    /// From this place of the queue on: the first article that has anything to say. A pause stays one.
    fn open_from(&mut self, at: usize, load: Load) -> Act {
        match self.open(&mut (at..self.queue.len()), load) {
            true => self.go(0),
            false => self.stop(),
        }
    }

    /// The last article before this place that has anything to say: its first sentence or its last. Where there is
    /// none, the first sentence of this one.
    fn open_before(&mut self, last: bool, load: Load) -> Act {
        let found = self.open(&mut (0..self.at).rev(), load);
        self.line = if found && last { self.lines.len() - 1 } else { 0 };
        self.rewind();
        self.go(self.line)
    }

    fn open(&mut self, places: &mut dyn Iterator<Item = usize>, load: Load) -> bool {
        for at in places {
            let lines = load(self.queue[at]);
            if !lines.is_empty() {
                (self.at, self.lines, self.line) = (at, lines, 0);
                if self.mode == Mode::Silent {
                    self.mode = Mode::Speaking;
                }
                return true;
            }
        }
        false
    }

    fn go(&mut self, line: usize) -> Act {
        self.line = line;
        if self.mode == Mode::Speaking { self.speak() } else { Act::Nothing }
    }

    fn speak(&mut self) -> Act {
        self.turn += 1;
        Act::Speak(self.turn)
    }

    fn rewind(&mut self) {
        while self.line > 0 && !self.lines[self.line].begins {
            self.line -= 1;
        }
    }
}

/// What is read of an article: its heads, its text, and where something of it is lost; not the rubric that others
/// share with it.
pub fn lines(item: &Item) -> Vec<Line> {
    let article = item.article;
    let mut lines = Vec::new();
    let remarks = |lines: &mut Vec<Line>, part: usize, block: usize| {
        let here = article.flags_at(block);
        lines.extend(here.map(|flag| Line {
            part,
            range: 0..0,
            remark: Some(flag.kind),
            begins: true,
        }));
    };
    for (at, part) in item.parts.iter().enumerate() {
        match part.role {
            Role::Rubric | Role::Column => continue,
            Role::Block(block, _) => remarks(&mut lines, at, block),
            Role::Kicker | Role::Headline | Role::Subtitle => {}
        }
        let line = |Piece { range, begins }| Line { part: at, range, remark: None, begins };
        lines.extend(pieces(&part.text).into_iter().map(line));
    }
    remarks(&mut lines, item.parts.len(), article.blocks.len());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Item 2 has nothing to say, every other two sentences, the first of two utterances.
    fn load(item: usize) -> Vec<Line> {
        let line =
            |start, begins| Line { part: item, range: start..start + 1, remark: None, begins };
        if item == 2 { Vec::new() } else { vec![line(0, true), line(1, false), line(2, true)] }
    }

    fn started(queue: &[usize]) -> (Player, u32) {
        let mut player = Player::default();
        let act = player.start(queue.to_vec(), load);
        let turn = turn(act);
        (player, turn)
    }

    fn turn(act: Act) -> u32 {
        let Act::Speak(turn) = act else { panic!("{act:?}") };
        turn
    }

    fn now(player: &Player) -> Option<(usize, usize)> {
        player.line().map(|line| (line.part, line.range.start))
    }

    #[test]
    fn a_queue_is_read_to_its_end_past_what_has_nothing_to_say() {
        let (mut player, mut at) = started(&[1, 2, 3]);
        let mut heard = vec![now(&player)];
        loop {
            match player.ended(at, load) {
                Act::Speak(next) => at = next,
                act => break assert_eq!(act, Act::Hush),
            }
            heard.push(now(&player));
        }
        let expected = [(1, 0), (1, 1), (1, 2), (3, 0), (3, 1), (3, 2)].map(Some);
        assert_eq!(heard, expected);
        assert_eq!((player.mode(), player.item(), player.line()), (Mode::Silent, None, None));
    }

    #[test]
    fn what_was_broken_off_changes_nothing_when_it_ends() {
        let (mut player, old) = started(&[1]);
        let new = turn(player.forward(load));
        assert_eq!(player.ended(old, load), Act::Nothing);
        assert!(!player.failed(old));
        assert_eq!(now(&player), Some((1, 2)));
        assert_eq!(player.toggle(), Act::Hush);
        assert_eq!(player.ended(new, load), Act::Nothing);
        assert_eq!(player.mode(), Mode::Paused);
    }

    #[test]
    fn a_pause_goes_on_with_its_sentence_from_the_beginning() {
        let (mut player, first) = started(&[1]);
        player.ended(first, load);
        assert_eq!(now(&player), Some((1, 1)));
        player.toggle();
        turn(player.toggle());
        assert_eq!(now(&player), Some((1, 0)));
    }

    #[test]
    fn sentences_are_walked_over_articles_and_a_pause_holds() {
        let (mut player, _) = started(&[1, 2, 3]);
        player.toggle();
        assert_eq!(player.forward(load), Act::Nothing);
        assert_eq!(now(&player), Some((1, 2)));
        player.forward(load);
        assert_eq!((now(&player), player.place()), (Some((3, 0)), (3, 3)));
        player.back(load);
        assert_eq!(now(&player), Some((1, 2)));
        assert_eq!(player.mode(), Mode::Paused);
    }

    #[test]
    fn articles_are_skipped_both_ways_and_the_ends_hold() {
        let (mut player, _) = started(&[1, 3]);
        player.skip(true, load);
        assert_eq!(now(&player), Some((3, 0)));
        player.skip(false, load);
        assert_eq!(now(&player), Some((1, 0)));
        player.skip(false, load);
        player.back(load);
        assert_eq!(now(&player), Some((1, 0)));
        player.skip(true, load);
        assert_eq!(player.skip(true, load), Act::Hush);
        assert_eq!(player.mode(), Mode::Silent);
    }

    #[test]
    fn reading_begins_in_the_sentence_that_was_chosen() {
        let mut player = Player::default();
        player.start_at(4, 4, 1, load);
        assert_eq!(now(&player), Some((4, 0)));
        player.start_at(4, 4, 2, load);
        assert_eq!(now(&player), Some((4, 2)));
        player.start_at(4, 9, 0, load);
        assert_eq!(now(&player), Some((4, 0)));
    }

    #[test]
    fn a_failure_pauses_and_is_news_once() {
        let (mut player, first) = started(&[1]);
        assert!(player.failed(first));
        assert!(!player.failed(first));
        assert_eq!(player.mode(), Mode::Paused);
        assert_eq!(player.stop(), Act::Hush);
        assert_eq!((player.toggle(), player.again()), (Act::Nothing, Act::Nothing));
    }

    #[test]
    fn nothing_to_read_is_silence() {
        let mut player = Player::default();
        assert_eq!(player.start(Vec::new(), load), Act::Hush);
        assert_eq!(player.start(vec![2, 2], load), Act::Hush);
        assert_eq!(player.mode(), Mode::Silent);
    }
}
