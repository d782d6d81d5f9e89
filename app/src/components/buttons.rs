//! Buttons, and links that look like them.

use leptos::prelude::*;

/// How much a button matters on its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    /// What most people do next; one on a page.
    #[default]
    Main,
    /// Another way to go.
    Second,
}

impl ButtonKind {
    fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Second => "second",
        }
    }
}

/// Sends the form it stands in.
#[component]
pub(crate) fn SubmitButton(
    /// What pressing it does: a verb.
    #[prop(into)]
    label: String,
    /// How much it matters.
    #[prop(optional)]
    kind: ButtonKind,
    /// Another address to send the form to.
    #[prop(optional, into)]
    formaction: Option<String>,
    /// What the form says beside when this button sends it.
    #[prop(optional)]
    name: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button
            class="c-button"
            data-kind=kind.name()
            type="submit"
            formaction=formaction
            name=name
            value=name.map(|_| "yes")
        >
            {label}
        </button>
    }
    .into_any()
}

/// A link of a button's look and size.
#[component]
pub(crate) fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What is there.
    #[prop(into)]
    label: String,
    /// How much it matters.
    #[prop(default = ButtonKind::Second)]
    kind: ButtonKind,
) -> impl IntoView {
    view! { <a class="c-button" data-kind=kind.name() href=href>{label}</a> }.into_any()
}

/// Buttons of one form: one below the other on a phone, the main one first.
#[component]
pub(crate) fn Buttons(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="c-buttons">{children()}</div> }.into_any()
}
