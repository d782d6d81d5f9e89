//! The pages: each asks the portal what it may show and puts components
//! together. Nothing here decides anything about an application.

#![expect(
    unreachable_pub,
    reason = "the component macro gives its items more visibility than they are written with"
)]

mod accessibility;
mod bare;
mod checker;
mod correct;
mod demo;
mod demo_mail;
mod details;
mod device;
mod done;
mod gallery;
mod guarded;
mod help;
mod mail;
mod mail_check;
mod mail_sent;
mod not_found;
mod open_link;
mod other;
mod photo;
mod photo_check;
mod privacy;
mod review;
mod start;
mod status;
mod terms;
mod told;

#[cfg(test)]
pub(crate) mod fake_portal;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub(crate) use accessibility::AccessibilityPage;
pub use bare::{bare_page, waiting_page};
pub(crate) use checker::CheckerPage;
pub(crate) use demo::DemoPage;
pub(crate) use demo_mail::DemoMailPage;
pub(crate) use details::DetailsPage;
pub(crate) use device::DevicePage;
pub(crate) use done::DonePage;
pub(crate) use gallery::GalleryPage;
#[cfg(test)]
pub(crate) use gallery::gallery_of;
pub(crate) use help::HelpPage;
pub(crate) use mail::MailPage;
pub(crate) use mail_check::MailCheckPage;
pub(crate) use mail_sent::MailSentPage;
pub(crate) use not_found::NotFoundPage;
pub(crate) use open_link::OpenLinkPage;
pub(crate) use other::OtherPage;
pub(crate) use photo::PhotoPage;
pub(crate) use photo_check::PhotoCheckPage;
pub(crate) use privacy::PrivacyPage;
pub(crate) use review::ReviewPage;
pub(crate) use start::{ApplyPage, StartPage};
pub(crate) use status::StatusPage;
pub(crate) use terms::TermsPage;
