use serde::{Deserialize, Serialize};

use crate::PhotoKey;

/// What must be done outside, written down in the transaction that changes the state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// Send the mail with the link; its token is made when the mail is sent.
    SendLink,
    /// Send the mail with the device code; it is made when the mail is sent.
    SendDeviceCode,
    /// Send the mail that says the application has been received.
    SendReceived,
    /// Delete a photo that has been replaced.
    DiscardPhoto(PhotoKey),
}

impl Effect {
    /// The effect's name in tables and logs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::SendLink => "SendLink",
            Self::SendDeviceCode => "SendDeviceCode",
            Self::SendReceived => "SendReceived",
            Self::DiscardPhoto(_) => "DiscardPhoto",
        }
    }
}
