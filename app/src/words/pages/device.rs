//! ⑤ The device code.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// ⑤ The device code.
    pub struct Device {
        /// Heading.
        title: Text,
        /// Where the code went.
        sent_to: Template(masked_mail: &str),
        /// Why it is asked.
        why: Text,
        /// Label.
        code: Text,
        /// Under the label.
        code_hint: Template(minutes: u32),
        /// The button.
        send: Text,
        /// Opens the help.
        missing_title: Text,
        /// The help.
        missing: Text,
        /// The button.
        resend: Text,
    }
}
