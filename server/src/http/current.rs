//! `/photo/current`.

use app::refusal::Refusal;
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, RETRY_AFTER};

use super::AppState;
use super::under_way::until_sent;
use crate::service::{Stop, Visiting, Visitor};
use crate::telemetry;

/// How long a browser should wait to which too many are on their way.
const RETRY_SECONDS: &str = "5";
/// So many copies of its photo may be on their way to one browser: each takes its memory until it
/// was read.
const COPIES_AT_ONCE: usize = 4;

/// The photo kept, to the browser it belongs to.
pub(super) async fn photo(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
) -> Response {
    let Some(token) = visitor.token() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(share) = state.copies.take(token.digest(), COPIES_AT_ONCE) else {
        telemetry::turned_away("copy");
        let head = [(RETRY_AFTER, RETRY_SECONDS)];
        return (StatusCode::SERVICE_UNAVAILABLE, head).into_response();
    };
    let visiting = Visiting {
        service: state.service,
        visitor,
    };
    match visiting.current_photo().await.map_err(Stop::tell) {
        Ok(jpeg) => {
            let headers = [
                (CONTENT_TYPE, "image/jpeg"),
                (CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\""),
            ];
            until_sent((headers, jpeg).into_response(), share)
        }
        Err(Refusal::Unavailable { .. }) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
