//! The methods of requests that the portal knows.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::ALLOW;
use http::{Method, StatusCode};

/// Answers 405 to every method that no route takes, before anything else looks
/// at the request (OWASP ASVS 5.0 §4.1.4).
pub(super) async fn refuse_others(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::POST) {
        next.run(request).await
    } else {
        (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD, POST")]).into_response()
    }
}
