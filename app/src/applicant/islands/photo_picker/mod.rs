//! Choosing, checking and sending the face photo.

#[cfg(feature = "hydrate")]
mod asking;
#[cfg(feature = "hydrate")]
mod checking;
#[cfg(feature = "hydrate")]
mod choosing;
#[cfg(feature = "hydrate")]
mod editor;
#[cfg(any(feature = "hydrate", test))]
mod frame;
#[cfg(feature = "hydrate")]
mod looking;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "hydrate")]
mod picker;
#[cfg(any(feature = "hydrate", test))]
mod reply;
#[cfg(feature = "hydrate")]
mod report;
#[cfg(feature = "hydrate")]
mod sending;
#[cfg(feature = "hydrate")]
mod showing;
#[cfg(feature = "hydrate")]
mod stage;
#[cfg(any(feature = "hydrate", test))]
mod telling;

#[cfg(feature = "hydrate")]
pub(super) use asking::Checker;

use leptos::prelude::*;

/// The form that sends the photo, and the parts that only scripting uses: hidden
/// until the page is awake.
///
/// Without scripting it is a plain multipart form and the server alone judges the
/// photo. Awake, the photo is checked before anything is sent: the file here, by
/// the server's rules, the picture by a worker (`photo-worker.js`, `frontend/photo`)
/// that cuts out what the card will show, too. What is refused never leaves the
/// device. A press of the button before the page is awake is held back by
/// `photo-form.js`.
#[cfg(feature = "ssr")]
#[component]
pub fn PhotoPicker(
    /// What is wrong with the photo sent before.
    #[prop(optional)]
    problems: rules::form::FormProblems,
    /// The day it is in Japan, for a photo that is sent. Without it the form is a
    /// trial: it has no address, and checks and trims without ever sending.
    #[prop(optional)]
    today: Option<rules::CivilDate>,
) -> impl IntoView {
    use crate::components::{AboutField, FileField};
    use crate::words::pages::{checker, photo};
    use parts::{Checking, Picked, Reasons};
    use rules::form::{Field, FormProblem, Problem};

    let missing = FormProblem {
        field: Field::Photo,
        problem: Problem::Required,
    };
    let is_trial = today.is_none();
    let (unable, cancelled, advised) = if is_trial {
        (checker::UNABLE, checker::CANCELLED, checker::ADVISED)
    } else {
        (photo::UNABLE, photo::CHECK_CANCELLED, photo::ADVISED)
    };
    view! {
        <form
            class="c-form"
            id="photo-form"
            method=if is_trial { "dialog" } else { "post" }
            action=(!is_trial).then(upload_address)
            enctype="multipart/form-data"
            novalidate
            hidden=is_trial
            data-missing=crate::words::problem(&missing)
            data-readying=photo::READYING
            data-today=today.map(|day| day.to_string())
            data-upload=photo::UPLOAD
            data-unable=unable
            data-check-cancelled=cancelled
            data-advised=advised
        >
            <AboutField />
            <FileField
                field=Field::Photo
                name="photo"
                label=photo::CHOOSE
                hint=photo::CHOOSE_HINT
                accept="image/jpeg"
                problems=problems
            />
            <div class="c-findings" id="photo-findings" role="alert" tabindex="-1"></div>
            <Picked />
            <Checking />
            <Reasons />
            {(!is_trial).then(sending)}
            <p class="c-sending__status" id="photo-status" role="status"></p>
            {(!is_trial).then(again)}
        </form>
        <script type="module" src=crate::files::address("photo-form.js")></script>
        <WakePhotoPicker />
    }
    .into_any()
}

/// Where the photo is sent. It names its application in the address already: whether it may be
/// sent is asked before anything of the form is read.
#[cfg(feature = "ssr")]
fn upload_address() -> String {
    use crate::applicant::portal::About;

    let about = use_context::<About>();
    let about = about.map(|about| format!("?{}={}", About::CONTROL, about.as_str()));
    format!("/photo/upload{}", about.unwrap_or_default())
}

/// The buttons that send the photo, and how far that is.
#[cfg(feature = "ssr")]
fn sending() -> impl IntoView {
    use crate::words::islands::photo as words;
    use crate::words::pages::photo;

    view! {
        <div id="photo-send">
            <button class="c-button" data-kind="main" id="photo-press" type="submit">{photo::UPLOAD}</button>
        </div>
        <div class="c-sending" id="photo-sending" hidden>
            <progress class="c-sending__bar" id="photo-progress" max="100" value="0" aria-label=words::PROGRESS></progress>
            <button class="c-button" data-kind="second" id="photo-cancel" type="button">{words::CANCEL}</button>
        </div>
    }
    .into_any()
}

/// The button that sends the same photo again.
#[cfg(feature = "ssr")]
fn again() -> impl IntoView {
    use crate::words::islands::photo::AGAIN;

    view! { <button class="c-button" data-kind="main" id="photo-again" type="submit" hidden>{AGAIN}</button> }
}

/// Takes the form over.
#[island]
fn WakePhotoPicker() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    crate::browser::started!(wake_photo_picker());
}

#[cfg(feature = "hydrate")]
crate::browser::apart! {
    wake_photo_picker() {
        // Without the form there is nothing to take over.
        let _ = picker::wake();
    }
}
