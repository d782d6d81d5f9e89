//! The rules an application for a photo ID card must meet.
//!
//! Everything here is pure: no input or output, no clock, no randomness, no
//! framework. The same code gives the verdict in the browser (WebAssembly) and
//! on the server.

mod agreement;
mod application_id;
mod birth_date;
mod braille;
mod civil;
mod code;
mod contact_name;
mod details;
mod individual_number;
mod language;
mod letters;
mod mail_address;
mod mailbox;
mod moment;
mod receipt;
mod wire;

pub mod application;
pub mod form;
pub mod photo;
pub mod proof;
pub mod tick;

pub use agreement::{AgeProblem, Agreement, Applicant, TermsVersion, TermsVersionProblem};
pub use application_id::{ApplicationId, ApplicationIdProblem};
pub use birth_date::{
    AgeRange, BirthDate, BirthDateFields, BirthDateProblem, Era, RestOfDate, Season, SeasonPart,
    TenDays,
};
pub use braille::{BrailleName, BrailleNameProblem};
pub use civil::{CivilDate, NotAnIsoDate};
pub use code::{CaptchaAnswer, CodeProblem, DeviceCode, LinkToken};
pub use contact_name::{ContactName, ContactNameProblem};
pub use details::{
    Certificates, Contact, Details, PhotoKey, PhotoKeyProblem, PhotoReceipt, PhotoRemark,
};
pub use individual_number::holds_individual_number;
pub use language::Language;
pub use mail_address::{MailAddress, MailAddressProblem, MailPair, MailPairProblem};
pub use mailbox::Mailbox;
pub use moment::Moment;
pub use receipt::{ReceiptNumber, ReceiptNumberProblem};
