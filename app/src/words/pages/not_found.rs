//! The page for an address where nothing is.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// The page for an address where nothing is.
    pub struct NotFound {
        /// Heading.
        title: Text,
        /// What to do with an address typed by hand.
        typed: Text,
        /// What to do with an address copied from a mail.
        copied: Text,
        /// Link to the start.
        start: Text,
    }
}
