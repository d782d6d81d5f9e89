//! What a form is: one struct for each, whose fields are its controls, by their names.

use std::fmt;

use rules::CivilDate;
use rules::form::{Field, FormProblems};
use serde::{Deserialize, Serialize};

use crate::applicant::portal::About;
use crate::typed::Typed;

/// A form as it was sent: what stands in its own controls, and which application its page
/// belongs to.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Sent<F> {
    /// What the hidden control [`About::CONTROL`] held.
    #[serde(default)]
    about: String,
    #[serde(flatten)]
    pub(crate) form: F,
}

impl<F> fmt::Debug for Sent<F> {
    /// What was typed is personal data.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Sent(…)")
    }
}

impl<F> Sent<F> {
    /// The application that the form names, if it names one.
    pub(crate) fn about(&self) -> Option<About> {
        About::read(&self.about)
    }
}

/// A form whose controls can be read.
pub(crate) trait Form: Sized {
    /// What the rules make of it.
    type Given;

    /// What is given, or everything that is wrong with it. `today` is a day in Japan.
    fn read(&self, today: CivilDate) -> Result<Self::Given, FormProblems>;

    /// What was typed, by control; shown again where it is refused. No secrets: no answers to
    /// pictures, no codes, and no declarations, which are made anew.
    fn typed(&self) -> Typed {
        Typed::default()
    }

    /// The form with what it offered in place of what was typed, where its button for that was
    /// pressed.
    fn with_offer_taken(self, _today: CivilDate) -> Self {
        self
    }
}

/// A form that is a button only.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Button {}

impl Form for Button {
    type Given = ();

    fn read(&self, _: CivilDate) -> Result<(), FormProblems> {
        Ok(())
    }
}

/// Fine if the tick under what was given is set.
pub(crate) fn declared(field: Field, is_ticked: bool) -> Result<(), FormProblems> {
    let mut problems = FormProblems::new();
    problems.require(field, is_ticked);
    problems.into_result()
}
