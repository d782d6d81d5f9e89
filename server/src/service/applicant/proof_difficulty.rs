//! How much harder the hidden work becomes when far more people come than is usual.
//!
//! Each process counts the picture authentications it gives, by minutes, against a slow mean.
//! What one minute adds to the mean is capped, so that a rush of a quarter of an hour does
//! not become usual, and a floor lies under it, so that a quiet night makes no rush of a few.
//! A rush is many people: one network counts for a part of a minute only, however often it
//! asks, so that nobody makes everybody's work harder alone.

use std::collections::HashMap;
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
/// One network counts at most as one part in so many of the usual, and at least once.
const PARTS: u32 = 10;
/// Networks that are told apart in a minute. If there are more, it is no longer one that asks
/// often, and the others are counted as they come.
const MOST_NETWORKS: usize = 4_096;

/// The count of one process.
#[derive(Debug)]
pub struct ProofDifficulty {
    /// The floor, in picture authentications a minute.
    usual: f64,
    /// What one network counts for in a minute.
    part: u32,
    counted: Mutex<Counted>,
}

#[derive(Debug)]
struct Counted {
    minute: i64,
    this: f64,
    last: f64,
    mean: f64,
    /// How often each network was counted in this minute.
    networks: HashMap<Vec<u8>, u32>,
}

impl ProofDifficulty {
    /// A count that begins with nobody. So many a minute are never a rush.
    pub fn new(usual: u32) -> Self {
        let floor = f64::from(usual);
        Self {
            usual: floor,
            part: (usual / PARTS).max(1),
            counted: Mutex::new(Counted {
                minute: 0,
                this: 0.0,
                last: 0.0,
                mean: floor,
                networks: HashMap::new(),
            }),
        }
    }

    /// Counts one more of this network and says how many bits more its work has.
    pub fn count(&self, network: &[u8], now: Moment) -> u8 {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        counted.go_on_to(now.0.div_euclid(60), self.usual);
        if counted.takes(network, self.part) {
            counted.this += 1.0;
        }
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
        if gone > 0 {
            self.networks.clear();
        }
        self.minute = self.minute.max(minute);
    }

    /// Whether one more of this network counts.
    fn takes(&mut self, network: &[u8], part: u32) -> bool {
        if let Some(count) = self.networks.get_mut(network) {
            let is_within = *count < part;
            *count += u32::from(is_within);
            return is_within;
        }
        if self.networks.len() < MOST_NETWORKS {
            self.networks.insert(network.to_vec(), 1);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bits of the last of so many in a minute, each of a network of its own.
    fn last_of(rush: &ProofDifficulty, minute: i64, count: u32) -> u8 {
        let before = rush.counted.lock().unwrap().networks.len();
        let networks = (before..).map(usize::to_be_bytes);
        let bits = networks
            .take(usize::try_from(count).unwrap())
            .map(|network| rush.count(&network, Moment(minute * 60)));
        bits.last().unwrap_or_default()
    }

    #[test]
    fn one_network_makes_no_rush_however_often_it_asks() {
        let rush = ProofDifficulty::new(120);
        for minute in 1..5 {
            let bits = (0..5_000).map(|_| rush.count(b"one", Moment(minute * 60)));
            assert_eq!(bits.max(), Some(0));
        }
        assert!((rush.counted.lock().unwrap().this - 12.0).abs() < f64::EPSILON);
        // Many that ask as often are one.
        for network in 0..100_u8 {
            for _ in 0..12 {
                rush.count(&[network], Moment(5 * 60));
            }
        }
        assert_eq!(rush.count(b"one", Moment(5 * 60)), MOST_MORE_BITS);
    }

    #[test]
    fn so_many_networks_are_told_apart_and_no_more_is_kept_of_others() {
        let rush = ProofDifficulty::new(10);
        last_of(&rush, 1, 3 * 4_096);
        let counted = rush.counted.lock().unwrap();
        assert_eq!(counted.networks.len(), MOST_NETWORKS);
        assert!((counted.this - 3.0 * 4_096.0).abs() < f64::EPSILON);
    }

    #[test]
    fn three_times_the_usual_is_no_rush_and_beyond_it_the_work_is_harder_in_steps() {
        let rush = ProofDifficulty::new(10);
        assert_eq!(last_of(&rush, 1, 30), 0);
        assert_eq!(last_of(&rush, 1, 1), 2);
        assert_eq!(last_of(&rush, 1, 59), 2);
        assert_eq!(last_of(&rush, 1, 1), 4);
        assert_eq!(last_of(&rush, 1, 10_000), MOST_MORE_BITS);
    }

    #[test]
    fn it_is_told_by_the_minute_before_as_well_and_is_over_a_minute_later() {
        let rush = ProofDifficulty::new(10);
        last_of(&rush, 1, 100);
        assert_eq!(last_of(&rush, 2, 1), 4);
        assert_eq!(last_of(&rush, 3, 1), 0);
    }

    #[test]
    fn a_rush_of_a_quarter_of_an_hour_does_not_become_usual_and_a_day_does() {
        let rush = ProofDifficulty::new(10);
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
        let rush = ProofDifficulty::new(10);
        assert_eq!(last_of(&rush, 1, 25), 0);
        assert_eq!(last_of(&rush, 100_000, 25), 0);
        assert_eq!(last_of(&rush, 99_000, 1), 0);
    }
}
