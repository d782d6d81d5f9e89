//! What is answered to who found no place.

use app::applicant::portal::Caller;
use app::refusal::Refusal;
use axum::Json;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use http::header::RETRY_AFTER;

use crate::telemetry;

/// Somebody of this kind found no place, and was counted as such.
#[derive(Debug)]
pub(super) struct TurnedAway(&'static str);

impl TurnedAway {
    /// Counts somebody who found no place of this kind.
    pub(super) fn from(kind: &'static str) -> Self {
        telemetry::turned_away(kind);
        Self(kind)
    }

    /// What the browser is told. No handler saw the request, so nothing was done.
    pub(super) fn tell(self, wait_seconds: u32, caller: Caller, reads: bool) -> Response {
        tracing::debug!(kind = self.0, "turned away");
        let refused = Refusal::Crowded { wait_seconds };
        let words = match caller {
            Caller::Script => Json(&refused).into_response(),
            Caller::Form if reads => Html(app::waiting_page(wait_seconds)).into_response(),
            Caller::Form => Html(app::bare_page(&refused)).into_response(),
        };
        let head = [(RETRY_AFTER, wait_seconds.to_string())];
        (StatusCode::SERVICE_UNAVAILABLE, head, words).into_response()
    }
}
