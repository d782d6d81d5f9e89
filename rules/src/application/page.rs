use serde::{Deserialize, Serialize};

/// The guarded pages of the journey, in their order.
///
/// Pages that show nothing of an application (help, privacy, status, the page
/// behind the mailed link) are not here: anybody may see them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Page {
    /// ① The application ID.
    Start,
    /// ② The terms.
    Terms,
    /// ③ The mail address.
    Mail,
    /// ③ The mail address, read back.
    MailCheck,
    /// ④ A mail is on its way.
    MailSent,
    /// ⑤ The device code.
    Device,
    /// ⑥ The face photo.
    Photo,
    /// ⑥ The face photo, looked over.
    PhotoCheck,
    /// ⑦ Birth date, certificates, braille.
    Details,
    /// ⑧ Everything, looked over.
    Review,
    /// ⑨ The receipt.
    Done,
}

impl Page {
    /// Every page in order.
    pub const ALL: [Self; 11] = [
        Self::Start,
        Self::Terms,
        Self::Mail,
        Self::MailCheck,
        Self::MailSent,
        Self::Device,
        Self::Photo,
        Self::PhotoCheck,
        Self::Details,
        Self::Review,
        Self::Done,
    ];

    /// Its path; holds no personal data.
    pub fn path(self) -> &'static str {
        match self {
            Self::Start => "/",
            Self::Terms => "/terms",
            Self::Mail => "/mail",
            Self::MailCheck => "/mail/check",
            Self::MailSent => "/mail/sent",
            Self::Device => "/device",
            Self::Photo => "/photo",
            Self::PhotoCheck => "/photo/check",
            Self::Details => "/details",
            Self::Review => "/review",
            Self::Done => "/done",
        }
    }

    /// The leaflet's step, 1 to 9.
    pub fn step(self) -> u8 {
        match self {
            Self::Start => 1,
            Self::Terms => 2,
            Self::Mail | Self::MailCheck => 3,
            Self::MailSent => 4,
            Self::Device => 5,
            Self::Photo | Self::PhotoCheck => 6,
            Self::Details => 7,
            Self::Review => 8,
            Self::Done => 9,
        }
    }
}
