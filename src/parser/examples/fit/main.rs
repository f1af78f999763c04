//! Fits what the parser has learned of labels to pages with truths:
//!
//!     cargo run --release -p parser --example fit -- [--heads] [--write FILE] [--faults] DIR=WEIGHT…
//!
//! Each folder has NAME.txt with the truth, NAME.json, beside it; its pages count WEIGHT times, those of weight 0 are only
//! measured with, and what the rules alone say of those of weight `keep` has to stay as it is. An averaged perceptron over
//! whole pages, with a passive-aggressive step (Collins 2002; Crammer et al. 2006): on a page whose best labels are wrong,
//! the weights of what speaks for the right ones are raised and the others lowered just so far that the right ones win.
//! Prints the pieces with a wrong label after each round over all pages, and with `--faults` at the end which they are on
//! those that are only measured with. With `--heads` it fits what the lines of a head say for being kicker, headline and
//! subtitle, and no other class.

mod heads;
mod lesson;

use lesson::{Paged, read};
use parser::fitting::{CLASSES, Weights, classes, questions};
use std::error::Error;
use std::{env, fs};

/// Rounds over all pages, and how far one page of weight 1 may move a weight.
const ROUNDS: usize = 6;
const STEP: f32 = 0.001;

/// How much better than others the right labels have to be, for each piece that those have wrong.
const MARGIN: f32 = 2.0;

/// What of a weight each page takes away.
const DECAY: f32 = 0.000_1;

/// How much better the labels that have to stay are in the end, how far a step goes for them, and the weight that their
/// pages have among the others.
const KEPT_BY: f32 = 0.2;
const KEPT_STEP: f32 = 0.004;
const KEPT: f32 = 40.0;

/// Smaller weights are not written.
const LEAST: f32 = 0.005;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut write, mut of_heads, mut faults) = (None, false, false);
    let mut folders = Vec::new();
    let mut args = env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--faults" {
            faults = true;
            continue;
        }
        if arg == "--heads" {
            of_heads = true;
            continue;
        }
        if arg == "--write" {
            write = args.next();
            continue;
        }
        let (folder, weight) = arg.rsplit_once('=').ok_or("FOLDER=WEIGHT is missing its weight")?;
        folders.push((folder.to_owned(), weight.to_owned()));
    }
    if of_heads {
        return heads::fit(&folders, write.as_deref());
    }
    let mut sets = Vec::new();
    for (folder, weight) in folders {
        if weight == "keep" {
            sets.push((lesson::kept(&folder)?, KEPT, folder));
            continue;
        }
        sets.push((read(&folder)?, weight.parse::<f32>()?, folder));
    }
    let mut weights = vec![Weights::default(); questions().len()];
    measure("rules alone", &mut sets, &weights);
    let mut order: Vec<(usize, usize)> = (0..sets.len())
        .filter(|set| sets[*set].1 > 0.0)
        .flat_map(|set| (0..sets[set].0.len()).map(move |page| (set, page)))
        .collect();
    let mut dice = 88_172_645_463_325_252;
    let mut sums = vec![[0.0f64; CLASSES]; weights.len()];
    let (mut seen, mut last) = (0.0, Vec::new());
    for round in 1..=ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, (roll(&mut dice) % (at as u64 + 1)) as usize);
        }
        for (set, page) in &order {
            let (pages, weight, _) = &mut sets[*set];
            learn(&mut pages[*page], MARGIN, STEP * *weight, &mut weights);
            for (sum, own) in sums.iter_mut().zip(&mut weights) {
                for (sum, own) in sum.iter_mut().zip(own) {
                    *own *= 1.0 - DECAY;
                    *sum += f64::from(*own);
                }
            }
            seen += 1.0;
        }
        let mean = |sum: &[f64; CLASSES]| sum.map(|own| (own / seen) as f32);
        last = sums.iter().map(mean).collect();
        measure(&format!("round {round}"), &mut sets, &last);
    }
    keep_right(&mut sets, &mut last);
    measure("at the end", &mut sets, &last);
    if let Some(file) = &write {
        fs::write(file, table(&last))?;
    }
    if faults {
        for page in sets.iter_mut().filter(|set| set.1 == 0.0).flat_map(|set| &mut set.0) {
            let told = page.lesson.best(&last);
            page.faults(&told).iter().for_each(|fault| println!("{fault}"));
        }
    }
    Ok(())
}

/// Steps towards those pages alone that are right by the rules and have to stay so, until they are.
fn keep_right(sets: &mut [(Vec<Paged>, f32, String)], weights: &mut [Weights]) {
    const MOST: usize = 200;
    for round in 0..=MOST {
        let mut wrong = 0;
        for page in sets.iter_mut().filter(|set| set.1 == KEPT).flat_map(|set| &mut set.0) {
            let told = page.lesson.best(weights);
            if page.wrong(&told) > 0 {
                wrong += 1;
                learn(page, KEPT_BY, KEPT_STEP, weights);
            }
        }
        println!("to be kept, round {round}: {wrong} pages are wrong");
        if wrong == 0 {
            return;
        }
    }
}

/// One step towards the right labels of this page.
fn learn(page: &mut Paged, margin: f32, limit: f32, weights: &mut [Weights]) {
    page.lesson.best(weights);
    let (told, worth) = page.lesson.again(weights, &page.but_right(margin));
    let (right, right_worth) = page.lesson.again(weights, &page.but_right(FORBIDDEN));
    // What the rules exclude cannot be learned.
    if page.wrong(&told) == 0 || page.wrong(&right) > 0 {
        return;
    }
    let differ: Vec<usize> = (0..told.len()).filter(|at| told[*at] != right[*at]).collect();
    let asked: usize = differ.iter().map(|at| 2 * page.lesson.answers[*at].len()).sum();
    let move_by = ((worth - right_worth) / (asked.max(1) as f32)).clamp(0.0, limit);
    for at in differ {
        for answer in &page.lesson.answers[at] {
            weights[*answer][right[at]] += move_by;
            weights[*answer][told[at]] -= move_by;
        }
    }
}

/// What no label overcomes.
const FORBIDDEN: f32 = -1e5;

fn measure(name: &str, sets: &mut [(Vec<Paged>, f32, String)], weights: &[Weights]) {
    println!("{name}");
    for (pages, weight, folder) in sets {
        let (mut wrong, mut all) = (0, 0);
        for page in pages.iter_mut() {
            let told = page.lesson.best(weights);
            wrong += page.wrong(&told);
            all += told.len();
        }
        println!("  {wrong:>5} of {all:>6}  {folder}={weight}");
    }
}

fn table(weights: &[Weights]) -> String {
    let mut table = String::new();
    for (question, weights) in questions().iter().zip(weights) {
        let told = classes().into_iter().zip(weights).filter(|(_, own)| own.abs() >= LEAST);
        let cells: String = told.map(|(class, own)| format!("\t{class} {own:.3}")).collect();
        if !cells.is_empty() {
            table += &format!("{question}{cells}\n");
        }
    }
    table
}

/// Marsaglia's xorshift.
fn roll(dice: &mut u64) -> u64 {
    *dice ^= *dice << 13;
    *dice ^= *dice >> 7;
    *dice ^= *dice << 17;
    *dice
}
