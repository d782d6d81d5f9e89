use serde::{Deserialize, Serialize};

use super::{Case, FormGiven, Page, Registration, Stage};
use crate::{Agreement, Applicant, Details, Moment, PhotoReceipt, ReceiptNumber};

/// The face photo of an application that has come past the photo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Portrait {
    /// A photo is kept, and the applicant has confirmed it.
    Kept(PhotoReceipt),
    /// A card for a person under one year of age carries no photo
    /// (since 2024-12-02); none may be given.
    NotCarried,
}

/// Where an application stands. Each stage holds exactly what is known by then.
///
/// The stages up to [`Journey::Addressed`] live in the browser's session only;
/// from [`Journey::Registered`] on the application is a row in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Journey {
    /// Nothing is known.
    #[default]
    Arrived,
    /// The application ID is given.
    Identified(FormGiven),
    /// The terms are agreed to.
    Agreed {
        /// The form.
        form: FormGiven,
        /// What was agreed to.
        agreement: Agreement,
    },
    /// The mail address is given but not registered: the confirmation page.
    Addressed(Registration),
    /// The address is registered; the link is on its way.
    Registered(Registration),
    /// The link was opened: the address is the applicant's.
    Opened {
        /// The registration.
        registration: Registration,
        /// Given already, when a photo has become necessary afterwards.
        details: Option<Details>,
    },
    /// A photo that meets the specification is kept; the applicant looks at it.
    Pictured {
        /// The registration.
        registration: Registration,
        /// The photo, not yet confirmed.
        photo: PhotoReceipt,
        /// Given already, when the photo is changed from the review.
        details: Option<Details>,
    },
    /// The photo step is done.
    Photographed {
        /// The registration.
        registration: Registration,
        /// The photo, or why there is none.
        portrait: Portrait,
    },
    /// Everything is given; the applicant is looking it over.
    Described {
        /// The registration.
        registration: Registration,
        /// The photo, or why there is none.
        portrait: Portrait,
        /// Birth date, certificates, braille.
        details: Details,
    },
    /// Sent in: the case lies with the office.
    Submitted {
        /// The registration.
        registration: Registration,
        /// The photo, or why there is none.
        portrait: Portrait,
        /// Birth date, certificates, braille.
        details: Details,
        /// The receipt number given.
        receipt: ReceiptNumber,
        /// When it was sent in.
        at: Moment,
        /// How it stands with the office. What was kept before cases had states says nothing
        /// of it: it is received.
        #[serde(default)]
        case: Case,
    },
}

impl Journey {
    /// The stage, without what it holds.
    pub fn stage(&self) -> Stage {
        match self {
            Self::Arrived => Stage::Arrived,
            Self::Identified(_) => Stage::Identified,
            Self::Agreed { .. } => Stage::Agreed,
            Self::Addressed(_) => Stage::Addressed,
            Self::Registered(_) => Stage::Registered,
            Self::Opened { .. } => Stage::Opened,
            Self::Pictured { .. } => Stage::Pictured,
            Self::Photographed { .. } => Stage::Photographed,
            Self::Described { .. } => Stage::Described,
            Self::Submitted { .. } => Stage::Submitted,
        }
    }

    /// The page on which the journey goes on.
    pub fn page(&self) -> Page {
        match self {
            Self::Arrived => Page::Start,
            Self::Identified(_) => Page::Terms,
            Self::Agreed { .. } => Page::Mail,
            Self::Addressed(_) => Page::MailCheck,
            Self::Registered(_) => Page::MailSent,
            Self::Opened { .. } => Page::Photo,
            Self::Pictured { .. } => Page::PhotoCheck,
            Self::Photographed { .. } => Page::Details,
            Self::Described { .. } => Page::Review,
            Self::Submitted { case, .. } => case.page(),
        }
    }

    /// The form, once it is known.
    pub fn form(&self) -> Option<&FormGiven> {
        match self {
            Self::Arrived => None,
            Self::Identified(form) | Self::Agreed { form, .. } => Some(form),
            Self::Addressed(registration)
            | Self::Registered(registration)
            | Self::Opened { registration, .. }
            | Self::Pictured { registration, .. }
            | Self::Photographed { registration, .. }
            | Self::Described { registration, .. }
            | Self::Submitted { registration, .. } => Some(&registration.form),
        }
    }

    /// What was agreed to, once it is known.
    pub fn agreement(&self) -> Option<&Agreement> {
        match self {
            Self::Arrived | Self::Identified(_) => None,
            Self::Agreed { agreement, .. } => Some(agreement),
            Self::Addressed(registration)
            | Self::Registered(registration)
            | Self::Opened { registration, .. }
            | Self::Pictured { registration, .. }
            | Self::Photographed { registration, .. }
            | Self::Described { registration, .. }
            | Self::Submitted { registration, .. } => Some(&registration.agreement),
        }
    }

    /// Who applies, once it is known.
    pub fn applicant(&self) -> Option<Applicant> {
        self.agreement().map(|agreement| agreement.applicant)
    }

    /// The registration, from the confirmation page on.
    pub fn registration(&self) -> Option<&Registration> {
        match self {
            Self::Arrived | Self::Identified(_) | Self::Agreed { .. } => None,
            Self::Addressed(registration)
            | Self::Registered(registration)
            | Self::Opened { registration, .. }
            | Self::Pictured { registration, .. }
            | Self::Photographed { registration, .. }
            | Self::Described { registration, .. }
            | Self::Submitted { registration, .. } => Some(registration),
        }
    }

    /// The photo that is kept, confirmed or not.
    pub fn photo(&self) -> Option<&PhotoReceipt> {
        match self {
            Self::Pictured { photo, .. } => Some(photo),
            Self::Photographed { portrait, .. }
            | Self::Described { portrait, .. }
            | Self::Submitted { portrait, .. } => match portrait {
                Portrait::Kept(photo) => Some(photo),
                Portrait::NotCarried => None,
            },
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Registered(_)
            | Self::Opened { .. } => None,
        }
    }

    /// Birth date, certificates and braille, once they are given.
    pub fn details(&self) -> Option<&Details> {
        match self {
            Self::Opened { details, .. } | Self::Pictured { details, .. } => details.as_ref(),
            Self::Described { details, .. } | Self::Submitted { details, .. } => Some(details),
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Registered(_)
            | Self::Photographed { .. } => None,
        }
    }

    /// Whether the application is a row in the database.
    pub fn is_registered(&self) -> bool {
        self.stage().is_registered()
    }

    /// The receipt number, once it is sent in.
    pub fn receipt(&self) -> Option<&ReceiptNumber> {
        self.sent_in().map(|sent| sent.receipt)
    }

    /// When it was sent in, once it was.
    pub fn submitted_at(&self) -> Option<Moment> {
        self.sent_in().map(|sent| sent.at)
    }

    /// How it stands with the office, once it was sent in.
    pub fn case(&self) -> Option<&Case> {
        self.sent_in().map(|sent| sent.case)
    }

    /// The same application, whose case was handed over at a moment; see [`Case::handed_over`].
    #[must_use]
    pub fn handed_over(mut self, at: Moment) -> Self {
        if let Self::Submitted { case, .. } = &mut self {
            *case = case.clone().handed_over(at);
        }
        self
    }

    fn sent_in(&self) -> Option<SentIn<'_>> {
        match self {
            Self::Submitted {
                receipt, at, case, ..
            } => Some(SentIn {
                receipt,
                at: *at,
                case,
            }),
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Registered(_)
            | Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. }
            | Self::Described { .. } => None,
        }
    }
}

/// What an application has once it was sent in, and not before.
struct SentIn<'a> {
    receipt: &'a ReceiptNumber,
    at: Moment,
    case: &'a Case,
}
