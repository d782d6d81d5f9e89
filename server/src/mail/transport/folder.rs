//! Letters as files, for development and for offices that carry mail over by hand.

use std::path::{Path, PathBuf};

use async_trait::async_trait;

use super::{MailTransport, Reason, TransportError};
use crate::mail::Letter;
use crate::mail::message::{Sender, message};

/// Writes each letter as `ID.eml` into a folder. A file is there whole or not at
/// all; a letter sent again replaces itself.
#[derive(Clone, Debug)]
pub struct Folder {
    folder: PathBuf,
    sender: Sender,
}

impl Folder {
    /// A folder that is made when the first letter comes.
    pub fn new(folder: &Path, sender: Sender) -> Self {
        Self {
            folder: folder.to_owned(),
            sender,
        }
    }
}

#[async_trait]
impl MailTransport for Folder {
    async fn send(&self, letter: &Letter) -> Result<(), TransportError> {
        let bytes = message(letter, &self.sender)?.formatted();
        let whole = self.folder.join(format!("{}.eml", letter.id));
        let part = self.folder.join(format!("{}.part", letter.id));
        let written = async {
            tokio::fs::create_dir_all(&self.folder).await?;
            tokio::fs::write(&part, bytes).await?;
            tokio::fs::rename(&part, &whole).await
        };
        let later = |fault: std::io::Error| TransportError::Later {
            reason: Reason::Folder(fault.kind()),
        };
        written.await.map_err(later)
    }
}
