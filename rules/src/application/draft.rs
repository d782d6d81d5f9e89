//! What is known before there is an application.

use serde::{Deserialize, Serialize};

use crate::{Agreement, ApplicationId, Contact};

/// How the application ID reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GivenBy {
    /// By the QR code's address: the ID is locked.
    Qr,
    /// Typed, or read by the page from a picture of the form.
    Typed,
}

/// The application form (交付申請書) the applicant holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormGiven {
    /// The 23 digits printed on it.
    pub id: ApplicationId,
    /// Where they came from.
    pub by: GivenBy,
}

/// What is known once the mail address is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// The form.
    pub form: FormGiven,
    /// Who applies, and the terms agreed to.
    pub agreement: Agreement,
    /// Where mail goes.
    pub contact: Contact,
}
