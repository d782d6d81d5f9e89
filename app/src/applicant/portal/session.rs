//! The applications under way in one browser, and the end of its session.

use async_trait::async_trait;
use rules::application::Page;

use super::About;
use crate::refusal::Refusal;

/// Goes from one application to another, and ends the session.
#[async_trait]
pub trait SessionStep: Send + Sync {
    /// Which application the form at hand says that it belongs to. Every act asks whether that is
    /// the one it would change.
    fn form_names(&self, about: About);
    /// The applications under way in this browser.
    async fn under_way(&self) -> Result<UnderWay, Refusal>;
    /// Goes back to the application that was set aside when another one was begun; that one
    /// is set aside.
    async fn go_back(&self) -> Result<Page, Refusal>;
    /// Ends this browser's session; what was given stays.
    async fn leave(&self) -> Result<(), Refusal>;
}

/// The applications under way in a browser, by the last four digits of their forms' IDs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnderWay {
    /// The one begun last, and where it stands.
    pub last: Option<(String, Page)>,
    /// The one before, which was set aside.
    pub before: Option<String>,
}
