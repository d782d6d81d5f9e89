//! The removal of what is too old.

use std::time::Duration;

use rules::Moment;
use sqlx::{Connection as _, PgConnection, Row as _};

use super::audit;
use super::connect::milliseconds;
use crate::store::{Act, Entry, Purge, Purged, Retention, StoreError};

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
    if purged.unused_forms > 0 {
        let entry = Entry {
            at: now,
            act: Act::FormsDeleted(purged.unused_forms),
            subject: None,
        };
        audit::record(connection, &[&entry]).await?;
    }
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

/// Applications go, their forms go where they were handed over, the removal of their photos
/// is queued and their going recorded in one statement: one that changes at the same moment
/// either stays, or goes with the photo it has then. What was begun with the form of one that
/// was handed over goes with it: it could never be sent in. What is due is found by three indexes (one
/// condition with "or" would read the whole table) and judged again where it is deleted.
async fn journeys(
    connection: &mut PgConnection,
    retention: Retention,
    now: Moment,
) -> Result<Purged, StoreError> {
    let gone = sqlx::query(
        "with due as ( \
             select id from journeys where stage = 'registered' and changed_at < $1 \
             union select id from journeys where changed_at < $2 \
                 and stage in ('opened', 'pictured', 'photographed', 'described') \
             union select other.id from journeys taken \
                 join journeys other on other.form_digest = taken.form_digest \
                 where taken.handed_over_at < $3), \
         gone as (delete from journeys using due where journeys.id = due.id \
             and ((stage = 'registered' and changed_at < $1) \
             or (stage in ('opened', 'pictured', 'photographed', 'described') and changed_at < $2) \
             or form_digest in (select form_digest from journeys where handed_over_at < $3)) \
             returning journeys.id, stage, photo_key, form_digest, receipt, \
                 coalesce(handed_over_at, changed_at) as since), \
         recorded as (insert into audit_inbox (at, act, subject, detail) select $4, $5, id, \
             'stage=' || stage || coalesce(' receipt=' || receipt, '') || \
             ' days=' || (($4 - since) / 86400) from gone), \
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
    .bind(Act::DELETED)
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
    use crate::store::story::samples::{NOW, keeping_all, opened};
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
