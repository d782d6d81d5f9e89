//! ① The application ID.

use leptos::prelude::*;
use rules::application::{FormGiven, GivenBy, Page};
use rules::form::{Field, FormProblems};
use rules::{ApplicationId, CivilDate};
use serde::{Deserialize, Serialize};

use super::answer::{Next, answer};
use super::form::{Form, Sent};
use crate::applicant::Notice;
use crate::refusal::Refusal;
use crate::typed::Typed;

/// The form of the application ID.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StartForm {
    application_id: String,
    /// `qr` if it came by the QR code's address.
    by: String,
}

/// Begins an application with the ID of a form.
///
/// # Errors
/// What is wrong with the ID, for a script only.
#[server(prefix = "/api", endpoint = "start/give")]
pub async fn give_form(#[server(flatten)] sent: Sent<StartForm>) -> Result<(), Refusal> {
    answer(
        Page::Start,
        sent,
        |portal, (given, has_letters)| async move {
            let page = portal.give_form(given).await?;
            Ok(if has_letters {
                Next::Told(page, Notice::LettersRead)
            } else {
                page.into()
            })
        },
    )
    .await
}

impl Form for StartForm {
    /// The form, and whether letters in its ID were read as digits.
    type Given = (FormGiven, bool);

    fn read(&self, _: CivilDate) -> Result<(FormGiven, bool), FormProblems> {
        let typed = self.application_id.as_str();
        let read = ApplicationId::parse(typed).map(|id| (id, false));
        let (id, has_letters) = read
            .or_else(|problem| {
                ApplicationId::parse(&ApplicationId::digits_for_letters(typed))
                    .map(|id| (id, true))
                    .map_err(|_| problem)
            })
            .map_err(|problem| FormProblems::one(Field::ApplicationId, problem))?;
        let by = if self.by == "qr" {
            GivenBy::Qr
        } else {
            GivenBy::Typed
        };
        Ok((FormGiven { id, by }, has_letters))
    }

    fn typed(&self) -> Typed {
        let typed = ("application_id", self.application_id.clone());
        [typed].into_iter().collect()
    }
}
