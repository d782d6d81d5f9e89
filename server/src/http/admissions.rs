//! The places of requests for pages: who has one.

use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::share::{Network, Share, Shares};
use crate::telemetry;

/// How many are let in at once.
#[derive(Clone, Copy, Debug)]
pub struct AdmissionBounds {
    /// Requests for pages.
    pub requests: usize,
    /// Of these, by people who were not let in before.
    pub newcomers: usize,
    /// Requests of one network, those that wait for a place included.
    pub requests_per_network: usize,
    /// Of these, by people who were not let in before.
    pub newcomers_per_network: usize,
    /// Requests of one browser that was let in.
    pub requests_per_session: usize,
    /// So long a place is waited for.
    pub wait: Duration,
    /// `Retry-After` for those who found none, in seconds.
    pub come_again_seconds: u32,
}

/// The places.
pub(super) struct Admissions {
    requests: Semaphore,
    newcomers: Semaphore,
    shares: Shares<Holder>,
    bounds: AdmissionBounds,
}

/// Whose requests are counted together.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Holder {
    Network(Network),
    Newcomers(Network),
    Session([u8; 32]),
}

/// Who takes a place.
#[derive(Clone, Copy)]
pub(super) enum Who {
    /// Somebody who was let in before, with this session.
    Inside([u8; 32]),
    Newcomer,
}

impl Who {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Inside(_) => "inside",
            Self::Newcomer => "newcomer",
        }
    }
}

/// A place, or two, until the answer is made.
pub(super) struct Admitted<'a> {
    who: Who,
    _places: [Option<SemaphorePermit<'a>>; 2],
    _shares: [Share<Holder>; 2],
}

impl Drop for Admitted<'_> {
    fn drop(&mut self) {
        telemetry::left(self.who.name());
    }
}

impl Admissions {
    pub(super) fn new(bounds: &AdmissionBounds) -> Self {
        Self {
            requests: Semaphore::new(bounds.requests),
            newcomers: Semaphore::new(bounds.newcomers),
            shares: Shares::default(),
            bounds: *bounds,
        }
    }

    /// A place, or none when it takes too long or the share of whoever asks is used up. Those
    /// who wait get theirs in the order in which they came.
    pub(super) async fn take(&self, who: Who, network: Network) -> Option<Admitted<'_>> {
        // Before anybody waits, so that nobody alone fills the line.
        let shares = self.shares(who, network)?;
        let places = async {
            // The door first: newcomers must not wait where those inside do.
            let door = match who {
                Who::Inside(_) => None,
                Who::Newcomer => Some(self.newcomers.acquire().await.ok()?),
            };
            Some([door, Some(self.requests.acquire().await.ok()?)])
        };
        let places = timeout(self.bounds.wait, places).await.ok().flatten()?;
        telemetry::entered(who.name());
        Some(Admitted {
            who,
            _places: places,
            _shares: shares,
        })
    }

    fn shares(&self, who: Who, network: Network) -> Option<[Share<Holder>; 2]> {
        let bounds = &self.bounds;
        let (holder, at_most) = match who {
            Who::Inside(session) => (Holder::Session(session), bounds.requests_per_session),
            Who::Newcomer => (
                Holder::Newcomers(network.clone()),
                bounds.newcomers_per_network,
            ),
        };
        let own = self.shares.take(holder, at_most)?;
        let network = Holder::Network(network);
        let all = self.shares.take(network, bounds.requests_per_network)?;
        Some([own, all])
    }
}
