//! Boxes to tick: one alone, or several under a question.

use leptos::prelude::*;
use rules::form::{Field, FormProblems};

use super::field::FieldParts;

/// One box to tick, with its label as large as a finger wants it.
#[component]
pub(crate) fn CheckField(
    /// Whose problems are shown.
    field: Field,
    /// Name in the form.
    name: &'static str,
    /// Id of the control, if it is not the field's own.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Value sent when ticked.
    value: &'static str,
    /// What is ticked.
    #[prop(into)]
    label: String,
    /// What follows from it, below the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it is ticked.
    checked: bool,
    /// All problems of the form.
    problems: FormProblems,
) -> impl IntoView {
    let parts = FieldParts::new(field, hint, &problems).at(id);
    view! {
        <div class="c-field" data-state=parts.state()>
            {parts.error_view()}
            <div class="c-choice">
                <input
                    class="c-choice__control"
                    type="checkbox"
                    id=parts.id
                    name=name
                    value=value
                    checked=checked
                    aria-describedby=parts.described_by()
                    aria-invalid=parts.invalid()
                />
                <label class="c-choice__label" for=parts.id>{label}</label>
                {parts.hint_view()}
            </div>
        </div>
    }
    .into_any()
}

/// Boxes that answer one question together. Its children are [`CheckField`]s.
#[component]
pub(crate) fn CheckGroup(
    /// The question.
    #[prop(into)]
    legend: String,
    /// The boxes.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="c-group">
            <legend class="c-field__label">{legend}</legend>
            {children()}
        </fieldset>
    }
    .into_any()
}
