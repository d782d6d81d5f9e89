//! The removal of what is too old, in portions: each is a transaction of its own, so that
//! nobody waits long for a row of it.

use std::time::Duration;

use async_trait::async_trait;
use rules::Moment;
use sqlx::PgConnection;

use crate::store::removal::{Portions, count, remove};
use crate::store::{Purge, Purged, Retention, Sql, StoreError, Work};

/// The lock of the process that removes what is too old; any number of our own.
const HOUSEKEEPER: i64 = 0x7368_696e_7365_6901;
/// A removal that takes longer is broken off and goes on later.
pub(super) const PURGE_PATIENCE: Duration = Duration::from_mins(10);

/// Removes what is too old, unless another process is just doing so.
///
/// The lock is the connection's, as it outlives each portion's transaction. A connection
/// that is given up with it is closed (`pooled_connection`), and the lock with that.
pub(super) async fn purge(
    connection: &mut PgConnection,
    retention: Retention,
    now: Moment,
    purge: Purge,
) -> Result<Option<Purged>, StoreError> {
    let is_ours: bool = sqlx::query_scalar("select pg_try_advisory_lock($1)")
        .bind(HOUSEKEEPER)
        .fetch_one(&mut *connection)
        .await?;
    if !is_ours {
        return Ok(None);
    }
    let purged = match purge {
        Purge::ForGood => remove(connection, retention, now).await,
        Purge::Trial => count(&mut Sql::Postgres(connection), retention).await,
    };
    let unlocked = sqlx::query("select pg_advisory_unlock($1)")
        .bind(HOUSEKEEPER)
        .execute(connection)
        .await;
    let purged = purged?;
    unlocked?;
    Ok(Some(purged))
}

#[async_trait]
impl Portions for PgConnection {
    async fn write(&mut self, work: Work) -> Result<(), StoreError> {
        work(Sql::Postgres(self)).await
    }
}

#[cfg(test)]
mod tests {
    use sqlx::AssertSqlSafe;

    use super::*;
    use crate::store::Store as _;
    use crate::store::conformance::portions::{ALL_BUT_ONE, MANY, many};
    use crate::store::conformance::samples::{NOW, keeping_all, opened};
    use crate::store::conformance::{on_a_fresh_database, on_postgres};
    use crate::store::due::PORTION;

    #[tokio::test]
    async fn nothing_is_done_while_another_process_keeps_house() {
        on_a_fresh_database(async |url| {
            let store = on_postgres(url).await;
            let mut other = store.pool().begin().await.unwrap();
            sqlx::query("select pg_advisory_xact_lock($1)")
                .bind(HOUSEKEEPER)
                .execute(&mut *other)
                .await
                .unwrap();
            let nothing = keeping_all();
            for purge in [Purge::ForGood, Purge::Trial] {
                let told = store.purge(nothing, NOW, purge).await.unwrap();
                assert_eq!(told, None, "{purge:?}");
            }
            other.rollback().await.unwrap();
            let told = store.purge(nothing, NOW, Purge::Trial).await.unwrap();
            assert_eq!(told, Some(Purged::default()));
            store.close().await;
        })
        .await;
    }

    #[tokio::test]
    async fn no_transaction_deletes_more_than_a_portion() {
        on_a_fresh_database(async |url| {
            let store = on_postgres(url).await;
            many(&store).await;
            let note = "create table gone (kind text, transaction bigint); \
                create function note() returns trigger language plpgsql as $$ begin \
                insert into gone values (tg_table_name, txid_current()); return old; end $$;";
            let tables = [
                ("journeys", 4 * MANY),
                ("forms", 2 * MANY),
                ("sessions", MANY),
                ("links", MANY),
                ("outbox", MANY),
                ("challenges", MANY),
                ("allowances", MANY),
            ];
            let on = tables.map(|(table, _)| {
                format!(
                    "create trigger note after delete on {table} for each row \
                     execute function note();"
                )
            });
            let told = AssertSqlSafe([note, &on.concat()].concat());
            sqlx::raw_sql(told).execute(store.pool()).await.unwrap();
            store.purge(ALL_BUT_ONE, NOW, Purge::ForGood).await.unwrap();
            for (table, rows) in tables {
                let (most, sum): (i64, i64) = sqlx::query_as(
                    "select max(rows), sum(rows)::bigint from (select count(*) as rows from gone \
                     where kind = $1 group by transaction) as portion",
                )
                .bind(table)
                .fetch_one(store.pool())
                .await
                .unwrap();
                assert_eq!(sum, i64::from(rows), "{table}");
                assert_eq!(most, i64::from(PORTION), "{table}");
            }
            let locks = "select count(*) from pg_locks where locktype = 'advisory' \
                         and database = (select oid from pg_database \
                         where datname = current_database())";
            let locks: i64 = sqlx::query_scalar(locks)
                .fetch_one(store.pool())
                .await
                .unwrap();
            assert_eq!(locks, 0, "the housekeeper's lock is given back");
            store.close().await;
        })
        .await;
    }

    /// Returns when somebody in this database waits for another's row.
    async fn somebody_waits(connection: &mut PgConnection) {
        let waiting = "select exists (select 1 from pg_stat_activity \
                       where datname = current_database() and wait_event_type = 'Lock')";
        loop {
            let is_waiting: bool = sqlx::query_scalar(waiting)
                .fetch_one(&mut *connection)
                .await
                .unwrap();
            if is_waiting {
                return;
            }
        }
    }

    #[tokio::test]
    async fn an_application_that_is_just_being_opened_stays() {
        on_a_fresh_database(async |url| {
            let store = on_postgres(url).await;
            let journey = opened(&store, 1).await;
            let mut other = store.pool().begin().await.unwrap();
            sqlx::query("update journeys set stage = 'opened', version = 2 where id = $1")
                .bind(journey.id.as_str())
                .execute(&mut *other)
                .await
                .unwrap();
            let retention = Retention {
                unverified_before: NOW.plus(1),
                ..keeping_all()
            };
            let mut beside = store.pool().acquire().await.unwrap();
            let opening = async {
                somebody_waits(&mut beside).await;
                other.commit().await.unwrap();
            };
            let (purged, ()) = tokio::join!(store.purge(retention, NOW, Purge::ForGood), opening);
            assert_eq!(purged.unwrap(), Some(Purged::default()));
            assert!(store.journey(&journey.id).await.unwrap().is_some());
            assert_eq!(store.audit_waiting().await.unwrap(), 0);
            drop(beside);
            store.close().await;
        })
        .await;
    }
}
