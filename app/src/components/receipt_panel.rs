//! The number an applicant takes home.

use leptos::prelude::*;

/// A number to keep, large enough to read out over the telephone.
#[component]
pub(crate) fn ReceiptPanel(
    /// What the number is.
    #[prop(into)]
    label: String,
    /// The number.
    #[prop(into)]
    number: String,
    /// When it was given.
    #[prop(optional, into)]
    note: Option<String>,
) -> impl IntoView {
    let note = note.map(|words| view! { <p class="c-receipt__note">{words}</p> });
    view! {
        <div class="c-receipt">
            <p class="c-receipt__label">{label}</p>
            <p class="c-receipt__number">{number}</p>
            {note}
        </div>
    }
    .into_any()
}
