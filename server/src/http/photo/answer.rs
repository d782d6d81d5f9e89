//! What is answered to a photo: to the page's script in JSON, to its form by the next page.

use app::applicant::api::OTHER;
use app::applicant::portal::{Flash, VisitStep};
use app::refusal::Refusal;
use axum::Json;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use http::header::RETRY_AFTER;
use rules::application::Page;
use rules::form::{Field as FormField, FormProblems, Problem};
use rules::photo::Finding;
use serde_json::json;

use super::unsent::Unsent;
use crate::service::{ApplicantRequest, PhotoStop};

/// How long a browser should wait when too many photos are being developed.
const RETRY_SECONDS: u32 = 5;

pub(super) fn to_script(taken: Result<Page, Unsent>) -> Response {
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
        Err(Unsent::Stopped(PhotoStop::Other(stop))) => match stop.into_refusal() {
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

pub(super) async fn to_form(visiting: &ApplicantRequest, taken: Result<Page, Unsent>) -> Response {
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
        Err(Unsent::Stopped(PhotoStop::Other(stop))) => match stop.into_refusal() {
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
async fn tell_form(visiting: &ApplicantRequest, refusal: Refusal) -> Response {
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
async fn back(visiting: &ApplicantRequest, page: Page, flash: Flash) -> Response {
    // A fault is logged where it becomes a refusal.
    let _ = visiting.remember(page.path(), flash).await;
    to(page)
}
