//! What every page says about the office and the service.

use std::sync::Arc;

use rules::Moment;

/// What every page asks for, whatever it shows.
pub trait PageContext: Send + Sync {
    /// What every page says about the office and the service.
    fn site(&self) -> Arc<Site>;
    /// The moment in which it is shown.
    fn now(&self) -> Moment;
}

/// What every page says about the office and the service.
#[derive(Clone, Debug)]
pub struct Site {
    /// `https://…` without a slash at the end.
    pub base_url: String,
    /// The office that runs the portal.
    pub office: String,
    /// Its telephone number as shown.
    pub phone: String,
    /// Its opening hours as shown.
    pub hours: String,
    /// Mail comes from this address.
    pub mail_from: String,
    /// A demonstration: banner, mail readable at `/demo/mail`.
    pub demo: bool,
    /// What is deleted after how many days, for the privacy page: state and days.
    pub retention: Vec<(RetainedState, i64)>,
}

/// What the retention table speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetainedState {
    /// Registered, but the link was never opened.
    Unverified,
    /// Begun, but not sent in.
    Unfinished,
    /// Sent in, and taken over by the office.
    HandedOver,
    /// A form that the office issued and nobody applied with.
    UnusedForm,
    /// The record of what was done.
    Record,
}

impl RetainedState {
    /// All, in the order of the table.
    pub const ALL: [Self; 5] = [
        Self::Unverified,
        Self::Unfinished,
        Self::HandedOver,
        Self::UnusedForm,
        Self::Record,
    ];
}
