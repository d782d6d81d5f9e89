//! One log line and one count for each request, without personal data.

use std::any::Any;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::telemetry;

/// Logs method, route (never the address itself: it may hold an ID or a
/// token), status and time.
pub(super) async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "other".to_owned(), |path| path.as_str().to_owned());
    let began = Instant::now();
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, route, status, millis, "request");
    telemetry::request(&route, method.as_str(), status, took);
    response
}

/// A handler that panicked: the process goes on. What the applicant is told, and the
/// reference to find it by, is for [`worded`](super::worded) to say.
pub(super) fn panicked(_: Box<dyn Any + Send + 'static>) -> http::Response<Body> {
    tracing::error!("a handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
