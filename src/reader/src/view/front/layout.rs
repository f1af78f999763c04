//! Where does each group stand on a wide page? Two columns for stories, one beside them for briefs and photos.

/// The size that a group asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Leads the page: both story columns.
    Lead,
    /// One story column.
    Story,
    /// Stands beside the stories.
    Side,
    /// The whole width, under all that comes before it.
    Full,
}

/// A cell of the page's grid of [`COLUMNS`] columns; rows and columns count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub row: usize,
    pub rows: usize,
    pub column: usize,
    pub columns: usize,
}

pub const COLUMNS: usize = 3;
const STORY_COLUMNS: usize = COLUMNS - 1;

/// Places groups that come in print order. Each gets its own cell, no two overlap, and what stands in the
/// story columns keeps its order from left to right and from top to bottom.
pub fn place(shapes: &[Shape]) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(shapes.len());
    let mut row = 1;
    for band in shapes.split_inclusive(|shape| *shape == Shape::Full) {
        let (full, rest) = match band.split_last() {
            Some((Shape::Full, rest)) => (true, rest),
            _ => (false, band),
        };
        row = place_band(rest, row, &mut cells);
        if full {
            cells.push(Cell { row, rows: 1, column: 1, columns: COLUMNS });
            row += 1;
        }
    }
    cells
}

/// Places groups between two of full width; returns the first free row.
fn place_band(shapes: &[Shape], first: usize, cells: &mut Vec<Cell>) -> usize {
    let sides = shapes.iter().filter(|shape| **shape == Shape::Side).count();
    let stories = shapes.len() - sides;
    // Without the one or the other, all columns serve what there is.
    let width = if sides == 0 || stories == 0 { COLUMNS } else { STORY_COLUMNS };
    let start = cells.len();
    let mut flow = Flow { row: first, column: 1, width };
    for shape in shapes {
        cells.push(match shape {
            Shape::Lead => flow.take(STORY_COLUMNS),
            Shape::Side if stories > 0 => Cell { row: 0, rows: 1, column: COLUMNS, columns: 1 },
            _ => flow.take(1),
        });
    }
    let beside = sides > 0 && stories > 0;
    flow.fill_last_row(&mut cells[start..]);
    let end = flow.end();
    if !beside {
        return end;
    }
    // The first side group, mostly a rubric with its briefs, takes the rows that the others leave.
    let rows = end - first;
    let mut row = first;
    let mut height = rows.saturating_sub(sides - 1).max(1);
    for cell in cells[start..].iter_mut().filter(|cell| cell.row == 0) {
        (cell.row, cell.rows) = (row, height);
        row += height;
        height = 1;
    }
    end.max(row)
}

/// The next free place, row by row.
struct Flow {
    row: usize,
    column: usize,
    width: usize,
}

impl Flow {
    fn take(&mut self, columns: usize) -> Cell {
        if self.column + columns > self.width + 1 {
            self.row += 1;
            self.column = 1;
        }
        let cell = Cell { row: self.row, rows: 1, column: self.column, columns };
        self.column += columns;
        cell
    }

    fn end(&self) -> usize {
        if self.column == 1 { self.row } else { self.row + 1 }
    }

    /// A last row that is not full gives its room to its last cell.
    fn fill_last_row(&self, cells: &mut [Cell]) {
        let last = cells.iter_mut().rfind(|cell| cell.row == self.row);
        if let Some(last) = last.filter(|_| self.column <= self.width) {
            last.columns += self.width + 1 - self.column;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shape::{Full, Lead, Side, Story};
    use super::*;

    /// The grid as text, a letter a group.
    fn drawn(shapes: &[Shape]) -> String {
        let cells = place(shapes);
        let end = cells.iter().map(|cell| cell.row + cell.rows).max().unwrap_or(1);
        let mut grid = vec![['.'; COLUMNS]; end - 1];
        for (cell, letter) in cells.iter().zip('a'..) {
            for line in &mut grid[cell.row - 1..cell.row + cell.rows - 1] {
                for place in &mut line[cell.column - 1..cell.column + cell.columns - 1] {
                    assert_eq!(*place, '.', "{shapes:?} overlap");
                    *place = letter;
                }
            }
        }
        grid.iter().map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn briefs_and_photos_stand_beside_the_stories() {
        assert_eq!(drawn(&[Lead, Side, Story, Story, Story, Side]), "aab cdb eef");
    }

    #[test]
    fn without_a_side_the_stories_take_all_columns() {
        assert_eq!(drawn(&[Lead, Story, Story, Story]), "aab cdd");
        assert_eq!(drawn(&[Side, Side]), "abb");
        assert_eq!(drawn(&[]), "");
    }

    #[test]
    fn a_full_group_ends_what_stands_above_it() {
        assert_eq!(drawn(&[Lead, Side, Full, Story, Story]), "aab ccc dee");
        assert_eq!(drawn(&[Full, Full]), "aaa bbb");
    }

    #[test]
    fn many_side_groups_go_on_below_the_stories() {
        assert_eq!(drawn(&[Lead, Side, Side, Side]), "aab ..c ..d");
    }

    #[test]
    fn no_mixture_overlaps() {
        const ALL: [Shape; 4] = [Lead, Story, Side, Full];
        for code in 0..4usize.pow(6) {
            let shapes: Vec<Shape> = (0..6).map(|at| ALL[code / 4usize.pow(at) % 4]).collect();
            drawn(&shapes);
        }
    }
}
