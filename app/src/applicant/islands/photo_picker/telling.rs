//! What is told about an upload, and how often.

/// How much of the form has been sent, in whole percent from 0 to 100.
pub(super) fn percent(done: f64, all: f64) -> u8 {
    let share = if all > 0.0 { done / all * 100.0 } else { 0.0 };
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 100; not-a-number becomes 0"
    )]
    let percent = share.clamp(0.0, 100.0) as u8;
    percent
}

/// Lets an announcement through at the start and then every five seconds: a
/// screen reader reads each of them out.
#[derive(Debug, Default)]
pub(super) struct Announcer {
    last: Option<f64>,
}

impl Announcer {
    const MILLISECONDS: f64 = 5_000.0;

    /// Whether it is time to say something, on a clock in milliseconds.
    pub(super) fn is_due(&mut self, now: f64) -> bool {
        let is_due = self
            .last
            .is_none_or(|last| now - last >= Self::MILLISECONDS);
        if is_due {
            self.last = Some(now);
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_a_whole_percentage_that_never_leaves_its_bounds() {
        for (done, all, expected) in [
            (0.0, 300.0, 0),
            (135.0, 300.0, 45),
            (299.0, 300.0, 99),
            (300.0, 300.0, 100),
            (400.0, 300.0, 100),
            (-1.0, 300.0, 0),
            (5.0, 0.0, 0),
            (f64::NAN, 300.0, 0),
        ] {
            assert_eq!(percent(done, all), expected, "{done} of {all}");
        }
    }

    #[test]
    fn announcements_are_five_seconds_apart() {
        let mut announcer = Announcer::default();
        let said = [100.0, 900.0, 5_099.0, 5_100.0, 5_200.0, 10_100.0];
        let said = said.map(|now| announcer.is_due(now));
        assert_eq!(said, [true, false, false, true, false, true]);
    }
}
