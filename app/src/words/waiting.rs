//! How long to wait.

use crate::words::sentence::{Template, catalogue};

catalogue! {
    /// How long to wait.
    pub struct Waiting {
        /// Up to a minute.
        seconds: Template(count: u32),
        /// Up to two hours.
        minutes: Template(count: u32),
        /// Longer.
        hours: Template(count: u32),
    }
}

impl Waiting {
    /// A waiting time, rounded up to what a person can watch: whole minutes beyond one, whole
    /// hours beyond two.
    pub fn of(&self, seconds: u32) -> String {
        match seconds {
            0..=60 => self.seconds(seconds.max(1)),
            61..=7_200 => self.minutes(seconds.div_ceil(60)),
            _ => self.hours(seconds.div_ceil(3_600)),
        }
    }
}
