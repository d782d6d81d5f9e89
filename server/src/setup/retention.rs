//! How long what is in each state is kept: one table for housekeeping and the privacy page.

use app::site::RetainedState;

use crate::config::{Count, Retention};

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
/// Of a term in years; a leap year counts as any other.
const YEAR: i64 = 365 * DAY;

/// After how many seconds what is in this state is deleted.
pub fn kept_seconds(settings: &Retention, state: RetainedState) -> i64 {
    let times = |count: Count, unit: i64| i64::from(count.get()) * unit;
    match state {
        RetainedState::Unverified => times(settings.unverified_hours, HOUR),
        RetainedState::Unfinished => times(settings.unfinished_days, DAY),
        RetainedState::HandedOver => times(settings.handed_over_days, DAY),
        RetainedState::UnusedForm => times(settings.unused_form_days, DAY),
        RetainedState::Record => times(settings.audit_years, YEAR),
    }
}

/// The table as the privacy page shows it: days, of which one that has begun counts whole.
pub(super) fn kept_days(settings: &Retention) -> Vec<(RetainedState, i64)> {
    let days = |state| (kept_seconds(settings, state) + DAY - 1) / DAY;
    RetainedState::ALL
        .map(|state| (state, days(state)))
        .to_vec()
}
