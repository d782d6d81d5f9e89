//! Good news, and what was changed without being asked: told on the next page, once.

use serde::{Deserialize, Serialize};

/// What the next page tells. Kept in the sealed session under its name until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The mail with the link was sent again.
    MailSentAgain,
    /// A new link was sent.
    LinkRenewed,
    /// A new device code was sent.
    CodeSentAgain,
    /// Another picture is shown.
    PictureChanged,
    /// The nearest name was taken.
    NameChanged,
    /// Letters of an application ID were read as digits.
    LettersRead,
    /// The birth date is that of somebody under one year of age, for whom this is then.
    IsInfant,
    /// The photo was deleted: the card of somebody under one year of age has none.
    PhotoGone,
    /// A photo is needed after all.
    PhotoNeeded,
}

impl Notice {
    /// Whether it tells of what was changed without being asked, and not that something went well.
    pub const fn is_of_a_change(self) -> bool {
        match self {
            Self::LettersRead | Self::IsInfant | Self::PhotoGone | Self::PhotoNeeded => true,
            Self::MailSentAgain
            | Self::LinkRenewed
            | Self::CodeSentAgain
            | Self::PictureChanged
            | Self::NameChanged => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_kept_under_its_name() {
        let kept = serde_json::to_string(&Notice::MailSentAgain).unwrap();
        assert_eq!(kept, "\"mail_sent_again\"");
    }
}
