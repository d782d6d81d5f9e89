//! What the portal does for an applicant: one file for each act.
//!
//! Every act is: load → ask the guard → apply the rules (pure) → write the new
//! state and its effects in one transaction. Nothing is sent from a request.

pub(super) mod advance;
pub(super) mod allowances;
pub(super) mod applications;
pub(super) mod challenge;
pub(super) mod contact;
pub(super) mod details;
pub(super) mod device;
pub(super) mod device_token;
pub(super) mod known_device;
pub(super) mod link;
pub(super) mod mails;
pub(super) mod photo;
pub(super) mod proof_difficulty;
pub(super) mod request;
pub(super) mod retry;
pub(super) mod session;
pub(super) mod session_token;
pub(super) mod standing;
pub(super) mod start;
pub(super) mod status;
pub(super) mod submit;
pub(super) mod terms;
pub(super) mod told;
pub(super) mod visit;
pub(super) mod visitor;
