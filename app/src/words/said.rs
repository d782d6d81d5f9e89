//! What something is, and what to do about it.

use super::sentence::{Text, catalogue};

catalogue! {
    without gaps
    /// What was found, and what the applicant can do about it.
    pub struct Said {
        /// What was found.
        what: Text,
        /// What the applicant can do about it.
        remedy: Text,
    }
}
