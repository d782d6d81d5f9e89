//! ① The application ID.

use leptos::prelude::*;
use rules::ApplicationId;
use rules::form::{Field, FormProblems};
use rules::journey::{FormGiven, GivenBy, Page};

use super::answer::{Form, answer};
use crate::refusal::Refusal;

/// Begins an application with the ID of a form. `by` is `qr` if it came by the
/// QR code's address.
///
/// # Errors
/// What is wrong with the ID, for a script only.
#[server(prefix = "/api", endpoint = "start/give")]
pub async fn give_form(
    #[server(default)] application_id: String,
    #[server(default)] by: String,
) -> Result<(), Refusal> {
    let form = Form::on(Page::Start.path())
        .typed("application_id", application_id)
        .secret("by", by);
    let given = read(&form);
    answer(form, |portal| async move { portal.give_form(given?).await }).await
}

fn read(form: &Form) -> Result<FormGiven, Refusal> {
    let id = ApplicationId::parse(form.value("application_id"))
        .map_err(|problem| Refusal::Form(FormProblems::one(Field::ApplicationId, problem)))?;
    let by = if form.value("by") == "qr" {
        GivenBy::Qr
    } else {
        GivenBy::Typed
    };
    Ok(FormGiven { id, by })
}
