//! The form of a step.

use leptos::prelude::*;

use super::about::AboutField;

/// A form that is posted as the browser does it, scripting or not. `novalidate`:
/// the server says what is wrong, in our words.
#[component]
pub(crate) fn PostForm(
    /// Where it is sent, e.g. `AgreeTerms::url()`.
    #[prop(into)]
    action: String,
    /// Id, if an island or a button elsewhere speaks of it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Whether it carries a file.
    #[prop(default = false)]
    with_file: bool,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView {
    let enctype = with_file.then_some("multipart/form-data");
    view! {
        <form class="c-form" id=id method="post" action=action enctype=enctype novalidate>
            <AboutField />
            {children()}
        </form>
    }
    .into_any()
}
