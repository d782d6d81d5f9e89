//! Randomness as a parameter: the only place that asks the operating system for it.

use std::sync::Mutex;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// A source of unpredictable bytes.
pub trait Random: Send + Sync + 'static {
    /// Fills the whole buffer.
    ///
    /// # Errors
    /// [`NoRandom`] when the source fails; nothing may then be made from the buffer.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandom>;
}

/// The operating system gave no random bytes.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandom;

impl dyn Random {
    /// An array of random bytes.
    ///
    /// # Errors
    /// [`NoRandom`] when the source fails.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], NoRandom> {
        let mut buffer = [0; N];
        self.fill(&mut buffer)?;
        Ok(buffer)
    }

    /// A number below `bound`, every one equally likely.
    ///
    /// # Errors
    /// [`NoRandom`] when the source fails.
    pub fn below(&self, bound: u32) -> Result<u32, NoRandom> {
        // Values from the last, incomplete round of `bound` are thrown away,
        // since they would favour small numbers.
        let whole_rounds = u32::MAX - u32::MAX % bound;
        loop {
            let drawn = u32::from_be_bytes(self.bytes()?);
            if drawn < whole_rounds {
                return Ok(drawn % bound);
            }
        }
    }
}

/// The operating system's source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system"
    )]
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandom> {
        getrandom::fill(buffer).map_err(|_| NoRandom)
    }
}

/// A repeatable source for tests.
#[derive(Debug)]
pub struct SeededRandom(Mutex<ChaCha20Rng>);

impl SeededRandom {
    /// Equal seeds give equal bytes.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }
}

impl Random for SeededRandom {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandom> {
        self.0.lock().map_err(|_| NoRandom)?.fill_bytes(buffer);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_a_bound_are_spread_evenly() {
        let random: &dyn Random = &SeededRandom::new(7);
        let mut seen = [0_u32; 10];
        for _ in 0..10_000 {
            let number = usize::try_from(random.below(10).unwrap()).unwrap();
            seen[number] += 1;
        }
        assert!(
            seen.iter().all(|count| (850..1150).contains(count)),
            "{seen:?}"
        );
    }

    #[test]
    fn the_systems_source_gives_different_bytes_each_time() {
        let random: &dyn Random = &SystemRandom;
        assert_ne!(random.bytes::<32>().unwrap(), random.bytes::<32>().unwrap());
    }
}
