//! The applications under way in one browser, and the end of its session.

use async_trait::async_trait;
use rules::application::Page;

use super::About;
use crate::refusal::Refusal;

/// Goes from one application to another, and ends the session.
#[async_trait]
pub trait SessionStep: Send + Sync {
    /// Which application the form at hand says that it belongs to: that one is changed, and its
    /// pages are shown from then on. [`Refusal::OtherApplication`] where this browser has none of
    /// that name.
    fn form_names(&self, about: About);
    /// The applications under way in this browser, the one used last first.
    async fn under_way(&self) -> Result<Vec<UnderWay>, Refusal>;
    /// Goes on with the application that the form names.
    async fn go_on(&self) -> Result<Page, Refusal>;
    /// Ends this browser's session; what was given stays.
    async fn leave(&self) -> Result<(), Refusal>;
}

/// An application under way in a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnderWay {
    /// Which it is, as its forms say.
    pub about: About,
    /// Last four digits of the application ID.
    pub last_four: String,
    /// The page on which it goes on.
    pub page: Page,
}
