//! The outbox, where a server does it otherwise.

use sqlx::PgConnection;

use crate::outbox::Outcome;
use crate::store::{Entry, Jobs, StoreError, records};

/// Leases jobs until `$1` that are due at `$2`, `$3` at most. Materialized, so that the limit
/// counts once; a row that another worker is just leasing is passed over, not waited for.
pub(super) fn lease(jobs: Jobs) -> String {
    let kinds = jobs.list();
    format!(
        "with waiting as materialized ( \
             select id from outbox where outcome is null and due_at <= $2 and leased_until <= $2 \
             and kind in ({kinds}) order by due_at limit $3 for update skip locked) \
         update outbox set leased_until = $1 from waiting where outbox.id = waiting.id \
         returning outbox.id, kind, journey, session, photo_key, secret, queued_at, due_at, tries"
    )
}

/// Settles a job, with or without an entry, in one statement: one round trip.
pub(super) async fn settle(
    connection: &mut PgConnection,
    id: &str,
    outcome: &Outcome,
    entry: Option<&Entry>,
) -> Result<(), StoreError> {
    let (name, due_at, reason) = records::columns(outcome);
    sqlx::query(
        "with settled as ( \
             update outbox set outcome = $2::text, due_at = coalesce($3, due_at), \
             leased_until = 0, tries = tries + 1, reason = $4, \
             secret = case when $2::text is null then secret end \
             where id = $1 and outcome is null returning 1) \
         insert into audit_inbox (at, act, subject, detail, actor) \
         select $5, $6, $7, $8, $9 from settled where $5 is not null",
    )
    .bind(id)
    .bind(name)
    .bind(due_at)
    .bind(reason)
    .bind(entry.map(|entry| entry.at.0))
    .bind(entry.map(|entry| entry.act.name()))
    .bind(entry.map(Entry::subject))
    .bind(entry.map(|entry| entry.act.detail()))
    .bind(entry.map(|entry| entry.actor.to_string()))
    .execute(connection)
    .await?;
    Ok(())
}
