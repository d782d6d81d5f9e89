//! How often something may be done, and what taking from that comes to.

use rules::Moment;

use super::{Sql, Store, StoreError, postgres, sqlite};
use crate::seal::Digest;

/// One to be taken from an allowance.
#[derive(Clone, Copy, Debug)]
pub struct Taking {
    /// What is counted.
    pub key: Digest,
    /// How much there is.
    pub allowance: Allowance,
    /// The moment.
    pub now: Moment,
}

/// How often something may be done: `burst` at once, then once every `seconds`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// How many at once.
    pub burst: u32,
    /// Seconds until one more is allowed.
    pub seconds: u32,
}

impl Allowance {
    /// So many times as much.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self {
            burst: self.burst.saturating_mul(times),
            seconds: self.seconds.div_ceil(times.max(1)),
        }
    }
}

/// What taking from an allowance came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// One was taken; so many are left.
    Left(u32),
    /// None was left and nothing was taken; seconds to wait for the next.
    Wait(u32),
}

/// Takes one, if one is left. The generic cell rate algorithm: one number for each key says how
/// much is left. A file's one writer reads and writes it; a server judges and writes it in one
/// statement, as others do the same meanwhile.
pub(super) async fn take(sql: &mut Sql<'_>, taking: &Taking) -> Result<Taken, StoreError> {
    match sql {
        Sql::Sqlite(connection) => sqlite::take(connection, taking).await,
        Sql::Postgres(connection) => postgres::take(connection, taking).await,
    }
}

/// Resets the rate limit to its full burst.
pub(super) async fn reset(sql: &mut Sql<'_>, key: &Digest) -> Result<(), StoreError> {
    let statement = "delete from allowances where key = $1";
    sql.execute(statement, &[key.into()]).await?;
    Ok(())
}

impl dyn Store + '_ {
    /// Takes one from an allowance, if one is left.
    pub async fn take(
        &self,
        key: &Digest,
        allowance: Allowance,
        now: Moment,
    ) -> Result<Taken, StoreError> {
        let key = *key;
        let taking = Taking {
            key,
            allowance,
            now,
        };
        self.change("take", move |mut sql| {
            Box::pin(async move { take(&mut sql, &taking).await })
        })
        .await
    }

    /// Gives one back that was taken from an allowance. One that is full already stays so, as
    /// [`Self::take`] looks at the later of both moments.
    pub async fn give_back(&self, key: &Digest, allowance: Allowance) -> Result<(), StoreError> {
        let key = *key;
        self.change("give_back", move |mut sql| {
            Box::pin(async move {
                let statement = "update allowances set whole_at = whole_at - $2 where key = $1";
                let each = i64::from(allowance.seconds) * 1000;
                sql.execute(statement, &[(&key).into(), each.into()])
                    .await?;
                Ok(())
            })
        })
        .await
    }
}
