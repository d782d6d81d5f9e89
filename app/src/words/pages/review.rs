//! ⑧ Everything, looked over.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// ⑧ Everything, looked over.
    pub struct Review {
        /// Heading.
        title: Text,
        /// Heading of the warning.
        unfinished_title: Text,
        /// What is left to do.
        unfinished: Text,
        /// Below the answers: those that cannot be changed.
        fixed: Text,
        /// Heading of the word about an age that nobody can tell from the birth date.
        age_title: Text,
        /// Why.
        age: Text,
        /// Row.
        applicant: Text,
        /// Row.
        certificates: Text,
        /// Row.
        braille: Text,
        /// A photo is kept.
        photo_alt: Text,
        /// Key: why the photo may break a rule.
        photo_reason: Text,
        /// An infant.
        no_photo: Text,
    }
}
