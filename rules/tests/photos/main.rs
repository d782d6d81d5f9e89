//! The photo file rules, on a real photograph and on files made to be wrong.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod any_bytes;
mod costs;
mod fixtures;
mod handmade;
mod headers;
#[path = "../hostile/mod.rs"]
mod hostile;
mod limits;
mod whole_or_not;
