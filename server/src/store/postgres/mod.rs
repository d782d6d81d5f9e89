//! A `PostgreSQL` server, 15 or later: for several machines, and as many processes as are
//! wanted.
//!
//! Transactions are "read committed", the server's default: whatever is counted, used up
//! or changed is judged in the statement that changes it, and the server judges again
//! when a row it waited for has changed. What must hold beyond one row is held by a
//! unique index or by locking the application's row.

mod address;
mod audit;
mod connect;
mod desk;
mod jobs;
mod limits;
mod open_jobs;
mod purge;
mod reads;
mod sealed;
mod snapshot;
mod words;
mod writes;

use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use rules::Moment;
use sqlx::postgres::PgPool;

pub use self::address::{PostgresAddress, Protection};
#[cfg(test)]
pub(super) use self::connect::MIGRATIONS;
use self::desk::{Desk, LONG, SHORT, within};
use super::{
    Allowance, Chained, ChainedNow, Chaining, Due, Entry, FormTry, Head, JourneyId, Leased,
    OpenJob, OpenJobs, Outcome, Pool, Purge, Purged, Resealed, Retention, SavedChallenge,
    SavedCode, SavedDevice, SavedForm, SavedJourney, SavedLink, SavedLookUpKey, SavedSession,
    SealedCount, SealedRow, SealedTable, SessionDigest, Store, StoreError, Submission,
    SubmissionPage, Taken, Which, Write,
};
use crate::seal::Digest;

/// A store on a `PostgreSQL` server.
///
/// It is opened only on a server that writes to the disk before it acknowledges
/// (`fsync`, `full_page_writes`, `synchronous_commit`).
#[derive(Clone, Debug)]
pub struct PostgresStore {
    pool: PgPool,
}

/// Patience with a copy of everything.
const COPYING: Duration = Duration::from_hours(2);

/// Asks the server something on a connection of its own, with patience.
macro_rules! ask {
    ($store:expr, $patience:expr, |$connection:ident| $work:expr) => {{
        let mut desk = Desk::at(&$store.pool).await?;
        let $connection = desk.connection()?;
        let answer = within($patience, $work).await;
        desk.leave(answer)
    }};
}

impl PostgresStore {
    /// Connects, and brings the tables up to date. Any number of processes may do so
    /// at once.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] says in words why there is no connection;
    /// [`StoreError::TooOld`] and [`StoreError::NotDurable`] refuse the server.
    pub async fn open(address: &PostgresAddress, pool: Pool) -> Result<Self, StoreError> {
        Ok(Self {
            pool: connect::connect(address, pool).await?,
        })
    }

    /// The connections, for tests that look behind the trait.
    #[cfg(test)]
    pub(in crate::store) fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// Whether no table has a row.
    pub(super) async fn is_empty(&self) -> Result<bool, StoreError> {
        ask!(self, SHORT, |c| snapshot::is_empty(c))
    }

    /// Copies everything out of a file, whole or not at all.
    pub(super) async fn fill(&self, from: &Path) -> Result<(), StoreError> {
        ask!(self, COPYING, |c| snapshot::fill(c, from))
    }

    /// Waits for the statements under way and closes the connections.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

#[async_trait]
impl Store for PostgresStore {
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        ask!(self, SHORT, |c| writes::commit(c, writes))
    }

    async fn journey(&self, id: &JourneyId) -> Result<Option<SavedJourney>, StoreError> {
        ask!(self, SHORT, |c| reads::journey(c, id))
    }

    async fn journey_by_receipt(&self, receipt: &str) -> Result<Option<SavedJourney>, StoreError> {
        ask!(self, SHORT, |c| reads::journey_by_receipt(c, receipt))
    }

    async fn submissions(&self, page: SubmissionPage<'_>) -> Result<Vec<Submission>, StoreError> {
        ask!(self, SHORT, |c| reads::submissions(c, page))
    }

    async fn is_submitted(&self, form: &Digest) -> Result<bool, StoreError> {
        ask!(self, SHORT, |c| reads::is_submitted(c, form))
    }

    async fn session(&self, digest: &SessionDigest) -> Result<Option<SavedSession>, StoreError> {
        ask!(self, SHORT, |c| reads::session(c, digest))
    }

    async fn link(&self, digest: &Digest) -> Result<Option<SavedLink>, StoreError> {
        ask!(self, SHORT, |c| reads::link(c, digest))
    }

    async fn knows_device(&self, device: &SavedDevice) -> Result<bool, StoreError> {
        ask!(self, SHORT, |c| reads::knows_device(c, device))
    }

    async fn form(&self, digest: &Digest) -> Result<Option<SavedForm>, StoreError> {
        ask!(self, SHORT, |c| reads::form(c, digest))
    }

    async fn add_forms(&self, forms: Vec<SavedForm>) -> Result<u64, StoreError> {
        ask!(self, LONG, |c| writes::add_forms(c, &forms))
    }

    async fn newest_forms(&self, at_most: u32) -> Result<Vec<SavedForm>, StoreError> {
        ask!(self, SHORT, |c| reads::newest_forms(c, at_most))
    }

    async fn draw_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
        at_most: u32,
    ) -> Result<Option<SavedChallenge>, StoreError> {
        ask!(self, SHORT, |c| limits::draw_challenge(
            c, id, session, at_most
        ))
    }

    async fn use_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
    ) -> Result<Option<SavedChallenge>, StoreError> {
        ask!(self, SHORT, |c| limits::use_challenge(c, id, session))
    }

    async fn try_code(
        &self,
        session: &SessionDigest,
        journey: &JourneyId,
        now: Moment,
        at_most: u32,
    ) -> Result<Option<SavedCode>, StoreError> {
        ask!(self, SHORT, |c| limits::try_code(
            c, session, journey, now, at_most
        ))
    }

    async fn take(
        &self,
        key: &Digest,
        allowance: Allowance,
        now: Moment,
    ) -> Result<Taken, StoreError> {
        ask!(self, SHORT, |c| limits::take(c, key, allowance, now))
    }

    async fn give_back(&self, key: &Digest, allowance: Allowance) -> Result<(), StoreError> {
        ask!(self, SHORT, |c| limits::give_back(c, key, allowance))
    }

    async fn try_form(&self, form: &Digest, at_most: u32) -> Result<FormTry, StoreError> {
        ask!(self, SHORT, |c| limits::try_form(c, form, at_most))
    }

    async fn untry_form(&self, form: &Digest) -> Result<(), StoreError> {
        ask!(self, SHORT, |c| limits::untry_form(c, form))
    }

    async fn unlock_form(&self, form: &Digest, of_the_day: &Digest) -> Result<bool, StoreError> {
        ask!(self, SHORT, |c| limits::unlock_form(c, form, of_the_day))
    }

    async fn lease(&self, due: Due) -> Result<Vec<Leased>, StoreError> {
        ask!(self, SHORT, |c| jobs::lease(c, due))
    }

    async fn give_secret(&self, id: &str, secret: Vec<u8>) -> Result<Option<Vec<u8>>, StoreError> {
        ask!(self, SHORT, |c| jobs::give_secret(c, id, &secret))
    }

    async fn settle(
        &self,
        id: &str,
        outcome: Outcome,
        entry: Option<Entry>,
    ) -> Result<(), StoreError> {
        ask!(self, SHORT, |c| jobs::settle(c, id, &outcome, entry))
    }

    async fn open_jobs(&self, at_most: u32) -> Result<Vec<OpenJob>, StoreError> {
        ask!(self, SHORT, |c| open_jobs::list(c, at_most))
    }

    async fn count_open_jobs(&self) -> Result<Vec<OpenJobs>, StoreError> {
        ask!(self, SHORT, |c| open_jobs::count(c))
    }

    async fn put_back(&self, id: Option<&str>, now: Moment) -> Result<u64, StoreError> {
        ask!(self, LONG, |c| open_jobs::put_back(c, id, now))
    }

    async fn bounce(&self, id: &str, reason: &str) -> Result<bool, StoreError> {
        ask!(self, SHORT, |c| open_jobs::bounce(c, id, reason))
    }

    async fn is_photo_known(&self, key: &str) -> Result<bool, StoreError> {
        ask!(self, SHORT, |c| reads::is_photo_known(c, key))
    }

    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError> {
        ask!(self, LONG, |c| purge::purge(c, retention, now, purge))
    }

    async fn look_up_keys(
        &self,
        unless_there: Vec<SavedLookUpKey>,
    ) -> Result<Vec<SavedLookUpKey>, StoreError> {
        ask!(self, SHORT, |c| sealed::look_up_keys(c, &unless_there))
    }

    async fn count_sealed(&self) -> Result<Vec<SealedCount>, StoreError> {
        ask!(self, LONG, |c| sealed::count(c))
    }

    async fn sealed_rows(
        &self,
        of: SealedTable,
        after: &str,
        which: Which,
        at_most: u32,
    ) -> Result<Vec<SealedRow>, StoreError> {
        ask!(self, SHORT, |c| sealed::page(c, of, after, which, at_most))
    }

    async fn reseal(&self, of: SealedTable, rows: Vec<Resealed>) -> Result<u64, StoreError> {
        ask!(self, SHORT, |c| sealed::replace(c, of, rows))
    }

    async fn chain(&self, chaining: Chaining) -> Result<Option<ChainedNow>, StoreError> {
        ask!(self, SHORT, |c| audit::chain(c, chaining))
    }

    async fn audit(&self, after: i64, at_most: u32) -> Result<Vec<Chained>, StoreError> {
        ask!(self, SHORT, |c| audit::entries(c, after, at_most))
    }

    async fn checkpoint(&self, through: i64) -> Result<Option<Chained>, StoreError> {
        ask!(self, SHORT, |c| audit::checkpoint_of(c, through))
    }

    async fn audit_head(&self) -> Result<Head, StoreError> {
        ask!(self, SHORT, |c| audit::head(c))
    }

    async fn audit_waiting(&self) -> Result<u64, StoreError> {
        ask!(self, SHORT, |c| audit::waiting(c))
    }

    async fn journeys_after(
        &self,
        after: &str,
        at_most: u32,
    ) -> Result<Vec<SavedJourney>, StoreError> {
        ask!(self, SHORT, |c| reads::journeys_after(c, after, at_most))
    }

    async fn snapshot(&self, file: &Path) -> Result<(), StoreError> {
        ask!(self, COPYING, |c| snapshot::write(c, file))
    }

    async fn ping(&self) -> Result<(), StoreError> {
        ask!(self, SHORT, |c| reads::ping(c))
    }
}
