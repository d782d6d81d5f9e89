//! The places of photos that are sent: who has one, and when it ends.
//!
//! A slow phone holds a place for minutes. So each application and each network has a share; a
//! photo that takes too long ends when its network sends another; and when no place is free, the
//! slowest upload ends, so that whoever comes finds one.

#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until, timeout};

use super::share::{Network, Share, Shares};
use super::slowest::{Sending, slowest};
use super::turned_away::TurnedAway;
use crate::lossless::wide;
use crate::service::PhotoSender;
use crate::telemetry;

/// How many photos are taken in at once, and how they come.
#[derive(Clone, Copy, Debug)]
pub struct UploadBounds {
    /// In all.
    pub at_once: usize,
    /// Of one application.
    pub per_application: usize,
    /// From one network, those that wait for a place included.
    pub per_network: usize,
    /// The largest body, in bytes.
    pub bytes: usize,
    /// The next part must arrive within this time.
    pub pause: Duration,
    /// The slowest that is taken, in bytes a second.
    pub bytes_per_second: u64,
    /// The body must have arrived whole in this time, unless nobody else of its network sends.
    pub whole: Duration,
    /// So long a place is waited for.
    pub wait: Duration,
}

/// Who was told to end leaves its place within this time.
const LEAVES_WITHIN: Duration = Duration::from_secs(2);

/// The places.
pub(super) struct Uploads {
    places: Arc<Semaphore>,
    shares: Shares<Holder>,
    under_way: Mutex<UnderWay>,
    /// Somebody has come.
    entered: Notify,
    bounds: UploadBounds,
}

/// Whose uploads are counted together.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Holder {
    Application(PhotoSender),
    Network(Network),
}

/// Everybody who has a place; never more than there are places.
#[derive(Default)]
struct UnderWay {
    next: u64,
    uploads: Vec<Held>,
}

struct Held {
    number: u64,
    network: Network,
    began: Instant,
    bytes: u64,
    may_end: bool,
    told: Arc<Notify>,
}

/// Why there is no place.
#[derive(Debug)]
pub(super) enum NoPlace {
    /// The application or the network has its share.
    ShareUsedUp,
    /// Nobody could make room.
    Full(TurnedAway),
}

/// Why an upload ends before it has come whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// It was the slowest when somebody else needed its place.
    Displaced,
    /// It took too long.
    Late,
}

impl Uploads {
    pub(super) fn new(bounds: &UploadBounds) -> Self {
        Self {
            places: Arc::new(Semaphore::new(bounds.at_once.min(Semaphore::MAX_PERMITS))),
            shares: Shares::default(),
            under_way: Mutex::default(),
            entered: Notify::new(),
            bounds: *bounds,
        }
    }

    fn under_way(&self) -> MutexGuard<'_, UnderWay> {
        self.under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// A place, in which the slowest upload may have been until now.
    pub(super) async fn enter(
        self: &Arc<Self>,
        sender: &PhotoSender,
        network: Network,
    ) -> Result<Upload, NoPlace> {
        let (place, shares) = self.place(sender, &network).await?;
        let (number, began, told) = self.begin(network);
        self.entered.notify_waiters();
        telemetry::entered("upload");
        Ok(Upload {
            of: Arc::clone(self),
            number,
            began,
            told,
            _place: place,
            _shares: shares,
        })
    }

    async fn place(
        &self,
        sender: &PhotoSender,
        network: &Network,
    ) -> Result<(OwnedSemaphorePermit, [Share<Holder>; 2]), NoPlace> {
        let take = |holder, at_most| {
            let share = self.shares.take(holder, at_most);
            share.ok_or_else(|| {
                telemetry::turned_away("upload");
                NoPlace::ShareUsedUp
            })
        };
        let shares = [
            take(Holder::Network(network.clone()), self.bounds.per_network)?,
            take(
                Holder::Application(sender.clone()),
                self.bounds.per_application,
            )?,
        ];
        if let Ok(free) = Arc::clone(&self.places).try_acquire_owned() {
            return Ok((free, shares));
        }
        let wait = if self.end_slowest(network) {
            self.bounds.wait.max(LEAVES_WITHIN)
        } else {
            self.bounds.wait
        };
        let place = timeout(wait, Arc::clone(&self.places).acquire_owned());
        match place.await {
            Ok(Ok(place)) => Ok((place, shares)),
            _ => Err(NoPlace::Full(TurnedAway::from("upload"))),
        }
    }

    /// Tells the slowest upload to end; whether there was one.
    fn end_slowest(&self, newcomer: &Network) -> bool {
        let mut under_way = self.under_way();
        let now = Instant::now();
        let sending = under_way.uploads.iter().map(|held| Sending {
            number: held.number,
            network: &held.network,
            age: now.duration_since(held.began),
            bytes: held.bytes,
            may_end: held.may_end,
        });
        let Some(number) = slowest(&sending.collect::<Vec<_>>(), newcomer) else {
            return false;
        };
        under_way.change(number, |held| {
            held.may_end = false;
            held.told.notify_one();
        });
        true
    }

    fn begin(&self, network: Network) -> (u64, Instant, Arc<Notify>) {
        let mut under_way = self.under_way();
        let (number, began, told) = (under_way.next, Instant::now(), Arc::new(Notify::new()));
        under_way.next += 1;
        under_way.uploads.push(Held {
            number,
            network,
            began,
            bytes: 0,
            may_end: true,
            told: Arc::clone(&told),
        });
        (number, began, told)
    }
}

impl UnderWay {
    fn change(&mut self, number: u64, change: impl FnOnce(&mut Held)) {
        let mut uploads = self.uploads.iter_mut();
        if let Some(held) = uploads.find(|held| held.number == number) {
            change(held);
        }
    }

    /// Whether nobody else of this upload's network sends.
    fn is_alone(&self, number: u64) -> bool {
        let own = self.uploads.iter().find(|held| held.number == number);
        own.is_none_or(|own| {
            let mut others = self.uploads.iter().filter(|held| held.number != number);
            others.all(|held| held.network != own.network)
        })
    }
}

/// A place for an upload, until this is dropped: when the body has not come, or when the work on
/// the photo is done.
pub(super) struct Upload {
    of: Arc<Uploads>,
    number: u64,
    began: Instant,
    told: Arc<Notify>,
    _place: OwnedSemaphorePermit,
    _shares: [Share<Holder>; 2],
}

impl Upload {
    /// So many bytes more have come.
    pub(super) fn came(&self, bytes: usize) {
        let mut under_way = self.of.under_way();
        under_way.change(self.number, |held| held.bytes += wide(bytes));
    }

    /// All of it has come: it stays to its end.
    pub(super) fn is_whole(&self) {
        let mut under_way = self.of.under_way();
        under_way.change(self.number, |held| held.may_end = false);
    }

    /// Waits until it must end.
    pub(super) async fn ended(&self) -> Ended {
        tokio::select! {
            () = self.told.notified() => Ended::Displaced,
            () = self.is_late() => Ended::Late,
        }
    }

    async fn is_late(&self) {
        sleep_until(self.began + self.of.bounds.whole).await;
        loop {
            let mut another = std::pin::pin!(self.of.entered.notified());
            another.as_mut().enable();
            if !self.of.under_way().is_alone(self.number) {
                return;
            }
            another.await;
        }
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        let mut under_way = self.of.under_way();
        under_way.uploads.retain(|held| held.number != self.number);
        drop(under_way);
        telemetry::left("upload");
    }
}
