//! How often something may be done, and what taking from that comes to.

use rules::Moment;

use crate::seal::Digest;

/// One to be taken from an allowance.
#[derive(Clone, Copy, Debug)]
pub struct Taking {
    /// What is counted.
    pub key: Digest,
    /// How much there is.
    pub allowance: Allowance,
    /// The moment.
    pub now: Moment,
}

/// How often something may be done: `burst` at once, then once every `seconds`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// How many at once.
    pub burst: u32,
    /// Seconds until one more is allowed.
    pub seconds: u32,
}

impl Allowance {
    /// So many times as much.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self {
            burst: self.burst.saturating_mul(times),
            seconds: self.seconds.div_ceil(times.max(1)),
        }
    }
}

/// What taking from an allowance came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// One was taken; so many are left.
    Left(u32),
    /// None was left and nothing was taken; seconds to wait for the next.
    Wait(u32),
}
