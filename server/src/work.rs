//! What goes on beside the requests: mails, removals, housekeeping.

mod waiting;

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use app::site::RetainedState;
use tokio::sync::watch;
use tokio::time::sleep;

use crate::config::Settings;
use crate::mail::{Letters, SendingRate, Worker as MailWorker};
use crate::service::{Fault, Outbox, Service};
use crate::setup::{Runtime, kept_seconds};
use crate::store::{Chaining, Purge, Purged, Retention};

/// Housekeeping is done this often.
const HOUSEKEEPING_EVERY: Duration = Duration::from_mins(10);
/// What waits is counted this often.
const COUNT_EVERY: Duration = Duration::from_secs(15);
/// Entries of the audit log are chained this often, so many at once.
const CHAINING_EVERY: Duration = Duration::from_secs(10);
const ENTRIES: u32 = 500;
/// Old ones go, so many at once.
const REMOVED_ENTRIES: u32 = 10_000;
/// Links, challenges and settled jobs stay this many seconds after their end,
/// so that an old link can still be answered with a new one.
const ENDED_SECONDS: i64 = 30 * 24 * 60 * 60;

/// Everything that goes on beside the requests.
pub struct Worker {
    service: Arc<Service>,
    mails: MailWorker<Outbox, Outbox>,
    retention: crate::config::Retention,
}

impl Worker {
    /// The worker of a portal.
    pub fn of(runtime: &Runtime, settings: &Settings) -> Self {
        let service = Arc::clone(&runtime.service);
        let letters = Letters::new(settings);
        let outbox = Arc::new(Outbox {
            service: Arc::clone(&service),
            letters,
        });
        let mails = MailWorker::new(
            Arc::clone(&outbox),
            outbox,
            Arc::clone(&runtime.transport),
            SendingRate::new(&settings.mail),
            service.outbox_notify(),
        );
        Self {
            service,
            mails,
            retention: settings.retention.clone(),
        }
    }

    /// Sends the mails that are due now; for tests, which set the clock.
    pub async fn send_mails(&self) -> crate::mail::BatchReport {
        self.mails.run_once(self.service.now()).await
    }

    /// Works until told to stop; what is under way is finished.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let told = |mut stop: watch::Receiver<bool>| async move {
            // An error means that nobody can tell us any more, which is a stop too.
            let _ = stop.wait_for(|told| *told).await;
        };
        let clock = self.service.clock();
        let mails = self.mails.run(clock, told(stop.clone()));
        let housekeeping = every(HOUSEKEEPING_EVERY, told(stop.clone()), || self.keep_house());
        let chaining = every(CHAINING_EVERY, told(stop.clone()), || self.chain());
        let counting = every(COUNT_EVERY, told(stop.clone()), || self.show_what_waits());
        tokio::join!(mails, housekeeping, chaining, counting);
        // What the last requests have recorded.
        self.chain().await;
    }

    /// Shows what waits and what was given up to whoever watches over the portal.
    pub async fn show_what_waits(&self) {
        if let Err(fault) = waiting::show(&self.service).await {
            tracing::error!(%fault, "housekeeping.count");
        }
    }

    /// Removes what is too old. A fault is logged; the next round tries again.
    pub async fn keep_house(&self) {
        if let Err(fault) = self.purge(Purge::ForGood).await {
            tracing::error!(%fault, "housekeeping.purge");
        }
        self.remove_photos().await;
        self.chain().await;
        match self.service.audit_head().await {
            Ok(head) => {
                let hash = hex::encode(head.hash);
                tracing::info!(number = head.number, %hash, "audit.head");
            }
            Err(fault) => tracing::error!(%fault, "audit.head"),
        }
    }

    /// Chains what was recorded, and lets go what is too old. A fault is logged; the next
    /// round tries again.
    pub async fn chain(&self) {
        let now = self.service.now();
        let kept = kept_seconds(&self.retention, RetainedState::Record);
        let chaining = Chaining {
            at_most: ENTRIES,
            old_before: now.plus(-kept),
            removed_at_most: REMOVED_ENTRIES,
            now,
        };
        if let Err(fault) = self.service.chain(chaining).await {
            tracing::error!(%fault, "audit.chain");
        }
    }

    /// Removes the photos of what was removed, and those that nobody knows. A fault is
    /// logged; the next round tries again.
    pub async fn remove_photos(&self) {
        if let Err(fault) = self.service.discard_photos().await {
            tracing::error!(%fault, "housekeeping.discard_photos");
        }
        match self.service.sweep_photos().await {
            Ok(swept) => tracing::debug!(?swept, "housekeeping.sweep"),
            Err(fault) => tracing::error!(%fault, "housekeeping.sweep"),
        }
    }

    /// Removes the rows that are too old, or says how many they are; none when another
    /// process is just doing so.
    ///
    /// # Errors
    /// [`Fault`] when the database failed; nothing is removed then.
    pub async fn purge(&self, purge: Purge) -> Result<Option<Purged>, Fault> {
        let now = self.service.now();
        let before = |state| now.plus(-kept_seconds(&self.retention, state));
        let retention = Retention {
            unverified_before: before(RetainedState::Unverified),
            unfinished_before: before(RetainedState::Unfinished),
            handed_over_before: before(RetainedState::HandedOver),
            unused_forms_before: before(RetainedState::UnusedForm),
            sessions_before: now.plus(-self.service.bounds().session_idle_seconds),
            ended_before: now.plus(-ENDED_SECONDS),
        };
        let purged = self.service.purge(retention, purge).await?;
        tracing::info!(?purged, ?purge, "housekeeping.purge");
        Ok(purged)
    }
}

/// Does something over and over, with a rest in between, until told to stop.
async fn every<Doing: Future<Output = ()>>(
    rest: Duration,
    told: impl Future<Output = ()>,
    act: impl Fn() -> Doing,
) {
    let mut told = pin!(told);
    loop {
        act().await;
        tokio::select! {
            () = &mut told => return,
            () = sleep(rest) => {}
        }
    }
}
