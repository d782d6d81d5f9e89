//! A store that can be made to fail, and that knows what it was asked.

use std::ops::Deref;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use rules::Moment;
use server::store::{Purge, Purged, Question, Retention, Rows, Store, StoreError, Work, Write};
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

/// Its methods are those of every store.
impl Deref for Faulty {
    type Target = dyn Store;

    fn deref(&self) -> &dyn Store {
        self
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
    async fn read(&self, question: Question<'_>) -> Result<Rows, StoreError> {
        let name = question.call.name;
        if name == "ping" {
            self.pings.pass().await;
        }
        self.up(name)?.read(question).await
    }
    async fn write(&self, call: server::store::Call, work: Work) -> Result<(), StoreError> {
        if call.name == "draw_challenge" {
            self.pictures.pass().await;
        }
        self.up(call.name)?.write(call, work).await
    }
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        let kinds = writes.iter().map(kind).collect();
        self.with_room(kinds)?.commit(writes).await
    }
    async fn purge(
        &self,
        retention: Retention,
        now: Moment,
        purge: Purge,
    ) -> Result<Option<Purged>, StoreError> {
        self.up("purge")?.purge(retention, now, purge).await
    }
    async fn snapshot(&self, file: &Path) -> Result<(), StoreError> {
        self.up("snapshot")?.snapshot(file).await
    }
}
