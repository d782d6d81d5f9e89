//! What is too old, where a server removes it otherwise than a file's one writer.

use rules::Moment;
use rules::application::Actor;
use sqlx::{AssertSqlSafe, PgConnection};

use crate::store::due::{self, Ended, PORTION, is_full};
use crate::store::{Act, Retention, Rows, StoreError};

/// Applications go, their forms go where they were handed over, the removal of their photos
/// is queued and their going recorded in one statement: one that changes at the same moment
/// either stays, or goes with the photo it has then. What is due is judged again where it is
/// deleted. Gives the stages they were at.
pub(super) async fn remove_applications(
    connection: &mut PgConnection,
    due: &str,
    retention: Retention,
    now: Moment,
) -> Result<Rows, StoreError> {
    let [unverified, unfinished, handed_over] = due::of_journeys(retention);
    let gone = sqlx::query(AssertSqlSafe(format!(
        "with due as (select id from journeys where {due} limit $6), \
         gone as (delete from journeys using due where journeys.id = due.id and {due} \
             returning journeys.id, stage, case_stage, photo_key, form_digest, receipt, \
                 coalesce(handed_over_at, changed_at) as since), \
         recorded as (insert into audit_inbox (at, act, subject, detail, actor) \
             select $4, $5, id, 'stage=' || stage || coalesce(' receipt=' || receipt, '') || \
             ' days=' || (($4 - since) / 86400), $7 from gone), \
         queued as (insert into outbox (id, kind, journey, photo_key, due_at, queued_at) \
             select 'purge-' || id, 'discard_photo', id, photo_key, $4, $4 from gone \
             where photo_key is not null), \
         used as (delete from forms where digest in \
             (select form_digest from gone where {with_their_forms})) \
         select stage, case_stage from gone",
        with_their_forms = due::with_their_forms(),
    )))
    .bind(unverified)
    .bind(unfinished)
    .bind(handed_over)
    .bind(now.0)
    .bind(Act::DELETED)
    .bind(i64::from(PORTION))
    .bind(Actor::System.to_string())
    .fetch_all(connection)
    .await?;
    Ok(Rows::of_server(gone))
}

/// Removes a portion of what has ended behind a key; gives the last key if there may be more.
pub(super) async fn remove_ended(
    connection: &mut PgConnection,
    kind: Ended,
    after: &str,
) -> Result<Option<String>, StoreError> {
    let Ended {
        table,
        key,
        key_type,
        condition,
        before,
    } = kind;
    let statement = format!(
        "with gone as (delete from {table} where {key} in (select {key} from {table} \
             where {key} > $2::text::{key_type} and {condition} order by {key} limit $3) \
             and {condition} returning {key} as key) \
         select key::text, count(*) over () as rows from gone order by gone.key desc limit 1"
    );
    let last: Option<(String, i64)> = sqlx::query_as(AssertSqlSafe(statement))
        .bind(before.0)
        .bind(after)
        .bind(i64::from(PORTION))
        .fetch_optional(connection)
        .await?;
    let full = last.filter(|(_, rows)| is_full(rows.unsigned_abs()));
    Ok(full.map(|(key, _)| key))
}
