//! Text that opens when it is wanted.

use leptos::prelude::*;

/// More about something, closed at first. Nothing that everybody needs goes in
/// here.
#[component]
pub(crate) fn Disclosure(
    /// What is inside.
    #[prop(into)]
    summary: String,
    /// Whether it is open at first: something in it was answered, or is wrong.
    #[prop(optional)]
    open: bool,
    /// The text.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="c-disclosure" open=open>
            <summary class="c-disclosure__summary">{summary}</summary>
            <div class="c-disclosure__body">{children()}</div>
        </details>
    }
    .into_any()
}
