//! ⑦ Birth date, certificates, braille.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// ⑦ Birth date, certificates, braille.
    pub struct Details {
        /// Heading.
        title: Text,
        /// Under the birth date's legend.
        birth_hint: Text,
        /// What it is for.
        birth_why: Text,
        /// Opens the question on the certificates.
        certificates_title: Text,
        /// Question.
        certificates: Text,
        /// Under the question.
        certificates_hint: Text,
        /// For children and wards.
        no_signature_title: Text,
        /// For children and wards.
        no_signature: Text,
        /// Choice.
        issue: Text,
        /// Under the choice.
        issue_hint: Text,
        /// Choice.
        decline: Text,
        /// Under the choice.
        decline_hint: Text,
        /// Over the two boxes.
        declined: Text,
        /// Under it.
        declined_hint: Text,
        /// Box.
        decline_signature: Text,
        /// Box.
        decline_authentication: Text,
        /// Opens the question on the braille.
        braille_title: Text,
        /// Question.
        braille: Text,
        /// Choice.
        braille_no: Text,
        /// Choice.
        braille_yes: Text,
        /// Label.
        reading: Text,
        /// Under the label.
        reading_hint: Text,
        /// Both, in the review.
        both_issued: Text,
        /// One, in the review.
        only_signature: Text,
        /// One, in the review.
        only_authentication: Text,
        /// None, in the review.
        none_issued: Text,
        /// Takes the date offered for one outside its era.
        go_on_as: Template(date: &str),
    }
}
