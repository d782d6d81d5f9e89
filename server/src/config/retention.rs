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
        /// Sent in: kept until the office has taken it over, then so many days.
        submitted_days: Count = count(90);
        /// Records of what was done, without personal data: deleted after so many years.
        audit_years: Count = count(3);
    }
}
