//! Loading an application, and writing.

use rules::application::Journey;

use crate::seal::{Key, Place, open_value};
use crate::service::{Fault, Service};
use crate::store::{JourneyId, SavedJourney, Write};
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

pub(in crate::service) fn place(id: &JourneyId) -> Place<'_> {
    Place {
        table: "journeys",
        row: id.as_str(),
        column: "sealed",
    }
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
        let journey = open_value(&key, place(&saved.id), &saved.sealed)?;
        Ok(LoadedApplication {
            saved,
            key,
            journey,
        })
    }

    /// Writes, and wakes the worker when something was queued.
    pub(in crate::service) async fn write(&self, writes: Vec<Write>) -> Result<(), Fault> {
        let queued = writes.iter().any(Write::queues);
        let stage = writes.iter().find_map(|write| match write {
            Write::OpenJourney(saved) | Write::ChangeJourney(saved) => Some(saved.stage),
            _ => None,
        });
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
    match journey {
        Journey::Submitted { receipt, .. } => Some(receipt.as_str().to_owned()),
        _ => None,
    }
}
