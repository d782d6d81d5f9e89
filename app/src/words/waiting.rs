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

#[cfg(test)]
mod tests {
    use crate::words::ja::WORDS;

    #[test]
    fn a_wait_is_never_said_too_short() {
        let said: Vec<_> = [0, 1, 60, 61, 120, 121, 7_200, 7_201]
            .into_iter()
            .map(|seconds| WORDS.waiting.of(seconds))
            .collect();
        assert_eq!(
            said,
            ["1秒", "1秒", "60秒", "2分", "2分", "3分", "120分", "3時間"]
        );
    }
}
