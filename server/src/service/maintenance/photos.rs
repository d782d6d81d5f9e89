//! Photos that are to go: those of what was replaced or removed, and those that nobody knows.

use async_trait::async_trait;
use rules::Moment;
use rules::application::Actor;

use crate::failpoint::{self, Failpoint};
use crate::outbox::{Lease, Outcome};
use crate::photos::{PhotoRegister, SweepError, Swept, VaultKey, sweep};
use crate::service::{Fault, Service};
use crate::store::{Act, Jobs};

/// A removal that failed is tried again after this many seconds.
const REMOVAL_RETRY_SECONDS: i64 = 300;
/// Removals leased at once, and for how many seconds.
const REMOVALS: u16 = 100;
const REMOVAL_LEASE_SECONDS: i64 = 300;
/// Photos no application knows are swept after this many seconds.
const ORPHAN_SECONDS: i64 = 24 * 60 * 60;

impl Service {
    /// Removes the photos of what was replaced or removed, all that are due: with so many a round, a day on which more are replaced or removed
    /// would be followed by days of removing. Ends where one cannot be removed.
    ///
    /// # Errors
    /// [`Fault`] when the database failed.
    pub async fn discard_photos(&self) -> Result<(), Fault> {
        let now = self.now();
        while self.discard_some(now).await? == usize::from(REMOVALS) {}
        Ok(())
    }

    /// Removes some of those that are due; returns how many could be.
    async fn discard_some(&self, now: Moment) -> Result<usize, Fault> {
        let until = now.plus(REMOVAL_LEASE_SECONDS);
        let lease = Lease {
            now,
            until,
            at_most: REMOVALS.into(),
        };
        let mut count = 0;
        for leased in self.store.lease(Jobs::PhotoRemovals, lease).await? {
            failpoint::reached(Failpoint::InCleanup);
            let outcome = self.discard(leased.job.photo_key.as_deref(), now).await;
            count += usize::from(outcome == Outcome::Done);
            let removed = (outcome == Outcome::Done)
                .then(|| self.entry(Actor::System, Act::PhotoRemoved, Some(&leased.job.journey)));
            let settled = self.store.settle(&leased.job.id, outcome, removed);
            settled.await?;
        }
        Ok(count)
    }

    async fn discard(&self, key: Option<&str>, now: Moment) -> Outcome {
        match key.and_then(VaultKey::parse) {
            Some(key) => match self.vault.discard(&key).await {
                Ok(()) => Outcome::Done,
                Err(fault) => {
                    tracing::warn!(%fault, "housekeeping.discard_photos");
                    Outcome::Retry {
                        due: now.plus(REMOVAL_RETRY_SECONDS),
                        reason: "the place for photos did not remove it".to_owned(),
                    }
                }
            },
            None => Outcome::Failed {
                reason: "the row names no photo".to_owned(),
            },
        }
    }

    /// Removes photos that no application knows and that are there for a day.
    ///
    /// # Errors
    /// [`SweepError`].
    pub async fn sweep_photos(&self) -> Result<Swept, SweepError> {
        let before = self.now().plus(-ORPHAN_SECONDS);
        sweep(&*self.vault, &Register(self), before).await
    }
}

struct Register<'a>(&'a Service);

#[async_trait]
impl PhotoRegister for Register<'_> {
    async fn holds(
        &self,
        key: &VaultKey,
    ) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
        Ok(self.0.store.is_photo_known(key.as_str()).await?)
    }
}
