//! ③ and ④: the mail address, read back, and the mail on its way.

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// ③ and ④: the mail address, read back, and the mail on its way.
    pub struct Mail {
        /// Heading.
        title: Text,
        /// What it is for.
        why: Text,
        /// Heading of the note on filters.
        allow_title: Text,
        /// The note on filters; the sender's domain follows, and its address.
        allow: Text,
        /// The whole address.
        sender: Template(mail_from: &str),
        /// Under the label.
        name_hint: Text,
        /// Under the label.
        address_hint: Text,
        /// Label.
        address_again: Text,
        /// Under the label.
        address_again_hint: Text,
        /// Heading of the picture authentication.
        picture_title: Text,
        /// The picture's alternative text.
        picture_alt: Text,
        /// The sound's name.
        sound: Text,
        /// Link to the sound as a file.
        sound_file: Text,
        /// Label.
        answer: Text,
        /// Under the label.
        answer_hint: Text,
        /// In place of the picture, once it was answered rightly.
        answered: Text,
        /// The button for another picture.
        another: Text,
        /// When neither picture nor sound can be used.
        neither_title: Text,
        /// What to do then.
        neither: Text,
        /// Label of the box that a person leaves empty; people do not come to see it.
        honeypot: Text,
        /// Heading of the check page.
        check_title: Text,
        /// What to do there.
        check: Text,
        /// Under the ID.
        check_id: Text,
        /// Asks about a domain that looks like a slip of the finger.
        is_meant: Template(domain: &str, suggested: &str),
        /// What to do about it.
        meant: Text,
        /// Heading of the sent page.
        sent_title: Text,
        /// Heading of the good news.
        registered: Text,
        /// Where the mail went.
        sent_to: Template(address: &str),
        /// Where the mail went, when the address is not shown here.
        sent: Text,
        /// Heading of the steps.
        sent_steps_title: Text,
        /// Opening the link elsewhere.
        sent_other_device: Text,
        /// Opens the help.
        missing_title: Text,
        /// The button.
        resend: Text,
        /// The link to the address form.
        correct: Text,
        /// The button that takes the nearest name.
        take_name: Template(name: &str),
        /// The steps.
        sent_steps: [Text; 3],
        /// The steps for somebody under one year of age, who has no photo.
        sent_steps_without_photo: [Text; 3],
        /// The help: how long it takes.
        missing_time: Text,
        /// The help: where else it may be.
        missing_spam: Text,
        /// The help: what may keep it away.
        missing_filter: Template(mail_from: &str),
    }
}
