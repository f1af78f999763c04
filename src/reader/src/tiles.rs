//! Where does each county stand on the map? Made by build.rs from the coordinates of the county seats.

use crate::facet::WHOLE_REGION;
use crate::library::maps;
use crate::listing::Value;
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
        let edition = crate::library::library().editions.get(edition)?;
        Some(Self { edition, tiles })
    }

    /// The tile of a county with its index, row by row.
    pub fn tile(self, county: &str) -> Option<(usize, Tile)> {
        let counties = &self.edition.region_counties;
        let name = |tile: &Tile| counties.get(usize::from(tile.county)).map(String::as_str);
        let is_county = |tile: &Tile| name(tile).unwrap_or(WHOLE_REGION) == county;
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
            if self.tile(name).is_some() && values.iter().all(|value| value.name != *name) {
                values.push(Value { name: name.clone(), ..Value::default() });
            }
        }
        values.sort_by_cached_key(|value| match self.tile(&value.name) {
            Some((_, tile)) if listed => usize::from(tile.county),
            Some((at, _)) => at,
            None => usize::MAX,
        });
    }
}
