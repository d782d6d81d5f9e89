//! ⑥ The face photo.

use async_trait::async_trait;
use rules::application::Page;

use crate::refusal::Refusal;

/// ⑥ The face photo. It is sent to an address of its own, since a file is read as it comes.
#[async_trait]
pub trait PhotoStep: Send + Sync {
    /// The photo is right.
    async fn confirm_photo(&self) -> Result<Page, Refusal>;
}
