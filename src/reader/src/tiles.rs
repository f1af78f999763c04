//! Where does each county stand on the map? Made by build.rs from the coordinates of the county seats.

use crate::catalog::catalog;
use crate::facet::{WHOLE_REGION, local, plain};
use crate::library::{library, maps};
use crate::listing::Value;
use crate::order;
use edition::Edition;
use serde::Deserialize;

/// A county's place on the schematic map of its region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Tile {
    /// Index into the edition's `region_counties`; their number for the region as a whole.
    pub county: u16,
    /// Bytes of the name that a tile shows, 新绛 of 新绛县; 0 for all.
    pub short: u8,
    /// Both counted from 0, north at the top.
    pub row: u8,
    pub column: u8,
}

/// The map of an edition's region.
#[derive(Clone, Copy)]
pub struct CountyMap {
    edition: &'static Edition,
    tiles: &'static [Tile],
}

impl CountyMap {
    /// `None` where the region is unknown or its counties have no coordinates.
    pub fn of(edition: usize) -> Option<Self> {
        let tiles = maps().get(edition).filter(|tiles| !tiles.is_empty())?;
        let edition = library().editions.get(edition)?;
        Some(Self { edition, tiles })
    }

    /// The tile of a county with its index, row by row.
    pub fn tile(self, county: &str) -> Option<(usize, Tile)> {
        let counties = &self.edition.region_counties;
        let name = |tile: &Tile| counties.get(usize::from(tile.county)).map(String::as_str);
        let is_county = |tile: &Tile| {
            let name = name(tile).unwrap_or(WHOLE_REGION);
            name == plain(county) && local(name, self.edition, &catalog().shared) == county
        };
        let at = self.tiles.iter().position(is_county)?;
        Some((at, self.tiles[at]))
    }

    pub fn columns(self) -> u8 {
        self.tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(1)
    }

    /// Adds the counties that nothing is about, and sorts: row by row, or as the gazetteer has them where `listed`.
    /// What has no tile follows in its order.
    pub fn complete(self, values: &mut Vec<Value>, listed: bool) {
        for name in &self.edition.region_counties {
            let name = local(name, self.edition, &catalog().shared);
            if self.tile(&name).is_some() && values.iter().all(|value| value.name != name) {
                values.push(Value { name, ..Value::default() });
            }
        }
        order::by_key(values, |value| match self.tile(&value.name) {
            Some((_, tile)) if listed => usize::from(tile.county),
            Some((at, _)) => at,
            None => usize::MAX,
        });
    }
}

/// A way to go on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    Left,
    Right,
    Up,
    Down,
}

impl Arrow {
    pub fn of(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            _ => None,
        }
    }
}

/// Index of the point that one comes to from `here`, x to the right and y down, in tiles; `None` at the edge.
pub fn nearest(here: (f64, f64), points: &[(f64, f64)], arrow: Arrow) -> Option<usize> {
    /// What lies aside is so many times as far as what lies ahead.
    const ASIDE: f64 = 2.0;
    /// The gaps between tiles are not as wide as high, in tiles.
    const GAPS: f64 = 1.1;
    let cost = |(x, y): &(f64, f64)| {
        let (x, y) = (x - here.0, y - here.1);
        let (ahead, aside) = match arrow {
            Arrow::Left => (-x, y),
            Arrow::Right => (x, y),
            Arrow::Up => (-y, x),
            Arrow::Down => (y, x),
        };
        // More aside than ahead is another direction.
        (ahead > 0.0 && aside.abs() <= ahead * GAPS).then_some(ahead + ASIDE * aside.abs())
    };
    let costs = points.iter().enumerate().filter_map(|(at, point)| Some((at, cost(point)?)));
    costs.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_to_the_nearest_tile_and_over_holes() {
        // 甲 . 乙
        // 丙 丁 .
        let tiles = [(0.0, 0.0), (2.0, 0.0), (0.0, 1.0), (1.0, 1.0)];
        let go = |from: usize, arrow| {
            let others: Vec<usize> = (0..tiles.len()).filter(|at| *at != from).collect();
            let points: Vec<(f64, f64)> = others.iter().map(|at| tiles[*at]).collect();
            nearest(tiles[from], &points, arrow).map(|at| others[at])
        };
        assert_eq!(go(0, Arrow::Right), Some(1));
        assert_eq!(go(0, Arrow::Down), Some(2));
        assert_eq!(go(1, Arrow::Down), Some(3));
        assert_eq!(go(2, Arrow::Right), Some(3));
        assert_eq!((go(0, Arrow::Left), go(0, Arrow::Up), go(3, Arrow::Down)), (None, None, None));
        // Two rows down and one column to the left is no way to the left.
        assert_eq!(nearest((2.0, 1.0), &[(1.0, 3.0)], Arrow::Left), None);
        assert_eq!(nearest((2.0, 1.0), &[(1.0, 2.05)], Arrow::Left), Some(0));
    }
}
