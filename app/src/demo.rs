//! What only a demonstration shows: the forms issued and the mails caught.

use async_trait::async_trait;
use rules::{ApplicationId, Moment};

/// The page of the forms that were issued.
pub(crate) const FORMS: &str = "/demo";
/// The page of the mails that were caught.
pub(crate) const MAIL: &str = "/demo/mail";

/// The demonstration's pages; present in context only in a demonstration.
#[async_trait]
pub trait Demo: Send + Sync + 'static {
    /// The forms issued.
    async fn forms(&self) -> Vec<DemoForm>;
    /// The mails caught, newest first.
    async fn mails(&self) -> Vec<DemoMail>;
}

/// An application form issued for the demonstration.
#[derive(Clone, Debug)]
pub struct DemoForm {
    /// The form's ID.
    pub id: ApplicationId,
    /// Birth date known to the office.
    pub birth_date: rules::BirthDate,
    /// Inline SVG of the QR code.
    pub qr_svg: String,
}

/// A mail caught in the demonstration.
#[derive(Clone, Debug)]
pub struct DemoMail {
    /// Number in order of arrival.
    pub id: u64,
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// When it arrived.
    pub at: Moment,
}
