//! ⑤ The device code.

use async_trait::async_trait;
use rules::DeviceCode;
use rules::application::Page;

use crate::refusal::Refusal;

/// ⑤ The device code.
#[async_trait]
pub trait DeviceStep: Send + Sync {
    /// The device code asked for by this browser.
    async fn look_at_code(&self) -> Result<CodeView, Refusal>;
    /// Another device code.
    async fn resend_code(&self) -> Result<Page, Refusal>;
    /// The device code.
    async fn prove_device(&self, code: DeviceCode) -> Result<Page, Refusal>;
}

/// The device code asked for by this browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeView {
    /// `t***@example.jp`.
    pub masked_mail: String,
    /// How long a code lives, in minutes.
    pub minutes: u32,
}
