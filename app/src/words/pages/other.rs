//! The applications under way in one browser.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// The applications under way in one browser.
    pub struct Other {
        /// Heading.
        title: Text,
        /// Title where a form was refused that belongs to none of them.
        refused_title: Text,
        /// What was not done, and why.
        nothing_done: Text,
        /// Goes on with one of them.
        go_on: Template(last_four: &str),
        /// What becomes of what was typed.
        go_on_hint: Text,
        /// One that is not among them.
        not_at_hand: Text,
        /// To the application ID.
        begin: Text,
        /// On each page of one of several: which it is.
        which: Template(last_four: &str),
        /// From there to the others.
        switch: Text,
    }
}
