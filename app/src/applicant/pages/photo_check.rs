//! ⑥ The face photo, looked over.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use photo_check::{Concern, Exceptions};
use rules::PhotoReceipt;
use rules::application::{Journey, Page};
use rules::form::Field;

use super::correct::correct_field;
use super::guarded::guarded;
use super::told::{is_refused, told};
use crate::applicant::api::ConfirmPhoto;
use crate::applicant::portal::Visit;
use crate::components::{
    Buttons, Layout, LinkButton, PhotoConcerns, PhotoFrame, PostForm, SubmitButton,
};
use crate::words::words;

/// Where the kept photo is shown, to its own session only: small, and under an address of its
/// own, so that browsers fetch it once.
pub(super) fn shown_at(photo: &PhotoReceipt) -> String {
    format!("/photo/current/{}", photo.mark())
}

/// `/photo/check`: the photo as it is kept, and the tick that it is right.
#[component]
pub(crate) fn PhotoCheckPage() -> impl IntoView {
    guarded(Page::PhotoCheck, |visit| check(&visit))
}

fn check(visit: &Visit) -> impl IntoView + use<> {
    let Visit { journey, flash, .. } = visit;
    let told = told(flash);
    let concerns = journey.photo().map(concerns).unwrap_or_default();
    let is_fine = concerns.is_empty();
    let (title, go_on) = if is_fine {
        (words().photo.check_title, words().common.confirm)
    } else {
        (words().photo.check_title_concerns, words().photo.use_it)
    };
    let concerns = (!is_fine).then(|| view! { <PhotoConcerns concerns /> });
    let picture = journey.photo().map(picture);
    let turned = is_turned(journey).then(|| view! { <p>{words().picker.turned}</p> });
    let correct = correct_field(Field::PhotoDeclaration, flash);
    view! {
        <Layout
            title=title
            step=Some(Page::PhotoCheck.step())
            has_errors=is_refused(flash)
            session_ends=Some(visit.session_ends)
        >
            {told}
            <p>{words().photo.check}</p>
            {turned}
            {picture}
            {concerns}
            {is_fine.then(|| view! { <p>{words().photo.check_later}</p> })}
            <PostForm action=ConfirmPhoto::url()>
                {correct}
                <Buttons>
                    <SubmitButton label=go_on />
                    <LinkButton href=Page::Photo.path() label=words().photo.again />
                </Buttons>
            </PostForm>
        </Layout>
    }
}

/// Whether what is kept was turned, beyond what the file said.
fn is_turned(journey: &Journey) -> bool {
    journey.photo().is_some_and(|photo| !photo.turn.is_none())
}

/// What the check found that no reason explains, for the applicant to look at.
fn concerns(photo: &PhotoReceipt) -> Vec<Concern> {
    let exceptions = Exceptions::named(&photo.exceptions);
    let is_found = |one: &Concern| photo.remarks.iter().any(|known| known.code == one.code());
    Concern::ALL
        .into_iter()
        .filter(is_found)
        .filter(|one| !one.is_taken_as_it_is() && !one.is_relaxed_by(exceptions))
        .collect()
}

fn picture(photo: &PhotoReceipt) -> impl IntoView + use<> {
    let (width, height) = (u32::from(photo.width), u32::from(photo.height));
    view! {
        <PhotoFrame src=shown_at(photo) alt=words().photo.alt(width, height) width=width height=height />
    }
}
