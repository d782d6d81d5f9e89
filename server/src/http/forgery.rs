//! Requests forged by another site are refused.
//!
//! The session cookie is SameSite=Lax, and a changing request must show that it
//! comes from a page of ours: by `Sec-Fetch-Site`, or by `Origin` where an
//! older browser does not send it. A request that shows neither is refused too.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::ORIGIN;
use http::{HeaderMap, Method, StatusCode};

use super::AppState;

/// Lets reading requests and our own forms pass; answers 403 to the rest.
pub(super) async fn refuse(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads || is_ours(request.headers(), &state.bounds.base_url) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_ours(headers: &HeaderMap, base_url: &str) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => headers.get(ORIGIN).is_some_and(|origin| origin == base_url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs.iter().map(|(name, value)| {
            (
                http::HeaderName::from_static(name),
                http::HeaderValue::from_static(value),
            )
        });
        is_ours(&headers.collect(), "https://shinsei.example")
    }

    #[test]
    fn only_forms_of_our_own_pages_are_taken() {
        assert!(judged(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "null")
        ]));
        assert!(judged(&[("origin", "https://shinsei.example")]));
        assert!(!judged(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://shinsei.example")
        ]));
        assert!(!judged(&[("sec-fetch-site", "same-site")]));
        assert!(!judged(&[("sec-fetch-site", "none")]));
        assert!(!judged(&[("origin", "https://evil.example")]));
        assert!(!judged(&[("origin", "null")]));
        assert!(!judged(&[]));
    }
}
