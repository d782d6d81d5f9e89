//! The status of a submitted application.

use std::sync::Arc;

use leptos::prelude::*;
use rules::form::{Field, FormProblems};
use rules::{BirthDate, CivilDate, ReceiptNumber};

use super::answer::{Form, Next, answer};
use super::details::birth_date;
use crate::applicant::portal::Portal;
use crate::refusal::Refusal;

/// Path of the status page.
pub(crate) const STATUS: &str = "/status";

/// Looks an application up by receipt number and birth date.
///
/// # Errors
/// What is wrong, for a script only.
#[server(prefix = "/api", endpoint = "status/look")]
pub async fn look_up(
    #[server(default)] receipt_number: String,
    #[server(default)] era: String,
    #[server(default)] year: String,
    #[server(default)] month: String,
    #[server(default)] day: String,
    #[server(default)] month_unknown: String,
    #[server(default)] day_unknown: String,
) -> Result<(), Refusal> {
    let form = Form::on(STATUS)
        .typed("receipt_number", receipt_number)
        .typed("era", era)
        .typed("year", year)
        .typed("month", month)
        .typed("day", day)
        .typed("month_unknown", month_unknown)
        .typed("day_unknown", day_unknown);
    let today = expect_context::<Arc<dyn Portal>>().now().japan_day();
    let asked = read(&form, today);
    answer(form, |portal| async move {
        let (receipt, birth_date) = asked?;
        portal.look_up(receipt, birth_date).await?;
        Ok(Next::Here)
    })
    .await
}

fn read(form: &Form, today: CivilDate) -> Result<(ReceiptNumber, BirthDate), Refusal> {
    let mut problems = FormProblems::new();
    let receipt = ReceiptNumber::parse(form.value("receipt_number"));
    let receipt = problems.take(Field::ReceiptNumber, receipt);
    let birth_date = problems.take(Field::BirthDate, birth_date(form, today));
    match (receipt, birth_date) {
        (Some(receipt), Some(birth_date)) => Ok((receipt, birth_date)),
        _ => Err(Refusal::Form(problems)),
    }
}
