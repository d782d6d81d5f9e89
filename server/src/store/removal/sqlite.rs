//! What is too old, where a file's one writer removes it otherwise than a server.

use rules::Moment;
use rules::application::Actor;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::lossless::wide;
use crate::store::due::{self, Ended, PORTION, is_full};
use crate::store::{Act, Retention, Rows, StoreError};

/// Removes a portion of the applications that are due, and their forms where they were handed
/// over; queues the removal of their photos and records that they went. Gives their stages.
pub(super) async fn remove_applications(
    connection: &mut SqliteConnection,
    due: &str,
    retention: Retention,
    now: Moment,
) -> Result<Rows, StoreError> {
    let [unverified, unfinished, handed_over] = due::of_journeys(retention);
    let ids: Vec<String> = sqlx::query_scalar(AssertSqlSafe(format!(
        "select id from journeys where {due} limit $4"
    )))
    .bind(unverified)
    .bind(unfinished)
    .bind(handed_over)
    .bind(PORTION)
    .fetch_all(&mut *connection)
    .await?;
    if ids.is_empty() {
        return Ok(Rows::of_file(Vec::new()));
    }
    let ids = serde_json::Value::from(ids).to_string();
    let forms = format!(
        "delete from forms where digest in (select form_digest from journeys \
         where {with_their_forms} and id in (select value from json_each($1)))",
        with_their_forms = due::with_their_forms()
    );
    for statement in [
        "insert into outbox (id, kind, journey, photo_key, due_at, queued_at) \
         select 'purge-' || id, 'discard_photo', id, photo_key, $2, $2 from journeys \
         where photo_key is not null and id in (select value from json_each($1))",
        "insert into audit_inbox (at, act, subject, detail, actor) select $2, $3, id, \
         'stage=' || stage || coalesce(' receipt=' || receipt, '') || \
         ' days=' || (($2 - coalesce(handed_over_at, changed_at)) / 86400), $4 \
         from journeys where id in (select value from json_each($1)) order by changed_at",
        &forms,
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .bind(&ids)
            .bind(now.0)
            .bind(Act::DELETED)
            .bind(Actor::System.to_string())
            .execute(&mut *connection)
            .await?;
    }
    let gone = "delete from journeys where id in (select value from json_each($1)) \
         returning stage, case_stage";
    let gone = sqlx::query(gone).bind(&ids);
    Ok(Rows::of_file(gone.fetch_all(connection).await?))
}

/// Removes a portion of what has ended behind a row; gives the last row if there may be more.
pub(super) async fn remove_ended(
    connection: &mut SqliteConnection,
    kind: Ended,
    after: &str,
) -> Result<Option<String>, StoreError> {
    let Ended {
        table,
        condition,
        before,
        ..
    } = kind;
    let statement = format!(
        "delete from {table} where rowid in (select rowid from {table} \
         where rowid > $2 and {condition} order by rowid limit $3) returning rowid"
    );
    let gone: Vec<i64> = sqlx::query_scalar(AssertSqlSafe(statement))
        .bind(before.0)
        .bind(after.parse().unwrap_or(i64::MIN))
        .bind(PORTION)
        .fetch_all(connection)
        .await?;
    let last = gone.iter().max().filter(|_| is_full(wide(gone.len())));
    Ok(last.map(i64::to_string))
}
