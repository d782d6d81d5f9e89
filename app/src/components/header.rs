//! The head of every page.

use leptos::prelude::*;

use crate::words::words;

/// Name of the service, way to the help; in a demonstration, what it is.
#[component]
pub(super) fn Header(
    /// Whether this is a demonstration.
    demo: bool,
) -> impl IntoView {
    view! {
        <header class="c-header">
            {demo.then(demo_banner)}
            <div class="c-header__row">
                <a class="c-header__name" href="/">{mark()} <span>{words().frame.service}</span></a>
                <a class="c-header__help" href="/help">{words().frame.help}</a>
            </div>
        </header>
    }
    .into_any()
}

fn demo_banner() -> impl IntoView {
    view! {
        <div class="c-demo">
            <p class="c-demo__row">
                <strong class="c-demo__badge">{words().frame.demo}</strong>
                <span>{words().frame.demo_note}</span>
                <a href="/demo">{words().frame.demo_link}</a>
            </p>
        </div>
    }
    .into_any()
}

/// A card with a face: the service's sign.
fn mark() -> impl IntoView {
    view! {
        <svg class="c-header__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect x="1" y="5" width="30" height="22" rx="4"></rect>
            <path d="M7 22a5 5 0 0 1 10 0ZM12 15.6a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM20.5 12H26v2h-5.5ZM20.5 18H26v2h-5.5Z"></path>
        </svg>
    }
    .into_any()
}
