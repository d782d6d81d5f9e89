//! ⑦ Birth date, certificates, braille.

#![expect(
    clippy::too_many_arguments,
    reason = "a server function has one argument for each control of its form"
)]

use std::sync::Arc;

use leptos::prelude::*;
use rules::form::{Field, FormProblems, Problem};
use rules::journey::Page;
use rules::{BirthDate, BirthDateFields, BrailleName, Certificates, CivilDate, Details};

use super::answer::{Form, answer};
use crate::portal::Portal;
use crate::refusal::Refusal;

/// Gives the details. `certificates` is `issue` or `decline`, `braille_wish`
/// `yes` or `no`.
///
/// # Errors
/// What is wrong, for a script only.
#[server(prefix = "/api", endpoint = "details/give")]
pub async fn give_details(
    #[server(default)] era: String,
    #[server(default)] year: String,
    #[server(default)] month: String,
    #[server(default)] day: String,
    #[server(default)] certificates: String,
    #[server(default)] decline_signature: String,
    #[server(default)] decline_authentication: String,
    #[server(default)] braille_wish: String,
    #[server(default)] braille: String,
    #[server(default)] details_declaration: String,
) -> Result<(), Refusal> {
    let form = Form::on(Page::Details.path())
        .typed("era", era)
        .typed("year", year)
        .typed("month", month)
        .typed("day", day)
        .typed("certificates", certificates)
        .typed("decline_signature", decline_signature)
        .typed("decline_authentication", decline_authentication)
        .typed("braille_wish", braille_wish)
        .typed("braille", braille)
        .secret("details_declaration", details_declaration);
    let today = expect_context::<Arc<dyn Portal>>().now().japan_day();
    let details = read(&form, today);
    answer(
        form,
        |portal| async move { portal.give_details(details?).await },
    )
    .await
}

fn read(form: &Form, today: CivilDate) -> Result<Details, Refusal> {
    let mut problems = FormProblems::new();
    let birth_date = problems.take(Field::BirthDate, birth_date(form, today));
    let certificates = problems.take(Field::Certificates, certificates(form));
    let braille = problems.take(Field::Braille, braille(form));
    problems.require(
        Field::DetailsDeclaration,
        form.is_ticked("details_declaration"),
    );
    match (birth_date, certificates, braille, problems.is_empty()) {
        (Some(birth_date), Some(certificates), Some(braille), true) => Ok(Details {
            birth_date,
            certificates,
            braille,
        }),
        _ => Err(Refusal::Form(problems)),
    }
}

/// The birth date in the four controls of a form.
pub(super) fn birth_date(
    form: &Form,
    today: CivilDate,
) -> Result<BirthDate, rules::BirthDateProblem> {
    let fields = BirthDateFields {
        era: form.value("era").to_owned(),
        year: form.value("year").to_owned(),
        month: form.value("month").to_owned(),
        day: form.value("day").to_owned(),
    };
    BirthDate::read(&fields, today)
}

/// The certificates wanted. Boxes that contradict the choice above them are
/// asked about rather than guessed at.
fn certificates(form: &Form) -> Result<Certificates, Problem> {
    let wish = Certificates {
        signature: !form.is_ticked("decline_signature"),
        authentication: !form.is_ticked("decline_authentication"),
    };
    match (form.value("certificates"), wish == Certificates::BOTH) {
        ("issue", true) | ("decline", false) => Ok(wish),
        _ => Err(Problem::Required),
    }
}

/// The reading, if braille is wished.
fn braille(form: &Form) -> Result<Option<BrailleName>, rules::BrailleNameProblem> {
    match form.value("braille_wish") {
        "yes" => BrailleName::parse(form.value("braille")).map(Some),
        _ => Ok(None),
    }
}
