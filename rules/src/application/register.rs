//! Up to the open link: form, contact, link.

use super::apply::{Step, to, to_with};
use super::give::opened;
use super::{Effect, FormGiven, Journey, MailKind, Registration};
use crate::Contact;

impl Journey {
    pub(super) fn give_form(self, form: FormGiven) -> Step {
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
    pub(super) fn give_contact(self, contact: Contact) -> Step {
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
                vec![Effect::SendMail(MailKind::Link)],
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

    pub(super) fn confirm_address(self) -> Step {
        match self {
            Self::Addressed(registration) => to_with(
                Self::Registered(registration),
                vec![Effect::SendMail(MailKind::Link)],
            ),
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

    pub(super) fn ask_link(self) -> Step {
        match self {
            Self::Registered(_)
            | Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. }
            | Self::Described { .. } => to_with(self, vec![Effect::SendMail(MailKind::Link)]),
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }

    pub(super) fn open_link(self) -> Step {
        match self {
            Self::Registered(registration) => to(opened(registration, None)),
            Self::Opened { .. }
            | Self::Pictured { .. }
            | Self::Photographed { .. }
            | Self::Described { .. } => to(self),
            Self::Arrived
            | Self::Identified(_)
            | Self::Agreed { .. }
            | Self::Addressed(_)
            | Self::Submitted { .. } => self.out_of_order(),
        }
    }
}
