//! ⑦ Birth date, certificates, braille.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, FormProblems, Problem};
use rules::{
    BirthDate, BirthDateFields, BirthDateProblem, BrailleName, BrailleNameProblem, Certificates,
    CivilDate, Details, tick,
};
use serde::{Deserialize, Serialize};

use super::answer::answer;
use super::form::{Form, Sent};
use crate::components::birth_date_controls;
use crate::refusal::Refusal;
use crate::typed::Typed;

/// The form of the details.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DetailsForm {
    #[serde(flatten)]
    birth_date: BirthDateFields,
    /// The button that takes the date offered for one outside its era.
    birth_date_correct: String,
    /// `issue` or `decline`.
    certificates: String,
    #[serde(with = "tick")]
    decline_signature: bool,
    #[serde(with = "tick")]
    decline_authentication: bool,
    /// `yes` or `no`.
    braille_wish: String,
    braille: String,
    #[serde(with = "tick")]
    details_declaration: bool,
}

/// Gives the details.
///
/// # Errors
/// What is wrong, for a script only.
#[server(prefix = "/api", endpoint = "details/give")]
pub async fn give_details(#[server(flatten)] sent: Sent<DetailsForm>) -> Result<(), Refusal> {
    answer(Page::Details, sent, |portal, details| async move {
        portal.give_details(details).await
    })
    .await
}

impl Form for DetailsForm {
    type Given = Details;

    fn read(&self, today: CivilDate) -> Result<Details, FormProblems> {
        let mut problems = FormProblems::new();
        let birth_date = BirthDate::read(&self.birth_date, today);
        let birth_date = problems.take(Field::BirthDate, birth_date);
        let certificates = problems.take(Field::Certificates, self.certificates());
        let braille = problems.take(Field::Braille, self.braille());
        problems.require(Field::DetailsDeclaration, self.details_declaration);
        match (birth_date, certificates, braille, problems.is_empty()) {
            (Some(birth_date), Some(certificates), Some(braille), true) => Ok(Details {
                birth_date,
                certificates,
                braille,
            }),
            _ => Err(problems),
        }
    }

    fn typed(&self) -> Typed {
        let tick = |is_ticked| tick::text(is_ticked).to_owned();
        let rest = [
            ("certificates", self.certificates.clone()),
            ("decline_signature", tick(self.decline_signature)),
            ("decline_authentication", tick(self.decline_authentication)),
            ("braille_wish", self.braille_wish.clone()),
            ("braille", self.braille.clone()),
        ];
        let date = birth_date_controls(&self.birth_date);
        date.into_iter().chain(rest).collect()
    }

    /// Return in any box presses the first button of a form, and that may be the one that takes
    /// the date offered: one that was changed in the meantime has no such offer any more and
    /// stays as it was typed.
    fn with_offer_taken(self, today: CivilDate) -> Self {
        if self.birth_date_correct.is_empty() {
            return self;
        }
        let read = BirthDate::read(&self.birth_date, today);
        match read.err().and_then(BirthDateProblem::suggestion) {
            Some(meant) => Self {
                birth_date: meant.fields(),
                ..self
            },
            None => self,
        }
    }
}

impl DetailsForm {
    /// The certificates wanted. Boxes that contradict the choice above them are
    /// asked about rather than guessed at.
    fn certificates(&self) -> Result<Certificates, Problem> {
        let wish = Certificates {
            signature: !self.decline_signature,
            authentication: !self.decline_authentication,
        };
        match (self.certificates.as_str(), wish == Certificates::BOTH) {
            ("issue", true) | ("decline", false) => Ok(wish),
            _ => Err(Problem::Required),
        }
    }

    /// The reading, if braille is wished.
    fn braille(&self) -> Result<Option<BrailleName>, BrailleNameProblem> {
        match self.braille_wish.as_str() {
            "yes" => BrailleName::parse(&self.braille).map(Some),
            _ => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_press_takes_the_date_that_is_offered_and_no_other() {
        let today = CivilDate::new(2026, 11, 22).unwrap();
        let after = |era: &str, year: &str, is_pressed: bool| {
            let form = DetailsForm {
                birth_date: BirthDateFields {
                    era: era.to_owned(),
                    year: year.to_owned(),
                    month: "1".to_owned(),
                    day: "8".to_owned(),
                    ..BirthDateFields::default()
                },
                birth_date_correct: tick::text(is_pressed).to_owned(),
                ..DetailsForm::default()
            };
            let date = form.with_offer_taken(today).birth_date;
            (date.era, date.year)
        };
        let is = |era: &str, year: &str| (era.to_owned(), year.to_owned());
        assert_eq!(after("S", "64", true), is("H", "1"));
        assert_eq!(after("S", "64", false), is("S", "64"));
        assert_eq!(after("S", "63", true), is("S", "63"));
        assert_eq!(after("", "64", true), is("", "64"));
    }
}
