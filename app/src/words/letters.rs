//! What the mails say. Blanks are `{{name}}`; the server fills them in and refuses a letter in
//! which one stays empty or a value finds none.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    without gaps
    /// What the mails say, each from a file of its own.
    pub struct Letters {
        /// What stands under every letter.
        signature: Text,
        /// The letter with the link into the application: its subject.
        link_subject: Text,
        /// The letter with the link into the application.
        link: Text,
        /// The letter with the device code: its subject.
        device_code_subject: Text,
        /// The letter with the device code.
        device_code: Text,
        /// The letter that says an application was received: its subject.
        received_subject: Text,
        /// The letter that says an application was received.
        received: Text,
        /// The letter with which the operator tries whether mail arrives: its subject.
        trial_subject: Text,
        /// The letter with which the operator tries whether mail arrives.
        trial: Text,
    }
}
