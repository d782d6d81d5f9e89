//! ⑧ 「登録」.

use async_trait::async_trait;
use rules::application::Page;

use crate::refusal::Refusal;

/// ⑧ 「登録」.
#[async_trait]
pub trait SubmitStep: Send + Sync {
    /// Sends the application in. `seen` is [`Visit::version`](super::Visit::version) of the
    /// review the applicant looked at.
    async fn submit(&self, seen: i64) -> Result<Page, Refusal>;
}
