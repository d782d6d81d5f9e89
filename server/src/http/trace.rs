//! One log line and one count for each request, without personal data.

use std::any::Any;
use std::time::Instant;

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::telemetry::{self, Route};

/// Logs method, route, status and time.
pub(super) async fn log(request: Request, next: Next) -> Response {
    let method = telemetry::method_name(request.method());
    let route = Route::of(&request);
    let began = Instant::now();
    let response = next.run(request).await;
    let (status, took) = (response.status(), began.elapsed());
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    let (pattern, code) = (route.as_str(), status.as_u16());
    tracing::info!(method, route = pattern, status = code, millis, "request");
    telemetry::request(&route, method, status, took);
    response
}

/// A handler that panicked: the process goes on. What the applicant is told, and the
/// reference to find it by, is for [`error_pages`](super::worded) to say.
pub(super) fn panicked(_: Box<dyn Any + Send + 'static>) -> http::Response<Body> {
    tracing::error!("a handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
