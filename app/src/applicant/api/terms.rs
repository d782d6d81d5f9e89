//! ② The terms, and who applies.

use leptos::prelude::*;
use rules::Applicant;
use rules::application::Page;
use rules::form::{Field, FormProblems};

use super::answer::{Form, answer};
use crate::refusal::Refusal;

/// Agrees to the terms and says who applies (`myself`, `parent` of a child, `infant` for the
/// parent of one under one year of age, `representative`); also changes who applies later.
///
/// # Errors
/// What is not ticked or chosen, for a script only.
#[server(prefix = "/api", endpoint = "terms/agree")]
pub async fn agree_terms(
    #[server(default)] adult: String,
    #[server(default)] consent: String,
    #[server(default)] applicant: String,
) -> Result<(), Refusal> {
    let form = Form::on(Page::Terms.path())
        .typed("adult", adult)
        .typed("consent", consent)
        .typed("applicant", applicant);
    let given = read(&form);
    answer(form, |portal| async move { portal.agree(given?).await }).await
}

fn read(form: &Form) -> Result<Applicant, Refusal> {
    let mut problems = FormProblems::new();
    problems.require(Field::Adult, form.is_ticked("adult"));
    problems.require(Field::Consent, form.is_ticked("consent"));
    match who(form.value("applicant")) {
        Some(applicant) if problems.is_empty() => Ok(applicant),
        known => {
            problems.require(Field::Applicant, known.is_some());
            Err(Refusal::Form(problems))
        }
    }
}

/// Who applies, if an answer was chosen.
fn who(value: &str) -> Option<Applicant> {
    Some(match value {
        "myself" => Applicant::Myself,
        "parent" => Applicant::Parent { under_one: false },
        "infant" => Applicant::Parent { under_one: true },
        "representative" => Applicant::Representative,
        _ => return None,
    })
}
