//! Good news, and what was changed without being asked.

use crate::notice::Notice;
use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// Good news, and what was changed without being asked.
    pub struct Notices {
        /// Heading for [`Notice`] of this name.
        mail_sent_again_title: Text,
        /// More about it.
        mail_sent_again: Text,
        /// Heading for [`Notice`] of this name.
        link_renewed_title: Text,
        /// More about it.
        link_renewed: Text,
        /// Heading for [`Notice`] of this name.
        code_sent_again_title: Text,
        /// More about it.
        code_sent_again: Text,
        /// Heading for [`Notice`] of this name.
        picture_changed_title: Text,
        /// More about it.
        picture_changed: Text,
        /// Heading for [`Notice`] of this name.
        name_changed_title: Text,
        /// More about it.
        name_changed: Text,
        /// Heading for [`Notice`] of this name.
        letters_read_title: Text,
        /// More about it.
        letters_read: Text,
        /// Heading for [`Notice`] of this name.
        is_infant_title: Text,
        /// More about it.
        is_infant: Text,
        /// Heading for [`Notice`] of this name.
        photo_gone_title: Text,
        /// More about it.
        photo_gone: Text,
        /// Heading for [`Notice`] of this name.
        photo_needed_title: Text,
        /// More about it.
        photo_needed: Text,
    }
}

impl Notices {
    /// Heading, and more about it.
    pub const fn of(&self, notice: Notice) -> (Text, Text) {
        match notice {
            Notice::MailSentAgain => (self.mail_sent_again_title, self.mail_sent_again),
            Notice::LinkRenewed => (self.link_renewed_title, self.link_renewed),
            Notice::CodeSentAgain => (self.code_sent_again_title, self.code_sent_again),
            Notice::PictureChanged => (self.picture_changed_title, self.picture_changed),
            Notice::NameChanged => (self.name_changed_title, self.name_changed),
            Notice::LettersRead => (self.letters_read_title, self.letters_read),
            Notice::IsInfant => (self.is_infant_title, self.is_infant),
            Notice::PhotoGone => (self.photo_gone_title, self.photo_gone),
            Notice::PhotoNeeded => (self.photo_needed_title, self.photo_needed),
        }
    }
}
