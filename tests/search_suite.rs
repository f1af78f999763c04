//! Does the search find what is there, and nothing else?

mod ranking;
mod search_alike;
mod search_exact;
mod search_hostile;
mod search_language;
mod search_marks;
mod search_meant;
mod search_peers;
mod search_snippet;
mod search_tiers;
mod search_twin;
mod search_wire;
