//! What happens one after the other.

use leptos::prelude::*;

/// A numbered course of events, a sentence for each.
#[component]
pub(crate) fn Flow(
    /// In order.
    steps: Vec<String>,
) -> impl IntoView {
    let steps = steps
        .into_iter()
        .map(|step| view! { <li class="c-flow__step">{step}</li> })
        .collect_view();
    view! { <ol class="c-flow">{steps}</ol> }.into_any()
}
