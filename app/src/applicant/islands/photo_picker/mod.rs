//! Choosing, checking and sending the face photo.

#[cfg(feature = "hydrate")]
mod checking;
#[cfg(feature = "hydrate")]
mod choosing;
#[cfg(any(feature = "hydrate", test))]
mod crop_frame;
#[cfg(feature = "hydrate")]
mod editor;
#[cfg(feature = "ssr")]
mod page_words;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "hydrate")]
mod picker;
#[cfg(feature = "hydrate")]
mod picker_stage;
#[cfg(any(feature = "hydrate", test))]
mod reply;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod said;
#[cfg(feature = "hydrate")]
mod saying;
#[cfg(feature = "hydrate")]
mod sending;
#[cfg(feature = "hydrate")]
mod showing;
#[cfg(any(feature = "hydrate", test))]
mod telling;

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
#[expect(clippy::too_many_lines, reason = "one form, top to bottom")]
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
    use crate::words::words;
    use page_words::PageWords;
    use parts::{Checking, Picked, Reasons};
    use rules::form::{Field, FormProblem, Problem};

    let missing = FormProblem {
        field: Field::Photo,
        problem: Problem::Required,
    };
    let is_trial = today.is_none();
    let (unable, cancelled, advised) = if is_trial {
        (
            words().checker.unable,
            words().checker.cancelled,
            words().checker.advised,
        )
    } else {
        (
            words().photo.unable,
            words().photo.check_cancelled,
            words().photo.advised,
        )
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
            data-missing=words().problem(&missing)
            data-readying=words().photo.readying
            data-today=today.map(|day| day.to_string())
            data-upload=words().photo.upload
            data-unable=unable
            data-check-cancelled=cancelled
            data-advised=advised
        >
            <AboutField />
            <FileField
                field=Field::Photo
                name="photo"
                label=words().photo.choose
                hint=words().photo.choose_hint
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
        <PageWords />
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
    use crate::words::words;

    view! {
        <div id="photo-send">
            <button class="c-button" data-kind="main" id="photo-press" type="submit">{words().photo.upload}</button>
        </div>
        <div class="c-sending" id="photo-sending" hidden>
            <progress class="c-sending__bar" id="photo-progress" max="100" value="0" aria-label=words().picker.progress></progress>
            <button class="c-button" data-kind="second" id="photo-cancel" type="button">{words().picker.cancel}</button>
        </div>
    }
    .into_any()
}

/// The button that sends the same photo again.
#[cfg(feature = "ssr")]
fn again() -> impl IntoView {
    use crate::words::words;

    view! { <button class="c-button" data-kind="main" id="photo-again" type="submit" hidden>{words().picker.again}</button> }
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
