//! The outbox as the operator sees it.

use crate::service::{Fault, Service};
use crate::store::{OpenJob, OpenJobs};

impl Service {
    /// Jobs that are not done, so many at most.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn open_jobs(&self, at_most: u32) -> Result<Vec<OpenJob>, Fault> {
        Ok(self.store.open_jobs(at_most).await?)
    }

    /// Counts the jobs that are not done by kind, and apart those that were given up; kinds with
    /// none are omitted.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn count_open_jobs(&self) -> Result<Vec<OpenJobs>, Fault> {
        Ok(self.store.count_open_jobs().await?)
    }

    /// Tries a mail again that was given up, or all of them; returns how many there were.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn retry_mails(&self, mail: Option<&str>) -> Result<u64, Fault> {
        Ok(self.store.put_back(mail, self.now()).await?)
    }

    /// Enters that a mail came back. Whether it was sent from here and is still known.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn bounce_mail(&self, id: &str, reason: &str) -> Result<bool, Fault> {
        Ok(self.store.bounce(id, reason).await?)
    }
}
