//! Probes for whatever watches the process.

use axum::extract::{Request, State};
use http::StatusCode;

use super::{AppState, client};

/// So many of one network may ask the database at once: more than any watcher does.
const PROBES_PER_NETWORK: usize = 4;

/// The process answers.
pub(super) async fn alive() -> &'static str {
    "ok"
}

/// The database answers too: requests may come.
pub(super) async fn ready(
    State(state): State<AppState>,
    request: Request,
) -> (StatusCode, &'static str) {
    let network = client::network(&request, &state);
    let Some(_share) = state.probes.take(network, PROBES_PER_NETWORK) else {
        return (StatusCode::TOO_MANY_REQUESTS, "too many ask");
    };
    match state.service.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}
