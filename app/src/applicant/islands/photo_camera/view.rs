//! The camera's window, rendered by the server.

use leptos::prelude::*;
use photo_check::Hint;

use crate::words::words;

/// A button that opens the camera, the camera's window, and its words.
///
/// Everything is hidden until the page is awake: without scripting a phone offers
/// its own camera behind the control that takes the file. The photo is put into
/// that control (`photo`, found by the id of its form), as if it had been chosen.
/// What the camera sees goes to the photo check on this device and nowhere else.
#[component]
pub fn PhotoCamera() -> impl IntoView {
    view! {
        <div
            class="c-camera"
            id="camera"
            hidden
            data-loading=words().camera.loading
            data-unloaded=words().camera.unloaded
            data-starting=words().camera.starting
            data-preparing=words().camera.preparing
            data-unguided=words().camera.unguided
            data-denied=words().camera.denied
            data-missing=words().camera.missing
            data-busy=words().camera.busy
            data-idle=words().camera.idle
            data-failed=words().camera.failed
            data-taken=words().camera.taken
            data-shutter=words().camera.shutter
            data-stop-count=words().camera.stop_count
            data-count-before=words().camera.count_before
            data-count-after=words().camera.count_after
            data-to-back=words().camera.to_back
            data-to-front=words().camera.to_front
        >
            <button class="c-button" data-kind="main" id="camera-open" type="button">{words().camera.open}</button>
            <p class="c-camera__status" id="camera-status" role="status"></p>
            {hints()}
            {window()}
        </div>
    }
    .into_any()
}

/// Every hint.
const HINTS: [Hint; 12] = [
    Hint::ShowFace,
    Hint::BeAlone,
    Hint::ComeCloser,
    Hint::GoBack,
    Hint::MoveToMiddle,
    Hint::LookAhead,
    Hint::HoldHeadUpright,
    Hint::MoreLight,
    Hint::SofterLight,
    Hint::HoldStill,
    Hint::PlainBackground,
    Hint::Ready,
];

/// The self-timer's choices in seconds, as their names stand in the catalogue.
const TIMES: [&str; 3] = ["0", "3", "10"];

/// The hints under their names.
fn hints() -> impl IntoView {
    let named = HINTS.map(|hint| {
        let name = format!("{hint:?}");
        view! { <span data-hint=snake(&name)>{words().camera.hint(hint)}</span> }
    });
    view! { <div id="camera-hints" hidden>{named.collect_view()}</div> }
}

/// `ShowFace` is `show_face` on the wire.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

fn window() -> impl IntoView {
    view! {
        <dialog class="c-camera__window" id="camera-window" aria-label=words().camera.title>
            <p class="c-camera__hint" id="camera-hint"></p>
            <p class="u-hidden" id="camera-spoken" role="status"></p>
            <div class="c-camera__stage">
                <video class="c-camera__video" id="camera-video" aria-label=words().camera.video playsinline muted></video>
                {guide()}
                <p class="c-camera__count" id="camera-count" aria-hidden="true"></p>
                <div class="c-camera__trouble" id="camera-trouble" hidden>
                    <p id="camera-why" role="alert"></p>
                    <button class="c-button" data-kind="main" id="camera-retry" type="button">{words().camera.retry}</button>
                </div>
            </div>
            {controls()}
        </dialog>
    }
    .into_any()
}

/// Where the head should be on the card: the head's top 4 mm below the upper edge,
/// the chin 34 mm lower. The outer frame takes the shape of the video.
fn guide() -> impl IntoView {
    const LINES: &str = "M35 8C21 8 13 21 13 40s9 36 22 36 22-17 22-36S49 8 35 8ZM19 8h32M23 76h24";
    view! {
        <svg class="c-camera__guide" id="camera-guide" viewBox="0 0 3 4" aria-hidden="true" focusable="false">
            <svg x="10%" y="10%" width="80%" height="80%" viewBox="0 0 70 90">
                <path class="c-camera__halo" d=LINES></path>
                <path class="c-camera__line" d=LINES></path>
            </svg>
        </svg>
    }
    .into_any()
}

fn controls() -> impl IntoView {
    let times = TIMES
        .into_iter()
        .zip(words().camera.times)
        .map(|(seconds, name)| view! { <option value=seconds>{name}</option> })
        .collect_view();
    view! {
        <div class="c-camera__controls">
            <div class="c-camera__timer">
                <label for="camera-timer">{words().camera.timer}</label>
                <select id="camera-timer">{times}</select>
            </div>
            <button class="c-camera__shutter" id="camera-shutter" type="button">
                <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <circle cx="12" cy="12" r="9"></circle>
                </svg>
                <span id="camera-shutter-name">{words().camera.shutter}</span>
            </button>
            <button class="c-camera__small" id="camera-switch" type="button" hidden>{words().camera.to_back}</button>
            <button class="c-camera__small" id="camera-choose" type="button">{words().camera.choose}</button>
            <button class="c-camera__small" id="camera-stop" type="button">{words().camera.stop}</button>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_before_the_camera_is_short_in_japanese() {
        for one in HINTS {
            let hint = words().camera.hint(one);
            assert!(hint.chars().count() <= 15, "{hint}");
        }
    }

    #[test]
    fn every_hint_of_the_check_has_its_words_under_its_name_on_the_wire() {
        let shown = hints().to_html();
        for hint in HINTS {
            let name = serde_json::to_string(&hint).unwrap();
            let named = format!("data-hint={name}>{}", words().camera.hint(hint));
            assert!(shown.contains(&named), "{named} in {shown}");
        }
    }
}
