//! The suites that span crates.
