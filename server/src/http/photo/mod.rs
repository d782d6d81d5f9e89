//! `/photo/upload`.

mod answer;
mod form;
mod unsent;

use std::panic::resume_unwind;

use app::applicant::portal::About;
use app::exchange::Caller;
use axum::extract::{Extension, FromRequest, Multipart, Request, State};
use axum::response::{IntoResponse, Response};
use rules::application::Page;

use self::answer::{to_form, to_script};
use self::form::read;
use self::unsent::Unsent;
use super::caller::caller;
use super::crowded::Asked;
use super::scan_budget::ScanBudget;
use super::uploads::Upload;
use super::{AppState, client, load_shedding};
use crate::service::{ApplicantRequest, PhotoStop, SentPhoto, Visitor};

/// Takes a photo: as a form of the page (303) or from its script (JSON).
pub(super) async fn upload(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Response {
    let caller = caller(request.headers());
    if let Some(about) = named(&request) {
        visitor.speaks_of(about);
    }
    let visiting = ApplicantRequest::new(&state.service, visitor);
    let asked = Asked::by(&request);
    let taken = take(&state, &visiting, request).await;
    match (taken, caller) {
        (Err(Unsent::TurnedAway(turned)), _) => {
            turned.tell(state.bounds.admissions.come_again_seconds, asked)
        }
        (Err(Unsent::NoForm(rejection)), _) => rejection.into_response(),
        (taken, Caller::Form) => to_form(&visiting, taken).await,
        (taken, Caller::Script) => to_script(&visiting, taken).await,
    }
}

/// The application that the address of the form names.
fn named(request: &Request) -> Option<About> {
    let query = request.uri().query().unwrap_or_default();
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    let (_, about) = pairs.find(|(name, _)| name == About::CONTROL)?;
    About::read(&about)
}

/// Whoever may not send one, or sends too many, is told before the body is read.
async fn take(
    state: &AppState,
    visiting: &ApplicantRequest,
    request: Request,
) -> Result<Page, Unsent> {
    let sender = {
        // As for every page; left before the body, which may come slowly.
        let _place = load_shedding::enter(state, visiting.visitor()).await?;
        let sender = visiting.photo_sender().await?;
        visiting.count_photo(&sender).await?;
        sender
    };
    let network = client::network(&request, state);
    let place = match state.uploads.enter(&sender, network).await {
        Ok(place) => place,
        Err(none) => {
            visiting.uncount_photo(&sender).await?;
            return Err(none.into());
        }
    };
    let budget = ScanBudget::default();
    let request = request.map(|body| budget.of(body));
    let multipart = Multipart::from_request(request, state)
        .await
        .map_err(Unsent::NoForm)?;
    let sent = tokio::select! {
        sent = read(multipart, visiting.visitor(), &budget, &state.bounds.uploads, &place) => sent?,
        ended = place.ended() => return Err(ended.into()),
    };
    place.is_whole();
    develop(visiting.clone(), sent, place).await
}

/// The work on a photo takes its place along: whoever hangs up meanwhile and sends another has
/// one place less until it is done.
async fn develop(
    visiting: ApplicantRequest,
    sent: SentPhoto,
    place: Upload,
) -> Result<Page, Unsent> {
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
