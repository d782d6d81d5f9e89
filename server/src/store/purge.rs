//! What becomes of old things.

use rules::Moment;
use rules::application::{CaseStage, Stage};

use super::stages::{self, Age};

/// What becomes of old things: nothing older than these moments stays.
#[derive(Clone, Copy, Debug)]
pub struct Retention {
    /// Applications whose link was never opened, last changed before.
    pub unverified_before: Moment,
    /// Applications begun but not sent in, last changed before.
    pub unfinished_before: Moment,
    /// Applications the office took over before, and their forms; and those that were
    /// withdrawn or expired before. One that lies with the office stays.
    pub handed_over_before: Moment,
    /// Forms issued before that no application was begun with.
    pub unused_forms_before: Moment,
    /// Sessions last seen before.
    pub sessions_before: Moment,
    /// Links and settled outbox rows that ended before. Captchas
    /// and allowances go as soon as they have ended.
    pub ended_before: Moment,
}

/// Whether what is too old goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purge {
    /// It goes.
    ForGood,
    /// It is only counted.
    Trial,
}

/// What a purge removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Applications whose link was never opened.
    pub unverified: u64,
    /// Applications begun but not sent in.
    pub unfinished: u64,
    /// Applications the office had taken over.
    pub handed_over: u64,
    /// Applications that were withdrawn or expired.
    pub given_up: u64,
    /// Forms no application was begun with. The forms of the applications above are not
    /// counted.
    pub unused_forms: u64,
    /// Sessions.
    pub sessions: u64,
}

impl Purged {
    /// Counts applications at this stage.
    pub(super) fn count(&mut self, (stage, case): (Stage, Option<CaseStage>), applications: u64) {
        match stages::age(stage) {
            Some(Age::Unverified) => self.unverified += applications,
            Some(Age::Unfinished) => self.unfinished += applications,
            Some(Age::Submitted) if case.is_some_and(CaseStage::frees_form) => {
                self.given_up += applications;
            }
            Some(Age::Submitted) => self.handed_over += applications,
            None => {}
        }
    }
}
