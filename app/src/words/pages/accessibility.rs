//! The accessibility statement.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// The accessibility statement.
    pub struct Accessibility {
        /// Heading.
        title: Text,
        /// What the page is about.
        lead: Text,
        /// Heading.
        goal_title: Text,
        /// The standards aimed at.
        goal: Text,
        /// Heading.
        done_title: Text,
        /// What is done.
        done: [Text; 7],
        /// Heading.
        test_title: Text,
        /// How it is tested.
        test: [Text; 3],
        /// Heading.
        known_title: Text,
        /// What is not good enough yet.
        known: [Text; 2],
        /// Heading.
        ask_title: Text,
        /// Where to tell.
        ask: Text,
    }
}
