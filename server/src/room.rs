//! A gate before work that keeps a processor busy.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::{JoinError, spawn_blocking};
use tokio::time::timeout;

/// A few places for work, on threads where it holds up nothing else. Others wait for a
/// while in the order they came.
#[derive(Clone, Debug)]
pub struct Room {
    places: Arc<Semaphore>,
    patience: Duration,
}

/// No place became free in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no place became free in time")]
pub struct Full;

/// A place in a room, until it is dropped.
#[derive(Debug)]
pub struct Permit {
    _permit: OwnedSemaphorePermit,
}

impl Room {
    /// A room with so many places, at least one, where nobody waits longer than `patience`.
    pub fn new(places: usize, patience: Duration) -> Self {
        let places = places.clamp(1, Semaphore::MAX_PERMITS);
        Self {
            places: Arc::new(Semaphore::new(places)),
            patience,
        }
    }

    /// The same room for somebody who waits so long.
    #[cfg(test)]
    pub(crate) fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Waits for a place.
    ///
    /// # Errors
    /// [`Full`] when none became free in time.
    pub async fn enter(&self) -> Result<Permit, Full> {
        let place = timeout(self.patience, Arc::clone(&self.places).acquire_owned());
        match place.await {
            Ok(Ok(permit)) => Ok(Permit { _permit: permit }),
            _ => Err(Full),
        }
    }
}

impl Permit {
    /// Does work here. The place is left by the work and not by whoever waits for it: when a
    /// sender hangs up, the work goes on and still needs its memory.
    ///
    /// # Errors
    /// [`JoinError`] when the work panicked, or the process is stopping.
    pub async fn work<T, W>(self, work: W) -> Result<T, JoinError>
    where
        T: Send + 'static,
        W: FnOnce() -> T + Send + 'static,
    {
        spawn_blocking(move || {
            let result = work();
            drop(self);
            result
        })
        .await
    }
}
