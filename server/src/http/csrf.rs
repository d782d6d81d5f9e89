//! Requests forged by another site are refused.
//!
//! The session cookie is SameSite=Lax, and a changing request must show that it
//! comes from a page of ours: by `Sec-Fetch-Site`, or by `Origin` where the browser does not send
//! that: an older one, or any browser on plain HTTP. A request that shows neither is refused too.
//!
//! A request that reads may come from another site only to be gone to: as a picture or a frame it
//! would be paid for by the allowances of whoever looks at that site.

use app::exchange::Caller;
use app::refusal::Refusal;
use axum::Json;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::header::{HOST, ORIGIN};
use http::{HeaderMap, Method, StatusCode};

use super::AppState;
use super::language;
use super::pages::caller;

const SITE: &str = "sec-fetch-site";
const MODE: &str = "sec-fetch-mode";
const DESTINATION: &str = "sec-fetch-dest";

/// Lets our own requests and those for a page to go to pass; answers 403 to the rest.
pub(super) async fn refuse(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads {
        return if is_embedded(request.headers()) {
            StatusCode::FORBIDDEN.into_response()
        } else {
            next.run(request).await
        };
    }
    if is_ours(
        request.headers(),
        &state.bounds.base_url,
        state.bounds.any_host,
    ) {
        return next.run(request).await;
    }
    let address = state.bounds.base_url.clone();
    let language = language::of(request.extensions());
    let refused = Refusal::ForeignForm { address };
    match caller(request.headers()) {
        Caller::Script => (StatusCode::FORBIDDEN, Json(refused)).into_response(),
        Caller::Form => {
            let page = Html(app::bare_page(&refused, language));
            (StatusCode::FORBIDDEN, page).into_response()
        }
    }
}

/// Whether another site asks for something inside a page of its own. Whoever goes to us asks for
/// a document; older browsers say less and are let in.
fn is_embedded(headers: &HeaderMap) -> bool {
    let says = |name, what| headers.get(name).is_none_or(|value| value == what);
    let is_foreign = headers
        .get(SITE)
        .is_some_and(|site| site != "same-origin" && site != "none");
    is_foreign && !(says(MODE, "navigate") && says(DESTINATION, "document"))
}

fn is_ours(headers: &HeaderMap, base_url: &str, any_host: bool) -> bool {
    if let Some(site) = headers.get(SITE) {
        return site == "same-origin";
    }
    let Some(origin) = headers.get(ORIGIN).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let host = headers.get(HOST).and_then(|value| value.to_str().ok());
    let is_asked_host = host.is_some_and(|host| origin.strip_prefix("http://") == Some(host));
    origin == base_url || (any_host && is_asked_host)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://shinsei.example";

    fn judged(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs.iter().map(|(name, value)| {
            (
                http::HeaderName::from_static(name),
                http::HeaderValue::from_static(value),
            )
        });
        is_ours(&headers.collect(), BASE, false)
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

    /// A demonstration tried from a phone: plain HTTP, under a name it was not told.
    #[test]
    fn a_demonstration_takes_forms_under_whatever_name_it_is_asked() {
        let headers = |host: &'static str, origin: &'static str| {
            let pairs = [(HOST, host), (ORIGIN, origin)];
            let pairs = pairs.map(|(name, value)| (name, http::HeaderValue::from_static(value)));
            HeaderMap::from_iter(pairs)
        };
        let own = headers("192.0.2.7:3000", "http://192.0.2.7:3000");
        assert!(is_ours(&own, BASE, true));
        assert!(!is_ours(&own, BASE, false));
        for foreign in ["http://192.0.2.8:3000", "null", "http://", ""] {
            let foreign = headers("192.0.2.7:3000", foreign);
            assert!(!is_ours(&foreign, BASE, true), "{foreign:?}");
        }
    }
}
