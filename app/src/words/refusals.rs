//! Why something was not done, and what to do instead.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// Why something was not done, and what to do instead.
    pub struct Refusals {
        /// A field is wrong.
        form_title: Text,
        /// What to do.
        form: Text,
        /// The page is not for now.
        elsewhere_title: Text,
        /// What to do.
        elsewhere: Text,
        /// The form was applied with before.
        already_submitted_title: Text,
        /// What to do.
        already_submitted: Text,
        /// The session is over.
        session_over_title: Text,
        /// What to do.
        session_over: Text,
        /// Too often.
        too_many_title: Text,
        /// What to do.
        too_many: Template(wait: &str),
        /// No place at the moment.
        crowded_title: Text,
        /// What to do.
        crowded: Template(wait: &str),
        /// Changed elsewhere meanwhile.
        changed_title: Text,
        /// What to do.
        changed: Text,
        /// A fault of ours.
        unavailable_title: Text,
        /// What to do.
        unavailable: Template(reference: &str),
        /// No form of ours.
        malformed_title: Text,
        /// What to do.
        malformed: Text,
        /// The browser keeps no cookie.
        no_cookie_title: Text,
        /// What to do.
        no_cookie: Text,
        /// Sent from a page of another site.
        foreign_form_title: Text,
        /// What to do.
        foreign_form: Template(address: &str),
    }
}
