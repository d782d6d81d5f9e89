//! Questions and answers.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// Questions and answers.
    pub struct Help {
        /// Heading.
        title: Text,
        /// What the page is about.
        lead: Text,
        /// Heading.
        ask_title: Text,
        /// Where to ask.
        ask: Text,
        /// Heading.
        before_title: Text,
        /// Questions with their answers.
        before: [[Text; 2]; 3],
        /// Heading.
        mail_title: Text,
        /// Questions with their answers.
        mail: [[Text; 2]; 3],
        /// Heading.
        photo_title: Text,
        /// Questions with their answers.
        photo: [[Text; 2]; 3],
        /// Heading.
        under_way_title: Text,
        /// Questions with their answers.
        under_way: [[Text; 2]; 2],
        /// Heading.
        after_title: Text,
        /// Questions with their answers.
        after: [[Text; 2]; 2],
    }
}

impl Help {
    /// The groups, in the order of the journey: heading, and its questions with their answers.
    pub const fn groups(&self) -> [(Text, &[[Text; 2]]); 5] {
        [
            (self.before_title, &self.before),
            (self.mail_title, &self.mail),
            (self.photo_title, &self.photo),
            (self.under_way_title, &self.under_way),
            (self.after_title, &self.after),
        ]
    }
}
