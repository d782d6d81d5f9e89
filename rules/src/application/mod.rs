//! An application from the QR code to its hand-over, as one state machine with two vocabularies:
//! what applicants do ([`ApplicantEvent`]), and what the office does ([`OfficeEvent`]).
//!
//! A [`Journey`] holds exactly what is known at its stage. [`Journey::apply`]
//! moves it on and returns what must be done outside as [`Effect`]s, which the
//! caller writes together with the new state in one transaction. [`admit`] is
//! the one guard every page and every server function asks, and [`may`] that of the office's desk.
//!
//! Once it was sent in, it holds a [`Case`]: [`Journey::decide`] moves that on.
//!
//! The tables of stages and events are printed by `rules/tests/journey_table/main.rs`
//! into `docs/journey.md`.

mod access;
mod applicant;
mod apply;
mod beside;
mod case;
mod case_stage;
mod case_state;
mod correct;
mod decide;
mod draft;
mod event;
mod give;
mod mail;
mod office;
mod page;
mod reason;
mod register;
mod staff;
mod stage;
mod state;

pub use access::{Access, Admission, admit};
pub use applicant::{ApplicantEvent, Correction};
pub use apply::{Refused, Transition};
pub use beside::Beside;
pub use case::{Case, DAYS_TO_ANSWER, MOST_RETURNS, Returns};
pub use case_stage::CaseStage;
pub use case_state::{
    Approval, AwaitsSecond, CaseState, Expired, HandedOver, InReview, OnHold, Returned, Wanted,
    WhyInReview, Withdrawal, WithdrawnBy,
};
pub use draft::{FormGiven, GivenBy, Registration};
pub use event::Effect;
pub use mail::MailKind;
pub use office::{OfficeEvent, OfficeRefused};
pub use page::Page;
pub use reason::{Line, LineProblem, ReasonCode, ReasonCodeProblem, Reasons, ReasonsProblem};
pub use staff::{Actor, NoStaffNumber, OfficeAct, Role, StaffNumber, may};
pub use stage::{HoldsPhoto, Stage};
pub use state::{Journey, Portrait};
