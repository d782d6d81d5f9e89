//! What is answered to who found no place.

use app::exchange::Caller;
use app::refusal::Refusal;
use axum::Json;
use axum::extract::Request;
use axum::response::{Html, IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{Method, StatusCode};
use rules::Language;

use super::caller::caller;
use super::language;
use super::turned_away::TurnedAway;

/// Who is told that there is no place, and in which way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    caller: Caller,
    /// A page is asked for, which can be asked for again.
    reads: bool,
    language: Language,
}

impl Asked {
    /// By this request.
    pub(super) fn by(request: &Request) -> Self {
        Self {
            caller: caller(request.headers()),
            reads: *request.method() == Method::GET,
            language: language::of(request.extensions()),
        }
    }
}

impl TurnedAway {
    /// What the browser is told. No handler saw the request, so nothing was done.
    pub(super) fn tell(self, wait_seconds: u32, asked: Asked) -> Response {
        tracing::debug!(kind = self.0, "turned away");
        let refused = Refusal::Crowded { wait_seconds };
        let language = asked.language;
        let words = match asked.caller {
            Caller::Script => Json(&refused).into_response(),
            Caller::Form if asked.reads => {
                Html(app::waiting_page(wait_seconds, language)).into_response()
            }
            Caller::Form => Html(app::bare_page(&refused, language)).into_response(),
        };
        let head = [(RETRY_AFTER, wait_seconds.to_string())];
        (StatusCode::SERVICE_UNAVAILABLE, head, words).into_response()
    }
}
