//! How many are let in at once, so that a crowd at the door stops nobody who is inside.
//!
//! Requests for pages have a number of places. People who were not let in before may
//! take a part of them only. Whoever finds no place waits a moment and is then asked to come
//! again. Each network has a share of the places and of those who wait for one, and each browser
//! inside has one of its own. Assets, health and metrics are not counted.
//!
//! A form is read before it gets a place, so that a slow sender keeps none from others. A
//! photo is too large for that: it has places of another kind (`uploads`).

use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::{Extension, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http_body_util::LengthLimitError;
use tokio::time::timeout;

use super::AppState;
use super::admissions::{Admitted, Who};
use super::crowded::Asked;
use super::turned_away::TurnedAway;
use crate::service::Visitor;

/// A place for a request of this browser.
///
/// # Errors
/// [`TurnedAway`].
pub(super) async fn enter<'a>(
    state: &'a AppState,
    visitor: &Visitor,
) -> Result<Admitted<'a>, TurnedAway> {
    let who = match visitor.token() {
        Some(token) if state.service.has_let_in(visitor) => Who::Inside(token.digest()),
        _ => Who::Newcomer,
    };
    let network = visitor.network(state.service.bounds().ipv6_site_bits);
    let place = state.admissions.take(who, network).await;
    place.ok_or_else(|| TurnedAway::from(who.name()))
}

/// Lets requests for pages in.
pub(super) async fn pages(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
    next: Next,
) -> Response {
    let request = whole(request, state.bounds.body_bytes);
    let request = match timeout(state.bounds.uploads.pause, request).await {
        Ok(Ok(request)) => request,
        Ok(Err(status)) => return status.into_response(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    match enter(&state, &visitor).await {
        Ok(_place) => next.run(request).await,
        Err(turned) => turned.tell(
            state.bounds.admissions.come_again_seconds,
            Asked::by(&request),
        ),
    }
}

/// The request with all of its body.
async fn whole(request: Request, at_most: usize) -> Result<Request, StatusCode> {
    let (parts, body) = request.into_parts();
    if body.is_end_stream() {
        return Ok(Request::from_parts(parts, body));
    }
    match to_bytes(body, at_most).await {
        Ok(bytes) => Ok(Request::from_parts(parts, Body::from(bytes))),
        Err(error) if is_too_long(&error) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::BAD_REQUEST),
    }
}

fn is_too_long(error: &axum::Error) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return true;
        }
        cause = error.source();
    }
    false
}
