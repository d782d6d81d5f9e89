//! ① The application ID.

use async_trait::async_trait;
use rules::application::{FormGiven, Page};

use crate::refusal::Refusal;

/// ① The application ID.
#[async_trait]
pub trait StartStep: Send + Sync {
    /// Begins a new draft in this browser.
    async fn give_form(&self, form: FormGiven) -> Result<Page, Refusal>;
}
