//! How much does a text say again of what stands above it?

use super::Topics;
use crate::lexicon;
use std::ops::Range;

/// Pieces looked at on each side: more than a part of an article has.
const MOST: usize = 40;

impl Topics {
    /// What `below` has in common with that piece of `above` with which it has most, as a share of the lesser of both: 0 to
    /// 1. `None` where a side tells nothing.
    pub fn told_again(&self, above: Range<usize>, below: Range<usize>) -> Option<f32> {
        let above = above.start.max(above.end.saturating_sub(MOST))..above.end;
        let below = below.start..below.end.min(below.start + MOST);
        let telling = self.telling();
        let sum = |pairs: &[u32]| pairs.iter().map(|pair| telling[*pair as usize]).sum::<f32>();
        let mut lower = self.pairs[below].concat();
        lower.sort_unstable();
        lower.dedup();
        let told_below = sum(&lower);
        if told_below <= 0.0 {
            return None;
        }
        let share = |own: &Vec<u32>| {
            let told = sum(own);
            let both = own.iter().filter(|pair| lower.binary_search(pair).is_ok());
            let both: f32 = both.map(|pair| telling[*pair as usize]).sum();
            (told > 0.0).then(|| both / told.min(told_below))
        };
        self.pairs[above].iter().filter_map(share).reduce(f32::max)
    }

    /// How much each known pair tells of what a text is about: the fewer pieces of the page have it, and the rarer it is in
    /// the words of the language, the more. Pairs that stand in no word are of names, or of two words.
    fn telling(&self) -> &[f32] {
        /// So many nats below all words together is what every text has …
        const COMMON: f32 = 5.0;
        /// … and so many below that as rare as any.
        const RARE: f32 = 7.0;
        self.telling.get_or_init(|| {
            let one = |(pair, weight): (&u32, &f32)| {
                let chars = [pair >> 16, pair & 0xFFFF].map(char::from_u32);
                let bits = match chars {
                    [Some(first), Some(second)] => lexicon::pair(first, second),
                    _ => None,
                };
                let below_all = |bits| (lexicon::ALL - f32::from(bits)) * std::f32::consts::LN_2;
                weight * bits.map_or(RARE, |bits| (below_all(bits) - COMMON).clamp(0.0, RARE))
            };
            self.known.iter().zip(&self.weights).map(one).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;
    use crate::topic::Topics;

    #[test]
    fn names_and_rare_words_tell_more_than_common_ones() {
        let mill = "河口镇的老磨坊停了二十年,今年又响了起来,三户人家凑钱换了石磨,磨出的面一袋卖到八十元,买的人不少。";
        let again = "磨坊的石磨一天转六个钟头,三户人家轮着看,面装成小袋,买面的人从县城里开着车来,磨坊门口排起了队。";
        let other = "今年全县的工作会议开得很好,大家进一步提高了认识,加强了领导,问题得到了解决,工作有了很大的发展。";
        let source = format!("{mill}\n{again}\n{other}\n");
        let source = Source::of(&source);
        let topics = Topics::of(&source, &crate::piece::pieces(&source));
        let told = |below: usize| topics.told_again(0..1, below..below + 1).unwrap_or_default();
        assert!(told(1) > 0.05 && told(1) > 5.0 * told(2), "{} {}", told(1), told(2));
        assert_eq!(topics.told_again(0..0, 1..2), None);
    }
}
