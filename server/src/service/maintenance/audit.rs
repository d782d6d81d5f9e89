//! The audit log: entries in, and the chain followed.

use crate::seal::Digest;
use crate::service::{Fault, Service};
use crate::store::{Break, Chained, ChainedNow, Chaining, Head, let_go};

/// Entries read at once.
const PAGE: u32 = 1_000;

/// So many of the last entries are followed where there is no time for all.
pub const LATEST: u32 = 10_000;

/// What following the chain came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The number of the first entry followed.
    pub first: i64,
    /// The last entry.
    pub head: Head,
    /// Whether the hash looked for was met.
    pub is_met: bool,
    /// Where the chain does not hold; the head is then the last entry before.
    pub broken: Option<Break>,
}

impl Service {
    /// Chains everything that was recorded and lets go what is too old; none while another
    /// process does so.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn chain(&self, chaining: Chaining) -> Result<Option<ChainedNow>, Fault> {
        loop {
            let chained = self.store.chain(chaining).await?;
            if chained.is_none_or(|now| now.added < chaining.at_most) {
                return Ok(chained);
            }
        }
    }

    /// Follows the chain from its beginning, or its last entries only, and looks for a hash
    /// on the way.
    ///
    /// # Errors
    /// [`Fault`] when the database failed. A chain that does not hold is no fault.
    pub async fn follow_chain(
        &self,
        last: Option<u32>,
        sought: Option<Digest>,
    ) -> Result<Followed, Fault> {
        let mut at = self.before(last).await?;
        let mut followed = Followed {
            first: at.number + 1,
            head: at,
            is_met: sought == Some(at.hash),
            broken: None,
        };
        loop {
            let page = self.audit_page(at.number).await?;
            for entry in &page {
                if let Err(broken) = at.follow(entry) {
                    followed.broken = Some(broken);
                    return Ok(followed);
                }
                followed.is_met |= sought == Some(entry.hash);
                followed.head = at;
            }
            if page.is_empty() {
                return Ok(followed);
            }
        }
    }

    /// The entry before the first one to follow: what the checkpoint of the missing ones
    /// holds, or nothing.
    async fn before(&self, last: Option<u32>) -> Result<Head, Fault> {
        let head = self.store.audit_head().await?;
        let skipped = last.map_or(0, |last| head.number - i64::from(last));
        let first = self.store.audit(skipped.max(0), 1).await?;
        match first.first() {
            Some(entry) if last.is_some() && skipped > 0 => Ok(Head {
                number: entry.number,
                hash: entry.hash,
            }),
            Some(entry) if entry.number > 1 => {
                let checkpoint = self.store.checkpoint(entry.number - 1).await?;
                Ok(checkpoint.as_ref().and_then(let_go).unwrap_or(Head::NONE))
            }
            _ => Ok(Head::NONE),
        }
    }

    /// The last entry of the chain.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn audit_head(&self) -> Result<Head, Fault> {
        Ok(self.store.audit_head().await?)
    }

    /// Some entries behind this number; none at the end.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn audit_page(&self, after: i64) -> Result<Vec<Chained>, Fault> {
        Ok(self.store.audit(after, PAGE).await?)
    }

    /// How many entries were recorded and not chained yet.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn audit_waiting(&self) -> Result<u64, Fault> {
        Ok(self.store.audit_waiting().await?)
    }
}
