//! Probes for whatever watches the process.

use axum::extract::State;
use http::StatusCode;

use super::AppState;

/// The process answers.
pub(super) async fn alive() -> &'static str {
    "ok"
}

/// The database answers too: requests may come.
pub(super) async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match state.service.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}
