//! What all fields share: their ids, the mark of duty, hint and error.

use leptos::prelude::*;
use rules::form::{Field, FormProblem, FormProblems};

use crate::words::words;

/// Id of the control a problem leads to: the field's own, or the wrong part of
/// the birth date.
pub(super) fn anchor(problem: &FormProblem) -> String {
    problem.control().replace("birth_date_", "birth-")
}

/// Words of everything that is wrong with a field, in the order found.
pub(super) fn errors_of(field: Field, problems: &FormProblems) -> Vec<String> {
    problems
        .iter()
        .filter(|problem| problem.field == field)
        .map(|problem| words().problem(problem))
        .collect()
}

/// The ids of a field's parts, and what is wrong with it.
pub(super) struct FieldParts {
    /// Id of the control.
    pub(super) id: &'static str,
    /// Words of what is wrong; empty if nothing is.
    pub(super) errors: Vec<String>,
    hint: Option<String>,
}

impl FieldParts {
    /// The parts of this field; an empty hint is none.
    pub(super) fn new(field: Field, hint: Option<String>, problems: &FormProblems) -> Self {
        let hint = hint.filter(|words| !words.is_empty());
        Self {
            id: field.id(),
            errors: errors_of(field, problems),
            hint,
        }
    }

    /// The same parts around a control of another id.
    pub(super) fn at(self, id: Option<&'static str>) -> Self {
        Self {
            id: id.unwrap_or(self.id),
            ..self
        }
    }

    /// Value of `aria-describedby`: what there is of hint and error.
    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.is_wrong().then(|| format!("{}-error", self.id));
        let ids: Vec<String> = [hint, error].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Whether something is wrong.
    pub(super) fn is_wrong(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Value of `aria-invalid`.
    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.is_wrong().then_some("true")
    }

    /// Value of `data-state` of the whole field.
    pub(super) fn state(&self) -> Option<&'static str> {
        self.is_wrong().then_some("error")
    }

    /// The hint, if there is one.
    pub(super) fn hint_view(&self) -> impl IntoView + use<> {
        let id = format!("{}-hint", self.id);
        self.hint
            .clone()
            .map(|words| view! { <p class="c-field__hint" id=id>{words}</p> })
    }

    /// What is wrong, if anything is.
    pub(super) fn error_view(&self) -> impl IntoView + use<> {
        let id = format!("{}-error", self.id);
        let lines = self
            .errors
            .iter()
            .map(|words| error_line(words))
            .collect_view();
        self.is_wrong()
            .then(|| view! { <div class="c-field__error" id=id>{lines}</div> })
    }
}

fn error_line(said: &str) -> impl IntoView + use<> {
    let said = said.to_owned();
    view! { <p><span class="u-hidden">{words().frame.error}</span>{said}</p> }.into_any()
}

/// The mark of a field that must, or may, be filled in. Stands inside the label,
/// so that it is read out with it.
pub(super) fn duty_mark(required: bool) -> impl IntoView {
    let (class, words) = if required {
        ("c-field__required", words().frame.required)
    } else {
        ("c-field__optional", words().frame.optional)
    };
    view! { <span class=class>{words}</span> }.into_any()
}
