//! How many are let in at once, so that a crowd at the door stops nobody who is inside.
//!
//! Requests for pages have a number of places. People who were not let in before may take
//! a part of them only. Whoever finds no place waits a moment and is then asked to come
//! again. Assets, health and metrics are not counted.
//!
//! A form is read before it gets a place, so that a slow sender keeps none from others. A
//! photo is too large for that: it has places of another kind.

use std::time::Duration;

use app::portal::Caller;
use app::refusal::Refusal;
use axum::Json;
use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{Method, StatusCode};
use http_body_util::LengthLimitError;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::AppState;
use super::pages::caller;
use crate::service::Visitor;
use crate::telemetry;

/// How many are let in at once.
#[derive(Clone, Copy, Debug)]
pub struct CrowdBounds {
    /// Requests for pages.
    pub requests: usize,
    /// Of these, by people who were not let in before.
    pub newcomers: usize,
    /// Photos that are taken in.
    pub uploads: usize,
    /// So long a place is waited for.
    pub wait: Duration,
    /// Who found none is asked to come again after so many seconds.
    pub come_again_seconds: u32,
}

/// The places.
pub(super) struct Crowd {
    requests: Semaphore,
    newcomers: Semaphore,
    uploads: Semaphore,
}

/// Who takes a place.
#[derive(Clone, Copy)]
enum Who {
    Inside,
    Newcomer,
    Upload,
}

impl Who {
    fn name(self) -> &'static str {
        match self {
            Self::Inside => "inside",
            Self::Newcomer => "newcomer",
            Self::Upload => "upload",
        }
    }
}

/// A place, or two, until the answer is made.
struct Taken<'a> {
    who: Who,
    _places: [Option<SemaphorePermit<'a>>; 2],
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        telemetry::left(self.who.name());
    }
}

impl Crowd {
    pub(super) fn new(bounds: &CrowdBounds) -> Self {
        Self {
            requests: Semaphore::new(bounds.requests),
            newcomers: Semaphore::new(bounds.newcomers),
            uploads: Semaphore::new(bounds.uploads),
        }
    }

    /// A place, or none when it takes too long. Those who wait get theirs in the order in
    /// which they came.
    async fn take(&self, who: Who, wait: Duration) -> Option<Taken<'_>> {
        let places = async {
            // The door first: newcomers must not wait where those inside do.
            let doors = match who {
                Who::Inside => [None, Some(&self.requests)],
                Who::Newcomer => [Some(&self.newcomers), Some(&self.requests)],
                Who::Upload => [None, Some(&self.uploads)],
            };
            let mut taken = [None, None];
            for (taken, door) in taken.iter_mut().zip(doors) {
                if let Some(door) = door {
                    *taken = Some(door.acquire().await.ok()?);
                }
            }
            Some(taken)
        };
        let places = timeout(wait, places).await.ok().flatten()?;
        telemetry::entered(who.name());
        Some(Taken {
            who,
            _places: places,
        })
    }
}

/// Lets requests for pages in.
pub(super) async fn pages(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let request = match whole(request, state.bounds.body_bytes).await {
        Ok(request) => request,
        Err(status) => return status.into_response(),
    };
    let visitor = request.extensions().get::<Visitor>();
    let was_let_in = visitor.is_some_and(|visitor| state.service.has_let_in(visitor));
    let who = if was_let_in {
        Who::Inside
    } else {
        Who::Newcomer
    };
    admit(&state, who, request, next).await
}

/// The request with all of its body.
async fn whole(request: Request, at_most: usize) -> Result<Request, StatusCode> {
    let (parts, body) = request.into_parts();
    if body.is_end_stream() {
        return Ok(Request::from_parts(parts, body));
    }
    match to_bytes(body, at_most).await {
        Ok(bytes) => Ok(Request::from_parts(parts, Body::from(bytes))),
        Err(error) if is_too_long(&error) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::BAD_REQUEST),
    }
}

fn is_too_long(error: &axum::Error) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Lets photos in.
pub(super) async fn uploads(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    admit(&state, Who::Upload, request, next).await
}

async fn admit(state: &AppState, who: Who, request: Request, next: Next) -> Response {
    match state.crowd.take(who, state.bounds.crowd.wait).await {
        Some(_place) => next.run(request).await,
        None => turn_away(state, who, &request),
    }
}

/// No handler saw the request, so nothing was done.
fn turn_away(state: &AppState, who: Who, request: &Request) -> Response {
    telemetry::turned_away(who.name());
    let wait_seconds = state.bounds.crowd.come_again_seconds;
    let refused = Refusal::Crowded { wait_seconds };
    let words = match caller(request.headers()) {
        Caller::Script => Json(&refused).into_response(),
        Caller::Form if *request.method() == Method::GET => {
            Html(app::waiting_page(wait_seconds)).into_response()
        }
        Caller::Form => Html(app::bare_page(&refused)).into_response(),
    };
    let head = [(RETRY_AFTER, wait_seconds.to_string())];
    (StatusCode::SERVICE_UNAVAILABLE, head, words).into_response()
}
