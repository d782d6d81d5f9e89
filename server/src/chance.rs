//! Randomness as a parameter: the only place that asks the operating system for it.

use std::sync::Mutex;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// A source of unpredictable bytes.
pub trait Chance: Send + Sync + 'static {
    /// Fills the whole buffer.
    ///
    /// # Errors
    /// [`NoChance`] when the source fails; nothing may then be made from the buffer.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoChance>;
}

/// The operating system gave no random bytes.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoChance;

impl dyn Chance {
    /// An array of random bytes.
    ///
    /// # Errors
    /// [`NoChance`] when the source fails.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], NoChance> {
        let mut buffer = [0; N];
        self.fill(&mut buffer)?;
        Ok(buffer)
    }

    /// A number below `bound`, every one equally likely.
    ///
    /// # Errors
    /// [`NoChance`] when the source fails.
    pub fn below(&self, bound: u32) -> Result<u32, NoChance> {
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
pub struct SystemChance;

impl Chance for SystemChance {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system"
    )]
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoChance> {
        getrandom::fill(buffer).map_err(|_| NoChance)
    }
}

/// A repeatable source for tests.
#[derive(Debug)]
pub struct SeededChance(Mutex<ChaCha20Rng>);

impl SeededChance {
    /// Equal seeds give equal bytes.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }
}

impl Chance for SeededChance {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoChance> {
        self.0.lock().map_err(|_| NoChance)?.fill_bytes(buffer);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_a_bound_are_spread_evenly() {
        let chance: &dyn Chance = &SeededChance::new(7);
        let mut seen = [0_u32; 10];
        for _ in 0..10_000 {
            seen[chance.below(10).unwrap() as usize] += 1;
        }
        assert!(
            seen.iter().all(|count| (850..1150).contains(count)),
            "{seen:?}"
        );
    }

    #[test]
    fn the_systems_source_gives_different_bytes_each_time() {
        let chance: &dyn Chance = &SystemChance;
        assert_ne!(chance.bytes::<32>().unwrap(), chance.bytes::<32>().unwrap());
    }
}
