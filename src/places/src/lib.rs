//! Which county does a text speak of, and which words say so? Build time only.
//!
//! The gazetteer covers the country down to counties and townships, and Yuncheng down to villages. All
//! matching is on folded text ([`fold`]): one character each, simplified, full-width digits as ASCII.

mod banner;
mod called;
mod charset;
mod county;
mod fold;
mod former;
mod forms;
mod gazetteer;
mod listed;
mod located;
mod lookalike;
mod names;
mod near;
mod paper;
mod reach;
mod region;
mod said;
mod sent;
mod strait;
mod suspect;
mod tag;
mod taiwan;
mod tiles;
mod trie;

pub use called::{name_beside_its_city, name_in, name_said, name_today, was_beside_its_city};
pub use charset::CharSet;
pub use county::{counties_near, county_named, old_name_of};
pub use fold::{fold, fold_text, is_traditional};
pub use names::{Form, Mention, Places, is_county, is_short_county};
pub use near::nearest;
pub use reach::{Reach, reach};
pub use region::{InferredRegion, Region, infer_region, region_named};
pub use strait::{Side, side_of};
pub use suspect::{Suspect, suspects};
pub use tag::{Ambiguous, Tagged, Tagging, Witness};
pub use tiles::{Tile, TileMap, tile_map};
pub use trie::Trie;
