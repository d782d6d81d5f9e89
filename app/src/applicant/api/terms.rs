//! ② The terms, and who applies.

use leptos::prelude::*;
use rules::application::Page;
use rules::form::{Field, FormProblems};
use rules::{Applicant, CivilDate, tick};
use serde::{Deserialize, Serialize};

use super::answer::answer;
use super::form::{Form, Sent};
use crate::refusal::Refusal;
use crate::typed::Typed;

/// The form under the terms.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TermsForm {
    #[serde(with = "tick")]
    adult: bool,
    #[serde(with = "tick")]
    consent: bool,
    /// `myself`, `parent` of a child, `infant` for the parent of one under one year of age,
    /// `representative`.
    applicant: String,
}

/// Agrees to the terms and says who applies; also changes who applies later.
///
/// # Errors
/// What is not ticked or chosen, for a script only.
#[server(prefix = "/api", endpoint = "terms/agree")]
pub async fn agree_terms(#[server(flatten)] sent: Sent<TermsForm>) -> Result<(), Refusal> {
    answer(Page::Terms, sent, |portal, applicant| async move {
        portal.agree(applicant).await
    })
    .await
}

impl Form for TermsForm {
    type Given = Applicant;

    fn read(&self, _: CivilDate) -> Result<Applicant, FormProblems> {
        let mut problems = FormProblems::new();
        problems.require(Field::Adult, self.adult);
        problems.require(Field::Consent, self.consent);
        match applicant(&self.applicant) {
            Some(applicant) if problems.is_empty() => Ok(applicant),
            known => {
                problems.require(Field::Applicant, known.is_some());
                Err(problems)
            }
        }
    }

    fn typed(&self) -> Typed {
        let pairs = [
            ("adult", tick::text(self.adult).to_owned()),
            ("consent", tick::text(self.consent).to_owned()),
            ("applicant", self.applicant.clone()),
        ];
        pairs.into_iter().collect()
    }
}

/// Who applies, if an answer was chosen.
fn applicant(value: &str) -> Option<Applicant> {
    Some(match value {
        "myself" => Applicant::Myself,
        "parent" => Applicant::Parent { under_one: false },
        "infant" => Applicant::Parent { under_one: true },
        "representative" => Applicant::Representative,
        _ => return None,
    })
}
