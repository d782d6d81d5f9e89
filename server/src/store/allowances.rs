//! What is left of each allowance.

mod postgres;
mod sqlite;

use rules::Moment;

use super::{Allowance, Sql, Store, StoreError, Taken, Taking};
use crate::seal::Digest;

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
