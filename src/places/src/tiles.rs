//! Where does each county stand on a schematic map? Equal tiles on a grid, each beside its neighbours on the
//! ground and in their direction; made from the coordinates of the county seats.

use crate::forms::short_county;
use crate::gazetteer::{Unit, gazetteer};
use crate::region::Region;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A region's map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileMap {
    pub columns: u8,
    pub rows: u8,
    /// Row by row, from left to right. The last cell of the grid is in no tile: there the region itself stands.
    pub tiles: Vec<Tile>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Which of the region's counties, counted in gazetteer order.
    pub at: usize,
    /// In full, of today: 新绛县.
    pub county: &'static str,
    /// As a tile has room for it: 新绛.
    pub short: String,
    /// Counted from 0, north at the top.
    pub row: u8,
    pub column: u8,
}

/// Fewer tiles are no map.
const FEWEST: usize = 3;
/// More columns would be narrower than a finger where the map stands beside the page.
const MOST_COLUMNS: usize = 5;

const COORDINATES: &str = include_str!("../data/county_lonlat.csv");

/// Degrees east and north by county code.
static SEATS: LazyLock<HashMap<u64, (f64, f64)>> = LazyLock::new(|| {
    let row = |line: &str| {
        let mut fields = line.split(',');
        let code = fields.next()?.parse().ok()?;
        Some((code, (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?)))
    };
    COORDINATES.lines().skip(1).filter_map(row).collect()
});

/// The map of a region; `None` where too few of its counties have coordinates. A county without is left out.
pub fn tile_map(region: Region) -> Option<TileMap> {
    let counties = gazetteer().counties_below(region.code).iter().enumerate();
    let placed: Vec<(usize, &Unit, (f64, f64))> =
        counties.filter_map(|(at, unit)| Some((at, unit, *SEATS.get(&unit.code)?))).collect();
    if placed.len() < FEWEST {
        return None;
    }
    let seats: Vec<(f64, f64)> = placed.iter().map(|(_, _, seat)| *seat).collect();
    let grid = arrange(&on_the_ground(&seats));
    let short = |name: &str| short_county(name).unwrap_or_else(|| name.to_owned());
    let is_twin =
        |name: &str| placed.iter().filter(|(_, unit, _)| short(unit.name) == name).count() > 1;
    let mut tiles: Vec<Tile> = placed
        .iter()
        .zip(&grid.cells)
        .map(|((at, unit, _), cell)| Tile {
            at: *at,
            county: unit.name,
            short: Some(short(unit.name))
                .filter(|name| !is_twin(name))
                .unwrap_or_else(|| unit.name.to_owned()),
            row: (cell / grid.columns) as u8,
            column: (cell % grid.columns) as u8,
        })
        .collect();
    tiles.sort_by_key(|tile| (tile.row, tile.column));
    Some(TileMap { columns: grid.columns as u8, rows: grid.rows as u8, tiles })
}

/// East and south in units that are equal in both directions.
fn on_the_ground(seats: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mean = seats.iter().map(|(_, north)| north).sum::<f64>() / seats.len() as f64;
    let narrow = mean.to_radians().cos();
    seats.iter().map(|(east, north)| (east * narrow, -north)).collect()
}

/// A cell for each point, numbered row by row.
struct Grid {
    columns: usize,
    rows: usize,
    cells: Vec<usize>,
}

/// The grid that shows neighbours and directions best, found by exchanging cells until no exchange helps; the
/// same points give the same grid.
fn arrange(points: &[(f64, f64)]) -> Grid {
    let ground = Ground::of(points);
    let mut best: Option<(f64, Grid)> = None;
    for columns in 2..=MOST_COLUMNS {
        // One cell stays free for the region as a whole.
        let fewest = (points.len() + 1).div_ceil(columns);
        for rows in fewest..=fewest + 1 {
            for by_rows in [true, false] {
                let cells = settle(&ground, columns, rows, start(points, columns, rows, by_rows));
                let cost = ground.cost(&cells, columns) + EMPTY * (columns * rows) as f64;
                if best.as_ref().is_none_or(|(least, _)| cost < *least - SLIGHT) {
                    best = Some((cost, Grid { columns, rows, cells }));
                }
            }
        }
    }
    best.map(|(_, grid)| grid).unwrap_or(Grid { columns: 1, rows: 1, cells: Vec::new() })
}

/// What a cell costs: a smaller grid is easier to take in.
const EMPTY: f64 = 0.4;
/// Differences below are rounding.
const SLIGHT: f64 = 1e-9;
/// What a direction that is wrong by a right angle costs, between neighbours one cell from each other being 1.
const ASTRAY: f64 = 2.0;

/// What the map should show: who is whose neighbour, and in which direction everyone lies.
struct Ground {
    /// For each pair of points, the direction from the one to the other, of length 1.
    directions: Vec<Vec<(f64, f64)>>,
    /// For each pair: 1 for neighbours, less the more others lie between.
    closeness: Vec<Vec<f64>>,
}

impl Ground {
    fn of(points: &[(f64, f64)]) -> Self {
        let offset = |a: usize, b: usize| (points[b].0 - points[a].0, points[b].1 - points[a].1);
        let distance = |a: usize, b: usize| offset(a, b).0.hypot(offset(a, b).1);
        let all = 0..points.len();
        let direction = |a: usize, b: usize| {
            let (east, south) = offset(a, b);
            let length = distance(a, b).max(f64::MIN_POSITIVE);
            (east / length, south / length)
        };
        // Others in the circle whose diameter joins the two (Gabriel 1969: with none they are neighbours).
        let between = |a: usize, b: usize| {
            let middle = ((points[a].0 + points[b].0) / 2.0, (points[a].1 + points[b].1) / 2.0);
            let inside = |c: &usize| {
                let (east, south) = (points[*c].0 - middle.0, points[*c].1 - middle.1);
                *c != a && *c != b && east.hypot(south) < distance(a, b) / 2.0
            };
            all.clone().filter(inside).count()
        };
        let table = |of: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> {
            all.clone().map(|a| all.clone().map(|b| of(a, b)).collect()).collect()
        };
        Self {
            directions: all
                .clone()
                .map(|a| all.clone().map(|b| direction(a, b)).collect())
                .collect(),
            closeness: table(&|a, b| 1.0 / (1.0 + between(a, b) as f64).powi(2)),
        }
    }

    fn cost(&self, cells: &[usize], columns: usize) -> f64 {
        (0..cells.len()).map(|point| self.cost_of(point, cells, columns)).sum::<f64>() / 2.0
    }

    /// What stands wrong between one point and all others.
    fn cost_of(&self, point: usize, cells: &[usize], columns: usize) -> f64 {
        let others = (0..cells.len()).filter(|other| *other != point);
        others.map(|other| self.between(point, other, cells, columns)).sum()
    }

    /// What stands wrong between two points: neighbours apart, a direction astray.
    fn between(&self, a: usize, b: usize, cells: &[usize], columns: usize) -> f64 {
        let place =
            |point: usize| ((cells[point] % columns) as f64, (cells[point] / columns) as f64);
        let ((from_east, from_south), (to_east, to_south)) = (place(a), place(b));
        let (east, south) = (to_east - from_east, to_south - from_south);
        let length = east.hypot(south);
        let (true_east, true_south) = self.directions[a][b];
        let cosine = (east * true_east + south * true_south) / length;
        let close = self.closeness[a][b];
        let apart = if close == 1.0 { (length - 1.0).powi(2) } else { 0.0 };
        apart + ASTRAY * close * (1.0 - cosine)
    }
}

/// A first arrangement: the points in bands from north to south, each band from west to east; or the other way.
fn start(points: &[(f64, f64)], columns: usize, rows: usize, by_rows: bool) -> Vec<usize> {
    let (bands, length) = if by_rows { (rows, columns) } else { (columns, rows) };
    let along = |point: usize| if by_rows { points[point].0 } else { points[point].1 };
    let across = |point: usize| if by_rows { points[point].1 } else { points[point].0 };
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by(|a, b| across(*a).total_cmp(&across(*b)).then(a.cmp(b)));
    let mut cells = vec![0; points.len()];
    let mut rest = order.as_mut_slice();
    for band in 0..bands {
        // As many in each band as go, one place left free in the last.
        let take = rest.len().div_ceil(bands - band).min(length);
        let (here, after) = rest.split_at_mut(take);
        here.sort_by(|a, b| along(*a).total_cmp(&along(*b)).then(a.cmp(b)));
        for (at, point) in here.iter().enumerate() {
            cells[*point] = if by_rows { band * columns + at } else { at * columns + band };
        }
        rest = after;
    }
    // The last cell belongs to the region.
    let last = columns * rows - 1;
    if let Some(point) = cells.iter().position(|cell| *cell == last) {
        let free = (0..last).rev().find(|cell| !cells.contains(cell));
        cells[point] = free.unwrap_or(last);
    }
    cells
}

/// Exchanges two points, or moves one to a free cell, for as long as that makes the map truer.
fn settle(ground: &Ground, columns: usize, rows: usize, mut cells: Vec<usize>) -> Vec<usize> {
    loop {
        let mut settled = true;
        for point in 0..cells.len() {
            for cell in 0..columns * rows - 1 {
                let other = cells.iter().position(|taken| *taken == cell);
                if other == Some(point) {
                    continue;
                }
                // What lies between the two would count twice.
                let pair = |cells: &[usize]| {
                    let of = |point| ground.cost_of(point, cells, columns);
                    let of_other = |other| of(other) - ground.between(point, other, cells, columns);
                    of(point) + other.map_or(0.0, of_other)
                };
                let before = pair(&cells);
                let home = cells[point];
                let exchange = |cells: &mut [usize], point_to: usize, other_to: usize| {
                    cells[point] = point_to;
                    if let Some(other) = other {
                        cells[other] = other_to;
                    }
                };
                exchange(&mut cells, cell, home);
                if pair(&cells) < before - SLIGHT {
                    settled = false;
                } else {
                    exchange(&mut cells, home, cell);
                }
            }
        }
        if settled {
            return cells;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::region_named;

    fn drawn(map: &TileMap) -> String {
        let name = |row: u8, column: u8| {
            let here = map.tiles.iter().find(|tile| (tile.row, tile.column) == (row, column));
            here.map_or("　　".to_owned(), |tile| tile.short.chars().take(2).collect())
        };
        let line = |row: u8| (0..map.columns).map(|column| name(row, column)).collect::<Vec<_>>();
        (0..map.rows).map(|row| line(row).join(" ")).collect::<Vec<_>>().join("\n")
    }

    fn map_of(region: &str) -> TileMap {
        tile_map(region_named(region).unwrap()).unwrap()
    }

    #[test]
    fn counties_stand_beside_their_neighbours() {
        assert_eq!(
            drawn(&map_of("运城市")),
            "河津 稷山 新绛 绛县\n　　 万荣 闻喜 垣曲\n临猗 盐湖 夏县 　　\n永济 芮城 平陆 　　"
        );
        assert_eq!(map_of("运城市"), map_of("运城市"));
    }

    #[test]
    fn two_counties_of_one_short_name_keep_their_full_names() {
        let map = map_of("临夏回族自治州");
        let names: Vec<&str> = map.tiles.iter().map(|tile| tile.short.as_str()).collect();
        assert!(names.contains(&"临夏市") && names.contains(&"临夏县"), "{names:?}");
        assert!(names.contains(&"积石山"), "{names:?}");
    }

    #[test]
    fn a_region_without_coordinates_has_no_map() {
        assert_eq!(tile_map(region_named("台湾").unwrap()), None);
    }

    /// Of pairs that lie mainly north and south of each other, and mainly east and west, how many do so on
    /// the map? No pair may share a cell, and the last cell is free.
    #[test]
    fn every_region_of_the_country_keeps_its_directions() {
        let (mut right, mut all) = (0, 0);
        for unit in &gazetteer().prefectures {
            let region = Region { code: unit.code, name: unit.name };
            let Some(map) = tile_map(region) else { continue };
            let seat = |tile: &Tile| {
                let mut counties = gazetteer().counties_below(region.code).iter();
                SEATS[&counties.find(|unit| unit.name == tile.county).unwrap().code]
            };
            for (at, tile) in map.tiles.iter().enumerate() {
                assert!(tile.row < map.rows && tile.column < map.columns, "{}", unit.name);
                assert_ne!(
                    (tile.row, tile.column),
                    (map.rows - 1, map.columns - 1),
                    "{}",
                    unit.name
                );
                for other in &map.tiles[..at] {
                    assert_ne!((tile.row, tile.column), (other.row, other.column), "{}", unit.name);
                    let (a, b) = (seat(tile), seat(other));
                    let (east, north) = (b.0 - a.0, b.1 - a.1);
                    let order = match east.abs() > north.abs() {
                        true => (other.column.cmp(&tile.column), east.total_cmp(&0.0)),
                        false => (tile.row.cmp(&other.row), north.total_cmp(&0.0)),
                    };
                    right += usize::from(order.0 == order.1);
                    all += 1;
                }
            }
        }
        println!("{right} of {all}");
        assert!(right * 100 >= all * 90, "{right} of {all} pairs");
    }
}
