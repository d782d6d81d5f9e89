//! When a mail that could not be sent is tried again.

use std::time::Duration;

/// So many tries, each so many seconds after the one before:
///
/// | tries    | wait before each | in all   |
/// |----------|------------------|----------|
/// | 4        | 30 seconds       | 2 min    |
/// | 3        | 1 minute         | 5 min    |
/// | 23       | 5 minutes        | 2 hours  |
/// | 24       | 15 minutes       | 8 hours  |
/// | 32       | 30 minutes       | 24 hours |
///
/// Somebody waits for a link or a code, so the first waits are short: a mail
/// server that greylists or restarts costs a minute. A server that was down for an
/// hour gets the mails within five minutes. After 24 hours a link would not be
/// opened any more, and the mail is given up. Without a random part: the outbox
/// sends at a fixed rate anyway, so waiting mails cannot come as a flood.
const WAITS: [(u32, u64); 5] = [(4, 30), (3, 60), (23, 300), (24, 900), (32, 1800)];

/// How often a mail is tried in all: at once and after each wait.
pub const TRIES: u32 = {
    let [(a, _), (b, _), (c, _), (d, _), (e, _)] = WAITS;
    1 + a + b + c + d + e
};

/// How long to wait after so many tries that failed; none when the mail is to be
/// given up.
pub fn due_after(tries: u32) -> Option<Duration> {
    let mut waits = WAITS.iter().flat_map(|(times, seconds)| {
        std::iter::repeat_n(
            Duration::from_secs(*seconds),
            usize::try_from(*times).unwrap_or(0),
        )
    });
    waits.nth(usize::try_from(tries.saturating_sub(1)).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_tried_for_twenty_four_hours_and_then_given_up() {
        let waits: Vec<Duration> = (1..).map_while(due_after).collect();
        assert_eq!(waits.iter().sum::<Duration>(), Duration::from_hours(24));
        assert_eq!(u32::try_from(waits.len()), Ok(TRIES - 1));
        assert_eq!(due_after(TRIES), None);
        assert_eq!(due_after(u32::MAX), None);
    }

    #[test]
    fn waits_begin_short_and_never_become_shorter() {
        assert_eq!(due_after(1), Some(Duration::from_secs(30)));
        let waits: Vec<Duration> = (1..).map_while(due_after).collect();
        assert!(waits.is_sorted());
    }

    #[test]
    fn within_the_first_two_hours_no_wait_is_longer_than_five_minutes() {
        let mut passed = Duration::ZERO;
        for wait in (1..).map_while(due_after) {
            if passed < Duration::from_hours(2) {
                assert!(wait <= Duration::from_mins(5));
            }
            passed += wait;
        }
    }
}
