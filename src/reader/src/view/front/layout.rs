//! Where does each group stand on a wide page? Two columns for stories, one beside them for briefs and photos.

/// The size that a group asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Leads the page: both story columns, with so many briefs below it.
    Lead(usize),
    /// One story column.
    Story,
    /// Stands beside the stories, as high as this number of briefs.
    Side(usize),
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

/// In briefs: what leads, with its taste of the text, and a row of stories.
const LEAD_HEIGHT: usize = 3;
const STORY_HEIGHT: usize = 2;
/// So much higher than the stories beside it may something be.
const TOLERANCE: usize = 1;

/// Places groups between two of full width; returns the first free row.
fn place_band(shapes: &[Shape], first: usize, cells: &mut Vec<Cell>) -> usize {
    let lead = shapes.iter().find_map(|shape| match shape {
        Shape::Lead(briefs) => Some(LEAD_HEIGHT + briefs.div_ceil(STORY_COLUMNS)),
        _ => None,
    });
    let height_of = |row| lead.filter(|_| row == first).unwrap_or(STORY_HEIGHT);
    // Beside the stories stands what is about as high as they are, each beside the rows that it is high, so that it
    // pushes no stories apart.
    let mut narrow = first;
    let rows_beside = |shape: &Shape| {
        let Shape::Side(side) = *shape else { return None };
        let (mut rows, mut height) = (1, height_of(narrow));
        while height + TOLERANCE < side {
            height += height_of(narrow + rows);
            rows += 1;
        }
        narrow += rows;
        Some(rows)
    };
    let mut beside: Vec<usize> = shapes.iter().filter_map(rows_beside).collect();
    // Without the one or the other, all columns serve what there is.
    if beside.len() == shapes.len() {
        beside.clear();
    }
    let start = cells.len();
    // The first stands there in any case; without one that does not fit, the stories have all columns again.
    let end = loop {
        narrow = first + beside.iter().sum::<usize>();
        cells.truncate(start);
        let mut flow = Flow { row: first, column: 1, narrow };
        for shape in shapes {
            cells.push(match shape {
                Shape::Lead(_) => flow.take(STORY_COLUMNS),
                Shape::Side(_) if narrow > first => UNPLACED,
                _ => flow.take(1),
            });
        }
        flow.fill_last_row(&mut cells[start..]);
        if narrow <= flow.end() || beside.len() < 2 {
            break flow.end();
        }
        beside.pop();
    };
    let mut unplaced = cells[start..].iter_mut().filter(|cell| **cell == UNPLACED);
    let mut row = first;
    for rows in beside {
        let Some(cell) = unplaced.next() else { break };
        let rows = rows.min(end - row);
        *cell = Cell { row, rows, column: COLUMNS, columns: 1 };
        row += rows;
    }
    let mut below = Flow { row: end, column: 1, narrow: end };
    unplaced.for_each(|cell| *cell = below.take(1));
    below.fill_last_row(&mut cells[start..]);
    below.end()
}

/// Waits for the rows that the stories take.
const UNPLACED: Cell = Cell { row: 0, rows: 0, column: 0, columns: 0 };

/// The next free place, row by row.
struct Flow {
    row: usize,
    column: usize,
    /// The first row in which nothing stands beside the stories.
    narrow: usize,
}

impl Flow {
    fn width(&self) -> usize {
        if self.row < self.narrow { STORY_COLUMNS } else { COLUMNS }
    }

    fn take(&mut self, columns: usize) -> Cell {
        if self.column + columns > self.width() + 1 {
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
        if let Some(last) = last.filter(|_| self.column <= self.width()) {
            last.columns += self.width() + 1 - self.column;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shape::{Full, Story};
    use super::*;

    const LEAD: Shape = Shape::Lead(0);

    /// A photo, or a rubric of two.
    const SIDE: Shape = Shape::Side(2);

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
        assert_eq!(drawn(&[LEAD, SIDE, Story, Story, SIDE]), "aab cde");
        // A photo first, then a rubric of four: it stands beside two rows, not one that grows with it.
        let four = Shape::Side(4);
        assert_eq!(drawn(&[LEAD, SIDE, Story, Story, four, Story, Story, SIDE]), "aab cde fge hhh");
    }

    #[test]
    fn below_what_stands_beside_them_the_stories_take_all_columns() {
        assert_eq!(drawn(&[LEAD, SIDE, Story, Story, Story, Story]), "aab cde fff");
        assert_eq!(drawn(&[LEAD, SIDE, Story, Story, Story, SIDE]), "aab cdf eee");
    }

    #[test]
    fn without_a_side_the_stories_take_all_columns() {
        assert_eq!(drawn(&[LEAD, Story, Story, Story]), "aab cdd");
        assert_eq!(drawn(&[SIDE, SIDE]), "abb");
        assert_eq!(drawn(&[]), "");
    }

    #[test]
    fn a_full_group_ends_what_stands_above_it() {
        assert_eq!(drawn(&[LEAD, SIDE, Full, Story, Story]), "aab ccc dee");
        assert_eq!(drawn(&[Full, Full]), "aaa bbb");
    }

    #[test]
    fn what_is_higher_than_the_stories_goes_on_below_them_in_all_columns() {
        assert_eq!(drawn(&[LEAD, SIDE, SIDE, SIDE]), "aab cdd");
        assert_eq!(drawn(&[LEAD, Shape::Side(4), Story, Story, SIDE, SIDE, SIDE]), "aab cde fgg");
        assert_eq!(drawn(&[LEAD, Shape::Side(9), Story, Shape::Side(1)]), "aab ccb ddd");
    }

    #[test]
    fn what_stands_beside_no_row_leaves_the_stories_its_column() {
        assert_eq!(drawn(&[LEAD, SIDE, Story, Shape::Side(4)]), "aab ccc ddd");
    }

    #[test]
    fn beside_a_lead_with_briefs_below_it_more_stands() {
        let five = Shape::Side(5);
        assert_eq!(drawn(&[Shape::Lead(0), five, Story, Story]), "aab cdb");
        assert_eq!(drawn(&[Shape::Lead(4), five, Story, Story]), "aab cdd");
    }

    #[test]
    fn no_mixture_overlaps() {
        const ALL: [Shape; 5] = [LEAD, Story, SIDE, Shape::Side(4), Full];
        for code in 0..5usize.pow(6) {
            let shapes: Vec<Shape> = (0..6).map(|at| ALL[code / 5usize.pow(at) % 5]).collect();
            drawn(&shapes);
        }
    }
}
