//! Another application was begun in another tab.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// Another application was begun in another tab.
    pub struct Other {
        /// Heading.
        title: Text,
        /// What was not done, and why.
        nothing_done: Text,
        /// Heading over the choices.
        choose: Text,
        /// The application that the form belongs to, or was under way before.
        go_back: Template(last_four: &str),
        /// What becomes of what was typed.
        go_back_hint: Text,
        /// The application begun last.
        go_on: Template(last_four: &str),
        /// The application before is not at hand any more.
        not_at_hand: Text,
        /// To the application ID.
        begin: Text,
    }
}
