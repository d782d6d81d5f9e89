//! A face photo, shown.

use leptos::prelude::*;

/// The applicant's photo as it will be kept.
#[component]
pub(crate) fn PhotoFrame(
    /// Where it is.
    #[prop(into)]
    src: String,
    /// What it shows.
    #[prop(into)]
    alt: String,
    /// Width in pixels, so that the page does not jump.
    width: u32,
    /// Height in pixels.
    height: u32,
) -> impl IntoView {
    view! {
        <img
            class="c-photo"
            src=src
            alt=alt
            width=width.to_string()
            height=height.to_string()
            decoding="async"
        />
    }
    .into_any()
}
