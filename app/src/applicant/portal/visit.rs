//! Looking at a page of the journey.

use async_trait::async_trait;
use rules::Moment;
use rules::application::{Journey, Page};

use super::{About, Flash};
use crate::refusal::Refusal;

/// Looks at pages, and keeps what they have to say of the last try.
#[async_trait]
pub trait VisitStep: Send + Sync {
    /// What the guarded page needs, if the guard admits this browser.
    ///
    /// # Errors
    /// [`Refusal::Elsewhere`] names the page to go to instead.
    async fn visit(&self, page: Page) -> Result<Visit, Refusal>;
    /// What was typed and refused on the page with this path, once.
    async fn recall(&self, path: &str) -> Option<Flash>;
    /// Keeps what was typed and refused until the page is shown again.
    async fn remember(&self, path: &'static str, flash: Flash) -> Result<(), Refusal>;
}

/// What a guarded page may show.
#[derive(Clone, Debug)]
pub struct Visit {
    /// All that is known at this stage.
    pub journey: Journey,
    /// Counts the changes of a registered application; 0 before.
    pub version: i64,
    /// What was typed and refused here the last time.
    pub flash: Flash,
    /// When this session ends without a further request.
    pub session_ends: Moment,
    /// Which application this is; the forms of the page say so.
    pub about: Option<About>,
}
