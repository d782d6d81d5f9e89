//! Points in time.

use serde::{Deserialize, Serialize};

use crate::CivilDate;

/// Seconds in a civil day.
const DAY_SECONDS: i64 = 24 * 3600;

/// A point in time: whole seconds since 1970-01-01T00:00:00Z.
///
/// Every number is a moment; this crate has no clock, so callers hand it in.
///
/// ```
/// use rules::Moment;
/// // 2026-11-22 15:00 UTC is midnight of the 23rd in Japan.
/// assert_eq!(Moment(1_795_359_600).japan_day().to_string(), "2026-11-23");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// Japan is nine hours ahead of UTC all year.
    const JAPAN_AHEAD_SECONDS: i64 = 9 * 3600;

    /// Seconds since the clocks of Japan showed 1970-01-01T00:00:00.
    pub const fn japan_seconds(self) -> i64 {
        self.0.saturating_add(Self::JAPAN_AHEAD_SECONDS)
    }

    /// The day it is in Japan at this moment. Moments outside the years 1 to 9999
    /// count as the first or the last day.
    pub fn japan_day(self) -> CivilDate {
        let days = self.japan_seconds().div_euclid(DAY_SECONDS);
        let outside = if days < 0 {
            CivilDate::FIRST
        } else {
            CivilDate::LAST
        };
        CivilDate::from_epoch_days(days).unwrap_or(outside)
    }

    /// The moment so many seconds later, or earlier; stops at the ends of time.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from another moment to this one; negative when it is later.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_japan() {
        let midnight = Moment(1_795_359_600);
        assert_eq!(midnight.japan_day(), CivilDate::literal(2026, 11, 23));
        assert_eq!(
            midnight.plus(-1).japan_day(),
            CivilDate::literal(2026, 11, 22)
        );
    }

    #[test]
    fn moments_out_of_reach_stop_at_the_ends() {
        assert_eq!(Moment(i64::MIN).japan_day(), CivilDate::FIRST);
        assert_eq!(Moment(i64::MAX).japan_day(), CivilDate::LAST);
        assert_eq!(Moment(i64::MAX).plus(1), Moment(i64::MAX));
        assert_eq!(Moment(10).seconds_since(Moment(4)), 6);
    }
}
