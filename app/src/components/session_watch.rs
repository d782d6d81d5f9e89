//! The warning before a session ends.

use leptos::prelude::*;

use super::about::AboutField;
use super::phrases::phrases;
use crate::files::address;
use crate::words::words;

/// Seconds before the end at which the warning opens.
const WARN_SECONDS: i64 = 300;

/// A closed dialog that the page's script opens five minutes before the end.
/// Without scripting it stays closed; what was given is kept either way.
#[component]
pub(super) fn SessionWatch(
    /// Seconds until the session ends, as of this answer.
    seconds: i64,
) -> impl IntoView {
    view! {
        <dialog
            class="c-session"
            id="session"
            aria-labelledby="session-title"
            aria-describedby="session-note"
            data-ends=seconds.max(0).to_string()
            data-warn=WARN_SECONDS.to_string()
            data-left=words().frame.session_left
        >
            <h2 class="c-session__title" id="session-title">{phrases(words().frame.session_title)}</h2>
            <p id="session-note">{words().frame.session_note}</p>
            <p class="c-session__left" id="session-left" role="timer" aria-live="polite"></p>
            <div class="c-buttons">
                <button class="c-button" data-kind="main" id="session-stay" type="button">
                    {words().frame.session_stay}
                </button>
                <form method="post" action="/api/leave">
                    <AboutField />
                    <button class="c-button" data-kind="second" type="submit">
                        {words().frame.session_leave}
                    </button>
                </form>
            </div>
        </dialog>
        <script type="module" src=address("session.js")></script>
    }
    .into_any()
}
