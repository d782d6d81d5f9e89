//! Text that opens when it is wanted.

use leptos::prelude::*;

/// More about something, closed at first. Nothing that everybody needs goes in
/// here.
#[component]
pub(crate) fn Disclosure(
    /// What is inside.
    #[prop(into)]
    summary: String,
    /// The text.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="c-disclosure">
            <summary class="c-disclosure__summary">{summary}</summary>
            <div class="c-disclosure__body">{children()}</div>
        </details>
    }
    .into_any()
}
