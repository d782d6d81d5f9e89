//! Which of several applications a page shows.

use leptos::prelude::*;

use crate::about::OTHER;
use crate::words::words;

/// In context on the pages of an application that is one of several in this browser.
#[derive(Clone, Debug)]
pub(crate) struct OneOfSeveral {
    /// Last four digits of the application ID.
    pub(crate) last_four: String,
}

/// Says which application the page shows, and leads to the others; nothing where there is one.
#[component]
pub(super) fn WhichApplication() -> impl IntoView {
    use_context::<OneOfSeveral>().map(|OneOfSeveral { last_four }| {
        view! {
            <p class="c-which">
                <span>{words().other.which(&last_four)}</span>
                <a href=OTHER>{words().other.switch}</a>
            </p>
        }
    })
}
