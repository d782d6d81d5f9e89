//! How many tables a segment gives. What they hold is for the decoder.

/// Behind its number, how many codes there are of each length.
const LENGTHS: usize = 16;

/// Steps of a table, in one byte each or in two.
const STEPS: usize = 64;

/// Tables of codes (DHT). None if there are more than so many.
pub(super) fn of_codes(segment: &[u8], most: u32) -> Option<u32> {
    count(segment, most, |table| {
        let lengths = table.get(1..=LENGTHS).unwrap_or_default();
        LENGTHS + lengths.iter().copied().map(usize::from).sum::<usize>()
    })
}

/// Tables of steps (DQT). None if there are more than so many.
pub(super) fn of_steps(segment: &[u8], most: u32) -> Option<u32> {
    count(segment, most, |table| {
        let is_wide = table.first().is_some_and(|kind| kind >> 4 > 0);
        if is_wide { 2 * STEPS } else { STEPS }
    })
}

/// `length`: of a table behind its number. One that is cut off counts as well.
fn count(mut segment: &[u8], most: u32, length: impl Fn(&[u8]) -> usize) -> Option<u32> {
    let mut tables = 0;
    while !segment.is_empty() {
        if tables == most {
            return None;
        }
        tables += 1;
        segment = segment.get(1 + length(segment)..).unwrap_or_default();
    }
    Some(tables)
}
