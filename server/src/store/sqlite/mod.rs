//! The embedded database: one file, one writer, many readers.

mod audit;
mod jobs;
mod limits;
mod open_jobs;
mod opening;
mod pen;
mod purge;
mod readers;
mod reads;
mod sealed;
mod snapshot;
mod space;
mod store;
mod writes;

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use rules::Moment;
use sqlx::sqlite::SqliteConnectOptions;

use self::pen::Pen;
use self::readers::Readers;
pub use self::snapshot::Snapshot;
pub(super) use self::snapshot::{Kind, Table, create, tables};
use super::{
    Allowance, Chained, ChainedNow, Chaining, Due, Entry, FormTry, Head, JourneyId, Leased,
    OpenJob, OpenJobs, Outcome, Purge, Purged, Resealed, Retention, SavedChallenge, SavedCode,
    SavedDevice, SavedForm, SavedJourney, SavedLink, SavedLookUpKey, SavedSession, SealedCount,
    SealedRow, SealedTable, SessionDigest, Store, StoreError, Submission, SubmissionPage, Taken,
    Which, Write,
};
use crate::seal::Digest;

pub(super) static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("migrations/sqlite");

/// A store in a file of its own.
///
/// `synchronous = FULL` with a write-ahead log: what is acknowledged survives
/// a power failure. Writes go through one connection, so that they queue here
/// and not on the file's lock, and are synced together.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    pen: Pen,
    options: SqliteConnectOptions,
    readers: Arc<Readers>,
}

#[async_trait]
impl Store for SqliteStore {
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        self.pen
            .write(move |connection| {
                Box::pin(async move {
                    for write in &writes {
                        writes::write(connection, write).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn journey(&self, id: &JourneyId) -> Result<Option<SavedJourney>, StoreError> {
        reads::journey(&mut *self.readers.lend().await?, id).await
    }

    async fn journey_by_receipt(&self, receipt: &str) -> Result<Option<SavedJourney>, StoreError> {
        reads::journey_by_receipt(&mut *self.readers.lend().await?, receipt).await
    }

    async fn submissions(&self, page: SubmissionPage<'_>) -> Result<Vec<Submission>, StoreError> {
        reads::submissions(&mut *self.readers.lend().await?, page).await
    }

    async fn is_submitted(&self, form: &Digest) -> Result<bool, StoreError> {
        reads::is_submitted(&mut *self.readers.lend().await?, form).await
    }

    async fn session(&self, digest: &SessionDigest) -> Result<Option<SavedSession>, StoreError> {
        reads::session(&mut *self.readers.lend().await?, digest).await
    }

    async fn link(&self, digest: &Digest) -> Result<Option<SavedLink>, StoreError> {
        reads::link(&mut *self.readers.lend().await?, digest).await
    }

    async fn knows_device(&self, device: &SavedDevice) -> Result<bool, StoreError> {
        reads::knows_device(&mut *self.readers.lend().await?, device).await
    }

    async fn form(&self, digest: &Digest) -> Result<Option<SavedForm>, StoreError> {
        reads::form(&mut *self.readers.lend().await?, digest).await
    }

    async fn add_forms(&self, forms: Vec<SavedForm>) -> Result<u64, StoreError> {
        self.pen
            .write(move |connection| {
                Box::pin(async move {
                    let mut added = 0;
                    for form in &forms {
                        added += writes::add_form(connection, form).await?;
                    }
                    Ok(added)
                })
            })
            .await
    }

    async fn newest_forms(&self, at_most: u32) -> Result<Vec<SavedForm>, StoreError> {
        reads::newest_forms(&mut *self.readers.lend().await?, at_most).await
    }

    async fn draw_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
        at_most: u32,
    ) -> Result<Option<SavedChallenge>, StoreError> {
        let (id, session) = (id.to_owned(), *session);
        self.pen
            .write(move |connection| {
                Box::pin(
                    async move { limits::draw_challenge(connection, &id, &session, at_most).await },
                )
            })
            .await
    }

    async fn use_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
    ) -> Result<Option<SavedChallenge>, StoreError> {
        let (id, session) = (id.to_owned(), *session);
        self.pen
            .write(move |connection| {
                Box::pin(async move { limits::use_challenge(connection, &id, &session).await })
            })
            .await
    }

    async fn try_code(
        &self,
        session: &SessionDigest,
        journey: &JourneyId,
        now: Moment,
        at_most: u32,
    ) -> Result<Option<SavedCode>, StoreError> {
        let (session, journey) = (*session, journey.clone());
        self.pen
            .write(move |connection| {
                Box::pin(async move {
                    limits::try_code(connection, &session, &journey, now, at_most).await
                })
            })
            .await
    }

    async fn take(
        &self,
        key: &Digest,
        allowance: Allowance,
        now: Moment,
    ) -> Result<Taken, StoreError> {
        let key = *key;
        self.pen
            .write(move |connection| {
                Box::pin(async move { limits::take(connection, &key, allowance, now).await })
            })
            .await
    }

    async fn give_back(&self, key: &Digest, allowance: Allowance) -> Result<(), StoreError> {
        let key = *key;
        self.pen
            .write(move |connection| {
                Box::pin(async move { limits::give_back(connection, &key, allowance).await })
            })
            .await
    }

    async fn try_form(&self, form: &Digest, at_most: u32) -> Result<FormTry, StoreError> {
        let form = *form;
        self.pen
            .write(move |connection| {
                Box::pin(async move { limits::try_form(connection, &form, at_most).await })
            })
            .await
    }

    async fn untry_form(&self, form: &Digest) -> Result<(), StoreError> {
        let form = *form;
        self.pen
            .write(move |connection| {
                Box::pin(async move { limits::untry_form(connection, &form).await })
            })
            .await
    }

    async fn unlock_form(&self, form: &Digest, of_the_day: &Digest) -> Result<bool, StoreError> {
        let (form, day) = (*form, *of_the_day);
        self.pen
            .write(move |connection| {
                Box::pin(async move { limits::unlock_form(connection, &form, &day).await })
            })
            .await
    }

    async fn lease(&self, due: Due) -> Result<Vec<Leased>, StoreError> {
        self.pen
            .write(move |connection| Box::pin(jobs::lease(connection, due)))
            .await
    }

    async fn give_secret(&self, id: &str, secret: Vec<u8>) -> Result<Option<Vec<u8>>, StoreError> {
        let id = id.to_owned();
        self.pen
            .write(move |connection| {
                Box::pin(async move { jobs::give_secret(connection, &id, &secret).await })
            })
            .await
    }

    async fn settle(
        &self,
        id: &str,
        outcome: Outcome,
        entry: Option<Entry>,
    ) -> Result<(), StoreError> {
        let id = id.to_owned();
        self.pen
            .write(move |connection| {
                Box::pin(async move { jobs::settle(connection, &id, &outcome, entry).await })
            })
            .await
    }

    async fn open_jobs(&self, at_most: u32) -> Result<Vec<OpenJob>, StoreError> {
        open_jobs::list(&mut *self.readers.lend().await?, at_most).await
    }

    async fn count_open_jobs(&self) -> Result<Vec<OpenJobs>, StoreError> {
        open_jobs::count(&mut *self.readers.lend().await?).await
    }

    async fn put_back(&self, id: Option<&str>, now: Moment) -> Result<u64, StoreError> {
        let id = id.map(str::to_owned);
        self.pen
            .write(move |connection| {
                Box::pin(async move { open_jobs::put_back(connection, id.as_deref(), now).await })
            })
            .await
    }

    async fn bounce(&self, id: &str, reason: &str) -> Result<bool, StoreError> {
        let (id, reason) = (id.to_owned(), reason.to_owned());
        self.pen
            .write(move |connection| {
                Box::pin(async move { open_jobs::bounce(connection, &id, &reason).await })
            })
            .await
    }

    async fn is_photo_known(&self, key: &str) -> Result<bool, StoreError> {
        reads::is_photo_known(&mut *self.readers.lend().await?, key).await
    }

    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError> {
        let purged = match purge {
            Purge::ForGood => {
                let purged = purge::purge(&self.pen, retention, now).await?;
                space::give_back(&self.pen, &self.options).await?;
                purged
            }
            Purge::Trial => purge::count(&mut *self.readers.lend().await?, retention).await?,
        };
        Ok(Some(purged))
    }

    async fn look_up_keys(
        &self,
        unless_there: Vec<SavedLookUpKey>,
    ) -> Result<Vec<SavedLookUpKey>, StoreError> {
        self.pen
            .write(move |connection| {
                Box::pin(async move { sealed::look_up_keys(connection, &unless_there).await })
            })
            .await
    }

    async fn count_sealed(&self) -> Result<Vec<SealedCount>, StoreError> {
        sealed::count(&mut *self.readers.lend().await?).await
    }

    async fn sealed_rows(
        &self,
        of: SealedTable,
        after: &str,
        which: Which,
        at_most: u32,
    ) -> Result<Vec<SealedRow>, StoreError> {
        sealed::page(&mut *self.readers.lend().await?, of, after, which, at_most).await
    }

    async fn reseal(&self, of: SealedTable, rows: Vec<Resealed>) -> Result<u64, StoreError> {
        self.pen
            .write(move |connection| {
                Box::pin(async move { sealed::replace(connection, of, &rows).await })
            })
            .await
    }

    async fn chain(&self, chaining: Chaining) -> Result<Option<ChainedNow>, StoreError> {
        self.pen
            .write(move |connection| {
                Box::pin(async move { audit::chain(connection, chaining).await.map(Some) })
            })
            .await
    }

    async fn audit(&self, after: i64, at_most: u32) -> Result<Vec<Chained>, StoreError> {
        audit::entries(&mut *self.readers.lend().await?, after, at_most).await
    }

    async fn checkpoint(&self, through: i64) -> Result<Option<Chained>, StoreError> {
        audit::checkpoint_of(&mut *self.readers.lend().await?, through).await
    }

    async fn audit_head(&self) -> Result<Head, StoreError> {
        audit::head(&mut *self.readers.lend().await?).await
    }

    async fn audit_waiting(&self) -> Result<u64, StoreError> {
        audit::waiting(&mut *self.readers.lend().await?).await
    }

    async fn journeys_after(
        &self,
        after: &str,
        at_most: u32,
    ) -> Result<Vec<SavedJourney>, StoreError> {
        reads::journeys_after(&mut *self.readers.lend().await?, after, at_most).await
    }

    async fn snapshot(&self, file: &Path) -> Result<(), StoreError> {
        snapshot::write(&mut *self.readers.lend().await?, file).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("select 1")
            .execute(&mut *self.readers.lend().await?)
            .await?;
        Ok(())
    }
}
