//! Which value does a filter mean that no document has as it is written? The only one that is read so.

use crate::engine::Engine;
use crate::filter::Attribute;
use crate::fold::Level;
use crate::name::Name;
use crate::query::{Filter, Query, Term};

impl Engine {
    /// For each document whether it passes.
    pub(crate) fn passing(&self, filter: &Filter) -> Vec<bool> {
        let passing = self.attributes.passing(filter, self.fold());
        if passing.contains(&true) {
            return passing;
        }
        let read = self.only_read(filter).map(|value| Name::whole(filter.attribute, value));
        read.map_or(passing, |name| self.attributes.passing(&name.filter(), self.fold()))
    }

    pub(crate) fn is_unmet(&self, filter: &Filter) -> bool {
        !filter.is_excluded
            && self.attributes.knows(filter.attribute)
            && !self.passing(filter).contains(&true)
    }

    /// The filters of `query` that no document meets, as they were typed.
    pub fn unmet_filters(&self, query: &str) -> Vec<String> {
        let all = Query::parse(query).filters;
        let unmet = all.into_iter().filter(|filter| self.is_unmet(filter));
        unmet.map(|filter| filter.typed).collect()
    }

    /// The filters of `query` that are taken by their sound, as they were typed, each with the value that it means.
    pub fn read_filters(&self, query: &str) -> Vec<(String, String)> {
        let written =
            |filter: &Filter| self.attributes.passing(filter, self.fold()).contains(&true);
        let all = Query::parse(query).filters.into_iter().filter(|filter| !written(filter));
        let read = |filter: Filter| {
            let value = self.only_read(&filter)?.to_owned();
            Some((filter.typed, value))
        };
        all.filter_map(read).collect()
    }

    /// The value that is read as letters say in whole or, where none is, begins so; `None` where several do.
    fn only_read(&self, filter: &Filter) -> Option<&str> {
        let Filter { attribute, value: typed, .. } = filter;
        // E2 is the number of a page, and no syllable in its second tone.
        if *attribute == Attribute::Page && typed.contains(|c: char| c.is_numeric()) {
            return None;
        }
        let letters = self.letters(&Term { text: typed.clone(), ..Term::default() })?;
        let fold = self.fold();
        let is_whole = |name: &Name| {
            let units = fold.units(name.text, Level::Class);
            fold.tables.sounds.spell(&units, letters.as_bytes(), 0)
        };
        let mut names = self.names(*attribute, &is_whole);
        if names.is_empty() {
            names = self.names(*attribute, &|name| self.begins(name.value, typed));
        }
        match names[..] {
            [name] if !Attribute::DAYS.contains(attribute) => Some(name.value),
            _ => None,
        }
    }
}
