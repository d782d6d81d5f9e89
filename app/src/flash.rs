//! What a page says of the last try on it.

use rules::form::{Field, FormProblems};

use crate::notice::Notice;
use crate::refusal::Refusal;
use crate::typed::Typed;

/// What was typed, and what is wrong with it. Kept in the encrypted session, or in an
/// encrypted cookie of a browser that has none; never in a URL.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Flash {
    /// Values by name of the form control, as typed.
    pub values: Typed,
    /// What is wrong, in page order.
    pub problems: FormProblems,
    /// Good news to show instead.
    pub notice: Option<Notice>,
    /// Why it was not done, where no field is at fault (too often, changed elsewhere …).
    #[serde(default)]
    pub refused: Option<Refusal>,
}

impl Flash {
    /// The value typed into the control of this name, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.values
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, value)| value)
    }

    /// Whether a box or choice of this name had this value.
    pub fn is_chosen(&self, name: &str, value: &str) -> bool {
        self.values
            .iter()
            .any(|(known, given)| known == name && given == value)
    }

    /// Whether something is wrong with this field.
    pub fn concerns(&self, field: Field) -> bool {
        self.problems.iter().any(|problem| problem.field == field)
    }
}
