//! How slowly a body may come.

use std::time::Duration;

use tokio::time::Instant;

use crate::lossless::wide;

/// No pause longer than one, and not fewer bytes a second on the whole, a first pause left aside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    began: Instant,
    pause: Duration,
    bytes_per_second: u64,
}

impl Pace {
    /// A pace that begins now.
    pub(super) fn begin(pause: Duration, bytes_per_second: u64) -> Self {
        Self {
            began: Instant::now(),
            pause,
            bytes_per_second,
        }
    }

    /// When the next part of a body must have come of which so many bytes are there.
    pub(super) fn until(&self, come: usize) -> Instant {
        let earned = Duration::from_secs(wide(come) / self.bytes_per_second.max(1));
        (self.began + self.pause + earned).min(Instant::now() + self.pause)
    }
}
