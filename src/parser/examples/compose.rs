//! Composes page dumps with their truth from news, to measure a parser on pages that nobody has looked at:
//! `cargo run --release -p parser --example compose -- NEWS.jsonl OUT [PAGES [SEED]]`, then `press score OUT`.
//!
//! Each line of the news is `{"title": …, "paras": […]}`. A page has eight articles under their titles. Half of them get
//! a byline, three of ten paragraphs are cut, and some articles lose their beginning, a middle or their end.

use serde_json::{Value, json};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Articles of a page, and paragraphs of an article.
const ARTICLES: usize = 8;
const PARAGRAPHS: usize = 6;

/// Characters of a paragraph, of a title, and of what is left on either side of a cut.
const SHORTEST: usize = 25;
const TITLE: std::ops::RangeInclusive<usize> = 8..=26;
const LEFT: usize = 12;

/// Shares of articles that lose their beginning, a middle, their end; of those with a byline; of paragraphs cut.
const LOSSES: [f64; 3] = [0.07, 0.10, 0.05];
const SIGNED: f64 = 0.5;
const CUT: f64 = 0.3;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [from, out, rest @ ..] = args.as_slice() else {
        return Err("name the news and a folder: compose NEWS.jsonl OUT [PAGES [SEED]]".into());
    };
    let pages: usize = rest.first().map_or(Ok(100), |text| text.parse())?;
    let mut dice = Dice(rest.get(1).map_or(Ok(1), |text| text.parse())?);
    let news = fs::read_to_string(from)?;
    let mut articles = Vec::new();
    for (number, line) in news.lines().enumerate() {
        let value: Value = serde_json::from_str(line)
            .map_err(|error| format!("{from}:{}: {error}; want an object a line", number + 1))?;
        articles.extend(Article::of(&value));
    }
    if articles.len() < pages * ARTICLES {
        return Err(format!(
            "{from}: {} articles of two paragraphs and more, {} wanted",
            articles.len(),
            pages * ARTICLES
        )
        .into());
    }
    dice.shuffle(&mut articles);
    fs::create_dir_all(out)?;
    for (number, chosen) in articles.chunks(ARTICLES).take(pages).enumerate() {
        let page = Page::of(chosen, &mut dice);
        let name = Path::new(out).join(format!("{number:04}"));
        fs::write(name.with_extension("txt"), page.text.iter().collect::<String>())?;
        let truth = json!({
            "source": format!("{number:04}.txt"), "articles": page.articles,
            "furniture": [], "rubrics": [], "columns": [],
        });
        fs::write(name.with_extension("json"), truth.to_string())?;
    }
    Ok(())
}

struct Article {
    title: Vec<char>,
    paragraphs: Vec<Vec<char>>,
}

impl Article {
    fn of(value: &Value) -> Option<Self> {
        // 央视网消息（新闻联播）：and 【…】 are not the text's.
        let title = value["title"].as_str()?;
        let title = title.rsplit('】').next().unwrap_or(title).trim();
        let title: Vec<char> = title.chars().collect();
        let paragraphs: Vec<Vec<char>> = value["paras"]
            .as_array()?
            .iter()
            .filter_map(Value::as_str)
            .map(|text| match text.split_once('：') {
                Some((head, rest)) if head.contains("消息") => rest,
                _ => text,
            })
            .map(|text| text.trim().chars().filter(|c| *c != '\n').collect::<Vec<char>>())
            .filter(|text| text.len() > SHORTEST)
            .take(PARAGRAPHS)
            .collect();
        (TITLE.contains(&title.len()) && paragraphs.len() > 1).then_some(Self { title, paragraphs })
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Loss {
    Lead,
    Middle,
    Tail,
}

struct Page {
    text: Vec<char>,
    articles: Vec<Value>,
    indent: bool,
}

impl Page {
    fn of(articles: &[Article], dice: &mut Dice) -> Self {
        let indent = dice.falls(0.5);
        let mut page = Self { text: Vec::new(), articles: Vec::new(), indent };
        for article in articles {
            let truth = page.put(article, dice);
            page.articles.push(truth);
        }
        page
    }

    /// Writes a line, and returns its span.
    fn line(&mut self, text: &[char]) -> [usize; 2] {
        let start = self.text.len();
        self.text.extend(text);
        let span = [start, self.text.len()];
        self.text.extend("\n\n".chars());
        span
    }

    fn paragraph(&mut self, text: &[char]) -> [usize; 2] {
        if self.indent {
            self.text.extend("　　".chars());
        }
        self.line(text)
    }

    fn put(&mut self, article: &Article, dice: &mut Dice) -> Value {
        let headline = self.line(&article.title);
        let (mut blocks, mut bylines, mut flags) = (Vec::new(), Vec::new(), Vec::new());
        if dice.falls(SIGNED) {
            let name = dice.name();
            let before = if dice.falls(0.4) { "□ 本报记者 " } else { "本报记者 " };
            let line: Vec<char> = before.chars().chain(name.chars()).collect();
            blocks.push(json!({"kind": "byline", "spans": [self.line(&line)]}));
            bylines.push(json!({"name": name, "role": "记者"}));
        }
        let loss = dice.loss();
        let at = dice.below(article.paragraphs.len());
        let last = article.paragraphs.len() - 1;
        for (number, paragraph) in article.paragraphs.iter().enumerate() {
            let mut text = paragraph.as_slice();
            let kind = if number == 0 && loss != Some(Loss::Lead) { "lead" } else { "para" };
            if number == 0
                && loss == Some(Loss::Lead)
                && let Some(cut) = place(text, LEFT, text.len() * 2 / 3, dice)
            {
                text = &text[cut..];
                let at = self.text.len() + if self.indent { 2 } else { 0 };
                flags.push(json!({"kind": "lost_lead", "at": at}));
            }
            if loss == Some(Loss::Middle)
                && number == at
                && let Some(end) = place(text, LEFT, text.len() / 2, dice)
            {
                let span = self.paragraph(&text[..end]);
                flags.push(json!({"kind": "lost_middle", "at": span[1]}));
                blocks.push(json!({"kind": kind, "spans": [span]}));
                // The next thing is the rest of this paragraph, or another one.
                if (number == last || dice.falls(0.6))
                    && let Some(start) = place(text, end + LEFT, text.len(), dice)
                {
                    blocks.push(json!({"kind": "para", "spans": [self.paragraph(&text[start..])]}));
                } else if number == last {
                    flags.pop();
                    flags.push(json!({"kind": "lost_tail", "at": span[1]}));
                }
                continue;
            }
            if loss == Some(Loss::Tail)
                && number == last
                && let Some(end) = place(text, LEFT, text.len(), dice)
            {
                let span = self.paragraph(&text[..end]);
                flags.push(json!({"kind": "lost_tail", "at": span[1]}));
                blocks.push(json!({"kind": kind, "spans": [span]}));
                continue;
            }
            let cut = if dice.falls(CUT) { place(text, LEFT, text.len(), dice) } else { None };
            let spans = match cut {
                Some(cut) => vec![self.paragraph(&text[..cut]), self.line(&text[cut..])],
                None => vec![self.paragraph(text)],
            };
            blocks.push(json!({"kind": kind, "spans": spans}));
        }
        json!({
            "span_lines": [1, 1], "kicker": [], "headline": [headline], "subtitle": [], "column": null, "rubric": null,
            "bylines": bylines, "dateline": null, "blocks": blocks, "counties": [], "flags": flags,
        })
    }
}

/// A place between two characters of a sentence, away from the ends.
fn place(text: &[char], from: usize, to: usize, dice: &mut Dice) -> Option<usize> {
    let fits = |at: &usize| {
        !"。！？!?：”」".contains(text[at - 1]) && !"，。、；：！？”）」".contains(text[*at])
    };
    let to = to.min(text.len().saturating_sub(LEFT));
    let places: Vec<usize> = (from..to).filter(fits).collect();
    (!places.is_empty()).then(|| places[dice.below(places.len())])
}

/// Pseudo-random numbers (SplitMix64, Steele and others 2014): the same seed, the same pages.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    fn falls(&mut self, share: f64) -> bool {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64 <= share
    }

    fn loss(&mut self) -> Option<Loss> {
        let mut at = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        for (loss, share) in [Loss::Lead, Loss::Middle, Loss::Tail].into_iter().zip(LOSSES) {
            if at < share {
                return Some(loss);
            }
            at -= share;
        }
        None
    }

    fn name(&mut self) -> String {
        let mut one = |of: &str| {
            let chars: Vec<char> = of.chars().collect();
            chars[self.below(chars.len())]
        };
        let given = "志明建华文丽雅芳国强海燕晓东小红春梅";
        [one("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"), one(given), one(given)].iter().collect()
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            let other = self.below(last + 1);
            all.swap(last, other);
        }
    }
}
