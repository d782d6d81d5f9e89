//! What is wrong with a whole form.

use serde::{Deserialize, Serialize};

use super::{Field, FormProblem, Problem};

/// Everything that is wrong with a form, in page order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<FormProblem>", into = "Vec<FormProblem>")]
pub struct FormProblems(Vec<FormProblem>);

impl FormProblems {
    /// No problem yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// One problem.
    pub fn one(field: Field, problem: impl Into<Problem>) -> Self {
        Self(vec![FormProblem {
            field,
            problem: problem.into(),
        }])
    }

    /// Adds a problem at its place in page order; of the same field the first found
    /// stays first.
    pub fn add(&mut self, field: Field, problem: impl Into<Problem>) {
        let place = self.0.partition_point(|known| known.field <= field);
        self.0.insert(
            place,
            FormProblem {
                field,
                problem: problem.into(),
            },
        );
    }

    /// Keeps the value of a field, or adds what is wrong with it.
    pub fn take<T, P: Into<Problem>>(&mut self, field: Field, read: Result<T, P>) -> Option<T> {
        read.map_err(|problem| self.add(field, problem)).ok()
    }

    /// Adds [`Problem::Required`] unless a box is ticked.
    pub fn require(&mut self, field: Field, ticked: bool) {
        if !ticked {
            self.add(field, Problem::Required);
        }
    }

    /// What is wrong with a field first of all.
    pub fn of(&self, field: Field) -> Option<Problem> {
        self.0
            .iter()
            .find(|known| known.field == field)
            .map(|known| known.problem)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The problems in page order.
    pub fn iter(&self) -> core::slice::Iter<'_, FormProblem> {
        self.0.iter()
    }

    /// Fine if nothing is wrong.
    ///
    /// # Errors
    /// The problems themselves.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl From<Vec<FormProblem>> for FormProblems {
    fn from(mut problems: Vec<FormProblem>) -> Self {
        problems.sort_by_key(|known| known.field);
        Self(problems)
    }
}

impl From<FormProblems> for Vec<FormProblem> {
    fn from(problems: FormProblems) -> Self {
        problems.0
    }
}

impl<'a> IntoIterator for &'a FormProblems {
    type Item = &'a FormProblem;
    type IntoIter = core::slice::Iter<'a, FormProblem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
