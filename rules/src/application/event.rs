use super::MailKind;
use crate::PhotoKey;

/// What must be done outside, written down in the transaction that changes the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Send a mail of this kind.
    SendMail(MailKind),
    /// Delete a photo that has been replaced.
    DiscardPhoto(PhotoKey),
}

impl Effect {
    /// The effect's name in tables and logs.
    pub fn name(&self) -> String {
        match self {
            Self::SendMail(kind) => format!("SendMail({})", kind.name()),
            Self::DiscardPhoto(_) => "DiscardPhoto".to_owned(),
        }
    }
}
