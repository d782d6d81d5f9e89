//! How much harder the hidden work becomes when far more people come than is usual.
//!
//! Each process counts the picture authentications it gives, by minutes, against a slow mean.
//! What one minute adds to the mean is capped, so that a rush of a quarter of an hour does
//! not become usual, and a floor lies under it, so that a quiet night makes no rush of a few.

use std::sync::{Mutex, PoisonError};

use rules::Moment;
use rules::proof::MOST_MORE_BITS;

/// Beyond this many times the usual it is a rush, and again beyond its square.
const FACTOR: f64 = 3.0;
/// Each such step makes the work four times as hard.
const BITS_A_STEP: u8 = 2;
/// A minute counts for one part in so many of the mean.
const MEMORY_MINUTES: f64 = 60.0;
/// After so many minutes without anybody the mean is at its floor anyway.
const MOST_QUIET_MINUTES: i64 = 1_000;

/// The count of one process.
#[derive(Debug)]
pub struct Rush {
    /// The floor, in picture authentications a minute.
    usual: f64,
    counted: Mutex<Counted>,
}

#[derive(Debug)]
struct Counted {
    minute: i64,
    this: f64,
    last: f64,
    mean: f64,
}

impl Rush {
    /// A count that begins with nobody. So many a minute are never a rush.
    pub fn new(usual: u32) -> Self {
        let usual = f64::from(usual);
        Self {
            usual,
            counted: Mutex::new(Counted {
                minute: 0,
                this: 0.0,
                last: 0.0,
                mean: usual,
            }),
        }
    }

    /// Counts one more and says how many bits more its work has.
    pub fn count(&self, now: Moment) -> u8 {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        counted.go_on_to(now.0.div_euclid(60), self.usual);
        counted.this += 1.0;
        let many = counted.this.max(counted.last) / counted.mean;
        if many > FACTOR * FACTOR {
            MOST_MORE_BITS
        } else if many > FACTOR {
            BITS_A_STEP
        } else {
            0
        }
    }
}

impl Counted {
    /// Closes the minutes before this one. A clock that is set back closes none.
    fn go_on_to(&mut self, minute: i64, usual: f64) {
        let gone = (minute - self.minute).clamp(0, MOST_QUIET_MINUTES);
        for _ in 0..gone {
            let told = self.this.min(FACTOR * self.mean);
            self.mean = (self.mean + (told - self.mean) / MEMORY_MINUTES).max(usual);
            self.last = self.this;
            self.this = 0.0;
        }
        self.minute = self.minute.max(minute);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bits of the last of so many in a minute.
    fn last_of(rush: &Rush, minute: i64, count: u32) -> u8 {
        let bits = (0..count).map(|_| rush.count(Moment(minute * 60)));
        bits.last().unwrap_or_default()
    }

    #[test]
    fn three_times_the_usual_is_no_rush_and_beyond_it_the_work_is_harder_in_steps() {
        let rush = Rush::new(10);
        assert_eq!(last_of(&rush, 1, 30), 0);
        assert_eq!(last_of(&rush, 1, 1), 2);
        assert_eq!(last_of(&rush, 1, 59), 2);
        assert_eq!(last_of(&rush, 1, 1), 4);
        assert_eq!(last_of(&rush, 1, 10_000), MOST_MORE_BITS);
    }

    #[test]
    fn it_is_told_by_the_minute_before_as_well_and_is_over_a_minute_later() {
        let rush = Rush::new(10);
        last_of(&rush, 1, 100);
        assert_eq!(last_of(&rush, 2, 1), 4);
        assert_eq!(last_of(&rush, 3, 1), 0);
    }

    #[test]
    fn a_rush_of_a_quarter_of_an_hour_does_not_become_usual_and_a_day_does() {
        let rush = Rush::new(10);
        for minute in 1..=15 {
            last_of(&rush, minute, 200);
        }
        assert_eq!(last_of(&rush, 16, 200), 4);
        for minute in 17..=24 * 60 {
            last_of(&rush, minute, 200);
        }
        assert_eq!(last_of(&rush, 24 * 60 + 1, 200), 0);
    }

    #[test]
    fn a_quiet_night_makes_no_rush_of_a_few_and_a_clock_set_back_none_either() {
        let rush = Rush::new(10);
        assert_eq!(last_of(&rush, 1, 25), 0);
        assert_eq!(last_of(&rush, 100_000, 25), 0);
        assert_eq!(last_of(&rush, 99_000, 1), 0);
    }
}
