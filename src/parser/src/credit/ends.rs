//! Where do the names of a credit end: at a role, at a unit, at the place of report?

use super::roles::after;
use super::{LONG_ROLE_LIST, glued, unit, works};
use crate::cursor::{ends_with, is_han, starts_with};
use crate::newshead::is_bullet;
use crate::source::Ink;
use crate::words::{HOUSES, ROLES};
use std::ops::Range;

/// The place of 台東報導 or 綜合報導, empty for the latter; `rest` must end with it.
pub fn report_place(rest: &[Ink]) -> Option<Range<usize>> {
    const LONGEST_PLACE: usize = 6;
    let place = &rest[..rest.len() - glued::report_word(rest)?];
    let plain = ["综合", "摄影", "特稿", "连线", "采访"]
        .iter()
        .any(|word| place.len() == 2 && starts_with(place, word));
    if place.is_empty() || plain {
        return Some(0..0);
    }
    (place.len() <= LONGEST_PLACE && place.iter().all(|ink| is_han(ink.c))).then(|| {
        let cut = if ends_with(place, "综合") { 2 } else { 0 };
        0..place.len() - cut
    })
}

/// Where the names that begin here end: at a role, at what stands after names, at /PLACE报导.
pub fn names_end(rest: &[Ink]) -> usize {
    for at in 1..rest.len() {
        let here = &rest[at..];
        let slashed = rest[at - 1].c == '/';
        // 文:阿诗 图:阿Ken
        let opens_role = here[0].spaced && works::opens(here)
            || works::bracketed(here).is_some()
            || LONG_ROLE_LIST.opens(here).is_some()
            || (here[0].spaced || slashed)
                && ROLES.iter().any(|role| starts_with(here, role) && role.chars().count() > 1);
        let ends = after(here, true, slashed).is_some_and(|length| {
            let alone = length == 1 && !matches!(here[0].c, '摄' | '译');
            at >= 2 && (!alone || here[0].spaced || slashed)
        });
        let sent = |ink| report_place(ink).is_some() || crate::newshead::is_wire(ink);
        let reports = here[0].c == '/' && sent(&here[1..]);
        // 周彪、本报特约通讯员 钱宗阳
        let apart = here[0].spaced || matches!(rest[at - 1].c, '、' | ',' | ';');
        let is_house = apart && HOUSES.open(here);
        // 胡博 麻醉科 陈双, 尤紹安/台中市
        let is_unit =
            here[0].spaced && unit::unit(here).is_some() || slashed && unit::is_county(here);
        // 记者李毅、米若乌鲁木齐报道: a place stands between the last name and 报道.
        if ends && starts_with(here, "报道") {
            let last = rest[..at].iter().rposition(|ink| !is_han(ink.c)).map_or(0, |mark| mark + 1);
            let whole = rest[last..].iter().skip(1).all(|ink| !ink.spaced);
            let name = glued::name_end(&rest[last..]).filter(|_| whole);
            return name.map_or(at, |name| last + name);
        }
        if opens_role || ends || reports || is_house || is_unit || is_bullet(here[0].c) {
            return at;
        }
    }
    glued::name_end(rest).unwrap_or(rest.len())
}
