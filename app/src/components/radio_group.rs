//! A question with a few answers, one of which is chosen.

use leptos::prelude::*;
use rules::form::{Field, FormProblems};

use super::field::{FieldParts, duty_mark};

/// One of the answers of a [`RadioGroup`].
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// Value sent.
    pub(crate) value: &'static str,
    /// The answer.
    pub(crate) label: String,
    /// What follows from it.
    pub(crate) hint: Option<String>,
}

impl Choice {
    /// An answer that needs no explanation.
    pub(crate) fn new(value: &'static str, label: impl Into<String>) -> Self {
        Self {
            value,
            label: label.into(),
            hint: None,
        }
    }

    /// The same answer with what follows from it.
    pub(crate) fn explained(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }
}

/// A question with a few answers. The first answer has the field's id, as the
/// error summary leads to it; the others add their value.
#[component]
pub(crate) fn RadioGroup(
    /// Whose problems are shown.
    field: Field,
    /// Name in the form.
    name: &'static str,
    /// Id of the control, if it is not the field's own.
    #[prop(optional)]
    id: Option<&'static str>,
    /// The question.
    #[prop(into)]
    legend: String,
    /// How to answer it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The answers.
    options: Vec<Choice>,
    /// Value of the answer chosen before, or nothing.
    #[prop(into)]
    chosen: String,
    /// All problems of the form.
    problems: FormProblems,
    /// Whether it must be answered.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let parts = FieldParts::new(field, hint, &problems).at(id);
    let answers = options
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let id = if at == 0 {
                parts.id.to_owned()
            } else {
                format!("{}-{}", parts.id, choice.value)
            };
            answer(id, name, choice, &chosen)
        })
        .collect_view();
    view! {
        <fieldset
            class="c-field c-group"
            role="radiogroup"
            data-state=parts.state()
            aria-describedby=parts.described_by()
            aria-invalid=parts.invalid()
        >
            <legend class="c-field__label">{legend} {duty_mark(required)}</legend>
            {parts.hint_view()}
            {parts.error_view()}
            {answers}
        </fieldset>
    }
    .into_any()
}

fn answer(id: String, name: &'static str, choice: Choice, chosen: &str) -> impl IntoView + use<> {
    let checked = choice.value == chosen;
    let hint_id = format!("{id}-{}-hint", choice.value);
    let described_by = choice.hint.is_some().then(|| hint_id.clone());
    let hint = choice
        .hint
        .map(|words| view! { <p class="c-field__hint" id=hint_id>{words}</p> });
    view! {
        <div class="c-choice">
            <input
                class="c-choice__control"
                type="radio"
                id=id.clone()
                name=name
                value=choice.value
                checked=checked
                aria-describedby=described_by
            />
            <label class="c-choice__label" for=id>{choice.label}</label>
            {hint}
        </div>
    }
    .into_any()
}
