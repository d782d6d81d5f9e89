//! The way by which mails leave.

use std::sync::Arc;

use super::SetupError;
use crate::config::{Settings, TransportKind};
use crate::mail::{Folder, MailTransport, Memory, Sender, Smtp};

/// The way by which mails leave.
///
/// # Errors
/// [`SetupError`] when it cannot be set up.
pub fn open_transport(settings: &Settings) -> Result<Arc<dyn MailTransport>, SetupError> {
    Ok(transport(settings)?.0)
}

pub(super) type Transports = (Arc<dyn MailTransport>, Option<Arc<Memory>>);

pub(super) fn transport(settings: &Settings) -> Result<Transports, SetupError> {
    Ok(match settings.mail.transport {
        TransportKind::Smtp => (Arc::new(Smtp::new(settings)?), None),
        TransportKind::Folder => {
            crate::private::folder_for(&settings.mail.folder)?;
            (
                Arc::new(Folder::new(&settings.mail.folder, Sender::new(settings))),
                None,
            )
        }
        TransportKind::Memory => {
            let mailbox = Arc::new(Memory::default());
            (mailbox.clone(), Some(mailbox))
        }
    })
}
