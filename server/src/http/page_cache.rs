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
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, Method, StatusCode};
use rules::Language;

use super::encoding::Encoding;
use super::language;

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

/// A page in a language.
type Key = (&'static str, Language);

/// An answer by page and by its own encoding.
type Kept = HashMap<(Key, Encoding), (HeaderMap, Bytes)>;

/// The copies made so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Copies(Arc<RwLock<Kept>>);

impl Copies {
    fn find(&self, page: Key, encoding: Encoding) -> Option<Response> {
        let copies = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (headers, body) = copies.get(&(page, encoding))?;
        Some((headers.clone(), Body::from(body.clone())).into_response())
    }

    async fn make(&self, page: Key, response: Response) -> Response {
        let is_for_everybody =
            response.status() == StatusCode::OK && !response.headers().contains_key(SET_COOKIE);
        let encoding = Encoding::of(response.headers()).filter(|_| is_for_everybody);
        let Some(encoding) = encoding else {
            return response;
        };
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
    let page = (page, language::of(request.extensions()));
    let encoding = request.extensions().get::<Encoding>().copied();
    match encoding.and_then(|encoding| copies.find(page, encoding)) {
        Some(copy) => copy,
        None => copies.make(page, next.run(request).await).await,
    }
}

fn page_for_everybody(request: &Request) -> Option<&'static str> {
    let is_anonymous = request.method() == Method::GET
        && request.uri().query().is_none()
        && !request.headers().contains_key(COOKIE);
    PAGES
        .into_iter()
        .find(|page| is_anonymous && *page == request.uri().path())
}
