//! What can be measured without a corpus? Articles of words that come as often as in the parser's word list,
//! each article with a few words of its own that it repeats, as news has. The same number gives the same articles.

use crate::dice::Dice;
use crate::prepare::Listed;

const WORDS: &str = include_str!("../../../parser/data/words.txt");
const SECTIONS: [&str; 6] = ["要闻", "县域", "经济", "文化", "民生", "体育"];
/// Rarer words, by the binary logarithm of their frequency, are single characters that hardly anyone uses.
const RAREST: u32 = 6;
/// Words that an article keeps coming back to, and how often out of ten.
const OWN: usize = 12;
const OWN_SHARE: usize = 3;

/// Words with the sum of the frequencies up to each.
struct Vocabulary {
    words: Vec<&'static str>,
    sums: Vec<usize>,
}

impl Vocabulary {
    fn new() -> Self {
        let (mut words, mut sums, mut sum) = (Vec::new(), Vec::new(), 0);
        for line in WORDS.lines() {
            // The logarithm, a kind of word, the words.
            let mut columns = line.split('\t');
            let power = columns.next().and_then(|power| power.parse().ok()).unwrap_or(0);
            let Some(list) = columns.next_back() else { continue };
            if power < RAREST {
                continue;
            }
            for word in list.split(' ') {
                sum += 1 << power;
                words.push(word);
                sums.push(sum);
            }
        }
        Self { words, sums }
    }

    fn draw(&self, dice: &mut Dice) -> &'static str {
        let throw = dice.throw(self.sums.last().copied().unwrap_or(1));
        self.words[self.sums.partition_point(|sum| *sum <= throw)]
    }
}

/// Articles of about 450 characters.
pub fn articles(count: usize) -> Vec<Listed> {
    let words = Vocabulary::new();
    let mut dice = Dice::new(0);
    (0..count).map(|number| article(number, &words, &mut dice)).collect()
}

fn article(number: usize, words: &Vocabulary, dice: &mut Dice) -> Listed {
    let own: Vec<&str> = (0..OWN).map(|_| words.draw(dice)).collect();
    let day = format!("{}-{:02}-{:02}", 2020 + number % 6, 1 + dice.throw(12), 1 + dice.throw(28));
    let paragraph = |dice: &mut Dice| {
        let mut text = String::new();
        for _ in 0..2 + dice.throw(3) {
            for part in 0..2 + dice.throw(2) {
                text.push_str(if part > 0 { "，" } else { "" });
                text.push_str(&phrase(&own, words, dice));
            }
            text.push('。');
        }
        text
    };
    Listed {
        id: number.to_string().into(),
        title: phrase(&own, words, dice),
        paras: (0..3 + dice.throw(3)).map(|_| paragraph(dice)).collect(),
        source: SECTIONS[dice.throw(SECTIONS.len())].to_owned(),
        date: day,
    }
}

fn phrase(own: &[&str], words: &Vocabulary, dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..4 + dice.throw(5) {
        text.push_str(match dice.throw(10) < OWN_SHARE {
            true => own[dice.throw(own.len())],
            false => words.draw(dice),
        });
        if dice.throw(20) == 0 {
            text.push_str(&dice.throw(2_000).to_string());
        }
    }
    text
}
