//! ① The application ID.

use leptos::prelude::*;
use rules::ApplicationId;
use rules::application::{FormGiven, GivenBy, Page};
use rules::form::{Field, FormProblems};

use super::answer::{Form, Next, answer};
use crate::refusal::Refusal;
use crate::words::pages::common;

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
    answer(form, |portal| async move {
        let (given, has_letters) = given?;
        let page = portal.give_form(given).await?;
        Ok(if has_letters {
            Next::Told(page, common::LETTERS_READ)
        } else {
            page.into()
        })
    })
    .await
}

/// The form, and whether letters in its ID were read as digits.
fn read(form: &Form) -> Result<(FormGiven, bool), Refusal> {
    let typed = form.value("application_id");
    let read = ApplicationId::parse(typed).map(|id| (id, false));
    let (id, has_letters) = read
        .or_else(|problem| {
            ApplicationId::parse(&ApplicationId::digits_for_letters(typed))
                .map(|id| (id, true))
                .map_err(|_| problem)
        })
        .map_err(|problem| Refusal::Form(FormProblems::one(Field::ApplicationId, problem)))?;
    let by = if form.value("by") == "qr" {
        GivenBy::Qr
    } else {
        GivenBy::Typed
    };
    Ok((FormGiven { id, by }, has_letters))
}
