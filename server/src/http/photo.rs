//! `/photo/upload`.

use std::panic::resume_unwind;
use std::sync::Arc;

use app::api::OTHER;
use app::portal::{About, Caller, Flash};
use app::refusal::Refusal;
use axum::Json;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{Extension, FromRequest, Multipart, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use http::header::RETRY_AFTER;
use photo_check::{Exception, Exceptions};
use rules::form::{Field as FormField, FormProblems, Problem};
use rules::journey::Page;
use rules::photo::{Finding, QuarterTurn, spec};
use serde_json::json;
use tokio::time::timeout_at;

use super::crowd::{self, TurnedAway};
use super::pace::Pace;
use super::pages::caller;
use super::ration::Ration;
use super::uploads::{Ended, NoPlace, Upload, UploadBounds};
use super::{AppState, share};
use crate::service::{PhotoStop, SentPhoto, Stop, Visiting, Visitor};

/// How long a browser should wait when too many photos are being developed.
const RETRY_SECONDS: u32 = 5;

/// Takes a photo: as a form of the page (303) or from its script (JSON).
pub(super) async fn upload(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Response {
    let caller = caller(request.headers());
    let visiting = Visiting {
        service: Arc::clone(&state.service),
        visitor,
    };
    let taken = take(&state, &visiting, request).await;
    match (taken, caller) {
        (Err(Unsent::TurnedAway(turned)), _) => turned.tell(&state, caller, false),
        (Err(Unsent::NoForm(rejection)), _) => rejection.into_response(),
        (taken, Caller::Form) => to_form(&visiting, taken).await,
        (taken, Caller::Script) => to_script(taken),
    }
}

/// Whoever may not send one, or sends too many, is told before the body is read.
async fn take(state: &AppState, visiting: &Visiting, request: Request) -> Result<Page, Unsent> {
    let sender = {
        // As for every page; left before the body, which may come slowly.
        let _place = crowd::enter(state, &visiting.visitor).await?;
        let sender = visiting.photo_sender().await?;
        visiting.count_photo(&sender).await?;
        sender
    };
    let network = share::network(&request, state);
    let place = match state.uploads.enter(&sender, network).await {
        Ok(place) => place,
        Err(none) => {
            visiting.uncount_photo(&sender).await?;
            return Err(none.into());
        }
    };
    let ration = Ration::default();
    let request = request.map(|body| ration.of(body));
    let multipart = Multipart::from_request(request, state)
        .await
        .map_err(Unsent::NoForm)?;
    let sent = tokio::select! {
        sent = read(multipart, &visiting.visitor, &ration, &state.bounds.uploads, &place) => sent?,
        ended = place.ended() => return Err(ended.into()),
    };
    place.is_whole();
    develop(visiting.clone(), sent, place).await
}

/// The work on a photo takes its place along: whoever hangs up meanwhile and sends another has
/// one place less until it is done.
async fn develop(visiting: Visiting, sent: SentPhoto, place: Upload) -> Result<Page, Unsent> {
    let work = tokio::spawn(async move {
        let taken = visiting.take_photo(sent).await;
        drop(place);
        taken
    });
    match work.await {
        Ok(taken) => taken.map_err(Unsent::Stopped),
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(_) => Err(Unsent::Stopped(PhotoStop::Busy)),
        },
    }
}

/// Why no photo was taken.
#[derive(Debug)]
enum Unsent {
    /// There was no place to ask who sends it.
    TurnedAway(TurnedAway),
    /// There are as many of this application or network under way as may be.
    ShareUsedUp,
    /// Its place was needed for others.
    Displaced,
    /// The body does not say that it is a form with a file.
    NoForm(MultipartRejection),
    /// The form was sent without choosing a photo.
    NotChosen,
    /// The body is no form with a photo, or it broke off.
    Broken,
    /// The body came too slowly.
    Slow,
    /// The service stopped it.
    Stopped(PhotoStop),
}

impl From<TurnedAway> for Unsent {
    fn from(turned: TurnedAway) -> Self {
        Self::TurnedAway(turned)
    }
}

impl From<Stop> for Unsent {
    fn from(stop: Stop) -> Self {
        Self::Stopped(PhotoStop::Other(stop))
    }
}

impl From<NoPlace> for Unsent {
    fn from(none: NoPlace) -> Self {
        match none {
            NoPlace::ShareUsedUp => Self::ShareUsedUp,
            NoPlace::Full(turned) => Self::TurnedAway(turned),
        }
    }
}

impl From<Ended> for Unsent {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Displaced => Self::Displaced,
            Ended::Late => Self::Slow,
        }
    }
}

/// The longest text of a form's field that is read, in bytes.
const LONGEST_TEXT: usize = 32;

/// Reads the photo and what was said about it, before it or after it in the form;
/// all of it ends at the limit of the body.
async fn read(
    mut multipart: Multipart,
    visitor: &Visitor,
    ration: &Ration,
    bounds: &UploadBounds,
    place: &Upload,
) -> Result<SentPhoto, Unsent> {
    let waiting = Waiting {
        pace: Pace::begin(bounds.pause, bounds.bytes_per_second),
        most_bytes: bounds.bytes,
        ration,
        place,
    };
    let mut photo = None;
    let mut exceptions = Exceptions::NONE;
    let mut use_anyway = false;
    let mut turned = None;
    loop {
        let come = photo.as_ref().map_or(0, Vec::len);
        let Some(field) = waiting.wait(come, multipart.next_field()).await? else {
            let bytes = photo.ok_or(Unsent::Broken)?;
            return Ok(SentPhoto {
                bytes,
                exceptions,
                use_anyway,
                turned,
            });
        };
        match field.name() {
            Some(About::CONTROL) => {
                let said = text(field, &waiting).await?;
                if let Some(about) = said.as_deref().and_then(About::read) {
                    visitor.speaks_of(about);
                }
            }
            Some("photo") if photo.is_none() => photo = Some(chosen(field, &waiting).await?),
            Some("exception") => {
                exceptions = text(field, &waiting)
                    .await?
                    .and_then(|name| exception(&name))
                    .map_or(exceptions, |named| exceptions.with(named));
            }
            Some("use_anyway") => {
                use_anyway = text(field, &waiting).await?.as_deref() == Some("yes");
            }
            Some("turned") => {
                let name = text(field, &waiting).await?;
                turned = name.as_deref().and_then(QuarterTurn::parse);
            }
            _ => {}
        }
    }
}

/// The reason with this name on the wire.
fn exception(name: &str) -> Option<Exception> {
    serde_json::from_value(name.into()).ok()
}

/// A short text; none where it is longer than any of ours.
async fn text(mut field: Field<'_>, waiting: &Waiting<'_>) -> Result<Option<String>, Unsent> {
    let mut bytes = Vec::new();
    while let Some(part) = waiting.wait(bytes.len(), field.chunk()).await? {
        if bytes.len() + part.len() > LONGEST_TEXT {
            return Ok(None);
        }
        bytes.extend_from_slice(&part);
    }
    Ok(String::from_utf8(bytes).ok())
}

/// The photo. Stops where none was chosen.
async fn chosen(field: Field<'_>, waiting: &Waiting<'_>) -> Result<Vec<u8>, Unsent> {
    let is_named = field.file_name().is_some_and(|name| !name.is_empty());
    let bytes = collect(field, waiting).await?;
    let is_chosen = is_named || !bytes.is_empty();
    is_chosen.then_some(bytes).ok_or(Unsent::NotChosen)
}

async fn collect(mut field: Field<'_>, waiting: &Waiting<'_>) -> Result<Vec<u8>, Unsent> {
    let at_most = usize::try_from(spec::MOST_BYTES).unwrap_or(usize::MAX);
    let mut bytes = Vec::new();
    while let Some(part) = waiting.wait(bytes.len(), field.chunk()).await? {
        if bytes.len() + part.len() > at_most {
            let finding = Finding::TooManyBytes {
                bytes: (bytes.len() + part.len()) as u64,
            };
            return Err(Unsent::Stopped(PhotoStop::Findings(vec![finding])));
        }
        waiting.place.came(part.len());
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// How long the parts of a body are waited for.
struct Waiting<'a> {
    pace: Pace,
    most_bytes: usize,
    ration: &'a Ration,
    place: &'a Upload,
}

impl Waiting<'_> {
    /// Waits for the next part of a body of which so many bytes have come.
    async fn wait<T>(
        &self,
        come: usize,
        part: impl Future<Output = Result<T, MultipartError>>,
    ) -> Result<T, Unsent> {
        let part = timeout_at(self.pace.until(come), part)
            .await
            .map_err(|_| Unsent::Slow)?
            .map_err(|error| self.unsent(&error))?;
        self.ration.found();
        Ok(part)
    }

    /// A body over the limit is a photo that is too long; the form's reader may
    /// meet that limit before the photo's own, since it reads ahead.
    fn unsent(&self, error: &MultipartError) -> Unsent {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            let bytes = self.most_bytes as u64;
            Unsent::Stopped(PhotoStop::Findings(vec![Finding::TooManyBytes { bytes }]))
        } else {
            Unsent::Broken
        }
    }
}

fn to_script(taken: Result<Page, Unsent>) -> Response {
    match taken {
        Ok(page) => Json(json!({ "next": page.path() })).into_response(),
        Err(Unsent::TurnedAway(_) | Unsent::Displaced | Unsent::Stopped(PhotoStop::Busy)) => {
            later(RETRY_SECONDS, StatusCode::SERVICE_UNAVAILABLE)
        }
        Err(Unsent::ShareUsedUp) => later(RETRY_SECONDS, StatusCode::TOO_MANY_REQUESTS),
        Err(Unsent::NoForm(_) | Unsent::NotChosen | Unsent::Broken) => {
            refused(StatusCode::BAD_REQUEST, &Refusal::Malformed)
        }
        Err(Unsent::Slow) => refused(StatusCode::REQUEST_TIMEOUT, &Refusal::Malformed),
        Err(Unsent::Stopped(PhotoStop::Findings(findings))) => {
            let is_too_long = findings
                .iter()
                .any(|found| matches!(found, Finding::TooManyBytes { .. }));
            let status = if is_too_long {
                StatusCode::PAYLOAD_TOO_LARGE
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            (status, Json(json!({ "findings": findings }))).into_response()
        }
        Err(Unsent::Stopped(PhotoStop::Other(stop))) => match stop.tell() {
            Refusal::Elsewhere(page) => {
                (StatusCode::CONFLICT, Json(json!({ "next": page.path() }))).into_response()
            }
            Refusal::OtherApplication => {
                (StatusCode::CONFLICT, Json(json!({ "next": OTHER }))).into_response()
            }
            Refusal::TooMany { wait_seconds } => later(wait_seconds, StatusCode::TOO_MANY_REQUESTS),
            refusal => refused(status_of(&refusal), &refusal),
        },
    }
}

/// A script is always answered in JSON: by that it knows the portal's answers from a proxy's.
fn refused(status: StatusCode, refusal: &Refusal) -> Response {
    (status, Json(refusal)).into_response()
}

fn later(seconds: u32, status: StatusCode) -> Response {
    (
        status,
        [(RETRY_AFTER, seconds.to_string())],
        Json(json!({ "wait_seconds": seconds })),
    )
        .into_response()
}

fn status_of(refusal: &Refusal) -> StatusCode {
    StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

async fn to_form(visiting: &Visiting, taken: Result<Page, Unsent>) -> Response {
    let problems = match taken {
        Ok(page) => return to(page),
        Err(
            Unsent::TurnedAway(_)
            | Unsent::ShareUsedUp
            | Unsent::Displaced
            | Unsent::Slow
            | Unsent::Stopped(PhotoStop::Busy),
        ) => vec![Problem::PhotoNotTaken],
        Err(Unsent::NotChosen) => vec![Problem::Required],
        Err(Unsent::NoForm(_) | Unsent::Broken) => vec![Problem::Photo(Finding::Empty)],
        Err(Unsent::Stopped(PhotoStop::Findings(findings))) => {
            findings.into_iter().map(Problem::Photo).collect()
        }
        Err(Unsent::Stopped(PhotoStop::Other(stop))) => match stop.tell() {
            Refusal::Elsewhere(page) => return to(page),
            Refusal::OtherApplication => return Redirect::to(OTHER).into_response(),
            Refusal::TooMany { wait_seconds } => vec![Problem::TooMany { wait_seconds }],
            refusal => return tell_form(visiting, refusal).await,
        },
    };
    let mut found = FormProblems::new();
    for problem in problems {
        found.add(FormField::Photo, problem);
    }
    back(
        visiting,
        Page::Photo,
        Flash {
            problems: found,
            ..Flash::default()
        },
    )
    .await
}

fn to(page: Page) -> Response {
    Redirect::to(page.path()).into_response()
}

/// Tells a form why nothing was done, on a page that this browser may still see.
async fn tell_form(visiting: &Visiting, refusal: Refusal) -> Response {
    let page = if refusal == Refusal::SessionOver {
        Page::Start
    } else {
        Page::Photo
    };
    back(
        visiting,
        page,
        Flash {
            refused: Some(refusal),
            ..Flash::default()
        },
    )
    .await
}

/// To a page, which then shows what came of the form. What cannot be kept is
/// not told: the page shows the fault itself if it lasts.
async fn back(visiting: &Visiting, page: Page, flash: Flash) -> Response {
    if let Err(stop) = visiting.keep_flash(page.path(), flash).await {
        stop.tell();
    }
    to(page)
}
