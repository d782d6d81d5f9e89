//! Pages that are the same for everybody who has not begun: rendered once.
//!
//! On the day of a deadline most requests come from people who read first.
//! What they get depends on nothing but the configuration, so it is rendered
//! and compressed once in the life of the process and answered from memory.
//! A browser that shows a cookie of ours never gets such a copy.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_ENCODING, COOKIE, SET_COOKIE};
use http::{HeaderMap, Method, StatusCode};

/// Pages without a form of the applicant's or anything of the moment.
const PAGES: [&str; 5] = [
    "/terms",
    "/privacy",
    "/accessibility",
    "/help",
    "/photo-check",
];
/// Larger than any of these pages.
const MOST_BYTES: usize = 1 << 20;

/// The encoding a copy was made for; as many copies of a page as there are of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    fn asked_for(headers: &HeaderMap) -> Self {
        let asked = headers
            .get(ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("");
        match asked {
            asked if asked.contains("br") => Self::Brotli,
            asked if asked.contains("gzip") => Self::Gzip,
            _ => Self::Plain,
        }
    }
}

/// Whether the encodings are weighed (`br;q=0`), which browsers do not do.
fn weighs_encodings(headers: &HeaderMap) -> bool {
    headers
        .get(ACCEPT_ENCODING)
        .is_some_and(|value| value.as_bytes().contains(&b';'))
}

/// An answer by page and encoding.
type Kept = HashMap<(&'static str, Encoding), (HeaderMap, Bytes)>;

/// The copies made so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Copies(Arc<RwLock<Kept>>);

impl Copies {
    fn find(&self, page: &'static str, encoding: Encoding) -> Option<Response> {
        let copies = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (headers, body) = copies.get(&(page, encoding))?;
        Some((headers.clone(), Body::from(body.clone())).into_response())
    }

    async fn make(&self, page: &'static str, encoding: Encoding, response: Response) -> Response {
        if response.status() != StatusCode::OK || response.headers().contains_key(SET_COOKIE) {
            return response;
        }
        // The nonce of the first answer is repeated with its copies: nothing that
        // anybody typed stands on these pages, so nothing can make use of it.
        let (parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, MOST_BYTES).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let mut copies = self.0.write().unwrap_or_else(PoisonError::into_inner);
        copies.insert((page, encoding), (parts.headers.clone(), body.clone()));
        (parts.headers, Body::from(body)).into_response()
    }
}

/// Answers with a copy where one will do.
pub(super) async fn copied(State(copies): State<Copies>, request: Request, next: Next) -> Response {
    let Some(page) = page_for_everybody(&request) else {
        return next.run(request).await;
    };
    let encoding = Encoding::asked_for(request.headers());
    match copies.find(page, encoding) {
        Some(copy) => copy,
        None => copies.make(page, encoding, next.run(request).await).await,
    }
}

fn page_for_everybody(request: &Request) -> Option<&'static str> {
    let is_anonymous = request.method() == Method::GET
        && request.uri().query().is_none()
        && !request.headers().contains_key(COOKIE)
        && !weighs_encodings(request.headers());
    PAGES
        .into_iter()
        .find(|page| is_anonymous && *page == request.uri().path())
}
