//! Gives error responses without a body an HTML page.

use app::exchange::Caller;
use app::refusal::Refusal;
use axum::body::HttpBody as _;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, StatusCode};

use super::caller::caller;
use super::language;
use crate::service::unavailable;

/// Puts a page in place of an error without words of ours, for a browser that asks
/// for pages. Layers that end a request early, and a handler that panicked, say
/// nothing but a status, or a line of English.
pub(super) async fn with_words(request: Request, next: Next) -> Response {
    let caller = caller(request.headers());
    let language = language::of(request.extensions());
    let mut response = next.run(request).await;
    let is_bare = response.body().size_hint().exact() == Some(0);
    let kind = response.headers().get(CONTENT_TYPE);
    let is_plain = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if caller == Caller::Form
        && (is_bare || is_plain)
        && let Some(refused) = refusal(response.status(), response.headers())
    {
        let page = Html(app::bare_page(&refused, language));
        let (parts, page) = page.into_response().into_parts();
        response.headers_mut().remove(CONTENT_LENGTH);
        response.headers_mut().extend(parts.headers);
        *response.body_mut() = page;
    }
    response
}

/// What a status says; nothing if it is no error. Who is asked to come again met no fault, and
/// could else write as many into the log as are wanted.
fn refusal(status: StatusCode, headers: &HeaderMap) -> Option<Refusal> {
    let again = headers
        .get(RETRY_AFTER)
        .and_then(|after| after.to_str().ok());
    if let Some(Ok(wait_seconds)) = again.map(str::parse) {
        Some(Refusal::Crowded { wait_seconds })
    } else if status.is_server_error() {
        Some(unavailable(&"an answer without words", Some(&status)))
    } else {
        status.is_client_error().then_some(Refusal::Malformed)
    }
}
