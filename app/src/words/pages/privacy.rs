//! How personal data are handled.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// How personal data are handled.
    pub struct Privacy {
        /// Heading.
        title: Text,
        /// What the page is about.
        lead: Text,
        /// Heading.
        kept_title: Text,
        /// What is kept.
        kept: [Text; 5],
        /// Heading.
        purpose_title: Text,
        /// What it is used for.
        purpose: Text,
        /// Heading.
        term_title: Text,
        /// Column.
        term_state: Text,
        /// Column.
        term_days: Text,
        /// Row.
        unverified: Text,
        /// Row.
        unfinished: Text,
        /// Row.
        handed_over: Text,
        /// Row.
        unused_form: Text,
        /// Row.
        record: Text,
        /// So many days.
        days: Template(count: i64),
        /// After the table.
        then: [Text; 2],
        /// Heading.
        safe_title: Text,
        /// What is done.
        safe: [Text; 4],
        /// Heading.
        cookie_title: Text,
        /// What cookies are for.
        cookie: Text,
        /// Heading.
        ask_title: Text,
        /// Where to ask.
        ask: Text,
    }
}
