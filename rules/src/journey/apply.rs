use super::{Effect, Event, FormGiven, Journey, Page, Portrait, Registration};
use crate::{
    AgeProblem, Agreement, Applicant, Contact, Details, Moment, PhotoReceipt, ReceiptNumber,
};

/// A step taken: the new state, and what must be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The new state.
    pub next: Journey,
    /// What must be written beside it, in order.
    pub effects: Vec<Effect>,
}

/// Why an event was not taken. The state is as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not at this stage; the journey goes on at that page.
    OutOfOrder(Page),
    /// The birth date contradicts what was said about who applies.
    Contradiction(AgeProblem),
}

type Step = Result<Transition, Refused>;

impl Journey {
    /// Moves the application on, or says why not.
    ///
    /// # Errors
    /// [`Refused::OutOfOrder`] when the stage does not take the event;
    /// [`Refused::Contradiction`] when the age on the day of `now` in Japan
    /// does not go with who applies.
    pub fn apply(self, event: Event, now: Moment) -> Result<Transition, Refused> {
        match event {
            Event::FormGiven(form) => self.give_form(form),
            Event::Agreed(agreement) => self.agree(agreement, now),
            Event::ContactGiven(contact) => self.give_contact(contact),
            Event::AddressConfirmed => self.confirm_address(),
            Event::LinkAsked => self.ask_link(),
            Event::LinkOpened => self.open_link(),
            Event::PhotoKept(photo) => self.keep_photo(photo),
            Event::PhotoConfirmed => self.confirm_photo(),
            Event::DetailsGiven(details) => self.describe(details, now),
            Event::Submitted(receipt) => self.submit(receipt, now),
        }
    }

    fn out_of_order(&self) -> Step {
        Err(Refused::OutOfOrder(self.page()))
    }

    fn give_form(self, form: FormGiven) -> Step {
        match self {
            Self::Arrived | Self::Identified(_) => to(Self::Identified(form)),
            Self::Agreed {
                form: ref known, ..
            }
            | Self::Addressed(Registration {
                form: ref known, ..
            }) => {
                if *known == form {
                    to(self)
                } else {
                    to(Self::Identified(form))
                }
            }
            Self::Registered(_)
            | Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. }
            | Self::Described { .. }
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    /// The applicant says anew who applies. After the link was opened this
    /// keeps what still holds: details whose age contradicts are asked again,
    /// a photo is discarded or becomes necessary.
    fn agree(self, agreement: Agreement, now: Moment) -> Step {
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

    fn give_contact(self, contact: Contact) -> Step {
        match self {
            Self::Agreed { form, agreement } => to(Self::Addressed(Registration {
                form,
                agreement,
                contact,
            })),
            Self::Addressed(registration) => to(Self::Addressed(Registration {
                contact,
                ..registration
            })),
            Self::Registered(registration) => to_with(
                Self::Registered(Registration {
                    contact,
                    ..registration
                }),
                vec![Effect::SendLink],
            ),
            Self::Arrived
            | Self::Identified(_)
            | Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. }
            | Self::Described { .. }
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    fn confirm_address(self) -> Step {
        match self {
            Self::Addressed(registration) => {
                to_with(Self::Registered(registration), vec![Effect::SendLink])
            }
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Registered(_)
            | Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. }
            | Self::Described { .. }
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    fn ask_link(self) -> Step {
        match self {
            Self::Registered(_)
            | Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. }
            | Self::Described { .. } => to_with(self, vec![Effect::SendLink]),
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    fn open_link(self) -> Step {
        match self {
            Self::Registered(registration) => to(opened(registration, None)),
            Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. }
            | Self::Described { .. }
            | Self::Submitted { .. } => to(self),
            Self::Arrived | Self::Identified(_) | Self::Agreed { .. } | Self::Addressed(_) => {
                self.out_of_order()
            }
        }
    }

    /// A new photo takes the place of an earlier one, and must be confirmed.
    fn keep_photo(self, photo: PhotoReceipt) -> Step {
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

    fn confirm_photo(self) -> Step {
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
    fn describe(self, details: Details, now: Moment) -> Step {
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
    fn submit(self, receipt: ReceiptNumber, now: Moment) -> Step {
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
                };
                to_with(next, vec![Effect::SendReceived])
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

fn to(next: Journey) -> Step {
    to_with(next, Vec::new())
}

fn to_with(next: Journey, effects: Vec<Effect>) -> Step {
    Ok(Transition { next, effects })
}

fn agrees(applicant: Applicant, details: &Details, now: Moment) -> Result<(), Refused> {
    applicant
        .check_age(details.birth_date.age_on(now.japan_day()))
        .map_err(Refused::Contradiction)
}

fn discard(photo: PhotoReceipt) -> Vec<Effect> {
    vec![Effect::DiscardPhoto(photo.key)]
}

/// After the link: to the photo, or past it for a person under one.
fn opened(registration: Registration, details: Option<Details>) -> Journey {
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
