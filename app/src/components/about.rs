//! Which application the forms of a page belong to.

use leptos::prelude::*;

use crate::about::About;

/// The hidden control of every form on a page of an application; nothing on other pages.
#[component]
pub(crate) fn AboutField() -> impl IntoView {
    use_context::<About>().map(|about| {
        view! { <input type="hidden" name=About::CONTROL value=about.as_str().to_owned() /> }
    })
}
