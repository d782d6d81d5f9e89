//! A value that is shown, not asked.

use leptos::prelude::*;

/// A value that came with the form and cannot be typed over: the application ID
/// from the QR code.
#[component]
pub(crate) fn FixedValue(
    /// What it is.
    #[prop(into)]
    label: String,
    /// As it is printed on the form.
    #[prop(into)]
    value: String,
    /// What to compare it with.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let hint = hint.map(|words| view! { <p class="c-field__hint">{words}</p> });
    view! {
        <div class="c-fixed">
            <p class="c-fixed__label">{label}</p>
            <p class="c-fixed__value">{value}</p>
            {hint}
        </div>
    }
    .into_any()
}
