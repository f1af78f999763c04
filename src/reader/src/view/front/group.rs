//! What stands together on the page, and what leads it?

use super::layout::Shape;
use crate::state::item;
use edition::Kind;

/// What stands together on the page.
#[derive(Debug, PartialEq, Eq)]
pub enum Group {
    /// The item that leads the page.
    Lead(usize),
    Story(usize),
    Photo(usize),
    /// Items under one rubric, the first of which may lead the page.
    Rubric {
        name: &'static str,
        items: Vec<usize>,
        /// Of all of them, in briefs.
        height: usize,
        leads: bool,
    },
}

/// More briefs than this under one rubric take the width of the page.
const SIDE_BRIEFS: usize = 4;
/// The place of a picture with its caption, or of a brief with a taste of its text, in briefs.
const TASTE_HEIGHT: usize = 2;

impl Group {
    pub fn shape(&self) -> Shape {
        match self {
            Self::Lead(_) => Shape::Lead(0),
            Self::Story(_) => Shape::Story,
            Self::Rubric { items, .. } if items.len() > SIDE_BRIEFS => Shape::Full,
            Self::Rubric { height, leads: true, .. } => Shape::Lead(height - 1),
            Self::Rubric { items, height, .. } if items.len() > 1 => Shape::Side(*height),
            Self::Rubric { .. } | Self::Photo(_) => Shape::Side(TASTE_HEIGHT),
        }
    }
}

/// Groups consecutive items of one rubric. The first item that stands alone leads; where all stand under rubrics, the
/// first rubric that begins with more than a picture.
pub fn groups(items: &[usize]) -> Vec<Group> {
    let placed = |&index: &usize| {
        let article = item(index).article;
        (index, article.rubric.as_deref(), article.kind == Kind::Photo)
    };
    grouped(items.iter().map(placed))
}

/// Of each item its number, its rubric and whether it is a picture.
fn grouped(items: impl Iterator<Item = (usize, Option<&'static str>, bool)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut led = false;
    let mut may_lead = None;
    for (index, rubric, photo) in items {
        let own = if photo { TASTE_HEIGHT } else { 1 };
        match (rubric, groups.last_mut()) {
            (Some(rubric), Some(Group::Rubric { name, items, height, .. })) if rubric == *name => {
                items.push(index);
                *height += own;
            }
            (Some(name), _) => {
                may_lead = may_lead.or((!photo).then_some(groups.len()));
                let items = vec![index];
                groups.push(Group::Rubric { name, items, height: own, leads: false });
            }
            (None, _) if photo => groups.push(Group::Photo(index)),
            (None, _) if led => groups.push(Group::Story(index)),
            (None, _) => {
                led = true;
                groups.push(Group::Lead(index));
            }
        }
    }
    let first = may_lead.filter(|_| !led).and_then(|at| groups.get_mut(at));
    if let Some(Group::Rubric { leads, .. }) = first {
        *leads = true;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERSE: Option<&str> = Some("诗歌");
    const PAST: Option<&str> = Some("往事");

    fn shapes(items: &[(Option<&'static str>, bool)]) -> Vec<Shape> {
        let numbered = items.iter().enumerate().map(|(at, &(rubric, photo))| (at, rubric, photo));
        grouped(numbered).iter().map(Group::shape).collect()
    }

    #[test]
    fn what_stands_alone_leads() {
        let page = [
            (PAST, false),
            (VERSE, false),
            (VERSE, false),
            (None, true),
            (None, false),
            (None, false),
        ];
        let [one, two] = [TASTE_HEIGHT, 2].map(Shape::Side);
        assert_eq!(shapes(&page), [one, two, one, Shape::Lead(0), Shape::Story]);
    }

    #[test]
    fn where_all_stand_under_rubrics_the_first_text_leads() {
        let page = [(PAST, true), (VERSE, false), (VERSE, false), (VERSE, false), (PAST, false)];
        let one = Shape::Side(TASTE_HEIGHT);
        assert_eq!(shapes(&page), [one, Shape::Lead(2), one]);
        assert_eq!(shapes(&[(PAST, true), (None, true)]), [one, one]);
        let picture = [(None, false), (PAST, false), (PAST, true), (PAST, false)];
        assert_eq!(shapes(&picture), [Shape::Lead(0), Shape::Side(2 + TASTE_HEIGHT)]);
        let many = [(VERSE, false); SIDE_BRIEFS + 1];
        assert_eq!(shapes(&many), [Shape::Full]);
        assert_eq!(shapes(&[]), []);
    }
}
