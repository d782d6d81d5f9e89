//! The reasons for which the office accepts a photo that breaks a rule.

use photo_check::Exception;

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// The reasons for which the office accepts a photo that breaks a rule.
    pub struct Reasons {
        /// [`Exception::HeadCovering`].
        head_covering: Reason,
        /// [`Exception::EyeCovering`].
        eye_covering: Reason,
        /// [`Exception::EyesCannotOpen`].
        eyes_cannot_open: Reason,
        /// [`Exception::LyingInfant`].
        lying_infant: Reason,
        /// [`Exception::Equipment`].
        equipment: Reason,
        /// [`Exception::Posture`].
        posture: Reason,
    }
}

catalogue! {
    without gaps
    /// A reason in words.
    pub struct Reason {
        /// What is ticked, and what the review says.
        label: Text,
        /// For example.
        hint: Text,
    }
}

impl Reasons {
    /// The words for a reason.
    pub const fn of(&self, exception: Exception) -> Reason {
        match exception {
            Exception::HeadCovering => self.head_covering,
            Exception::EyeCovering => self.eye_covering,
            Exception::EyesCannotOpen => self.eyes_cannot_open,
            Exception::LyingInfant => self.lying_infant,
            Exception::Equipment => self.equipment,
            Exception::Posture => self.posture,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::ja::WORDS;

    #[test]
    fn every_reason_is_ticked_by_its_own_words() {
        let words = &WORDS.exceptions;
        let labels: BTreeSet<_> = Exception::ALL.map(|one| words.of(one).label).into();
        assert_eq!(labels.len(), Exception::ALL.len());
        assert!(
            Exception::ALL
                .into_iter()
                .all(|one| words.of(one).hint.ends_with('。'))
        );
    }
}
