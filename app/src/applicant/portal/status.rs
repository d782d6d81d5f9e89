//! The status of a submitted application.

use async_trait::async_trait;
use rules::{BirthDate, Moment, ReceiptNumber};

use crate::refusal::Refusal;

/// The status page, which anybody may ask.
#[async_trait]
pub trait StatusStep: Send + Sync {
    /// Looks an application up; [`StatusStep::status`] then holds the answer.
    async fn look_up(&self, receipt: ReceiptNumber, birth_date: BirthDate) -> Result<(), Refusal>;
    /// The status asked for on the status page, once.
    async fn status(&self) -> Result<Option<Status>, Refusal>;
}

/// Where a submitted application stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The receipt number.
    pub receipt: ReceiptNumber,
    /// When it was sent in.
    pub submitted_at: Moment,
    /// Its state.
    pub state: StatusState,
}

/// The state of a submitted application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusState {
    /// 受付済み: received by the office.
    Received,
}
