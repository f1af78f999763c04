//! What of a table's lines stands in columns? Cells that the dump keeps apart by wide spaces or tabs.

use std::ops::Range;

/// What follows each other in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The line with this index, in no columns.
    Line(usize),
    Rows(Rows),
}

/// Lines of equally many cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Index of the first line.
    pub first: usize,
    /// Of each line the byte ranges of its cells.
    pub cells: Vec<Vec<Range<usize>>>,
    /// Whether the first line says what stands in the columns below it.
    pub headed: bool,
    /// Of each column whether it holds numbers.
    pub numbers: Vec<bool>,
}

/// The lines of a table in order: neighbours of equally many cells stand in columns.
pub fn pieces(lines: &[&str]) -> Vec<Piece> {
    let cells: Vec<_> = lines.iter().map(|line| cells(line)).collect();
    let mut pieces = Vec::new();
    let mut first = 0;
    for group in cells.chunk_by(|one, next| one.len() == next.len()) {
        let lines = &lines[first..first + group.len()];
        let is_lone = |(line, cells): (&&str, &Vec<Range<usize>>)| {
            cells.iter().all(|cell| line[cell.clone()].chars().nth(1).is_none())
        };
        // 何　平, 丁　玲: names that were set wide.
        let wide = lines.iter().zip(group).all(is_lone)
            && !group[0].iter().any(|cell| is_number(&lines[0][cell.clone()]));
        match group.len() > 1 && group[0].len() > 1 && !wide {
            true => pieces.push(Piece::Rows(rows(first, lines, group))),
            false => pieces.extend((first..first + group.len()).map(Piece::Line)),
        }
        first += group.len();
    }
    pieces
}

fn rows(first: usize, lines: &[&str], cells: &[Vec<Range<usize>>]) -> Rows {
    let number = |row: usize, column: usize| is_number(&lines[row][cells[row][column].clone()]);
    let numbers: Vec<bool> =
        (0..cells[0].len()).map(|column| (1..lines.len()).all(|row| number(row, column))).collect();
    let headed = numbers.iter().enumerate().any(|(column, is)| *is && !number(0, column));
    Rows { first, cells: cells.to_vec(), headed, numbers }
}

/// Byte ranges of what wide spaces, tabs, or two spaces keep apart.
fn cells(line: &str) -> Vec<Range<usize>> {
    let mut cells: Vec<Range<usize>> = Vec::new();
    let mut apart = true;
    let mut spaces = 0;
    for (at, c) in line.char_indices() {
        if c.is_whitespace() {
            spaces += 1;
            apart |= c != ' ' || spaces > 1;
            continue;
        }
        let end = at + c.len_utf8();
        match cells.last_mut() {
            Some(cell) if !apart => cell.end = end,
            _ => cells.push(at..end),
        }
        (apart, spaces) = (false, 0);
    }
    cells
}

/// 18, -5, 56%, 3∶2, 1.20元.
fn is_number(cell: &str) -> bool {
    /// Characters of a measure.
    const MEASURE: usize = 2;
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let is_mark = |c| {
        matches!(
            c,
            '.' | ','
                | '+'
                | '-'
                | '−'
                | '－'
                | '—'
                | '±'
                | '%'
                | '％'
                | ':'
                | '：'
                | '∶'
                | '/'
                | '↑'
                | '↓'
        )
    };
    let rest = cell.trim_start_matches(|c| is_digit(c) || is_mark(c));
    let number = &cell[..cell.len() - rest.len()];
    number.contains(is_digit) && rest.chars().count() <= MEASURE || cell == "—" || cell == "-"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells between bars, a head marked by #, columns of numbers by >.
    fn drawn(text: &str) -> Vec<String> {
        let lines: Vec<&str> = text.lines().collect();
        let row = |rows: &Rows, at: usize| {
            let line = lines[rows.first + at];
            let cells: Vec<&str> = rows.cells[at].iter().map(|cell| &line[cell.clone()]).collect();
            let head = if rows.headed && at == 0 { "#" } else { "" };
            head.to_owned() + &cells.join("|")
        };
        let drawn = |piece: Piece| match piece {
            Piece::Line(at) => vec![lines[at].to_owned()],
            Piece::Rows(rows) => {
                let numbers = rows.numbers.iter().map(|is| if *is { '>' } else { '<' });
                let rows_drawn = (0..rows.cells.len()).map(|at| row(&rows, at));
                std::iter::once(numbers.collect()).chain(rows_drawn).collect()
            }
        };
        pieces(&lines).into_iter().flat_map(drawn).collect()
    }

    #[test]
    fn rows_of_equally_many_cells_stand_in_columns_under_their_head() {
        let table = "女籃乙組\n隊伍　勝　負　得失分\n蘭陽　3　0　+41\n花東　1　2　-7";
        let rows = ["女籃乙組", "<>>>", "#隊伍|勝|負|得失分", "蘭陽|3|0|+41", "花東|1|2|-7"];
        assert_eq!(drawn(table), rows);
    }

    #[test]
    fn tabs_and_double_spaces_part_cells_and_one_space_does_not() {
        assert_eq!(drawn("青稞 新\t2.60元\n酥油  31元"), ["<>", "青稞 新|2.60元", "酥油|31元"]);
        assert_eq!(drawn("夏 荷\n秋 菊"), ["夏 荷", "秋 菊"]);
    }

    #[test]
    fn what_has_other_cells_than_its_neighbours_stays_a_line() {
        let price = "品名　价\n白菜　0.8　↓\n注：元/斤";
        assert_eq!(drawn(price), ["品名　价", "白菜　0.8　↓", "注：元/斤"]);
        assert_eq!(drawn("何　平\n丁　玲"), ["何　平", "丁　玲"]);
        assert_eq!(drawn(""), Vec::<String>::new());
    }

    #[test]
    fn a_table_of_numbers_alone_has_no_head() {
        assert_eq!(drawn("1　2\n3　4"), [">>", "1|2", "3|4"]);
        assert_eq!(drawn("东港　多云\n北滩　小雨"), ["<<", "东港|多云", "北滩|小雨"]);
    }
}
