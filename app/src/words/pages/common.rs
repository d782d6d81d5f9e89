//! Words that several pages share.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// Words that several pages share.
    pub struct Common {
        /// The tick under what was given.
        correct: Text,
        /// Looks at what was given.
        confirm: Text,
        /// Registers what was given.
        register: Text,
        /// Back to the page before.
        back: Text,
        /// Beside each thing that can be changed.
        change: Text,
        /// To the start page.
        to_start: Text,
        /// A choice.
        yes: Text,
        /// A choice.
        no: Text,
        /// Name of the thing.
        application_id: Text,
        /// Name of the thing.
        contact_name: Text,
        /// Name of the thing.
        mail_address: Text,
        /// Name of the thing.
        birth_date: Text,
        /// Name of the thing.
        receipt_number: Text,
        /// Name of the thing.
        face_photo: Text,
        /// Said of somebody under one year of age, who has no photo on the card.
        no_photo_under_one: Text,
    }
}
