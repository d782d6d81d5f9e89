//! What waits and what was given up, shown to whoever watches over the portal.

use rules::Moment;

use crate::service::{Fault, Service};
use crate::store::{JobKind, OpenJobs};
use crate::telemetry;

/// Shows all of it as it is now.
pub(super) async fn show(service: &Service) -> Result<(), Fault> {
    let now = service.now();
    show_jobs(&service.count_open_jobs().await?, now);
    telemetry::unchained(service.audit_waiting().await?);
    let first = service.submissions(None, true).await?.into_iter().next();
    telemetry::not_handed_over(first.map_or(0, |first| seconds(first.submitted_at, now)));
    Ok(())
}

/// Every kind is shown, also where nothing of it is there any more.
fn show_jobs(counts: &[OpenJobs], now: Moment) {
    for kind in JobKind::ALL {
        for (state, have_failed) in [("waiting", false), ("failed", true)] {
            let is_it = |jobs: &&OpenJobs| jobs.kind == kind && jobs.have_failed == have_failed;
            let jobs = counts.iter().find(is_it);
            telemetry::open_jobs(kind.name(), state, jobs.map_or(0, |jobs| jobs.count));
            if !have_failed {
                let overdue = jobs.map_or(0, |jobs| seconds(jobs.first_due_at, now));
                telemetry::overdue(kind.name(), overdue);
            }
        }
    }
}

/// Seconds from a moment to now; 0 where it is still to come.
fn seconds(from: Moment, now: Moment) -> u64 {
    now.0.saturating_sub(from.0).max(0).unsigned_abs()
}
