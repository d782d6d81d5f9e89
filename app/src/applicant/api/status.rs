//! The status of a submitted application.

use leptos::prelude::*;
use rules::form::{Field, FormProblems};
use rules::{BirthDate, BirthDateFields, CivilDate, ReceiptNumber};
use serde::{Deserialize, Serialize};

use super::answer::{Next, answer};
use super::form::{Form, Sent};
use crate::components::birth_date_controls;
use crate::refusal::Refusal;
use crate::typed::Typed;

/// Path of the status page.
pub(crate) const STATUS: &str = "/status";

/// The form of the status page.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StatusForm {
    receipt_number: String,
    #[serde(flatten)]
    birth_date: BirthDateFields,
}

/// Looks an application up by receipt number and birth date.
///
/// # Errors
/// What is wrong, for a script only.
#[server(prefix = "/api", endpoint = "status/look")]
pub async fn look_up(#[server(flatten)] sent: Sent<StatusForm>) -> Result<(), Refusal> {
    answer(STATUS, sent, |portal, (receipt, birth_date)| async move {
        portal.look_up(receipt, birth_date).await?;
        Ok(Next::Here)
    })
    .await
}

impl Form for StatusForm {
    type Given = (ReceiptNumber, BirthDate);

    fn read(&self, today: CivilDate) -> Result<(ReceiptNumber, BirthDate), FormProblems> {
        let mut problems = FormProblems::new();
        let receipt = ReceiptNumber::parse(&self.receipt_number);
        let receipt = problems.take(Field::ReceiptNumber, receipt);
        let birth_date = BirthDate::read(&self.birth_date, today);
        let birth_date = problems.take(Field::BirthDate, birth_date);
        match (receipt, birth_date) {
            (Some(receipt), Some(birth_date)) => Ok((receipt, birth_date)),
            _ => Err(problems),
        }
    }

    fn typed(&self) -> Typed {
        let receipt = ("receipt_number", self.receipt_number.clone());
        let date = birth_date_controls(&self.birth_date);
        [receipt].into_iter().chain(date).collect()
    }
}
