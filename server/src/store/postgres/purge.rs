//! The removal of what is too old.

use std::time::Duration;

use rules::Moment;
use sqlx::{Connection as _, PgConnection, Row as _};

use super::connect::milliseconds;
use crate::store::{Purge, Purged, Retention, StoreError};

/// The lock of whoever keeps house; any number of our own.
const HOUSEKEEPER: i64 = 0x7368_696e_7365_6901;
/// A removal of so many rows that it takes longer is broken off and tried again later.
pub(super) const PURGE_PATIENCE: Duration = Duration::from_mins(10);

/// Removes what is too old, unless another process is just doing so.
pub(super) async fn purge(
    connection: &mut PgConnection,
    retention: Retention,
    now: Moment,
    purge: Purge,
) -> Result<Option<Purged>, StoreError> {
    let mut transaction = connection.begin().await?;
    let is_ours: bool = sqlx::query_scalar(
        "select pg_try_advisory_xact_lock($1) \
         from set_config('statement_timeout', $2, true)",
    )
    .bind(HOUSEKEEPER)
    .bind(milliseconds(PURGE_PATIENCE))
    .fetch_one(&mut *transaction)
    .await?;
    if !is_ours {
        return Ok(None);
    }
    let purged = remove(&mut transaction, retention, now).await?;
    match purge {
        Purge::ForGood => transaction.commit().await?,
        Purge::Trial => transaction.rollback().await?,
    }
    Ok(Some(purged))
}

async fn remove(
    connection: &mut PgConnection,
    retention: Retention,
    now: Moment,
) -> Result<Purged, StoreError> {
    let mut purged = journeys(connection, retention, now).await?;
    purged.unused_forms = delete_before(
        connection,
        "delete from forms where issued_at < $1 \
         and not exists (select 1 from journeys where form_digest = forms.digest)",
        retention.unused_forms_before,
    )
    .await?;
    let sessions = "delete from sessions where seen_at < $1";
    purged.sessions = delete_before(connection, sessions, retention.sessions_before).await?;
    for (statement, before) in [
        ("delete from links where until < $1", retention.ended_before),
        (
            "delete from outbox where outcome is not null and queued_at < $1",
            retention.ended_before,
        ),
        ("delete from challenges where until < $1", now),
        ("delete from allowances where whole_at < $1 * 1000", now),
    ] {
        delete_before(connection, statement, before).await?;
    }
    Ok(purged)
}

/// Applications go, their forms go where they were handed over, and the removal of their
/// photos is queued in one statement: one that changes at the same moment either stays, or
/// goes with the photo it has then. What was begun with the form of one that was handed
/// over goes with it: it could never be sent in.
async fn journeys(
    connection: &mut PgConnection,
    retention: Retention,
    now: Moment,
) -> Result<Purged, StoreError> {
    let gone = sqlx::query(
        "with gone as (delete from journeys where (stage = 'registered' and changed_at < $1) \
             or (stage in ('opened', 'pictured', 'photographed', 'described') and changed_at < $2) \
             or form_digest in (select form_digest from journeys where handed_over_at < $3) \
             returning id, stage, photo_key, form_digest), \
         queued as (insert into outbox (id, kind, journey, photo_key, due_at, queued_at) \
             select 'purge-' || id, 'discard_photo', id, photo_key, $4, $4 from gone \
             where photo_key is not null), \
         used as (delete from forms where digest in \
             (select form_digest from gone where stage = 'submitted')) \
         select stage from gone",
    )
    .bind(retention.unverified_before.0)
    .bind(retention.unfinished_before.0)
    .bind(retention.handed_over_before.0)
    .bind(now.0)
    .fetch_all(connection)
    .await?;
    let mut purged = Purged::default();
    for row in gone {
        purged.count(row.try_get("stage")?);
    }
    Ok(purged)
}

async fn delete_before(
    connection: &mut PgConnection,
    statement: &'static str,
    before: Moment,
) -> Result<u64, StoreError> {
    Ok(sqlx::query(statement)
        .bind(before.0)
        .execute(connection)
        .await?
        .rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::story::{on_a_fresh_database, on_postgres};
    use crate::store::{Purge, Store as _};

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
            let never = Moment(0);
            let nothing = Retention {
                unverified_before: never,
                unfinished_before: never,
                handed_over_before: never,
                unused_forms_before: never,
                sessions_before: never,
                ended_before: never,
            };
            for purge in [Purge::ForGood, Purge::Trial] {
                let told = store.purge(nothing, never, purge).await.unwrap();
                assert_eq!(told, None, "{purge:?}");
            }
            other.rollback().await.unwrap();
            let told = store.purge(nothing, never, Purge::Trial).await.unwrap();
            assert_eq!(told, Some(Purged::default()));
            store.close().await;
        })
        .await;
    }
}
