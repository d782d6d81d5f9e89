//! The parts of the form that sends the photo.

use leptos::prelude::*;
use photo_check::Exception;
use rules::form::{Field, FormProblems};
use rules::photo::QuarterTurn;

use crate::components::{CheckField, CheckGroup, Disclosure};
use crate::words::words;

/// The key that each button to move and scale the picture stands for, as they stand in the
/// catalogue.
const TRIM_KEYS: [&str; 7] = [
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "+",
    "-",
    "0",
];

/// How each button turns the picture, as they stand in the catalogue.
const TURNS: [&str; 2] = [QuarterTurn::Right.name(), QuarterTurn::Left.name()];

/// The reasons for which a photo may break a rule, closed at first.
#[component]
pub(super) fn Reasons() -> impl IntoView {
    let boxes = Exception::ALL.map(reason).into_iter().collect_view();
    view! {
        <div id="photo-reasons">
            <Disclosure summary=words().photo.exception_title>
                <p>{words().photo.exception}</p>
                <p>{words().photo.exception_hint}</p>
                <CheckGroup legend=words().photo.exception_legend>{boxes}</CheckGroup>
            </Disclosure>
        </div>
    }
    .into_any()
}

fn reason(exception: Exception) -> impl IntoView + use<> {
    let words = words().exceptions.of(exception);
    view! {
        <CheckField
            field=Field::Photo
            name="exception"
            id=id(exception)
            value=exception.code()
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
    let buttons = TRIM_KEYS
        .into_iter()
        .zip(words().photo.trim_buttons)
        .map(button)
        .collect_view();
    let turns = TURNS
        .into_iter()
        .zip(words().photo.turn_buttons)
        .map(turn)
        .collect_view();
    view! {
        <figure class="c-picked" id="photo-picked" hidden>
            <div class="c-picked__card" id="photo-card">
                <img class="c-picked__picture" id="photo-picture" alt=words().picker.picture draggable="false" />
                <span class="c-picked__line" data-line="crown" aria-hidden="true">{words().photo.crown}</span>
                <span class="c-picked__line" data-line="chin" aria-hidden="true">{words().photo.chin}</span>
            </div>
            <figcaption id="photo-facts"></figcaption>
        </figure>
        <div class="c-trim" id="photo-trim" hidden>
            <p class="c-trim__says" id="photo-turned" role="status"></p>
            <div class="c-trim__buttons" id="photo-turn" role="group" aria-label=words().photo.turn_group>{turns}</div>
            <p id="photo-trim-help">
                {words().photo.trim_help} <span class="c-trim__keys">{words().photo.trim_keys}</span>
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
            <progress class="c-sending__bar" id="photo-check-progress" max="5" value="0" aria-label=words().picker.checking></progress>
            <button class="c-button" data-kind="second" id="photo-stop-check" type="button">{words().picker.stop_check}</button>
        </div>
        <p class="c-sending__note" id="photo-note" role="status"></p>
    }
    .into_any()
}
