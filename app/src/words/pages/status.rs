//! Where a submitted application stands.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// Where a submitted application stands.
    pub struct Status {
        /// Heading.
        title: Text,
        /// What is needed.
        needed: Text,
        /// Under the label.
        receipt_hint: Text,
        /// The button.
        look: Text,
        /// Heading of the answer.
        answer_title: Text,
        /// Row.
        state: Text,
        /// The office has it.
        received: Text,
        /// What that means.
        received_means: Text,
        /// When it is done.
        again: Text,
    }
}
