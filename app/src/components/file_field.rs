//! A field that takes a file.

use leptos::prelude::*;
use rules::form::{Field, FormProblems};

use super::field::{FieldParts, duty_mark};

/// Takes one file; a phone offers its camera, its pictures and its files.
#[component]
pub(crate) fn FileField(
    /// Whose problems are shown.
    field: Field,
    /// Name in the form.
    name: &'static str,
    /// Label.
    #[prop(into)]
    label: String,
    /// Which files are right.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What the browser offers, e.g. `image/*`.
    accept: &'static str,
    /// All problems of the form.
    problems: FormProblems,
) -> impl IntoView {
    let parts = FieldParts::new(field, hint, &problems);
    view! {
        <div class="c-field" data-state=parts.state()>
            <label class="c-field__label" for=parts.id>{label} {duty_mark(true)}</label>
            {parts.hint_view()}
            {parts.error_view()}
            <input
                class="c-file"
                type="file"
                id=parts.id
                name=name
                accept=accept
                aria-describedby=parts.described_by()
                aria-invalid=parts.invalid()
            />
        </div>
    }
    .into_any()
}
