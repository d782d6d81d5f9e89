//! ⑦ Birth date, certificates, braille.

#![expect(
    clippy::too_many_arguments,
    reason = "a server function has one argument for each control of its form"
)]

use std::sync::Arc;

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, FormProblems, Problem};
use rules::{BirthDate, BirthDateFields, BrailleName, Certificates, CivilDate, Details};

use super::answer::{Form, answer, is_tick, tick};
use crate::applicant::portal::Portal;
use crate::refusal::Refusal;

/// Gives the details. `certificates` is `issue` or `decline`, `braille_wish`
/// `yes` or `no`; `birth_date_correct` is the button that takes the date offered
/// for one outside its era.
///
/// # Errors
/// What is wrong, for a script only.
#[server(prefix = "/api", endpoint = "details/give")]
pub async fn give_details(
    #[server(default)] era: String,
    #[server(default)] year: String,
    #[server(default)] month: String,
    #[server(default)] day: String,
    #[server(default)] month_unknown: String,
    #[server(default)] day_unknown: String,
    #[server(default)] birth_date_correct: String,
    #[server(default)] certificates: String,
    #[server(default)] decline_signature: String,
    #[server(default)] decline_authentication: String,
    #[server(default)] braille_wish: String,
    #[server(default)] braille: String,
    #[server(default)] details_declaration: String,
) -> Result<(), Refusal> {
    let today = expect_context::<Arc<dyn Portal>>().now().japan_day();
    let date = corrected(
        BirthDateFields {
            era,
            year,
            month,
            day,
            month_unknown: is_tick(&month_unknown),
            day_unknown: is_tick(&day_unknown),
        },
        !birth_date_correct.is_empty(),
        today,
    );
    let form = Form::on(Page::Details.path())
        .typed("era", date.era)
        .typed("year", date.year)
        .typed("month", date.month)
        .typed("day", date.day)
        .typed("month_unknown", tick(date.month_unknown))
        .typed("day_unknown", tick(date.day_unknown))
        .typed("certificates", certificates)
        .typed("decline_signature", decline_signature)
        .typed("decline_authentication", decline_authentication)
        .typed("braille_wish", braille_wish)
        .typed("braille", braille)
        .secret("details_declaration", details_declaration);
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

/// What was typed, or what is offered for it. Return in any box presses the first
/// button of a form, and that may be this one: a date that was changed in the
/// meantime has no such offer any more and stays as it was typed.
fn corrected(typed: BirthDateFields, is_wanted: bool, today: CivilDate) -> BirthDateFields {
    let read = is_wanted.then(|| BirthDate::read(&typed, today));
    match read
        .and_then(Result::err)
        .and_then(rules::BirthDateProblem::suggestion)
    {
        Some(meant) => meant.fields(),
        None => typed,
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
        month_unknown: form.is_ticked("month_unknown"),
        day_unknown: form.is_ticked("day_unknown"),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(era: &str, year: &str) -> BirthDateFields {
        BirthDateFields {
            era: era.to_owned(),
            year: year.to_owned(),
            month: "1".to_owned(),
            day: "8".to_owned(),
            ..BirthDateFields::default()
        }
    }

    #[test]
    fn one_press_takes_the_date_that_is_offered_and_no_other() {
        let today = CivilDate::new(2026, 11, 22).unwrap();
        let after = |era, year, is_wanted| {
            let date = corrected(fields(era, year), is_wanted, today);
            (date.era, date.year)
        };
        let is = |era: &str, year: &str| (era.to_owned(), year.to_owned());
        assert_eq!(after("S", "64", true), is("H", "1"));
        assert_eq!(after("S", "64", false), is("S", "64"));
        assert_eq!(after("S", "63", true), is("S", "63"));
        assert_eq!(after("", "64", true), is("", "64"));
    }
}
