//! A store that can be made to fail.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use rules::Moment;
use server::seal::Digest;
use server::store::{
    Allowance, Chained, ChainedNow, Chaining, Due, Entry, Head, JourneyId, Leased, OpenJob,
    OpenJobs, Outcome, Purge, Purged, Resealed, Retention, SavedChallenge, SavedCode, SavedForm,
    SavedJourney, SavedLink, SavedLookUpKey, SavedSession, SealedCount, SealedRow, SealedTable,
    SessionDigest, Store, StoreError, Submission, SubmissionPage, Taken, Which, Write,
};

/// What the database says when it fails; no applicant may read it.
pub(crate) const CAUSE: &str = "disk I/O error in journeys_one_submission";

/// Passes everything on until it is broken.
pub(crate) struct Faulty {
    inner: Arc<dyn Store>,
    is_broken: AtomicBool,
    is_full: AtomicBool,
    panics: AtomicBool,
}

impl Faulty {
    pub(crate) fn new(inner: Arc<dyn Store>) -> Self {
        Self {
            inner,
            is_broken: AtomicBool::new(false),
            is_full: AtomicBool::new(false),
            panics: AtomicBool::new(false),
        }
    }

    /// Fails from now on, or works again.
    pub(crate) fn set_broken(&self, is_broken: bool) {
        self.is_broken.store(is_broken, Ordering::SeqCst);
    }

    /// Takes nothing new from now on, or again; what is in it can be read.
    pub(crate) fn set_full(&self, is_full: bool) {
        self.is_full.store(is_full, Ordering::SeqCst);
    }

    /// Panics from now on, or works again.
    pub(crate) fn set_panicking(&self, panics: bool) {
        self.panics.store(panics, Ordering::SeqCst);
    }

    fn up(&self) -> Result<&dyn Store, StoreError> {
        assert!(!self.panics.load(Ordering::SeqCst), "{CAUSE}");
        if self.is_broken.load(Ordering::SeqCst) {
            return Err(StoreError::Database(sqlx::Error::Protocol(
                CAUSE.to_owned(),
            )));
        }
        Ok(&*self.inner)
    }

    fn with_room(&self) -> Result<&dyn Store, StoreError> {
        if self.is_full.load(Ordering::SeqCst) {
            let full = sqlx::Error::Protocol("database or disk is full".to_owned());
            return Err(StoreError::Database(full));
        }
        self.up()
    }
}

#[async_trait]
impl Store for Faulty {
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        self.with_room()?.commit(writes).await
    }
    async fn journey(&self, id: &JourneyId) -> Result<Option<SavedJourney>, StoreError> {
        self.up()?.journey(id).await
    }
    async fn journey_by_receipt(&self, receipt: &str) -> Result<Option<SavedJourney>, StoreError> {
        self.up()?.journey_by_receipt(receipt).await
    }
    async fn submissions(&self, page: SubmissionPage<'_>) -> Result<Vec<Submission>, StoreError> {
        self.up()?.submissions(page).await
    }
    async fn is_submitted(&self, form: &Digest) -> Result<bool, StoreError> {
        self.up()?.is_submitted(form).await
    }
    async fn session(&self, digest: &SessionDigest) -> Result<Option<SavedSession>, StoreError> {
        self.up()?.session(digest).await
    }
    async fn link(&self, digest: &Digest) -> Result<Option<SavedLink>, StoreError> {
        self.up()?.link(digest).await
    }
    async fn form(&self, digest: &Digest) -> Result<Option<SavedForm>, StoreError> {
        self.up()?.form(digest).await
    }
    async fn add_forms(&self, forms: Vec<SavedForm>) -> Result<u64, StoreError> {
        self.up()?.add_forms(forms).await
    }
    async fn newest_forms(&self, at_most: u32) -> Result<Vec<SavedForm>, StoreError> {
        self.up()?.newest_forms(at_most).await
    }
    async fn challenge(&self, id: &str) -> Result<Option<SavedChallenge>, StoreError> {
        self.up()?.challenge(id).await
    }
    async fn use_challenge(&self, id: &str) -> Result<Option<SavedChallenge>, StoreError> {
        self.up()?.use_challenge(id).await
    }
    async fn try_code(
        &self,
        session: &SessionDigest,
        journey: &JourneyId,
        now: Moment,
        at_most: u32,
    ) -> Result<Option<SavedCode>, StoreError> {
        self.up()?.try_code(session, journey, now, at_most).await
    }
    async fn take(
        &self,
        key: &Digest,
        allowance: Allowance,
        now: Moment,
    ) -> Result<Taken, StoreError> {
        self.up()?.take(key, allowance, now).await
    }
    async fn give_back(&self, key: &Digest) -> Result<(), StoreError> {
        self.up()?.give_back(key).await
    }
    async fn lease(&self, due: Due) -> Result<Vec<Leased>, StoreError> {
        self.up()?.lease(due).await
    }
    async fn settle(
        &self,
        id: &str,
        outcome: Outcome,
        entry: Option<Entry>,
    ) -> Result<(), StoreError> {
        self.up()?.settle(id, outcome, entry).await
    }
    async fn open_jobs(&self, at_most: u32) -> Result<Vec<OpenJob>, StoreError> {
        self.up()?.open_jobs(at_most).await
    }
    async fn count_open_jobs(&self) -> Result<Vec<OpenJobs>, StoreError> {
        self.up()?.count_open_jobs().await
    }
    async fn put_back(&self, id: Option<&str>, now: Moment) -> Result<u64, StoreError> {
        self.up()?.put_back(id, now).await
    }
    async fn bounce(&self, id: &str, reason: &str) -> Result<bool, StoreError> {
        self.up()?.bounce(id, reason).await
    }
    async fn is_photo_known(&self, key: &str) -> Result<bool, StoreError> {
        self.up()?.is_photo_known(key).await
    }
    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError> {
        self.up()?.purge(retention, now, purge).await
    }
    async fn look_up_keys(
        &self,
        unless_there: Vec<SavedLookUpKey>,
    ) -> Result<Vec<SavedLookUpKey>, StoreError> {
        self.up()?.look_up_keys(unless_there).await
    }
    async fn count_sealed(&self) -> Result<Vec<SealedCount>, StoreError> {
        self.up()?.count_sealed().await
    }
    async fn sealed_rows(
        &self,
        of: SealedTable,
        after: &str,
        which: Which,
        at_most: u32,
    ) -> Result<Vec<SealedRow>, StoreError> {
        self.up()?.sealed_rows(of, after, which, at_most).await
    }
    async fn reseal(&self, of: SealedTable, rows: Vec<Resealed>) -> Result<u64, StoreError> {
        self.up()?.reseal(of, rows).await
    }
    async fn chain(&self, chaining: Chaining) -> Result<Option<ChainedNow>, StoreError> {
        self.up()?.chain(chaining).await
    }
    async fn audit(&self, after: i64, at_most: u32) -> Result<Vec<Chained>, StoreError> {
        self.up()?.audit(after, at_most).await
    }
    async fn checkpoint(&self, through: i64) -> Result<Option<Chained>, StoreError> {
        self.up()?.checkpoint(through).await
    }
    async fn audit_head(&self) -> Result<Head, StoreError> {
        self.up()?.audit_head().await
    }
    async fn audit_waiting(&self) -> Result<u64, StoreError> {
        self.up()?.audit_waiting().await
    }

    async fn journeys_after(
        &self,
        after: &str,
        at_most: u32,
    ) -> Result<Vec<SavedJourney>, StoreError> {
        self.up()?.journeys_after(after, at_most).await
    }
    async fn snapshot(&self, file: &Path) -> Result<(), StoreError> {
        self.up()?.snapshot(file).await
    }
    async fn ping(&self) -> Result<(), StoreError> {
        self.up()?.ping().await
    }
}
