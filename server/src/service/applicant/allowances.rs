//! How often something may be done: every count of a browser goes through here.
//!
//! What is guessed is counted before it is looked for ([`ApplicantRequest::allowed`]), so that known
//! and unknown are refused alike and guesses side by side are no more than guesses one after
//! another. What limits count is in `docs/decisions/0039-what-limits-count.md`.

use app::refusal::Refusal;

use crate::seal::{Digest, Purpose};
use crate::service::{ApplicantRequest, Fault, Stop};
use crate::store::{Act, Allowance, JourneyId, Taken};

/// One entry an hour: for what could otherwise fill the audit log.
const ONCE_AN_HOUR: Allowance = Allowance {
    burst: 1,
    seconds: 3600,
};

/// Something that is counted, and how much of it is allowed.
#[derive(Clone, Copy, Debug)]
pub(in crate::service) struct Counted {
    pub(in crate::service) key: Digest,
    pub(in crate::service) allowance: Allowance,
}

/// What a look-up came to that is allowed so often.
#[derive(Debug)]
pub(in crate::service) enum Looked<T> {
    /// It was found, and costs nothing.
    Found(T),
    /// It was not.
    NotFound {
        /// So many more are allowed.
        left: u32,
    },
}

impl<T> Looked<T> {
    pub(in crate::service) fn found(self) -> Option<T> {
        match self {
            Self::Found(found) => Some(found),
            Self::NotFound { .. } => None,
        }
    }
}

impl ApplicantRequest {
    /// Takes one from an allowance, or refuses with the time to wait.
    pub(in crate::service) async fn spend(
        &self,
        key: &Digest,
        allowance: Allowance,
    ) -> Result<u32, Stop> {
        let key = *key;
        self.spend_all(&[Counted { key, allowance }]).await
    }

    /// Takes one from each allowance, or from none; says how many are left where the fewest are.
    pub(in crate::service) async fn spend_all(&self, counted: &[Counted]) -> Result<u32, Stop> {
        let mut fewest = u32::MAX;
        for (place, one) in counted.iter().enumerate() {
            let store = &self.service.store;
            match store
                .take(&one.key, one.allowance, self.service.now())
                .await?
            {
                Taken::Left(left) => fewest = fewest.min(left),
                Taken::Wait(wait_seconds) => {
                    let (taken, _) = counted.split_at(place);
                    self.give_back(taken).await?;
                    return Err(Refusal::TooMany { wait_seconds }.into());
                }
            }
        }
        Ok(fewest)
    }

    /// Gives one back to each allowance it was taken from.
    pub(in crate::service) async fn give_back(&self, counted: &[Counted]) -> Result<(), Fault> {
        for one in counted {
            let store = &self.service.store;
            store.give_back(&one.key, one.allowance).await?;
        }
        Ok(())
    }

    /// Looks for something that is guessed: takes, looks, and gives back what was taken when
    /// it is found, or could not be looked for.
    pub(in crate::service) async fn allowed<T>(
        &self,
        counted: &[Counted],
        look_up: impl Future<Output = Result<Option<T>, Stop>>,
    ) -> Result<Looked<T>, Stop> {
        let left = self.spend_all(counted).await?;
        match look_up.await {
            Ok(None) => Ok(Looked::NotFound { left }),
            Ok(Some(found)) => {
                self.give_back(counted).await?;
                Ok(Looked::Found(found))
            }
            Err(stop) => {
                self.give_back(counted).await?;
                Err(stop)
            }
        }
    }

    /// What this browser's networks are counted by for something: its own, and for IPv6 before
    /// it the one that a single site may have given out networks from. One that is used up leaves
    /// no row for each of its networks.
    pub(in crate::service) fn networks(&self, what: &str, allowance: Allowance) -> Vec<Counted> {
        let bounds = &self.service.bounds;
        let key = |what: &str, bits| {
            let text = [what.as_bytes(), &self.visitor.network(bits)].concat();
            self.service.keys.digest(Purpose::Client, &text)
        };
        let site = self.visitor.is_ipv6().then(|| Counted {
            key: key(&format!("{what} site"), bounds.ipv6_site_bits),
            allowance: allowance.times(bounds.ipv6_site_networks),
        });
        let network = Counted {
            key: key(what, bounds.ipv6_network_bits),
            allowance,
        };
        site.into_iter().chain([network]).collect()
    }

    /// Counts something against this browser's networks.
    pub(in crate::service) async fn spend_network(
        &self,
        what: &str,
        allowance: Allowance,
    ) -> Result<(), Stop> {
        let counted = self.networks(what, allowance);
        self.spend_all(&counted).await.map(drop)
    }

    /// Records what has no limit of its own once an hour for each application: nobody fills
    /// the log with it.
    pub(in crate::service) async fn record_once_an_hour(
        &self,
        act: Act,
        journey: &JourneyId,
    ) -> Result<(), Stop> {
        let text = [act.name(), " ", journey.as_str()].concat();
        let counted = Counted {
            key: self.service.keys.digest(Purpose::Client, text.as_bytes()),
            allowance: ONCE_AN_HOUR,
        };
        self.record_within(&[counted], act, Some(journey)).await
    }

    /// Records something unless it was recorded too often.
    pub(in crate::service) async fn record_within(
        &self,
        counted: &[Counted],
        act: Act,
        subject: Option<&JourneyId>,
    ) -> Result<(), Stop> {
        match self.spend_all(counted).await {
            Ok(_) => Ok(self.service.record(act, subject).await?),
            Err(Stop::Refused(_)) => Ok(()),
            Err(stop) => Err(stop),
        }
    }
}
