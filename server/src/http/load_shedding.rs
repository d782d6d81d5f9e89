//! How many are let in at once, so that a crowd at the door stops nobody who is inside.
//!
//! Requests for pages have a number of places. People who were not let in before may
//! take a part of them only. Whoever finds no place waits a moment and is then asked to come
//! again. Each network has a share of the places and of those who wait for one, and each browser
//! inside has one of its own. Assets, health and metrics are not counted.
//!
//! A form is read before it gets a place, so that a slow sender keeps none from others. A
//! photo is too large for that: it has places of another kind (`uploads`).

use std::time::Duration;

use app::exchange::Caller;
use app::refusal::Refusal;
use axum::Json;
use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::{Extension, Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{Method, StatusCode};
use http_body_util::LengthLimitError;
use rules::Language;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::AppState;
use super::language;
use super::pages::caller;
use super::share::{Network, Share, Shares};
use crate::service::Visitor;
use crate::telemetry;

/// How many are let in at once.
#[derive(Clone, Copy, Debug)]
pub struct AdmissionBounds {
    /// Requests for pages.
    pub requests: usize,
    /// Of these, by people who were not let in before.
    pub newcomers: usize,
    /// Requests of one network, those that wait for a place included.
    pub requests_per_network: usize,
    /// Of these, by people who were not let in before.
    pub newcomers_per_network: usize,
    /// Requests of one browser that was let in.
    pub requests_per_session: usize,
    /// So long a place is waited for.
    pub wait: Duration,
    /// Who found none is asked to come again after so many seconds.
    pub come_again_seconds: u32,
}

/// The places.
pub(super) struct Admissions {
    requests: Semaphore,
    newcomers: Semaphore,
    shares: Shares<Holder>,
    bounds: AdmissionBounds,
}

/// Whose requests are counted together.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Holder {
    Network(Network),
    Newcomers(Network),
    Session([u8; 32]),
}

/// Who takes a place.
#[derive(Clone, Copy)]
enum Who {
    /// Somebody who was let in before, with this session.
    Inside([u8; 32]),
    Newcomer,
}

impl Who {
    fn is(visitor: &Visitor, state: &AppState) -> Self {
        match visitor.token() {
            Some(token) if state.service.has_let_in(visitor) => Self::Inside(token.digest()),
            _ => Self::Newcomer,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Inside(_) => "inside",
            Self::Newcomer => "newcomer",
        }
    }
}

/// A place, or two, until the answer is made.
pub(super) struct Taken<'a> {
    who: Who,
    _places: [Option<SemaphorePermit<'a>>; 2],
    _shares: [Share<Holder>; 2],
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        telemetry::left(self.who.name());
    }
}

impl Admissions {
    pub(super) fn new(bounds: &AdmissionBounds) -> Self {
        Self {
            requests: Semaphore::new(bounds.requests),
            newcomers: Semaphore::new(bounds.newcomers),
            shares: Shares::default(),
            bounds: *bounds,
        }
    }

    /// A place, or none when it takes too long or the share of whoever asks is used up. Those
    /// who wait get theirs in the order in which they came.
    async fn take(&self, who: Who, network: Network) -> Option<Taken<'_>> {
        // Before anybody waits, so that nobody alone fills the line.
        let shares = self.shares(who, network)?;
        let places = async {
            // The door first: newcomers must not wait where those inside do.
            let door = match who {
                Who::Inside(_) => None,
                Who::Newcomer => Some(self.newcomers.acquire().await.ok()?),
            };
            Some([door, Some(self.requests.acquire().await.ok()?)])
        };
        let places = timeout(self.bounds.wait, places).await.ok().flatten()?;
        telemetry::entered(who.name());
        Some(Taken {
            who,
            _places: places,
            _shares: shares,
        })
    }

    fn shares(&self, who: Who, network: Network) -> Option<[Share<Holder>; 2]> {
        let bounds = &self.bounds;
        let (holder, at_most) = match who {
            Who::Inside(session) => (Holder::Session(session), bounds.requests_per_session),
            Who::Newcomer => (
                Holder::Newcomers(network.clone()),
                bounds.newcomers_per_network,
            ),
        };
        let own = self.shares.take(holder, at_most)?;
        let network = Holder::Network(network);
        let all = self.shares.take(network, bounds.requests_per_network)?;
        Some([own, all])
    }
}

/// Somebody of this kind found no place, and was counted as such.
#[derive(Debug)]
pub(super) struct TurnedAway(&'static str);

/// A place for a request of this browser.
///
/// # Errors
/// [`TurnedAway`].
pub(super) async fn enter<'a>(
    state: &'a AppState,
    visitor: &Visitor,
) -> Result<Taken<'a>, TurnedAway> {
    let who = Who::is(visitor, state);
    let network = visitor.network(state.service.bounds().ipv6_site_bits);
    let place = state.admissions.take(who, network).await;
    place.ok_or_else(|| TurnedAway::from(who.name()))
}

/// Lets requests for pages in.
pub(super) async fn pages(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
    next: Next,
) -> Response {
    let request = whole(request, state.bounds.body_bytes);
    let request = match timeout(state.bounds.uploads.pause, request).await {
        Ok(Ok(request)) => request,
        Ok(Err(status)) => return status.into_response(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    match enter(&state, &visitor).await {
        Ok(_place) => next.run(request).await,
        Err(turned) => turned.tell(&state, Asked::by(&request)),
    }
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
    /// Counts somebody who found no place of this kind.
    pub(super) fn from(kind: &'static str) -> Self {
        telemetry::turned_away(kind);
        Self(kind)
    }

    /// What the browser is told. No handler saw the request, so nothing was done.
    pub(super) fn tell(self, state: &AppState, asked: Asked) -> Response {
        let wait_seconds = state.bounds.admissions.come_again_seconds;
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
