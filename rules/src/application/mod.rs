//! The journey from the QR code to 「申請を受け付けました」, as one state machine.
//!
//! A [`Journey`] holds exactly what is known at its stage. [`Journey::apply`]
//! moves it on and returns what must be done outside as [`Effect`]s, which the
//! caller writes together with the new state in one transaction. [`admit`] is
//! the one guard every page and every server function asks.
//!
//! The table of stages and events is printed by `rules/tests/journey_table.rs`
//! into `docs/journey.md`.

mod access;
mod apply;
mod beside;
mod event;
mod give;
mod mail;
mod page;
mod register;
mod stage;

pub use access::{Access, Admission, admit};
pub use apply::{Refused, Transition};
pub use beside::Beside;
pub use event::{Effect, Event};
pub use mail::MailKind;
pub use page::Page;
pub use stage::{FormGiven, GivenBy, Journey, Portrait, Registration, Stage};
