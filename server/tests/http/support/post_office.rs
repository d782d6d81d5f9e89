//! A post office that can be closed.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use server::mail::{Letter, MailTransport, Memory, Reason, TransportError};

/// Puts letters into the mailbox; while it is closed it turns them away.
pub(crate) struct PostOffice {
    mailbox: Arc<Memory>,
    is_closed: AtomicBool,
    turned_away: Mutex<Vec<Letter>>,
}

impl PostOffice {
    pub(crate) fn new(mailbox: Arc<Memory>) -> Self {
        Self {
            mailbox,
            is_closed: AtomicBool::new(false),
            turned_away: Mutex::default(),
        }
    }

    pub(crate) fn set_closed(&self, is_closed: bool) {
        self.is_closed.store(is_closed, Ordering::SeqCst);
    }

    pub(crate) fn turned_away(&self) -> Vec<Letter> {
        self.turned_away.lock().unwrap().clone()
    }
}

#[async_trait]
impl MailTransport for PostOffice {
    async fn send(&self, letter: &Letter) -> Result<(), TransportError> {
        if self.is_closed.load(Ordering::SeqCst) {
            self.turned_away.lock().unwrap().push(letter.clone());
            return Err(TransportError::Later {
                reason: Reason::Timeout,
            });
        }
        self.mailbox.send(letter).await
    }
}
