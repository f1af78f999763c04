//! The weights that were learned.
//!
//! `data/learned.tsv`: a question a line, and the weights that it has, as class and number, between tabs. A question
//! that is not there says nothing. In `data/heads.tsv` the steps of a head stand for the classes.

use super::{Scores, names};
use crate::label::Label;
use std::sync::LazyLock;

pub static TABLE: LazyLock<Vec<Scores>> = LazyLock::new(|| {
    read(include_str!("../../data/learned.tsv"), &names(), &Label::ALL.map(Label::name))
});

pub fn read<const N: usize>(table: &str, names: &[String], classes: &[&str; N]) -> Vec<[f32; N]> {
    let mut weights = vec![[0.0; N]; names.len()];
    for line in table.lines() {
        let mut cells = line.split('\t');
        let question = cells.next().and_then(|name| names.iter().position(|own| own == name));
        let Some(question) = question else { continue };
        for cell in cells {
            let Some((class, weight)) = cell.split_once(' ') else { continue };
            let class = classes.iter().position(|own| *own == class);
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
    use crate::learned::heads;

    /// The cells of a table, and those of them that are read.
    fn cells<const N: usize>(table: &str, names: &[String], classes: &[&str; N]) -> [usize; 2] {
        let read = read(table, names, classes);
        let known = read.iter().flatten().filter(|weight| **weight != 0.0).count();
        [table.lines().map(|line| line.matches('\t').count()).sum(), known]
    }

    #[test]
    fn every_line_of_the_tables_is_read() {
        let labels = Label::ALL.map(Label::name);
        let [told, known] = cells(include_str!("../../data/learned.tsv"), &names(), &labels);
        assert!(told > 0 && told == known);
        let of_heads = include_str!("../../data/heads.tsv");
        let [told, known] = cells(of_heads, &heads::names(), &heads::steps());
        assert!(told > 0 && told == known);
    }

    #[test]
    fn no_two_questions_have_one_name() {
        for mut names in [names(), heads::names()] {
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count);
        }
    }
}
