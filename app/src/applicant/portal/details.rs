//! ⑦ Birth date, certificates, braille.

use async_trait::async_trait;
use rules::Details;
use rules::application::Page;

use crate::refusal::Refusal;

/// ⑦ Birth date, certificates, braille.
#[async_trait]
pub trait DetailsStep: Send + Sync {
    /// Takes them, if the birth date is the one that the office holds.
    async fn give_details(&self, details: Details) -> Result<Page, Refusal>;
}
