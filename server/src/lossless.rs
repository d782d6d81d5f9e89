//! The one cast that loses nothing and that the standard library has no word for.

/// A count of things in memory.
#[expect(
    clippy::as_conversions,
    reason = "a usize has at most 64 bits on every machine that the program is built for"
)]
pub(crate) const fn wide(count: usize) -> u64 {
    count as u64
}
