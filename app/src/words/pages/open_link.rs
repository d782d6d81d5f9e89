//! The page behind the mailed link.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// The page behind the mailed link.
    pub struct OpenLink {
        /// Heading when it can be used.
        ready_title: Text,
        /// Whose application, and until when.
        ready: Template(last_four: &str, until: &str),
        /// That it can be used again, and what another device is asked.
        ready_again: Text,
        /// The button.
        go_on: Text,
        /// Heading.
        expired_title: Text,
        /// What to do.
        expired: Text,
        /// Heading.
        replaced_title: Text,
        /// Why, and what to do.
        replaced: Text,
        /// The button.
        renew: Text,
        /// What to do.
        under_way: Text,
        /// Heading.
        finished_title: Text,
        /// What to do.
        finished: Text,
        /// Heading.
        unknown_title: Text,
        /// What to do.
        unknown: Text,
        /// Link to the start.
        start_again: Text,
    }
}
