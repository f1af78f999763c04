//! Had a line no room for the next word? One that breaks where it had room ends a paragraph.

use super::rooms::{MOST, likeliest};
use super::set::{Halves, Measure, Set, WHOLE};
use super::wrap::LEAST_LINES;
use crate::source::Source;
use std::ops::{Range, RangeInclusive};

/// Columns of paper.
const ROOMS: RangeInclusive<Halves> = 16..=120;

/// Lines of one width that may make a column.
const FEWEST: usize = 3;

/// Lines that were filled as far as the next word let them, each in a column of some width.
pub struct Fit {
    sets: Vec<Set>,
    /// The index of the first line.
    start: usize,
    measure: Measure,
    /// The width of the column that each line stands in, 0 where none is known.
    rooms: Vec<Halves>,
    /// Marks that may not begin a line hang behind the one above, instead of taking their word along.
    hangs: bool,
}

impl Fit {
    /// How these lines are filled, by the likeliest widths of their columns.
    pub fn of(source: &Source, lines: &Range<usize>) -> Option<Self> {
        let all = Measure::ALL.into_iter().flat_map(|measure| {
            let all = source.lines[lines.clone()].iter();
            let sets: Vec<Set> = all.map(|line| Set::of(source, line, measure)).collect();
            let fit = move |hangs| {
                let rooms = vec![0; sets.len()];
                Self { sets: sets.clone(), start: lines.start, measure, rooms, hangs }
            };
            [false, true].map(fit)
        });
        let tried = all.filter_map(|mut fit| Some((fit.find_rooms()?, fit)));
        let best = tried.max_by(|(a, one), (b, other)| {
            // Where neither letters nor digits stand at an end all measures agree.
            let surely = one.agreements().cmp(&other.agreements());
            surely.then(one.is_alike().cmp(&other.is_alike())).then(a.total_cmp(b))
        });
        best.map(|(_, fit)| fit)
    }

    /// The likeliest of the commonest widths, and how likely they are; none where hardly two lines are of one width.
    fn find_rooms(&mut self) -> Option<f64> {
        let widths = self.sets.iter().map(|set| self.width(set));
        let mut counts = [0usize; *ROOMS.end() + 1];
        widths.filter(|width| ROOMS.contains(width)).for_each(|width| counts[width] += 1);
        let mut common: Vec<Halves> = ROOMS.filter(|width| counts[*width] >= FEWEST).collect();
        common.sort_by_key(|width| std::cmp::Reverse(counts[*width]));
        common.truncate(MOST);
        let alike: usize = common.iter().map(|width| counts[*width]).sum();
        (alike >= LEAST_LINES).then(|| self.settle(&common))
    }

    /// Finds the likeliest of these widths for each line, and how likely they are.
    pub fn settle(&mut self, widths: &[Halves]) -> f64 {
        let tells = |at: usize, room: Halves| self.log_likelihood(at, room);
        let is_apart = |at: usize| self.sets[at].set_apart;
        let (rooms, likelihood) = likeliest(self.sets.len(), widths, &tells, &is_apart);
        self.rooms = rooms;
        likelihood
    }

    /// Of the width of a line in a column, 0 for none.
    fn log_likelihood(&self, at: usize, room: Halves) -> f64 {
        // Heads and ends of paragraphs are of any width; what is not wrapped is mostly wider.
        let width = self.width(&self.sets[at]);
        let share: f64 = match room {
            0 if width > *ROOMS.end() => 0.3,
            0 => 0.7 / *ROOMS.end() as f64,
            _ if self.fills(at, room) && width <= room => 0.75,
            _ if self.fills(at, room) || self.may_begin(at, room) => 0.05,
            _ if width <= room => 0.17 / room as f64,
            _ => 0.02 / *ROOMS.end() as f64,
        };
        share.ln()
    }

    /// The marks at its end may hang.
    fn width(&self, set: &Set) -> Halves {
        if self.hangs { set.inside } else { set.width }
    }

    /// Whether this line and the next stand in a column of this width, and it had no room for the first word of the next.
    fn fills(&self, at: usize, room: Halves) -> bool {
        let (Some(above), Some(below)) = (self.sets.get(at), self.sets.get(at + 1)) else {
            return false;
        };
        let next = if self.hangs { below.bare } else { below.word };
        // Half a character may be what a typesetter squeezed.
        self.width(above) <= room + 1 && above.width + next > room
    }

    /// Whether it is full but for an indent that it lost, with a full line, or the end of the sentence, below it.
    fn may_begin(&self, at: usize, room: Halves) -> bool {
        const INDENT: Halves = 2 * WHOLE;
        let (Some(above), Some(below)) = (self.sets.get(at), self.sets.get(at + 1)) else {
            return false;
        };
        let short = room.saturating_sub(INDENT);
        let next = if self.hangs { below.bare } else { below.word };
        above.is_open
            && !below.set_apart
            && above.inside <= short + 1
            && above.width + next > short
            && (self.fills(at + 1, room) || !below.is_open && below.width < room)
    }

    /// The width of the column in which the line of this index stands.
    fn room(&self, line: usize) -> Option<(usize, Halves)> {
        let at = line.checked_sub(self.start)?;
        self.rooms.get(at).filter(|room| **room > 0).map(|room| (at, *room))
    }

    /// Whether the line of this index had no room for the first word of the next.
    pub fn is_full(&self, line: usize) -> bool {
        self.room(line).is_some_and(|(at, room)| self.fills(at, room))
    }

    /// Whether it is full but for an indent that it lost.
    pub fn is_full_but_for_indent(&self, line: usize) -> bool {
        self.room(line).is_some_and(|(at, room)| self.may_begin(at, room))
    }

    /// Whether heads were broken with the text: no line is wider than its column. Those of a page that was set are.
    pub fn breaks_heads(&self) -> bool {
        let mut lines = self.sets.iter().zip(&self.rooms);
        lines.all(|(set, room)| set.inside <= room + WHOLE)
    }

    pub fn is_alike(&self) -> bool {
        matches!(self.measure, Measure::Alike)
    }

    /// The widths of columns.
    pub fn rooms(&self) -> Vec<Halves> {
        let mut rooms: Vec<Halves> = self.rooms.iter().copied().filter(|room| *room > 0).collect();
        rooms.sort_unstable();
        rooms.dedup();
        rooms
    }

    /// The indices of the lines of such a column.
    pub fn lines(&self, room: Halves) -> Vec<usize> {
        let all = self.rooms.iter().enumerate().filter(|(_, own)| **own == room);
        all.map(|(at, _)| self.start + at).collect()
    }

    /// Lines that are surely full, less several times those that had room.
    fn agreements(&self) -> isize {
        const TIMES: isize = 4;
        let all = self.rooms().into_iter().map(|room| self.agreement(room));
        all.map(|(full, short)| full as isize - TIMES * short as isize).sum()
    }

    /// How many lines of such a column end in the midst of a sentence because they are full, and how many had room.
    pub fn agreement(&self, room: Halves) -> (usize, usize) {
        /// What a line may lack that is looked at.
        const NEAR: Halves = 4 * WHOLE;
        let (mut full, mut short) = (0, 0);
        for (at, pair) in self.sets.windows(2).enumerate() {
            let [above, below] = pair else { continue };
            let is_inside = self.rooms[at] == room && self.rooms[at + 1] == room;
            let is_near = above.width + NEAR > room && above.width <= room + WHOLE;
            let goes_on = above.is_open && !below.set_apart && !below.indented;
            if is_inside && is_near && goes_on && !self.may_begin(at, room) {
                *if self.fills(at, room) { &mut full } else { &mut short } += 1;
            }
        }
        (full, short)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(text: &str) -> (Option<Fit>, Vec<usize>) {
        let source = Source::of(text);
        let fit = Fit::of(&source, &(0..source.lines.len()));
        let full =
            (0..source.lines.len()).filter(|at| fit.as_ref().is_some_and(|fit| fit.is_full(*at)));
        let full = full.collect();
        (fit, full)
    }

    #[test]
    fn a_line_is_full_where_the_next_word_had_no_room() {
        // 2600 and 公斤 did not fit behind lines that lack three halves of a character, and one; 稻 would have behind 了.
        let lines = [
            "渡口镇今年修好了水渠和水闸，",
            "镇里收了",
            "稻谷，一亩地比前年多收的有",
            "2600公斤，大家都说这是水渠",
            "通了的好处，下河村的老杨把",
            "每一天的水位都记在本子上。",
        ];
        let (fit, full) = full(&format!("{}\n", lines.join("\n")).repeat(4));
        assert!(!fit.unwrap().is_alike());
        assert_eq!(full[..4], [0, 2, 3, 4]);
    }

    #[test]
    fn marks_hang_or_take_their_word_along() {
        let hanging = "渡口镇修好了水渠和水闸，\n镇里的老杨每天去走一遍，\n看见了淤泥就记在本子上\n再放下水闸把水引到村里\n";
        assert!(full(&hanging.repeat(6)).0.unwrap().hangs);
        let pushed = "渡口镇今年修好了水渠和水\n闸，镇里的老杨每天都去走\n一遍，看见淤泥就记在本\n子，再把水闸放下来，回到\n";
        assert!(!full(&pushed.repeat(6)).0.unwrap().hangs);
    }
}
