//! `/photo/current`, and the small picture of it.

use app::refusal::Refusal;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderName, StatusCode};

use super::AppState;
use super::in_flight::until_sent;
use crate::service::{ApplicantRequest, Stop, Visitor};
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
    answer(&state, visitor, async |visiting| {
        let jpeg = visiting.current_photo().await?;
        Ok((shown_as(), jpeg).into_response())
    })
    .await
}

/// A small picture of it, under an address that belongs to this photo: the browser keeps it for
/// itself as long as a session lasts in which nobody does anything.
pub(super) async fn preview(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(mark): Path<String>,
) -> Response {
    let life = state.service.bounds().session_idle_seconds;
    let kept = [(CACHE_CONTROL, format!("private, max-age={life}"))];
    answer(&state, visitor, async |visiting| {
        let jpeg = visiting.preview_photo(&mark).await?;
        Ok((shown_as(), kept, jpeg).into_response())
    })
    .await
}

const fn shown_as() -> [(HeaderName, &'static str); 2] {
    [
        (CONTENT_TYPE, "image/jpeg"),
        (CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\""),
    ]
}

async fn answer(
    state: &AppState,
    visitor: Visitor,
    picture: impl AsyncFnOnce(&ApplicantRequest) -> Result<Response, Stop>,
) -> Response {
    let Some(token) = visitor.token() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(share) = state.copies.take(token.digest(), COPIES_AT_ONCE) else {
        telemetry::turned_away("copy");
        return later();
    };
    let visiting = ApplicantRequest::new(&state.service, visitor);
    match picture(&visiting).await.map_err(Stop::into_refusal) {
        Ok(answer) => until_sent(answer, share),
        Err(Refusal::Crowded { .. }) => later(),
        Err(Refusal::Unavailable { .. }) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn later() -> Response {
    let head = [(RETRY_AFTER, RETRY_SECONDS)];
    (StatusCode::SERVICE_UNAVAILABLE, head).into_response()
}
