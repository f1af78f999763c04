//! How do arrow keys go over a map? To the nearest tile in their direction.

use crate::tiles::{Arrow, nearest};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Moves the focus over the tiles of the map that a key was pressed in.
pub fn walk_map(event: &KeyboardEvent) {
    let Some(arrow) = Arrow::of(&event.key()) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let map = target.as_ref().and_then(|target| target.closest(".map").ok()?);
    let (Some(here), Some(map)) = (target, map) else { return };
    let Ok(tiles) = map.query_selector_all("input:enabled") else { return };
    let tiles = (0..tiles.length()).filter_map(|at| tiles.get(at)?.dyn_into::<HtmlElement>().ok());
    let tiles: Vec<HtmlElement> = tiles.filter(|tile| **tile != here).collect();
    // In tiles, which are wider than high, or higher than wide.
    let Ok(Some(tile)) = map.query_selector(".tile") else { return };
    let unit = tile.get_bounding_client_rect();
    let centre = |element: &Element| {
        let place = element.get_bounding_client_rect();
        let (x, y) = (place.left() + place.width() / 2.0, place.top() + place.height() / 2.0);
        (x / unit.width(), y / unit.height())
    };
    let centres: Vec<(f64, f64)> = tiles.iter().map(|tile| centre(tile)).collect();
    // Otherwise the page would scroll.
    event.prevent_default();
    if let Some(tile) = nearest(centre(&here), &centres, arrow) {
        let _ = tiles[tile].focus();
    }
}
