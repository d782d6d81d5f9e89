//! Trying out whether photos can be kept in a place.

use futures_util::StreamExt;
use object_store::ObjectStoreExt;
use object_store::path::Path as Location;

use super::bucket::Trouble;
use super::{Bucket, PhotoVault, VaultError};

/// What the object that is tried out holds.
const CONTENT: &[u8] = b"written by `shinsei doctor`; may be deleted";

/// What cannot be done in a place for photos.
#[derive(Debug, thiserror::Error)]
pub enum ProbeProblem {
    /// Listing.
    #[error("photos cannot be listed")]
    List(#[source] VaultError),
    /// Writing.
    #[error("photos cannot be written")]
    Write(#[source] VaultError),
    /// Reading.
    #[error("photos cannot be read")]
    Read(#[source] VaultError),
    /// It was read, but not as it was written.
    #[error("what is read is not what was written: something in between changes it")]
    Changed,
    /// Deleting.
    #[error("photos cannot be deleted")]
    Delete(#[source] VaultError),
    /// What is deleted stays as an older version.
    #[error("the bucket keeps versions, so photos that are deleted stay: switch versioning off")]
    Versions,
}

impl Bucket {
    /// Lists, writes, reads and deletes a small object that is no photo.
    ///
    /// # Errors
    /// [`ProbeProblem`] says what cannot be done; the object may then be left behind.
    pub async fn probe(&self) -> Result<(), ProbeProblem> {
        let failed = Trouble::at_large;
        let place = Location::from(format!("probe-{}", std::process::id()));
        if let Some(Err(error)) = self.list().next().await {
            return Err(ProbeProblem::List(error));
        }
        let written = self.within(self.store.put(&place, CONTENT.into())).await;
        let written = written.map_err(|trouble| ProbeProblem::Write(failed(trouble)))?;
        let read = async { self.store.get(&place).await?.bytes().await };
        let read = self.within(read).await;
        let read = read.map_err(|trouble| ProbeProblem::Read(failed(trouble)))?;
        let deleted = self.within(self.store.delete(&place)).await;
        deleted.map_err(|trouble| ProbeProblem::Delete(failed(trouble)))?;
        if read != CONTENT {
            return Err(ProbeProblem::Changed);
        }
        // A bucket whose versioning is suspended calls every version "null".
        match written.version.as_deref() {
            None | Some("null") => Ok(()),
            Some(_) => Err(ProbeProblem::Versions),
        }
    }
}
