use serde::{Deserialize, Serialize};

use super::Page;
use crate::{
    Agreement, Applicant, ApplicationId, Contact, Details, Moment, PhotoReceipt, ReceiptNumber,
};

/// How the application ID reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GivenBy {
    /// By the QR code's address: the ID is locked.
    Qr,
    /// Typed, or read by the page from a picture of the form.
    Typed,
}

/// The application form (交付申請書) the applicant holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormGiven {
    /// The 23 digits printed on it.
    pub id: ApplicationId,
    /// Where they came from.
    pub by: GivenBy,
}

/// What is known once the mail address is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// The form.
    pub form: FormGiven,
    /// Who applies, and the terms agreed to.
    pub agreement: Agreement,
    /// Where mail goes.
    pub contact: Contact,
}

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
    /// Sent in. Nothing changes on the applicant's side any more.
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
    },
}

/// The name of a stage, without what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// See [`Journey::Arrived`].
    Arrived,
    /// See [`Journey::Identified`].
    Identified,
    /// See [`Journey::Agreed`].
    Agreed,
    /// See [`Journey::Addressed`].
    Addressed,
    /// See [`Journey::Registered`].
    Registered,
    /// See [`Journey::Opened`].
    Opened,
    /// See [`Journey::Pictured`].
    Pictured,
    /// See [`Journey::Photographed`].
    Photographed,
    /// See [`Journey::Described`].
    Described,
    /// See [`Journey::Submitted`].
    Submitted,
}

impl Stage {
    /// The stage's name in tables, logs and the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Identified => "identified",
            Self::Agreed => "agreed",
            Self::Addressed => "addressed",
            Self::Registered => "registered",
            Self::Opened => "opened",
            Self::Pictured => "pictured",
            Self::Photographed => "photographed",
            Self::Described => "described",
            Self::Submitted => "submitted",
        }
    }
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
        match self.stage() {
            Stage::Arrived => Page::Start,
            Stage::Identified => Page::Terms,
            Stage::Agreed => Page::Mail,
            Stage::Addressed => Page::MailCheck,
            Stage::Registered => Page::MailSent,
            Stage::Opened => Page::Photo,
            Stage::Pictured => Page::PhotoCheck,
            Stage::Photographed => Page::Details,
            Stage::Described => Page::Review,
            Stage::Submitted => Page::Done,
        }
    }

    /// The form, once it is known.
    pub fn form(&self) -> Option<&FormGiven> {
        match self {
            Self::Arrived => None,
            Self::Identified(form) | Self::Agreed { form, .. } => Some(form),
            _ => self.registration().map(|registration| &registration.form),
        }
    }

    /// What was agreed to, once it is known.
    pub fn agreement(&self) -> Option<&Agreement> {
        match self {
            Self::Agreed { agreement, .. } => Some(agreement),
            _ => self
                .registration()
                .map(|registration| &registration.agreement),
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
        !matches!(
            self,
            Self::Arrived | Self::Identified(_) | Self::Agreed { .. } | Self::Addressed(_)
        )
    }
}
