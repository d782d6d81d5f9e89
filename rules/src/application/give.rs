//! What is given after the link is open: photo, details, and who applies.

use super::apply::{Refused, Step, to, to_with};
use super::{Case, Effect, Journey, MailKind, Portrait, Registration};
use crate::{Agreement, Applicant, Details, Moment, PhotoReceipt, ReceiptNumber};

impl Journey {
    /// The applicant says anew who applies. After the link was opened this
    /// keeps what still holds: details whose age contradicts are asked again,
    /// a photo is discarded or becomes necessary.
    #[expect(clippy::too_many_lines, reason = "one arm for each stage")]
    pub(super) fn agree(self, agreement: Agreement, now: Moment) -> Step {
        let still = |details: Details| {
            Some(details).filter(|known| agrees(agreement.applicant, known, now).is_ok())
        };
        match self {
            Self::Identified(form) | Self::Agreed { form, .. } => {
                to(Self::Agreed { form, agreement })
            }
            Self::Addressed(registration) => to(Self::Addressed(Registration {
                agreement,
                ..registration
            })),
            Self::Opened {
                registration,
                details,
            } => {
                let details = details.and_then(still);
                to(opened(
                    Registration {
                        agreement,
                        ..registration
                    },
                    details,
                ))
            }
            Self::Pictured {
                registration,
                photo,
                details,
            } => {
                let details = details.and_then(still);
                let registration = Registration {
                    agreement,
                    ..registration
                };
                if registration.agreement.applicant.needs_photo() {
                    to(Self::Pictured {
                        registration,
                        photo,
                        details,
                    })
                } else {
                    to_with(
                        photographed(registration, Portrait::NotCarried, details),
                        discard(photo),
                    )
                }
            }
            Self::Photographed {
                registration,
                portrait,
            } => readied(
                Registration {
                    agreement,
                    ..registration
                },
                portrait,
                None,
            ),
            Self::Described {
                registration,
                portrait,
                details,
            } => {
                let details = still(details);
                readied(
                    Registration {
                        agreement,
                        ..registration
                    },
                    portrait,
                    details,
                )
            }
            Self::Arrived | Self::Registered(_) | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    /// A new photo takes the place of an earlier one, and must be confirmed.
    pub(super) fn keep_photo(self, photo: PhotoReceipt) -> Step {
        match self {
            Self::Opened {
                registration,
                details,
            } => to(Self::Pictured {
                registration,
                photo,
                details,
            }),
            Self::Pictured {
                registration,
                photo: old,
                details,
            } => to_with(
                Self::Pictured {
                    registration,
                    photo,
                    details,
                },
                discard(old),
            ),
            Self::Photographed {
                registration,
                portrait: Portrait::Kept(old),
            } => to_with(
                Self::Pictured {
                    registration,
                    photo,
                    details: None,
                },
                discard(old),
            ),
            Self::Described {
                registration,
                portrait: Portrait::Kept(old),
                details,
            } => to_with(
                Self::Pictured {
                    registration,
                    photo,
                    details: Some(details),
                },
                discard(old),
            ),
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Registered(_)
            | Self::Photographed {
                portrait: Portrait::NotCarried,
                ..
            }
            | Self::Described {
                portrait: Portrait::NotCarried,
                ..
            }
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    pub(super) fn confirm_photo(self) -> Step {
        match self {
            Self::Pictured {
                registration,
                photo,
                details,
            } => to(photographed(registration, Portrait::Kept(photo), details)),
            Self::Photographed {
                portrait: Portrait::Kept(_),
                ..
            }
            | Self::Described {
                portrait: Portrait::Kept(_),
                ..
            } => to(self),
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Registered(_)
            | Self::Opened { .. }
            | Self::Photographed {
                portrait: Portrait::NotCarried,
                ..
            }
            | Self::Described {
                portrait: Portrait::NotCarried,
                ..
            }
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    /// Details whose age shows a child under one leave the photo out, which
    /// such a card does not carry.
    pub(super) fn describe(self, details: Details, now: Moment) -> Step {
        match self {
            Self::Photographed {
                registration,
                portrait,
            }
            | Self::Described {
                registration,
                portrait,
                ..
            } => {
                let said = registration.agreement.applicant;
                agrees(said, &details, now)?;
                let applicant = said.at_age(details.birth_date.age_on(now.japan_day()));
                let agreement = Agreement {
                    applicant,
                    ..registration.agreement
                };
                readied(
                    Registration {
                        agreement,
                        ..registration
                    },
                    portrait,
                    Some(details),
                )
            }
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Registered(_)
            | Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    /// The age is judged again: a birthday may have passed since the details were given.
    pub(super) fn submit(self, receipt: ReceiptNumber, now: Moment) -> Step {
        match self {
            Self::Described {
                registration,
                portrait,
                details,
            } => {
                agrees(registration.agreement.applicant, &details, now)?;
                let next = Self::Submitted {
                    registration,
                    portrait,
                    details,
                    receipt,
                    at: now,
                    case: Case::default(),
                };
                to_with(next, vec![Effect::SendMail(MailKind::Received)])
            }
            Self::Submitted { .. } => to(self),
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Registered(_)
            | Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. } => self.out_of_order(),
        }
    }
}

pub(super) fn agrees(applicant: Applicant, details: &Details, now: Moment) -> Result<(), Refused> {
    applicant
        .check_age(details.birth_date.age_on(now.japan_day()))
        .map_err(Refused::Contradiction)
}

pub(super) fn discard(photo: PhotoReceipt) -> Vec<Effect> {
    vec![Effect::DiscardPhoto(photo.key)]
}

/// After the link: to the photo, or past it for a person under one.
pub(super) fn opened(registration: Registration, details: Option<Details>) -> Journey {
    if registration.agreement.applicant.needs_photo() {
        Journey::Opened {
            registration,
            details,
        }
    } else {
        photographed(registration, Portrait::NotCarried, details)
    }
}

/// After the photo: to the details, or to the review when they are given.
fn photographed(
    registration: Registration,
    portrait: Portrait,
    details: Option<Details>,
) -> Journey {
    match details {
        None => Journey::Photographed {
            registration,
            portrait,
        },
        Some(details) => Journey::Described {
            registration,
            portrait,
            details,
        },
    }
}

/// As [`photographed`], with the photo left out or asked for as the applicant needs it.
fn readied(registration: Registration, portrait: Portrait, details: Option<Details>) -> Step {
    match (registration.agreement.applicant.needs_photo(), portrait) {
        (false, Portrait::Kept(old)) => to_with(
            photographed(registration, Portrait::NotCarried, details),
            discard(old),
        ),
        (true, Portrait::NotCarried) => to(Journey::Opened {
            registration,
            details,
        }),
        (_, portrait) => to(photographed(registration, portrait, details)),
    }
}
