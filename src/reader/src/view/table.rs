//! How is a table set? Rows of equally many cells in columns, other lines as lines.

use super::runs::{Highlights, Woven};
use crate::catalog::Item;
use crate::node::{Node, view};
use edition::table::{Piece, Rows, pieces};
use std::ops::Range;

pub fn table(item: &'static Item<'static>, index: usize, highlights: &Highlights) -> Node {
    let text = &item.parts[index].text;
    let lines: Vec<&str> = text.split('\n').collect();
    // Of each line where it begins, and behind the last the end.
    let mut starts = vec![0];
    starts.extend(lines.iter().scan(0, |at, line| {
        *at += line.len() + 1;
        Some((*at).min(text.len()))
    }));
    let woven = Woven::of(item, index, highlights);
    let draw = |range: Range<usize>| woven.draw(range);
    // What keeps cells and lines apart stays in the text, for places in it are counted, and is not shown.
    let apart = |range: Range<usize>| {
        (!range.is_empty()).then(|| view! { <span hidden>{draw(range)}</span> })
    };
    let row = |rows: &Rows, at: usize| {
        let (start, end) = (starts[rows.first + at], starts[rows.first + at + 1]);
        let cells = &rows.cells[at];
        let cell = |column: usize| {
            let begin = if column == 0 { start } else { start + cells[column].start };
            let stop = start + cells[column].end;
            let next = cells.get(column + 1).map_or(end, |next| start + next.start);
            let number = rows.numbers[column];
            let (text, apart) = (draw(begin..stop), apart(stop..next));
            match rows.headed && at == 0 {
                true => view! { <th scope="col" class:number=number>{text}{apart}</th> },
                false => view! { <td class:number=number>{text}{apart}</td> },
            }
        };
        view! { <tr>{(0..cells.len()).map(cell).collect::<Node>()}</tr> }
    };
    let drawn = |piece: Piece| match piece {
        Piece::Line(at) => {
            let end = starts[at] + lines[at].len();
            view! { <div>{draw(starts[at]..end)}{apart(end..starts[at + 1])}</div> }
        }
        Piece::Rows(rows) => {
            let rows = (0..rows.cells.len()).map(|at| row(&rows, at)).collect::<Node>();
            view! { <table><tbody>{rows}</tbody></table> }
        }
    };
    // What is wider than the screen is rolled by keys, too.
    view! {
        <div class="table">
            <div data-part=index tabindex="0">{pieces(&lines).into_iter().map(drawn).collect::<Node>()}</div>
        </div>
    }
}
