//! How long data is kept.

use super::kinds::{Count, count};
use super::section::section;

section! {
    /// How long data is kept. The privacy page shows these numbers.
    Retention {
        /// Registered, but the link was never opened: deleted after so many hours.
        /// Longer than the link lives, so that its page can offer a new one.
        unverified_hours: Count = count(48);
        /// Begun but not sent in: deleted so many days after the last change.
        unfinished_days: Count = count(30);
        /// Sent in: kept until the office has taken it over (`shinsei applications
        /// hand-over`), then deleted after so many days, with the form it was sent in for.
        handed_over_days: Count = count(90);
        /// Forms that nobody applied with: deleted so many days after they were issued or
        /// imported. Nobody can apply with the paper after that.
        unused_form_days: Count = count(1095);
        /// Records of what was done, without personal data: deleted after so many years.
        audit_years: Count = count(3);
    }
}
