//! Which labels are right for the pieces of a page with a truth?

use parser::fitting::{Lesson, Weights, classes, questions};
use serde_json::Value;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// A page, and the classes that are right for each piece.
pub struct Paged {
    pub lesson: Lesson,
    /// Its file, and how each piece begins.
    pub name: String,
    pub openings: Vec<String>,
    right: Vec<Vec<usize>>,
}

impl Paged {
    /// This much for every class that is not right; among the lines of one head less, for there the article stays whole.
    pub fn but_right(&self, much: f32) -> Vec<Weights> {
        let classes = classes();
        let is_head = |class: usize| ["肩题", "主题", "副题"].contains(&classes[class]);
        let one = |right: &Vec<usize>| {
            let in_head = right.iter().all(|class| is_head(*class));
            std::array::from_fn(|class| match right.contains(&class) {
                true => 0.0,
                false if in_head && is_head(class) => much * WITHIN_HEAD,
                false => much,
            })
        };
        self.right.iter().map(one).collect()
    }

    /// The class of each piece that only one is right for.
    pub fn classes(&self) -> Vec<Option<usize>> {
        let one = |right: &Vec<usize>| match right.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        self.right.iter().map(one).collect()
    }

    /// What each wrong piece was taken for, and what it is.
    pub fn faults(&self, told: &[usize]) -> Vec<String> {
        let classes = classes();
        let fault = |((told, right), opening): ((&usize, &Vec<usize>), &String)| {
            let right: Vec<&str> = right.iter().map(|class| classes[*class]).collect();
            format!("{}: {}, not {}: {opening}", self.name, right.join("/"), classes[*told])
        };
        let pieces = told.iter().zip(&self.right).zip(&self.openings);
        pieces.filter(|((told, right), _)| !right.contains(told)).map(fault).collect()
    }

    pub fn wrong(&self, told: &[usize]) -> usize {
        told.iter().zip(&self.right).filter(|(told, right)| !right.contains(told)).count()
    }
}

/// What a wrong line of a head costs against an article that is torn or joined.
const WITHIN_HEAD: f32 = 0.5;

/// All pages of a folder that the rules alone read right: their labels are the truth.
pub fn kept(folder: &str) -> Result<Vec<Paged>, Box<dyn Error>> {
    let none = vec![Weights::default(); questions().len()];
    let page = |file: &PathBuf| -> Result<Paged, Box<dyn Error>> {
        let (mut lesson, name, openings) = lesson(file)?;
        let right = lesson.best(&none).into_iter().map(|class| vec![class]).collect();
        Ok(Paged { lesson, name, openings, right })
    };
    texts(folder)?.iter().map(page).collect()
}

/// All pages of a folder: their labels as the walk has them are the truth.
pub fn walked(folder: &str) -> Result<Vec<Paged>, Box<dyn Error>> {
    let page = |file: &PathBuf| -> Result<Paged, Box<dyn Error>> {
        let (lesson, name, openings) = lesson(file)?;
        let right = lesson.walked().into_iter().map(|class| vec![class]).collect();
        Ok(Paged { lesson, name, openings, right })
    };
    texts(folder)?.iter().map(page).collect()
}

/// Characters shown of a piece.
const OPENING: usize = 30;

/// All pages of a folder, with their truths.
pub fn read(folder: &str) -> Result<Vec<Paged>, Box<dyn Error>> {
    let page =
        |file: &PathBuf| page(file).map_err(|fault| format!("{}: {fault}", file.display()).into());
    texts(folder)?.iter().map(page).collect()
}

fn texts(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|fault| format!("{folder}: {fault}"))? {
        files.push(entry?.path());
    }
    files.retain(|file| file.extension().is_some_and(|own| own == "txt"));
    files.sort();
    Ok(files)
}

fn page(file: &Path) -> Result<Paged, Box<dyn Error>> {
    let (text, _) = parser::decode(&fs::read(file)?)?;
    let truth: Value = serde_json::from_slice(&fs::read(file.with_extension("json"))?)?;
    let roles = roles(&truth, &text);
    let (lesson, name, openings) = lesson(file)?;
    let right = lesson.ink.iter().map(|ink| right(ink, &roles)).collect();
    Ok(Paged { lesson, name, openings, right })
}

fn lesson(file: &Path) -> Result<(Lesson, String, Vec<String>), Box<dyn Error>> {
    let (text, _) = parser::decode(&fs::read(file)?)?;
    let lesson = Lesson::of(&text);
    let opening = |ink: &Vec<usize>| {
        ink.iter().take(OPENING).filter_map(|at| text[*at..].chars().next()).collect()
    };
    let openings = lesson.ink.iter().map(opening).collect();
    Ok((lesson, file.display().to_string(), openings))
}

/// For each byte of the text the classes that are right there, none where any is.
fn roles(truth: &Value, text: &str) -> Vec<&'static [&'static str]> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut roles: Vec<&[&str]> = vec![&[]; text.len()];
    let mut put = |spans: &Value, names: &'static [&'static str]| {
        for (start, end) in spans_of(spans) {
            if let (Some(start), Some(end)) = (bytes.get(start), bytes.get(end)) {
                roles[*start..*end].fill(names);
            }
        }
    };
    put(&truth["rubrics"], &["栏头"]);
    put(&truth["columns"], &["栏目", "栏目(文前)"]);
    for article in truth["articles"].as_array().into_iter().flatten() {
        let blocks = || article["blocks"].as_array().into_iter().flatten();
        let is_notice =
            blocks().all(|block| matches!(block["kind"].as_str(), Some("notice" | "signoff")));
        put(&article["kicker"], &["肩题"]);
        put(&article["headline"], if is_notice { &["主题", "栏头"] } else { &["主题"] });
        put(&article["subtitle"], &["副题"]);
        for block in blocks() {
            put(&block["spans"], class_of(block["kind"].as_str().unwrap_or_default()));
        }
    }
    roles
}

fn class_of(kind: &str) -> &'static [&'static str] {
    match kind {
        "byline" => &["署名"],
        "lead" | "para" => &["正文"],
        "subhead" => &["小标题"],
        "caption" => &["图片说明"],
        "signoff" => &["文末署名", "摄影署名"],
        "verse" => &["诗行"],
        // The title row of a table is read as a subhead first.
        "table" => &["表行", "小标题"],
        "notice" => &["公告"],
        "note" => &["编者按", "附文"],
        _ => &[],
    }
}

fn spans_of(spans: &Value) -> Vec<(usize, usize)> {
    let place = |value: &Value| value.as_u64().map(|own| own as usize);
    let spans = spans.as_array().into_iter().flatten();
    spans.filter_map(|span| Some((place(&span[0])?, place(&span[1])?))).collect()
}

/// The classes that are right for most characters of a piece.
fn right(ink: &[usize], roles: &[&'static [&'static str]]) -> Vec<usize> {
    let mut counts: Vec<(&[&str], usize)> = Vec::new();
    for at in ink {
        match counts.iter_mut().find(|(names, _)| *names == roles[*at]) {
            Some((_, count)) => *count += 1,
            None => counts.push((roles[*at], 1)),
        }
    }
    let most = counts.iter().max_by_key(|(_, count)| *count).map_or(&[][..], |(names, _)| names);
    let is_right = |class: &usize| most.is_empty() || most.contains(&classes()[*class]);
    (0..classes().len()).filter(is_right).collect()
}
