//! Which lines below 导读 are its stubs?

use crate::furniture::{Matter, Numbered, is_numbered, names_page_alone, needs_stubs};
use crate::piece::Piece;
use crate::source::{Ink, Source};

/// Stubs below each other that need no label.
const ROW: usize = 2;

/// Characters of a stub that is known by its form alone: 甲区 A3 is a seat.
const SHORTEST: usize = 8;

/// Characters of a title's first line; longer ones are text.
const LONGEST_LINE: usize = 30;

/// Below 导读: titles that end with the page they stand on, 古田银耳“长”出大产业 A3, or have it on the line below.
pub fn guide_stubs(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let ink = |at: usize| pieces.get(at).map_or(&[][..], |piece| &source.ink[piece.ink.clone()]);
    let told: Vec<Numbered> = (0..matters.len()).map(|at| is_numbered(ink(at))).collect();
    let is_stub = |at: usize| {
        told.get(at).is_some_and(|told| *told > Numbered::No) || names_page_alone(ink(at))
    };
    let stub = || Some(Matter { is_stub: true, why: "导读的一条", ..Matter::default() });
    let mut guided = false;
    for at in 0..matters.len() {
        let is_known = matters.get(at + 1).is_some_and(Option::is_some);
        match &mut matters[at] {
            matter if guided && names_page_alone(ink(at)) => *matter = stub(),
            // 河口镇修通出山公路第3版 looks as the head of a page does.
            matter @ Some(_) if guided && is_stub(at) && is_titled(matter, ink(at)) => {
                *matter = stub();
            }
            matter @ Some(_) if needs_stubs(ink(at)) && !is_known && !is_stub(at + 1) => {
                *matter = None;
            }
            Some(known) => guided = known.is_guide || guided && known.is_stub,
            matter @ None if guided && (is_stub(at) || goes_on(ink(at)) && is_stub(at + 1)) => {
                *matter = stub();
            }
            None => guided = false,
        }
    }
    let row = |at: &usize| {
        matters[*at].is_none() && told[*at] == Numbered::Plainly && ink(*at).len() >= SHORTEST
    };
    let rows: Vec<usize> = (0..matters.len()).filter(row).collect();
    for row in rows.chunk_by(|a, b| a + 1 == *b).filter(|row| row.len() >= ROW) {
        row.iter().for_each(|at| matters[*at] = stub());
    }
}

/// Whether a line that was taken for a head is long enough for a title and has no day and no paper.
fn is_titled(matter: &Option<Matter>, ink: &[Ink]) -> bool {
    let states = |matter: &Matter| matter.date.is_some() || matter.paper.is_some();
    ink.len() >= SHORTEST && !matter.as_ref().is_some_and(states)
}

/// The first of two lines of a title.
fn goes_on(ink: &[Ink]) -> bool {
    ink.len() <= LONGEST_LINE && !ink.iter().any(|ink| ink.c == '。')
}
