//! Rows that are too old.

use crate::service::{Fault, Service};
use crate::store::{Purge, Purged, Retention};

impl Service {
    /// Removes the rows that are older than this, or says how many they are; none when another
    /// process is just doing so.
    ///
    /// # Errors
    /// [`Fault`] when the database failed; what was removed until then stays so.
    pub async fn purge(&self, retention: Retention, purge: Purge) -> Result<Option<Purged>, Fault> {
        Ok(self.store.purge(retention, self.now(), purge).await?)
    }
}
