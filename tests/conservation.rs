//! Is every character kept, whatever the dump? The seed, its prefixes, damaged copies, and texts that are none.

use parser::{Context, parse_page};
use std::fs;
use std::path::Path;

fn seed() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds/000_2caf9e3daaa9a3f0.txt");
    fs::read_to_string(path).unwrap()
}

/// The region is given: inferring it anew for every copy of the seed would test nothing more.
fn context() -> Context {
    Context { region: Some("运城市".into()), ..Context::default() }
}

fn assert_conserved(text: &str, what: impl Fn() -> String) {
    let page = parse_page("甲.txt", text, &context());
    let lost = page.unconserved();
    assert!(
        lost.is_empty(),
        "{}: {} characters, the first at byte {}",
        what(),
        lost.len(),
        lost[0]
    );
    assert_eq!(page.text, text);
}

/// Steele and Vigna's splitmix64: the same copies on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

const STRANGE: [&str; 24] = [
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u{3000}",
    "\0",
    "\u{FFFD}",
    "\u{E000}",
    "。",
    "“",
    "”",
    "(",
    ")",
    "【",
    "】",
    "摄",
    "本报记者 ",
    "7月23日",
    "图为",
    "下转第3版",
    "简讯\n",
    "——",
    "\u{10FFFF}",
    "(王明 摄)",
];

fn mutate(text: &[char], random: &mut Random) -> String {
    let mut chars = text.to_vec();
    for _ in 0..=random.below(6) {
        let at = random.below(chars.len());
        let length = random.below(200).min(chars.len() - at);
        match random.below(5) {
            0 => drop(chars.drain(at..at + length)),
            1 => {
                let piece: Vec<char> = chars.drain(at..at + length).collect();
                let to = random.below(chars.len() + 1);
                chars.splice(to..to, piece);
            }
            2 => {
                let piece = chars[at..at + length].to_vec();
                chars.splice(at..at, piece);
            }
            3 => chars[at..at + length].reverse(),
            _ => drop(chars.splice(at..at, STRANGE[random.below(STRANGE.len())].chars())),
        }
        if chars.is_empty() {
            chars.push('空');
        }
    }
    chars.into_iter().collect()
}

#[test]
fn every_prefix_of_the_seed_is_conserved() {
    let seed = seed();
    let ends = seed.char_indices().map(|(at, _)| at).chain([seed.len()]);
    for end in ends {
        assert_conserved(&seed[..end], || format!("the first {end} bytes"));
    }
}

#[test]
fn thousands_of_damaged_copies_are_conserved() {
    const COPIES: u64 = 3000;
    let seed: Vec<char> = seed().chars().collect();
    for number in 0..COPIES {
        let text = mutate(&seed, &mut Random(number));
        assert_conserved(&text, || format!("copy {number}"));
    }
}

#[test]
fn texts_that_are_none_are_conserved() {
    let long = "一行".repeat(170_000);
    let brackets = "(".repeat(20_000);
    let names = "王 ".repeat(20_000);
    let stubs = "某事……5版\n".repeat(5_000);
    for text in [
        "", "\0", "\r", "\r\r\r", "\n\n", "\u{FEFF}", "。", "1", "(", "摄", "〔", "——", &long,
        &brackets, &names, &stubs,
    ] {
        assert_conserved(text, || format!("{:?}…", text.chars().take(8).collect::<String>()));
    }
}
