//! The door through which an applicant's pages and server functions reach the server: a small
//! trait for each step, beside what that step shows.

mod about;
mod details;
mod device;
mod flash;
mod link;
mod mail;
mod photo;
mod session;
mod start;
mod status;
mod submit;
mod terms;
mod visit;

pub use about::About;
pub use details::DetailsStep;
pub use device::{CodeView, DeviceStep};
pub use flash::Flash;
pub use link::{LinkStep, LinkView};
pub use mail::{CaptchaStep, Challenge, HumanProof, MailStep};
pub use photo::PhotoStep;
pub use session::{SessionStep, UnderWay};
pub use start::StartStep;
pub use status::{Status, StatusState, StatusStep};
pub use submit::SubmitStep;
pub use terms::{Terms, TermsSection, TermsStep};
pub use visit::{Visit, VisitStep};

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
