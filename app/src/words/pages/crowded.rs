//! The page for whom there is no place at the moment.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// The page for whom there is no place at the moment.
    pub struct Crowded {
        /// Heading.
        title: Text,
        /// What nobody need fear.
        nothing_is_lost: Text,
        /// What happens next, after such a time.
        body: Template(wait: &str),
    }
}
