//! Fits what was learned of the lines of heads: a logistic regression over all ways in which each head may be labelled.

use crate::lesson::{Paged, read, walked};
use parser::fitting::{HeadLines, Lesson, of_heads};
use std::error::Error;
use std::fs;

/// Rounds over all heads, and how far one may move a weight.
const ROUNDS: usize = 250;
const STEP: f32 = 0.05;

/// How much a weight costs: half of its square, so many times.
const DECAY: f32 = 8.0;

/// What the heads of pages count whose labels have to stay.
const KEPT: f32 = 6.0;

/// Smaller weights are not written.
const LEAST: f32 = 0.02;

struct Head {
    ways: Vec<HeadLines>,
    right: usize,
    weight: f32,
    set: usize,
}

pub fn fit(sets: &[(String, String)], write: Option<&str>) -> Result<(), Box<dyn Error>> {
    let mut heads = Vec::new();
    for (set, (folder, weight)) in sets.iter().enumerate() {
        let (pages, weight) = match weight.as_str() {
            "keep" => (walked(folder)?, KEPT),
            weight => (read(folder)?, weight.parse()?),
        };
        for page in &pages {
            heads.extend(of_page(page).map(|(ways, right)| Head { ways, right, weight, set }));
        }
    }
    let (questions, steps) = of_heads();
    let mut weights = vec![vec![0.0; steps.len()]; questions.len()];
    measure("by the walk", sets, &heads, &weights);
    descend(&heads, &mut weights);
    for weight in weights.iter_mut().flatten().filter(|weight| weight.abs() < LEAST) {
        *weight = 0.0;
    }
    measure("at the end", sets, &heads, &weights);
    let mut table = String::new();
    for (question, weights) in questions.iter().zip(&weights) {
        let told = steps.iter().zip(weights).filter(|(_, own)| **own != 0.0);
        let cells: String = told.map(|(step, own)| format!("\t{step} {own:.2}")).collect();
        if !cells.is_empty() {
            table += &format!("{question}{cells}\n");
        }
    }
    if let Some(file) = write {
        fs::write(file, table)?;
    }
    Ok(())
}

/// The heads of a page whose lines are right in one way, with all ways and that one.
fn of_page(page: &Paged) -> impl Iterator<Item = (Vec<HeadLines>, usize)> {
    let classes = page.classes();
    Lesson::heads(&classes).into_iter().filter_map(move |head| {
        let right: Vec<usize> = classes[head.clone()].iter().flatten().copied().collect();
        let ways = page.lesson.arrangements(head);
        let right = ways.iter().position(|way| way.classes == right)?;
        Some((ways, right))
    })
}

fn worth(way: &HeadLines, weights: &[Vec<f32>]) -> f32 {
    way.walk + way.asked.iter().map(|(question, step)| weights[*question][*step]).sum::<f32>()
}

/// Gradient descent with a step of its own for each weight (Kingma and Ba 2015).
fn descend(heads: &[Head], weights: &mut [Vec<f32>]) {
    const MEAN: f32 = 0.9;
    const SQUARE: f32 = 0.99;
    let zeros: Vec<Vec<f32>> = weights.iter().map(|own| vec![0.0; own.len()]).collect();
    let (mut mean, mut square) = (zeros.clone(), zeros.clone());
    for round in 1..=ROUNDS as i32 {
        let mut slope = zeros.clone();
        for head in heads.iter().filter(|head| head.weight > 0.0) {
            let worths: Vec<f32> = head.ways.iter().map(|way| worth(way, weights)).collect();
            let most = worths.iter().copied().fold(f32::MIN, f32::max);
            let odds: Vec<f32> = worths.iter().map(|worth| (worth - most).exp()).collect();
            let all: f32 = odds.iter().sum();
            for (at, way) in head.ways.iter().enumerate() {
                let over = odds[at] / all - f32::from(u8::from(at == head.right));
                for (question, step) in &way.asked {
                    slope[*question][*step] += head.weight * over;
                }
            }
        }
        for (at, own) in weights.iter_mut().enumerate() {
            for (step, own) in own.iter_mut().enumerate() {
                let slope = slope[at][step] + DECAY * *own;
                let (mean, square) = (&mut mean[at][step], &mut square[at][step]);
                *mean = MEAN * *mean + (1.0 - MEAN) * slope;
                *square = SQUARE * *square + (1.0 - SQUARE) * slope * slope;
                let spread = (*square / (1.0 - SQUARE.powi(round))).sqrt() + 1e-8;
                *own -= STEP * *mean / (1.0 - MEAN.powi(round)) / spread;
            }
        }
    }
}

fn measure(name: &str, sets: &[(String, String)], heads: &[Head], weights: &[Vec<f32>]) {
    println!("{name}: heads of several lines with a wrong one");
    for (set, (folder, weight)) in sets.iter().enumerate() {
        let own = || heads.iter().filter(|head| head.set == set);
        let best = |head: &&Head| {
            let worths = head.ways.iter().map(|way| worth(way, weights)).enumerate();
            worths.max_by(|a, b| a.1.total_cmp(&b.1)).is_some_and(|(at, _)| at != head.right)
        };
        println!("  {:>5} of {:>6}  {folder}={weight}", own().filter(best).count(), own().count());
    }
}
