use super::{FormGiven, MailKind};
use crate::{Agreement, Contact, Details, PhotoKey, PhotoReceipt, ReceiptNumber};

/// What an applicant does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Gave the application ID.
    FormGiven(FormGiven),
    /// Agreed to the terms and said who applies.
    Agreed(Agreement),
    /// Gave name and mail address.
    ContactGiven(Contact),
    /// Pressed 「登録」 under the mail address.
    AddressConfirmed,
    /// Asked for the link once more.
    LinkAsked,
    /// Pressed the button on the page behind the link.
    LinkOpened,
    /// Sent a photo that meets the specification.
    PhotoKept(PhotoReceipt),
    /// Looked at the photo and ticked that it is right.
    PhotoConfirmed,
    /// Gave birth date, certificates and braille.
    DetailsGiven(Details),
    /// Pressed 「登録」 under the review. Carries the number to give, which is
    /// used only if none was given before.
    Submitted(ReceiptNumber),
}

impl Event {
    /// The event's name in tables and logs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::FormGiven(_) => "FormGiven",
            Self::Agreed(_) => "Agreed",
            Self::ContactGiven(_) => "ContactGiven",
            Self::AddressConfirmed => "AddressConfirmed",
            Self::LinkAsked => "LinkAsked",
            Self::LinkOpened => "LinkOpened",
            Self::PhotoKept(_) => "PhotoKept",
            Self::PhotoConfirmed => "PhotoConfirmed",
            Self::DetailsGiven(_) => "DetailsGiven",
            Self::Submitted(_) => "Submitted",
        }
    }
}

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
