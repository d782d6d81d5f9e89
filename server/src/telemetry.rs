//! What is counted, for whoever watches over the portal.
//!
//! Numbers without people, under labels out of closed sets: the types taken here are such sets.
//! Whatever a request says could else be a label of its own, kept for ever.
//! Nothing is counted until [`recorder`] was asked for.

use std::time::Duration;

use axum::extract::MatchedPath;
use http::{Method, StatusCode};
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Requests by route, method and status.
const REQUESTS: &str = "shinsei_requests_total";
/// Seconds from the head of a request to the head of its answer, by route.
const REQUEST_SECONDS: &str = "shinsei_request_seconds";
/// Changes of applications, once they are written, by the stage reached.
const STAGES: &str = "shinsei_applications_total";
/// Mails by what became of them.
const MAILS: &str = "shinsei_mails_total";

/// Jobs of the outbox that are not done, by kind and state.
const OPEN_JOBS: &str = "shinsei_outbox_jobs";
/// Seconds since the first job of a kind that waits was due.
const OVERDUE: &str = "shinsei_outbox_overdue_seconds";

/// Seconds since the first application that was not handed over was sent in.
const NOT_HANDED_OVER: &str = "shinsei_hand_over_waiting_seconds";
/// Entries of the audit log that were recorded and not chained yet.
const UNCHAINED: &str = "shinsei_audit_unchained_entries";

/// Requests that have a place, by who made them.
const INSIDE: &str = "shinsei_requests_inside";
/// Requests that found no place, by who made them.
const TURNED_AWAY: &str = "shinsei_turned_away_total";

/// Photos that are developed at this moment.
const DEVELOPING: &str = "shinsei_photos_developing";

/// Bits that the proof of work has beyond what is set.
const MORE_WORK: &str = "shinsei_proof_more_bits";

/// Upper bounds of the buckets in seconds; ordinary steps must stay under 0.1.
const BUCKETS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Begins to count; the handle prints what was counted. Once in a process.
///
/// # Errors
/// [`BuildError`] when the process counts already.
pub fn recorder() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(REQUEST_SECONDS.to_owned()), &BUCKETS)?
        .install_recorder()?;
    describe_counter!(REQUESTS, "Requests by route, method and status");
    describe_histogram!(
        REQUEST_SECONDS,
        "Seconds until a request was answered, by route"
    );
    describe_counter!(STAGES, "Changes of applications by the stage reached");
    describe_counter!(MAILS, "Mails by what became of them");
    describe_gauge!(
        OPEN_JOBS,
        "Mails and removals of photos that wait or were given up"
    );
    describe_gauge!(INSIDE, "Requests that have a place, by who made them");
    describe_counter!(TURNED_AWAY, "Requests that found no place");
    describe_gauge!(DEVELOPING, "Photos that are developed at this moment");
    describe_gauge!(MORE_WORK, "Bits of the proof of work beyond what is set");
    describe_gauge!(OVERDUE, "Seconds since the first that waits was due");
    describe_gauge!(
        NOT_HANDED_OVER,
        "Seconds since the first application that was not handed over was sent in"
    );
    describe_gauge!(UNCHAINED, "Entries of the audit log not chained yet");
    Ok(handle)
}

/// The routes of the router; whatever has none is one of them.
#[derive(Clone, Debug)]
pub(crate) struct Route(Option<MatchedPath>);

impl Route {
    /// The one a request has found.
    pub(crate) fn of(request: &http::Request<axum::body::Body>) -> Self {
        Self(request.extensions().get::<MatchedPath>().cloned())
    }

    /// The pattern, never the address: that may hold an ID or a token.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_ref().map_or("other", MatchedPath::as_str)
    }
}

/// The methods that are answered; all others are one of them.
pub(crate) fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

/// A request was answered.
pub(crate) fn request(route: &Route, method: &'static str, status: StatusCode, took: Duration) {
    let (route, status) = (route.as_str().to_owned(), status.as_str().to_owned());
    counter!(REQUESTS, "route" => route.clone(), "method" => method, "status" => status)
        .increment(1);
    histogram!(REQUEST_SECONDS, "route" => route).record(took.as_secs_f64());
}

/// An application was changed and is at this stage.
pub(crate) fn stage(stage: &'static str) {
    counter!(STAGES, "stage" => stage).increment(1);
}

/// So many mails ended so.
pub(crate) fn mails(outcome: &'static str, count: u32) {
    counter!(MAILS, "outcome" => outcome).increment(count.into());
}

/// So many jobs of a kind are in this state.
pub(crate) fn open_jobs(kind: &'static str, state: &'static str, count: u64) {
    gauge!(OPEN_JOBS, "kind" => kind, "state" => state).set(precise(count));
}

/// The first job of a kind that waits was due so many seconds ago.
pub(crate) fn overdue(kind: &'static str, seconds: u64) {
    gauge!(OVERDUE, "kind" => kind).set(precise(seconds));
}

/// The first application that was not handed over was sent in so many seconds ago.
pub(crate) fn not_handed_over(seconds: u64) {
    gauge!(NOT_HANDED_OVER).set(precise(seconds));
}

/// So many entries of the audit log are not chained yet.
pub(crate) fn unchained(entries: u64) {
    gauge!(UNCHAINED).set(precise(entries));
}

/// A request has found a place.
pub(crate) fn entered(who: &'static str) {
    gauge!(INSIDE, "who" => who).increment(1);
}

/// It has left it.
pub(crate) fn left(who: &'static str) {
    gauge!(INSIDE, "who" => who).decrement(1);
}

/// A request has found none.
pub(crate) fn turned_away(who: &'static str) {
    counter!(TURNED_AWAY, "who" => who).increment(1);
}

/// A photo is being developed.
pub(crate) fn developing() {
    gauge!(DEVELOPING).increment(1);
}

/// It is developed, or refused.
pub(crate) fn developed() {
    gauge!(DEVELOPING).decrement(1);
}

/// The proof of work just asked for has so many bits more.
pub(crate) fn more_work(bits: u8) {
    gauge!(MORE_WORK).set(bits);
}

#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "exact beyond any count of ours"
)]
fn precise(count: u64) -> f64 {
    count as f64
}
