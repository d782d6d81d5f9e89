//! How the tables ask for a verdict.

use rules::{BirthDate, BirthDateFields, BirthDateProblem, CivilDate};

pub(crate) fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

pub(crate) fn today() -> CivilDate {
    day("2026-11-22")
}

pub(crate) fn verdict(text: &str) -> String {
    told(BirthDate::parse(text, today()))
}

pub(crate) fn told(read: Result<BirthDate, BirthDateProblem>) -> String {
    match read {
        Ok(birth_date) => birth_date.iso(),
        Err(problem) => match problem.suggestion() {
            Some(offered) => format!("{} -> {}", problem.kind(), offered.wareki()),
            None => problem.kind().to_owned(),
        },
    }
}

pub(crate) fn boxes(era: &str, year: &str, month: &str, day: &str) -> BirthDateFields {
    BirthDateFields {
        era: era.to_owned(),
        year: year.to_owned(),
        month: month.to_owned(),
        day: day.to_owned(),
        ..BirthDateFields::default()
    }
}

pub(crate) fn read(
    era: &str,
    year: &str,
    month: &str,
    day: &str,
) -> Result<BirthDate, BirthDateProblem> {
    BirthDate::read(&boxes(era, year, month, day), today())
}
