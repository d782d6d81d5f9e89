//! The door through which an applicant's pages and server functions reach the server: a small
//! trait for each step, beside what that step shows.

mod details;
mod device;
mod link;
mod mail;
mod photo;
mod session;
mod start;
mod status;
mod submit;
mod terms;
mod visit;

pub use details::DetailsStep;
pub use device::{CodeView, DeviceStep};
pub use link::{LinkStep, LinkView};
pub use mail::{CaptchaStep, Challenge, HumanProof, MailStep};
pub use photo::PhotoStep;
pub use session::{SessionStep, UnderWay};
pub use start::StartStep;
pub use status::{Status, StatusState, StatusStep};
pub use submit::SubmitStep;
pub use terms::{Terms, TermsSection, TermsStep};
pub use visit::{Visit, VisitStep};

use std::sync::Arc;

use leptos::prelude::provide_context;

pub use crate::about::{About, OTHER};
pub use crate::flash::Flash;
use crate::site::PageContext;

/// The portal as one browser's request sees it: made for each request by the
/// server, which ties it to the browser's session. It is the sum of its steps.
///
/// Methods that read change nothing of an application. Methods that act answer
/// with the page to go to next.
pub trait Portal:
    PageContext
    + VisitStep
    + SessionStep
    + StartStep
    + TermsStep
    + CaptchaStep
    + MailStep
    + LinkStep
    + DeviceStep
    + PhotoStep
    + DetailsStep
    + SubmitStep
    + StatusStep
    + 'static
{
}

/// Puts the portal of a request into the context of its page, and what every page asks for.
pub fn provide_portal(portal: Arc<dyn Portal>) {
    provide_context::<Arc<dyn PageContext>>(Arc::<dyn Portal>::clone(&portal));
    provide_context(portal);
}
