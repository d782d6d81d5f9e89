use super::FormGiven;
use crate::{Agreement, Contact, Details, PhotoReceipt, ReceiptNumber};

/// What an applicant does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApplicantEvent {
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
    /// Gave what the office had asked for anew.
    Resubmitted(Correction),
    /// Took the application back after it was sent in.
    Withdrawn,
}

/// What an applicant gives anew when the office has returned the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// Another photo, looked at and confirmed.
    Photo(PhotoReceipt),
    /// Birth date, certificates, braille.
    Answers(Details),
}

impl ApplicantEvent {
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
            Self::Resubmitted(_) => "Resubmitted",
            Self::Withdrawn => "Withdrawn",
        }
    }
}
