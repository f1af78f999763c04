//! In a column of which width does each line of a page stand?

/// Widths that are told apart; a page has two or three.
pub const MOST: usize = 8;

/// Natural logarithms of how likely two lines are of columns of different widths, above an empty line and elsewhere.
const TURNS: f64 = -4.0;
const TURNS_WITHIN: f64 = -7.0;

/// The likeliest width for each of `length` lines out of these, or 0 for none, and the logarithm of its likelihood: the
/// best path through the lines (Viterbi). `tells`: the logarithm for a line and a width; `is_apart`: an empty line stands
/// above.
pub fn likeliest(
    length: usize,
    widths: &[usize],
    tells: &dyn Fn(usize, usize) -> f64,
    is_apart: &dyn Fn(usize) -> bool,
) -> (Vec<usize>, f64) {
    let states: Vec<usize> = std::iter::once(0).chain(widths.iter().copied()).collect();
    let best = |scores: &[f64]| {
        let best = (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
        best.unwrap_or_default()
    };
    let mut scores = vec![0.0; states.len()];
    // From which state each state of each line is reached best.
    let mut before: Vec<Vec<usize>> = Vec::with_capacity(length);
    for line in 0..length {
        let leader = best(&scores);
        let turned = scores[leader] + if is_apart(line) { TURNS } else { TURNS_WITHIN };
        let come = |state: usize| if scores[state] >= turned { state } else { leader };
        let from: Vec<usize> = (0..states.len()).map(come).collect();
        let score = |state: usize| scores[state].max(turned) + tells(line, states[state]);
        scores = (0..states.len()).map(score).collect();
        before.push(from);
    }
    let mut state = best(&scores);
    let likelihood = scores[state];
    let mut path = vec![0; length];
    for line in (0..length).rev() {
        path[line] = states[state];
        state = before[line][state];
    }
    (path, likelihood)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_needs_evidence() {
        let lines = [14, 14, 13, 14, 14, 22, 22, 22, 22, 5, 22];
        let tells = |line: usize, width: usize| if lines[line] == width { 0.0 } else { -3.0 };
        let (path, _) = likeliest(lines.len(), &[13, 14, 22], &tells, &|_| false);
        assert_eq!(path, [14, 14, 14, 14, 14, 22, 22, 22, 22, 22, 22]);
        assert_eq!(likeliest(0, &[14], &tells, &|_| false).0, [0usize; 0]);
    }
}
