//! ② The terms, and who applies.

use leptos::prelude::*;
use rules::Applicant;
use rules::form::{Field, FormProblems};
use rules::journey::Page;

use super::answer::{Form, answer};
use crate::refusal::Refusal;

/// Agrees to the terms and says who applies (`myself`, `parent` with
/// `under_one`, `representative`); also changes who applies later.
///
/// # Errors
/// What is not ticked or chosen, for a script only.
#[server(prefix = "/api", endpoint = "terms/agree")]
pub async fn agree_terms(
    #[server(default)] adult: String,
    #[server(default)] consent: String,
    #[server(default)] applicant: String,
    #[server(default)] under_one: String,
) -> Result<(), Refusal> {
    let form = Form::on(Page::Terms.path())
        .typed("adult", adult)
        .typed("consent", consent)
        .typed("applicant", applicant)
        .typed("under_one", under_one);
    let given = read(&form);
    answer(form, |portal| async move { portal.agree(given?).await }).await
}

fn read(form: &Form) -> Result<Applicant, Refusal> {
    let mut problems = FormProblems::new();
    problems.require(Field::Adult, form.is_ticked("adult"));
    problems.require(Field::Consent, form.is_ticked("consent"));
    match who(form) {
        Ok(applicant) if problems.is_empty() => Ok(applicant),
        Ok(_) => Err(Refusal::Form(problems)),
        Err(unanswered) => {
            problems.require(unanswered, false);
            Err(Refusal::Form(problems))
        }
    }
}

/// Who applies, or the question without an answer.
fn who(form: &Form) -> Result<Applicant, Field> {
    match (form.value("applicant"), form.value("under_one")) {
        ("myself", _) => Ok(Applicant::Myself),
        ("representative", _) => Ok(Applicant::Representative),
        ("parent", "yes") => Ok(Applicant::Parent { under_one: true }),
        ("parent", "no") => Ok(Applicant::Parent { under_one: false }),
        ("parent", _) => Err(Field::UnderOne),
        _ => Err(Field::Applicant),
    }
}
