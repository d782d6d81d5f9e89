//! ④ The link in the mail.

use async_trait::async_trait;
use rules::Moment;
use rules::application::Page;

use crate::refusal::Refusal;

/// ④ The link in the mail.
#[async_trait]
pub trait LinkStep: Send + Sync {
    /// What is behind a mailed link; changes nothing.
    async fn look_at_link(&self, token: &str) -> Result<LinkView, Refusal>;
    /// Goes on with the application: the button on the page behind the link. Nowhere where
    /// the link leads nowhere any more; [`LinkStep::look_at_link`] says why.
    async fn open_link(&self, token: &str) -> Result<Option<Page>, Refusal>;
    /// A new link in place of one that was replaced or is too old.
    async fn renew_link(&self, token: &str) -> Result<(), Refusal>;
}

/// What is behind a mailed link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkView {
    /// It can be used until then; `last_four` digits of the application ID.
    Ready {
        /// Last four digits of the application ID.
        last_four: String,
        /// When it ends.
        until: Moment,
    },
    /// Its time is over.
    Expired,
    /// A newer one was sent.
    Replaced,
    /// It cannot be used, but this browser is in the middle of its application anyway.
    UnderWay,
    /// This application has been sent in.
    Finished,
    /// No such link.
    Unknown,
}
