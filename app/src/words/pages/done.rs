//! ⑨ The receipt.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// ⑨ The receipt.
    pub struct Done {
        /// Heading.
        title: Text,
        /// The mail.
        mailed: Text,
        /// Row.
        received_at: Text,
        /// Beside the receipt number: when, and which form by the end of its ID.
        received: Template(at: &str, last_four: &str),
        /// Row.
        status_address: Text,
        /// How to keep it.
        keep: Text,
        /// Heading.
        next_title: Text,
        /// What happens next.
        next: [Text; 4],
        /// Link.
        family: Text,
        /// Button.
        leave: Text,
        /// Above the button.
        leave_why: Text,
    }
}
