//! ① The application form.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// ① The application form.
    pub struct Start {
        /// Heading.
        title: Text,
        /// For search engines.
        description: Text,
        /// Heading of the list of what is needed.
        needed_title: Text,
        /// What is needed.
        needed: [Text; 3],
        /// How long it takes.
        duration: Text,
        /// Under the ID's label.
        id_hint: Text,
        /// The button.
        begin: Text,
        /// Opens the help on the ID.
        lost_title: Text,
        /// Where the ID stands.
        lost_where: Text,
        /// When the form is lost or out of date.
        lost_new: Text,
        /// Link to the status page.
        status: Text,
        /// Heading for an applicant who is in the middle of it.
        under_way_title: Text,
        /// What such an applicant can do.
        under_way: Text,
        /// The link to it.
        under_way_link: Text,
        /// Heading of the page behind the QR code.
        qr_title: Text,
        /// Above the ID.
        qr_compare: Text,
        /// Why.
        qr_why: Text,
        /// Opens the help for another number.
        qr_differs_title: Text,
        /// What to do.
        qr_differs: Text,
        /// Link to the page where it is typed.
        type_it: Text,
        /// Opens the second form when the ID came by QR code.
        other_form_title: Text,
        /// Heading when the address behind the QR code holds no ID.
        qr_unreadable_title: Text,
        /// What to do then.
        qr_unreadable: Text,
    }
}
