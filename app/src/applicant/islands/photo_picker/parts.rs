//! The parts of the form that sends the photo.

use leptos::prelude::*;
use photo_check::Exception;
use rules::form::{Field, FormProblems};

use crate::components::{CheckField, CheckGroup, Disclosure};
use crate::words::islands::photo as words;
use crate::words::pages::photo;
use crate::words::{exception as exception_words, exception_name};

/// The reasons for which a photo may break a rule, closed at first.
#[component]
pub(super) fn Reasons() -> impl IntoView {
    let boxes = Exception::ALL.map(reason).into_iter().collect_view();
    view! {
        <div id="photo-reasons">
            <Disclosure summary=photo::EXCEPTION_TITLE>
                <p>{photo::EXCEPTION}</p>
                <p>{photo::EXCEPTION_HINT}</p>
                <CheckGroup legend=photo::EXCEPTION_LEGEND>{boxes}</CheckGroup>
            </Disclosure>
        </div>
    }
    .into_any()
}

fn reason(exception: Exception) -> impl IntoView + use<> {
    let words = exception_words(exception);
    view! {
        <CheckField
            field=Field::Photo
            name="exception"
            id=id(exception)
            value=exception_name(exception)
            label=words.label
            hint=words.hint
            checked=false
            problems=FormProblems::new()
        />
    }
}

/// Id of a box.
const fn id(exception: Exception) -> &'static str {
    match exception {
        Exception::HeadCovering => "reason-head-covering",
        Exception::EyeCovering => "reason-eye-covering",
        Exception::EyesCannotOpen => "reason-eyes-cannot-open",
        Exception::LyingInfant => "reason-lying-infant",
        Exception::Equipment => "reason-equipment",
        Exception::Posture => "reason-posture",
    }
}

/// The chosen picture: whole, or as the card will show it, to be moved and scaled.
#[component]
pub(super) fn Picked() -> impl IntoView {
    let buttons = photo::TRIM_BUTTONS.map(button).into_iter().collect_view();
    let turns = photo::TURN_BUTTONS.map(turn).into_iter().collect_view();
    view! {
        <figure class="c-picked" id="photo-picked" hidden>
            <div class="c-picked__card" id="photo-card">
                <img class="c-picked__picture" id="photo-picture" alt=words::PICTURE draggable="false" />
                <span class="c-picked__line" data-line="crown" aria-hidden="true">{photo::CROWN}</span>
                <span class="c-picked__line" data-line="chin" aria-hidden="true">{photo::CHIN}</span>
            </div>
            <figcaption id="photo-facts"></figcaption>
        </figure>
        <div class="c-trim" id="photo-trim" hidden>
            <p class="c-trim__says" id="photo-turned" role="status"></p>
            <div class="c-trim__buttons" id="photo-turn" role="group" aria-label=photo::TURN_GROUP>{turns}</div>
            <p id="photo-trim-help">
                {photo::TRIM_HELP} <span class="c-trim__keys">{photo::TRIM_KEYS}</span>
            </p>
            <p class="c-trim__says" id="photo-trim-says" role="status"></p>
            <div class="c-trim__buttons">{buttons}</div>
        </div>
    }
    .into_any()
}

fn button((key, label): (&'static str, &'static str)) -> impl IntoView {
    view! { <button class="c-trim__button" type="button" data-key=key>{label}</button> }
}

fn turn((turn, label): (&'static str, &'static str)) -> impl IntoView {
    view! { <button class="c-trim__button" type="button" data-turn=turn>{label}</button> }
}

/// How far the check is, and the way out of it.
#[component]
pub(super) fn Checking() -> impl IntoView {
    view! {
        <div class="c-sending" id="photo-checking" hidden>
            <progress class="c-sending__bar" id="photo-check-progress" max="5" value="0" aria-label=words::CHECKING></progress>
            <button class="c-button" data-kind="second" id="photo-stop-check" type="button">{words::STOP_CHECK}</button>
        </div>
        <p class="c-sending__note" id="photo-note" role="status"></p>
    }
    .into_any()
}
