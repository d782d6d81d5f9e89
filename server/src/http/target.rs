//! What a request asks for.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

/// Answers 400 to a target that is no path (`GET terms HTTP/1.1`, which names a host as CONNECT
/// does). No route has one, and the router takes it for a fault of ours.
pub(super) async fn refuse_others(request: Request, next: Next) -> Response {
    if request.uri().path().starts_with('/') {
        next.run(request).await
    } else {
        StatusCode::BAD_REQUEST.into_response()
    }
}
