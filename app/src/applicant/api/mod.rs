//! The server functions: one for each thing an applicant does.
//!
//! Each form is one struct, whose `read` gives what the rules make of it; the server function calls
//! one method of the portal with that and says where to go next. Their addresses are `/api/<step>/<act>`; they take forms
//! as a browser sends them, so they work without scripting.

#![expect(
    missing_docs,
    unreachable_pub,
    reason = "the server macro makes public types whose fields are the controls of the forms"
)]

mod answer;
mod details;
mod device;
mod form;
mod link;
mod mail;
mod photo;
mod session;
mod start;
mod status;
mod submit;
mod terms;

#[cfg(test)]
mod tests;

pub use details::GiveDetails;
pub use device::{ProveDevice, ResendCode};
pub use link::{OpenLink, RenewLink};
pub use mail::{ChangePicture, ConfirmAddress, GiveContact, ResendLink, TakeNearestName};
pub use photo::ConfirmPhoto;
pub use session::{GoBack, Leave};
pub use start::GiveForm;
pub use status::LookUp;
pub use submit::Submit;
pub use terms::AgreeTerms;

pub(crate) use link::OPEN;
pub(crate) use mail::PICTURE;
pub use session::OTHER;
pub(crate) use status::STATUS;
