//! Random that can be repeated: everything drawn or spoken follows from a seed.

use std::ops::Range;

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{RngCore, SeedableRng},
};

/// What the random is for. Each use has a stream of its own, so that a picture
/// tells nothing about the numbers the answer was made from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Use {
    Answer,
    Picture,
    Speech,
}

impl Use {
    /// Changed, it would change every picture that is open.
    const fn stream(self) -> u64 {
        match self {
            Self::Answer => 1,
            Self::Picture => 2,
            Self::Speech => 3,
        }
    }
}

/// A source of random: the same seed and use give the same numbers.
#[derive(Debug)]
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    pub(super) fn new(seed: &[u8; 32], purpose: Use) -> Self {
        let mut numbers = ChaCha8Rng::from_seed(*seed);
        numbers.set_stream(purpose.stream());
        Self(numbers)
    }

    /// One of the items, each as likely as the other; nothing of no items.
    ///
    /// Draws again instead of taking a remainder of an uneven range: a plain
    /// remainder would favour the first items.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let count = u32::try_from(items.len()).ok().filter(|count| *count > 0)?;
        let fair = u32::MAX - u32::MAX % count;
        loop {
            let number = self.0.next_u32();
            if number < fair {
                return items.get(usize::try_from(number % count).ok()?);
            }
        }
    }

    /// A number of the range, each as likely as the other.
    pub(super) fn within(&mut self, range: &Range<f32>) -> f32 {
        let [first, second, ..] = self.0.next_u32().to_le_bytes();
        let part = f32::from(u16::from_le_bytes([first, second])) / 65_536.0;
        range.start + part * (range.end - range.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_uses_of_one_seed_do_not_share_numbers() {
        let first = |purpose| Dice::new(&[9; 32], purpose).0.next_u64();
        assert_ne!(first(Use::Answer), first(Use::Picture));
        assert_ne!(first(Use::Answer), first(Use::Speech));
        assert_ne!(first(Use::Picture), first(Use::Speech));
    }

    #[test]
    fn numbers_stay_within_their_range() {
        let mut dice = Dice::new(&[1; 32], Use::Picture);
        assert!((0..10_000).all(|_| (-2.0..3.0).contains(&dice.within(&(-2.0..3.0)))));
    }

    #[test]
    fn nothing_is_picked_from_nothing() {
        assert_eq!(Dice::new(&[1; 32], Use::Picture).pick::<u8>(&[]), None);
    }
}
