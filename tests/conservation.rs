//! Is every character kept, whatever the dump? The seed, its prefixes, damaged copies, texts that are none; under
//! overrides, and as pages of one edition.

use edition::NoteKind;
use parser::{Class, Context, Dump, context_of, edition_of, parse_page};
use std::fs;
use std::path::Path;

fn seed() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/seed/000_2caf9e3daaa9a3f0.txt");
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
    let has_text = |article: &edition::Article| article.spans().next().is_some();
    assert!(page.articles.iter().all(has_text), "{}: an article without text", what());
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

/// Not all of these pages are read as their truths say, but none of their characters is lost or doubled.
#[test]
fn written_pages_keep_every_character_however_they_are_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/written");
    let dumps = fs::read_dir(root)
        .unwrap()
        .flat_map(|folder| parser::dumps(&folder.unwrap().path()).unwrap());
    let mut pages = 0;
    for dump in dumps {
        assert_conserved(&fs::read_to_string(&dump).unwrap(), || dump.display().to_string());
        assert!(dump.with_extension("json").exists(), "{} has no truth", dump.display());
        pages += 1;
    }
    assert_eq!(pages, 953);
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
fn the_seed_with_carriage_returns_for_line_ends_is_the_same_page() {
    let text = seed();
    let page = parse_page("甲.txt", &text, &context());
    let other = text.replace("\r\n", "\n").replace('\n', "\r");
    assert_conserved(&other, || "carriage returns".into());
    let returned = parse_page("甲.txt", &other, &context());
    let heads = |page: &edition::Page| -> Vec<String> {
        let words = |article: &edition::Article| {
            article.headline.iter().map(|span| span.of(&page.text)).collect()
        };
        page.articles.iter().map(words).collect()
    };
    assert_eq!(heads(&returned), heads(&page));
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
    let one = "国".repeat(87_500);
    let jumps = "全县召开大会,部署下一步\n(下转第3版)\n".repeat(3_000);
    let rubrics = "公告\n某人遗失身份证,声明作废。\n".repeat(3_000);
    for text in [
        "", "\0", "\r", "\r\r\r", "\n\n", "\u{FEFF}", "。", "1", "(", "摄", "〔", "——", &long,
        &brackets, &names, &stubs, &one, &jumps, &rubrics,
    ] {
        assert_conserved(text, || format!("{:?}…", text.chars().take(8).collect::<String>()));
    }
}

/// What pages are made of, beside what is strange.
const PARTS: [&str; 24] = [
    "本报讯（记者 王明）",
    "全县召开大会，部署下一步的各项工作，与会人员认真讨论",
    "7月1日，",
    "图①",
    "▲",
    "◆",
    "■ 李丽",
    "老人：那是我们的根",
    "（外一首）",
    "编者按：",
    "[新闻链接]",
    "读者问：",
    "遗失声明",
    "声明作废。",
    "某某法院",
    "二〇二五年七月一日",
    "要闻·综合",
    "白菜 1.20 1.50",
    "——二论某事",
    "一、",
    "“草原大。”某人说，",
    "／恆春報導）",
    "，",
    "国国国国国国国国",
];

#[test]
fn texts_of_random_parts_are_conserved() {
    const TEXTS: u64 = 2000;
    const LONGEST: usize = 60;
    for number in 0..TEXTS {
        let random = &mut Random(number);
        let mut text = String::new();
        for _ in 0..=random.below(LONGEST) {
            let list: &[&str] = if random.below(3) == 0 { &STRANGE } else { &PARTS };
            text += list[random.below(list.len())];
            if random.below(2) == 0 {
                text.push('\n');
            }
        }
        assert_conserved(&text, || format!("text {number}"));
    }
}

/// A random override on a random quote of the text.
fn override_on(text: &[char], random: &mut Random) -> String {
    let mut quote = || -> String {
        let at = random.below(text.len());
        let length = 2 + random.below(10);
        let words = text[at..].iter().filter(|c| !c.is_control() && !matches!(c, '"' | '\\'));
        format!("\"字{}\"", words.take(length).collect::<String>()).replacen('字', "", 1)
    };
    let (one, other) = (quote(), quote());
    if one.trim_matches(['"', ' ', '\u{3000}']).is_empty()
        || other.trim_matches(['"', ' ', '\u{3000}']).is_empty()
    {
        return String::new();
    }
    let class = Class::ALL[random.below(Class::ALL.len())].name();
    match random.below(8) {
        0 => format!("[[correct]]\ntext = {one}\nto = {other}\n"),
        1 => format!("[[split]]\ntext = {one}\n"),
        2 => format!("[[split]]\ntext = {one}\nas = \"paragraph\"\n"),
        3 => format!("[[join]]\ntext = {one}\nafter = {other}\n"),
        4 => format!("[[join]]\ntext = {one}\nas = \"paragraph\"\nafter = {other}\n"),
        5 => format!("[[move]]\ntext = {one}\nafter = {other}\n"),
        6 => format!("[[gap]]\ntext = {one}\nkind = \"lost_middle\"\n"),
        _ => format!("[[type]]\ntext = {one}\nas = {class:?}\n"),
    }
}

/// Copies of the seed, two a day, each with up to eight overrides: every page holds, every override either
/// applied or says why not.
#[test]
fn damaged_copies_under_overrides_make_editions_that_hold() {
    const DAYS: u64 = 200;
    let seed: Vec<char> = seed().chars().collect();
    let (mut applied, mut refused) = (0, 0);
    for number in 0..DAYS {
        let random = &mut Random(number);
        let mut given = 0;
        let mut dump = |page: u16| {
            let text = mutate(&seed, random);
            let chars: Vec<char> = text.chars().collect();
            let sidecar: String = (0..8).map(|_| override_on(&chars, random)).collect();
            let said = context_of(&sidecar).unwrap_or_else(|error| panic!("{error}\n{sidecar}"));
            given += said.overrides.len();
            let context = Context { page: Some(page.into()), ..context() };
            let context = Context { overrides: said.overrides, ..context };
            Dump { source: format!("{page:02}.txt"), text, encoding: None, context }
        };
        let dumps = vec![dump(1), dump(2)];
        let texts: Vec<String> = dumps.iter().map(|dump| dump.text.clone()).collect();
        let edition = edition_of("2025-07-24", dumps);
        for (page, text) in edition.pages.iter().zip(&texts) {
            assert_eq!(&page.text, text);
            assert_eq!(page.unconserved(), Vec::<u32>::new(), "day {number}, {}", page.source);
        }
        let notes = || edition.pages.iter().flat_map(|page| &page.notes);
        let count = |kind| notes().filter(|note| note.kind == kind).count();
        let (done, not) = (count(NoteKind::Applied), count(NoteKind::Correction));
        assert_eq!(done + not, given, "day {number}");
        applied += done;
        refused += not;
        let ids: Vec<&str> = edition
            .pages
            .iter()
            .flat_map(|page| &page.articles)
            .map(|article| article.id.as_str())
            .collect();
        let different: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "day {number}");
    }
    assert!(applied > 500 && refused > 50, "{applied} applied, {refused} refused");
}
