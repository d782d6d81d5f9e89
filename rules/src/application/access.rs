use serde::{Deserialize, Serialize};

use super::{Effect, Journey, MailKind, Page, Portrait};

/// What a browser may do with the application its session is tied to.
///
/// A property of the browser's session, not of the application: a second
/// device is challenged at whatever step it arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Access {
    /// Registered the mail address, but has not opened the link here.
    Registrant,
    /// Opened the link on a device that the application does not know: must give the device
    /// code.
    Challenged,
    /// May see and change the application.
    Trusted,
}

impl Access {
    /// The access of a browser that has just opened the link. The device that registered
    /// the address and those that gave a code are known, and trusted; any other is sent a
    /// device code.
    pub fn on_link_opened(is_known: bool) -> (Self, Vec<Effect>) {
        if is_known {
            (Self::Trusted, Vec::new())
        } else {
            (
                Self::Challenged,
                vec![Effect::SendMail(MailKind::DeviceCode)],
            )
        }
    }
}

/// The guard's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// The page may be shown, or acted on.
    Show,
    /// The applicant is to be sent to this page, which will be shown.
    GoTo(Page),
}

/// The one guard every page and every server function asks.
///
/// It settles in one hop: a page named by [`Admission::GoTo`] is admitted.
pub fn admit(journey: &Journey, access: Access, page: Page) -> Admission {
    let allowed = match (journey.is_registered(), access) {
        _ if page == Page::Start => true,
        (false, _) => may_draft(journey, page),
        (true, Access::Registrant) => may_register_again(journey, page),
        (true, Access::Challenged) => page == Page::Device,
        (true, Access::Trusted) => may_go_on(journey, page),
    };
    if allowed {
        Admission::Show
    } else {
        Admission::GoTo(standing(journey, access))
    }
}

fn standing(journey: &Journey, access: Access) -> Page {
    match (journey.is_registered(), access) {
        (true, Access::Registrant) => Page::MailSent,
        (true, Access::Challenged) => Page::Device,
        (false, _) | (true, Access::Trusted) => journey.page(),
    }
}

/// The terms can be read before the form is at hand.
fn may_draft(journey: &Journey, page: Page) -> bool {
    page <= journey.page().max(Page::Terms)
}

fn may_register_again(journey: &Journey, page: Page) -> bool {
    page == Page::MailSent || (page == Page::Mail && matches!(journey, Journey::Registered(_)))
}

fn may_go_on(journey: &Journey, page: Page) -> bool {
    match journey {
        Journey::Opened { .. } => matches!(page, Page::Terms | Page::Photo),
        Journey::Pictured { .. } => matches!(page, Page::Terms | Page::Photo | Page::PhotoCheck),
        Journey::Photographed { portrait, .. } => match page {
            Page::Terms | Page::Details => true,
            Page::Photo => matches!(portrait, Portrait::Kept(_)),
            Page::Start
            | Page::Mail
            | Page::MailCheck
            | Page::MailSent
            | Page::Device
            | Page::PhotoCheck
            | Page::Review
            | Page::Done => false,
        },
        Journey::Described { portrait, .. } => match page {
            Page::Terms | Page::Details | Page::Review => true,
            Page::Photo => matches!(portrait, Portrait::Kept(_)),
            Page::Start
            | Page::Mail
            | Page::MailCheck
            | Page::MailSent
            | Page::Device
            | Page::PhotoCheck
            | Page::Done => false,
        },
        // The receipt, or the one page on which the office wants something anew.
        Journey::Submitted { case, .. } => page == case.page(),
        Journey::Registered(_) => page == Page::MailSent,
        Journey::Arrived
        | Journey::Identified(_)
        | Journey::Agreed { .. }
        | Journey::Addressed(_) => false,
    }
}
