//! The one place that asks what time it is.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use rules::Moment;

/// Tells the time. Everything that depends on it takes a clock or a [`Moment`],
/// so that a test decides what time it is.
pub trait Clock: Send + Sync + 'static {
    /// What time it is.
    fn now(&self) -> Moment;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine"
    )]
    fn now(&self) -> Moment {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Moment(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands still until it is moved: for tests.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that shows this moment.
    pub const fn at(moment: Moment) -> Self {
        Self(AtomicI64::new(moment.0))
    }

    /// Moves the clock on by so many seconds, or back when negative.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

/// A moment as machines read it, by the clocks of Japan (RFC 3339):
/// `2026-11-23T00:00:00+09:00`.
pub fn in_japan(moment: Moment) -> String {
    let second = moment.japan_seconds();
    format!(
        "{}T{:02}:{:02}:{:02}+09:00",
        moment.japan_day(),
        second.div_euclid(3600).rem_euclid(24),
        second.div_euclid(60).rem_euclid(60),
        second.rem_euclid(60),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_clock_moves_only_when_it_is_moved() {
        let clock = SetClock::at(Moment(100));
        assert_eq!(clock.now(), Moment(100));
        clock.advance(31 * 24 * 3600);
        assert_eq!(clock.now(), Moment(100 + 31 * 24 * 3600));
        clock.advance(-60);
        assert_eq!(clock.now(), Moment(100 + 31 * 24 * 3600 - 60));
    }

    #[test]
    fn a_moment_is_written_by_the_clocks_of_japan() {
        let midnight = Moment(1_795_359_600);
        assert_eq!(in_japan(midnight), "2026-11-23T00:00:00+09:00");
        assert_eq!(in_japan(midnight.plus(-1)), "2026-11-22T23:59:59+09:00");
    }

    #[test]
    fn the_machines_clock_is_past_the_day_this_was_written() {
        assert!(SystemClock.now() > Moment(1_795_000_000));
    }
}
