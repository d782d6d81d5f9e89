//! A store that can be made to fail, and that knows what it was asked.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use rules::Moment;
use server::seal::Digest;
use server::store::{
    Allowance, Chained, ChainedNow, Chaining, Due, Entry, FormTry, Head, JourneyId, Leased,
    OpenJob, OpenJobs, Outcome, Purge, Purged, Resealed, Retention, SavedChallenge, SavedCode,
    SavedDevice, SavedForm, SavedJourney, SavedLink, SavedLookUpKey, SavedSession, SealedCount,
    SealedRow, SealedTable, SessionDigest, Store, StoreError, Submission, SubmissionPage, Taken,
    Which, Write,
};
use tokio::sync::{Semaphore, watch};

/// What the database says when it fails; no applicant may read it.
pub(crate) const CAUSE: &str = "disk I/O error in journeys_one_submission";

/// Where requests wait while it is closed.
pub(crate) struct Gate {
    is_closed: watch::Sender<bool>,
    arrivals: Semaphore,
}

impl Gate {
    fn new() -> Self {
        Self {
            is_closed: watch::Sender::new(false),
            arrivals: Semaphore::new(0),
        }
    }

    /// Closes or opens it.
    pub(crate) fn set_closed(&self, is_closed: bool) {
        self.is_closed.send_replace(is_closed);
    }

    /// Returns when somebody more has come to it while it was closed.
    pub(crate) async fn arrival(&self) {
        self.arrivals.acquire().await.unwrap().forget();
    }

    async fn pass(&self) {
        let mut told = self.is_closed.subscribe();
        if *told.borrow() {
            self.arrivals.add_permits(1);
        }
        told.wait_for(|is_closed| !is_closed).await.unwrap();
    }
}

/// What a store was asked: the name of the call, and the kinds of what was to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) name: &'static str,
    pub(crate) writes: Vec<&'static str>,
}

/// Passes everything on until it is broken.
pub(crate) struct Faulty {
    /// Requests for a picture.
    pub(crate) pictures: Gate,
    /// Questions whether it answers.
    pub(crate) pings: Gate,
    inner: Arc<dyn Store>,
    calls: Mutex<Vec<Call>>,
    is_broken: AtomicBool,
    is_full: AtomicBool,
    panics: AtomicBool,
}

impl Faulty {
    pub(crate) fn new(inner: Arc<dyn Store>) -> Self {
        Self {
            pictures: Gate::new(),
            pings: Gate::new(),
            inner,
            calls: Mutex::default(),
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

    /// What it was asked since this was last asked, in order.
    pub(crate) fn take_calls(&self) -> Vec<Call> {
        std::mem::take(&mut self.calls.lock().unwrap())
    }

    fn up(&self, name: &'static str) -> Result<&dyn Store, StoreError> {
        self.answer(Call {
            name,
            writes: Vec::new(),
        })
    }

    fn answer(&self, call: Call) -> Result<&dyn Store, StoreError> {
        self.calls.lock().unwrap().push(call);
        assert!(!self.panics.load(Ordering::SeqCst), "{CAUSE}");
        if self.is_broken.load(Ordering::SeqCst) {
            return Err(StoreError::Database(sqlx::Error::Protocol(
                CAUSE.to_owned(),
            )));
        }
        Ok(&*self.inner)
    }

    fn with_room(&self, writes: Vec<&'static str>) -> Result<&dyn Store, StoreError> {
        if self.is_full.load(Ordering::SeqCst) {
            let full = sqlx::Error::Protocol("database or disk is full".to_owned());
            return Err(StoreError::Database(full));
        }
        self.answer(Call {
            name: "commit",
            writes,
        })
    }
}

/// The name of a kind of write.
fn kind(write: &Write) -> &'static str {
    match write {
        Write::OpenJourney(_) => "OpenJourney",
        Write::ChangeJourney(_) => "ChangeJourney",
        Write::HandOver(..) => "HandOver",
        Write::KeepSession(_) => "KeepSession",
        Write::ChangeSession(_) => "ChangeSession",
        Write::SeeSession(..) => "SeeSession",
        Write::EndSession(_) => "EndSession",
        Write::Record(_) => "Record",
        Write::Queue(_) => "Queue",
        Write::MakeLink(_) => "MakeLink",
        Write::KnowDevice(_) => "KnowDevice",
        Write::RenameDevice { .. } => "RenameDevice",
        Write::ForgetDevice(_) => "ForgetDevice",
        Write::MakeCode(_) => "MakeCode",
        Write::EndCode { .. } => "EndCode",
        Write::KeepChallenge(_) => "KeepChallenge",
        Write::Within(..) => "Within",
        Write::Take(_) => "Take",
    }
}

#[async_trait]
impl Store for Faulty {
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        let kinds = writes.iter().map(kind).collect();
        self.with_room(kinds)?.commit(writes).await
    }
    async fn journey(&self, id: &JourneyId) -> Result<Option<SavedJourney>, StoreError> {
        self.up("journey")?.journey(id).await
    }
    async fn journey_by_receipt(&self, receipt: &str) -> Result<Option<SavedJourney>, StoreError> {
        self.up("journey_by_receipt")?
            .journey_by_receipt(receipt)
            .await
    }
    async fn submissions(&self, page: SubmissionPage<'_>) -> Result<Vec<Submission>, StoreError> {
        self.up("submissions")?.submissions(page).await
    }
    async fn is_submitted(&self, form: &Digest) -> Result<bool, StoreError> {
        self.up("is_submitted")?.is_submitted(form).await
    }
    async fn session(&self, digest: &SessionDigest) -> Result<Option<SavedSession>, StoreError> {
        self.up("session")?.session(digest).await
    }
    async fn link(&self, digest: &Digest) -> Result<Option<SavedLink>, StoreError> {
        self.up("link")?.link(digest).await
    }
    async fn knows_device(&self, device: &SavedDevice) -> Result<bool, StoreError> {
        self.up("knows_device")?.knows_device(device).await
    }
    async fn form(&self, digest: &Digest) -> Result<Option<SavedForm>, StoreError> {
        self.up("form")?.form(digest).await
    }
    async fn add_forms(&self, forms: Vec<SavedForm>) -> Result<u64, StoreError> {
        self.up("add_forms")?.add_forms(forms).await
    }
    async fn newest_forms(&self, at_most: u32) -> Result<Vec<SavedForm>, StoreError> {
        self.up("newest_forms")?.newest_forms(at_most).await
    }
    async fn draw_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
        at_most: u32,
    ) -> Result<Option<SavedChallenge>, StoreError> {
        self.pictures.pass().await;
        let store = self.up("draw_challenge")?;
        store.draw_challenge(id, session, at_most).await
    }
    async fn use_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
    ) -> Result<Option<SavedChallenge>, StoreError> {
        self.up("use_challenge")?.use_challenge(id, session).await
    }
    async fn try_code(
        &self,
        session: &SessionDigest,
        journey: &JourneyId,
        now: Moment,
        at_most: u32,
    ) -> Result<Option<SavedCode>, StoreError> {
        self.up("try_code")?
            .try_code(session, journey, now, at_most)
            .await
    }
    async fn take(
        &self,
        key: &Digest,
        allowance: Allowance,
        now: Moment,
    ) -> Result<Taken, StoreError> {
        self.up("take")?.take(key, allowance, now).await
    }
    async fn give_back(&self, key: &Digest, allowance: Allowance) -> Result<(), StoreError> {
        self.up("give_back")?.give_back(key, allowance).await
    }
    async fn try_form(&self, form: &Digest, at_most: u32) -> Result<FormTry, StoreError> {
        self.up("try_form")?.try_form(form, at_most).await
    }
    async fn untry_form(&self, form: &Digest) -> Result<(), StoreError> {
        self.up("untry_form")?.untry_form(form).await
    }
    async fn unlock_form(&self, form: &Digest, of_the_day: &Digest) -> Result<bool, StoreError> {
        self.up("unlock_form")?.unlock_form(form, of_the_day).await
    }
    async fn give_secret(&self, id: &str, secret: Vec<u8>) -> Result<Option<Vec<u8>>, StoreError> {
        self.up("give_secret")?.give_secret(id, secret).await
    }
    async fn lease(&self, due: Due) -> Result<Vec<Leased>, StoreError> {
        self.up("lease")?.lease(due).await
    }
    async fn settle(
        &self,
        id: &str,
        outcome: Outcome,
        entry: Option<Entry>,
    ) -> Result<(), StoreError> {
        self.up("settle")?.settle(id, outcome, entry).await
    }
    async fn open_jobs(&self, at_most: u32) -> Result<Vec<OpenJob>, StoreError> {
        self.up("open_jobs")?.open_jobs(at_most).await
    }
    async fn count_open_jobs(&self) -> Result<Vec<OpenJobs>, StoreError> {
        self.up("count_open_jobs")?.count_open_jobs().await
    }
    async fn put_back(&self, id: Option<&str>, now: Moment) -> Result<u64, StoreError> {
        self.up("put_back")?.put_back(id, now).await
    }
    async fn bounce(&self, id: &str, reason: &str) -> Result<bool, StoreError> {
        self.up("bounce")?.bounce(id, reason).await
    }
    async fn is_photo_known(&self, key: &str) -> Result<bool, StoreError> {
        self.up("is_photo_known")?.is_photo_known(key).await
    }
    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError> {
        self.up("purge")?.purge(retention, now, purge).await
    }
    async fn look_up_keys(
        &self,
        unless_there: Vec<SavedLookUpKey>,
    ) -> Result<Vec<SavedLookUpKey>, StoreError> {
        self.up("look_up_keys")?.look_up_keys(unless_there).await
    }
    async fn count_sealed(&self) -> Result<Vec<SealedCount>, StoreError> {
        self.up("count_sealed")?.count_sealed().await
    }
    async fn sealed_rows(
        &self,
        of: SealedTable,
        after: &str,
        which: Which,
        at_most: u32,
    ) -> Result<Vec<SealedRow>, StoreError> {
        self.up("sealed_rows")?
            .sealed_rows(of, after, which, at_most)
            .await
    }
    async fn reseal(&self, of: SealedTable, rows: Vec<Resealed>) -> Result<u64, StoreError> {
        self.up("reseal")?.reseal(of, rows).await
    }
    async fn chain(&self, chaining: Chaining) -> Result<Option<ChainedNow>, StoreError> {
        self.up("chain")?.chain(chaining).await
    }
    async fn audit(&self, after: i64, at_most: u32) -> Result<Vec<Chained>, StoreError> {
        self.up("audit")?.audit(after, at_most).await
    }
    async fn checkpoint(&self, through: i64) -> Result<Option<Chained>, StoreError> {
        self.up("checkpoint")?.checkpoint(through).await
    }
    async fn audit_head(&self) -> Result<Head, StoreError> {
        self.up("audit_head")?.audit_head().await
    }
    async fn audit_waiting(&self) -> Result<u64, StoreError> {
        self.up("audit_waiting")?.audit_waiting().await
    }
    async fn journeys_after(
        &self,
        after: &str,
        at_most: u32,
    ) -> Result<Vec<SavedJourney>, StoreError> {
        self.up("journeys_after")?
            .journeys_after(after, at_most)
            .await
    }
    async fn snapshot(&self, file: &Path) -> Result<(), StoreError> {
        self.up("snapshot")?.snapshot(file).await
    }
    async fn ping(&self) -> Result<(), StoreError> {
        self.pings.pass().await;
        self.up("ping")?.ping().await
    }
}
