//! ② The terms, and who applies.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// ② The terms, and who applies.
    pub struct Terms {
        /// Heading.
        title: Text,
        /// Heading of the summary.
        summary_title: Text,
        /// What matters most, in short.
        summary: [Text; 4],
        /// The version of the terms.
        version: Template(version: &str),
        /// Over the two boxes.
        statements: Text,
        /// First box of the leaflet.
        of_age: Text,
        /// Second box of the leaflet.
        consent: Text,
        /// Before the link to what the second box speaks of.
        read: Text,
        /// Question.
        who: Text,
        /// Choice.
        myself: Text,
        /// Choice.
        child: Text,
        /// Choice.
        infant: Text,
        /// Choice.
        ward: Text,
        /// Under the choice.
        myself_hint: Text,
        /// Under the choice.
        child_hint: Text,
        /// Under the choice.
        infant_hint: Text,
        /// Under the choice.
        ward_hint: Text,
        /// For somebody who changes who applies.
        change_title: Text,
        /// What happens then.
        change: Text,
        /// Opens the way without the portal.
        disagree_title: Text,
        /// The way without the portal.
        disagree: Text,
        /// Before the application ID is given.
        begin_hint: Text,
        /// See [`BEGIN_HINT`].
        begin: Text,
    }
}
