//! The weights that were learned.
//!
//! `data/learned.tsv`: a question a line, and the weights that it has, as class and number, between tabs. A question
//! that is not there says nothing.

use super::{Scores, names};
use crate::label::Label;
use std::sync::LazyLock;

pub static TABLE: LazyLock<Vec<Scores>> =
    LazyLock::new(|| read(include_str!("../../data/learned.tsv"), &names()));

fn read(table: &str, names: &[String]) -> Vec<Scores> {
    let mut weights = vec![Scores::default(); names.len()];
    for line in table.lines() {
        let mut cells = line.split('\t');
        let question = cells.next().and_then(|name| names.iter().position(|own| own == name));
        let Some(question) = question else { continue };
        for cell in cells {
            let Some((class, weight)) = cell.split_once(' ') else { continue };
            let class = Label::ALL.iter().position(|label| label.name() == class);
            if let (Some(class), Ok(weight)) = (class, weight.parse()) {
                weights[question][class] = weight;
            }
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let names = names();
        let told = include_str!("../../data/learned.tsv");
        let cells: usize = told.lines().map(|line| line.matches('\t').count()).sum();
        let read = read(told, &names);
        let known = read.iter().flatten().filter(|weight| **weight != 0.0).count();
        assert!(cells > 0);
        assert_eq!(known, cells);
    }

    #[test]
    fn no_two_questions_have_one_name() {
        let mut names = names();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
