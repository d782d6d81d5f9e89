//! The words printed on the sheet that comes with an application form.
//!
//! A `\n` stands where a line should end so that no word is torn.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    without gaps
    /// The words printed on the sheet.
    pub struct Sheet {
        /// What the sheet is.
        title: Text,
        /// What it is for.
        subtitle: Text,
        /// Above the ID.
        id_label: Text,
        /// What to do with it.
        lead: Text,
        /// Under the QR code.
        code_caption: Text,
        /// Heading.
        phone_heading: Text,
        /// How to begin with a phone.
        phone: Text,
        /// Heading.
        computer_heading: Text,
        /// How to begin at a computer.
        computer: Text,
        /// Heading.
        prepare_heading: Text,
        /// What to have ready.
        prepare: [Text; 3],
        /// Heading.
        steps_heading: Text,
        /// The nine steps.
        steps: [SheetStep; 9],
        /// Before each line of a list.
        bullet: Text,
        /// Heading.
        notes_heading: Text,
        /// What to mind.
        notes: [Text; 4],
        /// Heading over the office.
        office_heading: Text,
    }
}

catalogue! {
    without gaps
    /// One of the nine steps.
    pub struct SheetStep {
        /// Its name.
        name: Text,
        /// What the person does in it.
        what: Text,
    }
}
