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

/// The kind of all that a later version put in and this one does not know.
const UNKNOWN: &str = "unknown";

/// Every kind is shown, also where nothing of it is there any more.
fn show_jobs(counts: &[OpenJobs], now: Moment) {
    let known: Vec<_> = JobKind::all().map(JobKind::name).collect();
    for kind in known.iter().copied().chain([UNKNOWN]) {
        let is_it = |jobs: &&OpenJobs| match kind {
            UNKNOWN => !known.contains(&jobs.kind.as_str()),
            known => jobs.kind == known,
        };
        let (failed, waiting): (Vec<_>, Vec<_>) = counts
            .iter()
            .filter(is_it)
            .partition(|jobs| jobs.have_failed);
        let sum = |jobs: &[&OpenJobs]| jobs.iter().map(|jobs| jobs.count).sum();
        telemetry::open_jobs(kind, "waiting", sum(&waiting));
        telemetry::open_jobs(kind, "failed", sum(&failed));
        let first = waiting.iter().map(|jobs| jobs.first_due_at).min();
        telemetry::overdue(kind, first.map_or(0, |first| seconds(first, now)));
    }
}

/// Seconds from a moment to now; 0 where it is still to come.
fn seconds(from: Moment, now: Moment) -> u64 {
    now.0.saturating_sub(from.0).max(0).unsigned_abs()
}
