//! Loading an application, and writing.

use rules::application::Journey;

use super::sealed::open_application;
use crate::seal::Key;
use crate::service::{Fault, Service};
use crate::store::{JourneyId, SavedCase, SavedJourney, Write};
use crate::telemetry;

/// An application, loaded and opened.
#[derive(Debug)]
pub struct LoadedApplication {
    /// Its row.
    pub saved: SavedJourney,
    /// Its own key.
    pub key: Key,
    /// Its state.
    pub journey: Journey,
}

impl Service {
    /// Loads an application.
    pub(in crate::service) async fn load(
        &self,
        id: &JourneyId,
    ) -> Result<Option<LoadedApplication>, Fault> {
        self.store
            .journey(id)
            .await?
            .map(|saved| self.open_case(saved))
            .transpose()
    }

    /// Opens a row that was loaded.
    ///
    /// # Errors
    /// [`Fault`] when it was sealed with other keys, or damaged.
    pub fn open_case(&self, saved: SavedJourney) -> Result<LoadedApplication, Fault> {
        let key = self
            .keys
            .unwrap_key(saved.id.as_str(), &saved.wrapped_key)?;
        let journey = open_application(&key, &saved.id, &saved.sealed)?;
        // An office without a desk hands over what it does not open.
        let handed_over_at = saved.case.and_then(|case| case.handed_over_at);
        let journey = match handed_over_at {
            Some(at) => journey.handed_over(at),
            None => journey,
        };
        Ok(LoadedApplication {
            saved,
            key,
            journey,
        })
    }

    /// Writes, and wakes the worker when something was queued.
    pub(in crate::service) async fn write(&self, writes: Vec<Write>) -> Result<(), Fault> {
        let queued = writes.iter().any(Write::queues);
        let stage = writes.iter().find_map(Write::stage);
        self.store.commit(writes).await?;
        if let Some(stage) = stage {
            telemetry::stage(stage);
        }
        if queued {
            self.outbox_notify.notify();
        }
        Ok(())
    }
}

/// The number given, once it is sent in.
pub(in crate::service) fn submitted_receipt(journey: &Journey) -> Option<String> {
    journey.receipt().map(|receipt| receipt.as_str().to_owned())
}

/// What the columns say of how it stands with the office. When it was handed over stays as it is.
pub(in crate::service) fn saved_case(
    journey: &Journey,
    before: Option<SavedCase>,
) -> Option<SavedCase> {
    let case = journey.case()?;
    Some(SavedCase {
        submitted_at: journey.submitted_at()?,
        stage: case.stage(),
        decided_at: case.decided_at(),
        handed_over_at: before.and_then(|before| before.handed_over_at),
    })
}
