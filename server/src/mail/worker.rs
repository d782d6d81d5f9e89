//! The loop that takes mails out of the outbox.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use rules::Moment;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::attempt::{Attempt, attempt};
use super::outbox::{LetterSource, OutboxStore};
use super::transport::{MailTransport, Reason};
use crate::clock::Clock;
use crate::config::Mail as MailSettings;
use crate::outbox::{Job as _, Lease, Leased, Outcome};
use crate::telemetry;

/// A lease lasts so many seconds: longer than any try, and short enough that a mail
/// whose process died is not missed.
const LEASE_SECONDS: i64 = 180;

/// How fast and how patiently the worker works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SendingRate {
    /// At most so many mails a second; also so many at once.
    pub per_second: u32,
    /// Looks into the outbox this often even when nobody rings.
    pub poll: Duration,
    /// Gives a try up after this time; must be shorter than a lease.
    pub patience: Duration,
}

impl SendingRate {
    /// The pace the operator chose. A try may take three answers of the mail server,
    /// and never more than half a lease.
    pub fn new(settings: &MailSettings) -> Self {
        let longest = Duration::from_secs(LEASE_SECONDS.unsigned_abs() / 2);
        let answers = Duration::from_secs(3 * u64::from(settings.timeout_seconds.get()));
        Self {
            per_second: settings.per_second.get(),
            poll: Duration::from_secs(settings.poll_seconds.get().into()),
            patience: answers.min(longest),
        }
    }
}

/// Tells the worker that something was put into the outbox. Called after the
/// transaction; a call that is lost costs no mail, only the time until the next
/// look.
#[derive(Clone, Debug, Default)]
pub struct OutboxNotify(Arc<Notify>);

impl OutboxNotify {
    /// Wakes the worker, now or as soon as it is about to rest.
    pub fn notify(&self) {
        self.0.notify_one();
    }
}

/// What one look into the outbox came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchReport {
    /// Mails taken out.
    pub leased: u32,
    /// Sent.
    pub sent: u32,
    /// Not needed any more.
    pub not_needed: u32,
    /// To be tried again.
    pub retried: u32,
    /// Given up.
    pub failed: u32,
    /// Times the database could not be asked.
    pub faults: u32,
}

impl BatchReport {
    fn count(&mut self, settled: &Settled) {
        let counter = match settled {
            Settled::Outcome(Outcome::Done) => &mut self.sent,
            Settled::Outcome(Outcome::Dropped) => &mut self.not_needed,
            Settled::Outcome(Outcome::Retry { .. }) => &mut self.retried,
            Settled::Outcome(Outcome::Failed { .. }) => &mut self.failed,
            Settled::Fault => &mut self.faults,
        };
        *counter = counter.saturating_add(1);
    }
}

/// How a mail's turn ended.
#[derive(Clone, Debug)]
enum Settled {
    Outcome(Outcome),
    /// What became of it could not be put down; it comes again.
    Fault,
}

/// Takes mails out of the outbox and sees each through, in a task of its own: one
/// that panics or hangs stops no other.
pub struct Worker<Store, Source> {
    store: Arc<Store>,
    source: Arc<Source>,
    transport: Arc<dyn MailTransport>,
    pace: SendingRate,
    outbox_notify: OutboxNotify,
}

impl<Store, Source> Worker<Store, Source>
where
    Store: OutboxStore,
    Source: LetterSource<Job = Store::Job>,
{
    /// A worker that does nothing yet. Whoever fills the outbox holds the same notify.
    pub fn new(
        store: Arc<Store>,
        source: Arc<Source>,
        transport: Arc<dyn MailTransport>,
        pace: SendingRate,
        outbox_notify: OutboxNotify,
    ) -> Self {
        Self {
            store,
            source,
            transport,
            pace,
            outbox_notify,
        }
    }

    /// Works until `shutdown` is ready; mails under way are then seen through.
    pub async fn run(&self, clock: Arc<dyn Clock>, shutdown: impl Future<Output = ()> + Send) {
        let mut shutdown = pin!(shutdown);
        loop {
            let report = self.run_once(clock.now()).await;
            tokio::select! {
                biased;
                () = &mut shutdown => return,
                () = self.rest(report) => {}
            }
        }
    }

    /// Looks into the outbox once and sees the mails through that are due.
    pub async fn run_once(&self, now: Moment) -> BatchReport {
        let Some(leased) = self.lease(now).await else {
            return BatchReport {
                faults: 1,
                ..BatchReport::default()
            };
        };
        let mut report = BatchReport {
            leased: u32::try_from(leased.len()).unwrap_or(u32::MAX),
            ..BatchReport::default()
        };
        let mut turns = JoinSet::new();
        for leased in leased {
            turns.spawn(self.turn(leased, now));
        }
        while let Some(turn) = turns.join_next().await {
            report.count(&turn.unwrap_or(Settled::Fault));
        }
        telemetry::mails("sent", report.sent);
        telemetry::mails("retried", report.retried);
        telemetry::mails("failed", report.failed);
        report
    }

    /// The mails that are due. In a task of its own: a row that makes the database's
    /// reader panic must not end the worker.
    async fn lease(&self, now: Moment) -> Option<Vec<Leased<Store::Job>>> {
        let lease = Lease {
            now,
            until: now.plus(LEASE_SECONDS),
            at_most: self.pace.per_second,
        };
        let store = self.store.clone();
        match tokio::spawn(async move { store.lease(lease).await }).await {
            Ok(Ok(leased)) => Some(leased),
            Ok(Err(fault)) => {
                tracing::error!(fault = %fault, "mail.lease");
                None
            }
            Err(panic) => {
                tracing::error!(fault = %panic, "mail.lease");
                None
            }
        }
    }

    /// One mail's turn: tried in a task that may panic, settled in another.
    fn turn(
        &self,
        leased: Leased<Store::Job>,
        now: Moment,
    ) -> impl Future<Output = Settled> + use<Store, Source> {
        let (store, source, transport) = (
            self.store.clone(),
            self.source.clone(),
            self.transport.clone(),
        );
        let patience = self.pace.patience;
        async move {
            let leased = Arc::new(leased);
            let tried = Arc::clone(&leased);
            let trial = async move { attempt(&*source, &*transport, &tried).await };
            let attempt = match tokio::spawn(timeout(patience, trial)).await {
                Ok(Ok(attempt)) => attempt,
                Ok(Err(_)) => Attempt::Later(Reason::Timeout),
                Err(_) => Attempt::Later(Reason::Panic),
            };
            let outcome = attempt.outcome(leased.tries, now);
            let (id, kind) = (leased.job.id(), leased.job.kind());
            tracing::info!(mail.id = id, mail.kind = kind, outcome = ?outcome, "mail.settle");
            match store.settle(&leased, outcome.clone()).await {
                Ok(()) => Settled::Outcome(outcome),
                Err(fault) => {
                    tracing::error!(mail.id = id, fault = %fault, "mail.settle");
                    Settled::Fault
                }
            }
        }
    }

    /// Rests as long as the rate asks for, then until a mail is queued or it is time to
    /// look again. After a full load there may be more, so it looks at once.
    async fn rest(&self, report: BatchReport) {
        let per_second = self.pace.per_second.max(1);
        sleep(Duration::from_secs(report.leased.into()) / per_second).await;
        if report.leased < per_second {
            tokio::select! {
                () = self.outbox_notify.0.notified() => {}
                () = sleep(self.pace.poll) => {}
            }
        }
    }
}
