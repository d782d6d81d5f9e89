//! The demonstration's own pages.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// The demonstration's own pages.
    pub struct Demo {
        /// Heading.
        title: Text,
        /// What this is.
        about: Text,
        /// Link.
        begin: Text,
        /// The picture's alternative text.
        qr_alt: Text,
        /// Link to the mail.
        mail: Text,
        /// Nothing to show.
        no_forms: Text,
        /// Heading.
        mail_title: Text,
        /// What this is.
        mail_about: Text,
        /// Nothing to show.
        no_mail: Text,
        /// Row.
        to: Text,
        /// Row.
        at: Text,
        /// Link.
        forms: Text,
        /// Link.
        reload: Text,
        /// Heading where there is no demonstration.
        absent_title: Text,
        /// What to do.
        absent: Text,
    }
}
