//! The audit log, many entries in one statement.

use sqlx::PgConnection;

use crate::store::{Chained, Entry, StoreError};

/// Puts entries into the inbox in their order, all by one statement.
pub(super) async fn record(
    connection: &mut PgConnection,
    entries: &[&Entry],
) -> Result<(), StoreError> {
    if entries.is_empty() {
        return Ok(());
    }
    let texts = |of: fn(&Entry) -> &str| entries.iter().map(|entry| of(entry)).collect::<Vec<_>>();
    sqlx::query(
        "insert into audit_inbox (at, act, subject, detail, actor) \
         select at, act, subject, detail, actor \
         from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[]) \
         with ordinality as given (at, act, subject, detail, actor, nth) order by nth",
    )
    .bind(entries.iter().map(|entry| entry.at.0).collect::<Vec<_>>())
    .bind(texts(|entry| entry.act.name()))
    .bind(texts(Entry::subject))
    .bind(
        entries
            .iter()
            .map(|entry| entry.act.detail())
            .collect::<Vec<_>>(),
    )
    .bind(
        entries
            .iter()
            .map(|entry| entry.actor.to_string())
            .collect::<Vec<_>>(),
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Adds entries to the chain, and takes them out of the inbox.
pub(super) async fn append(
    connection: &mut PgConnection,
    entries: &[Chained],
) -> Result<(), StoreError> {
    let all = |of: fn(&Chained) -> i64| entries.iter().map(of).collect::<Vec<_>>();
    let any = |of: fn(&Chained) -> Option<i64>| entries.iter().map(of).collect::<Vec<_>>();
    let texts = |of: fn(&Chained) -> &str| entries.iter().map(of).collect::<Vec<_>>();
    let places = any(|entry| entry.place);
    sqlx::query(
        "insert into audit (number, place, at, act, subject, detail, through, hash, actor) \
         select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], \
         $6::text[], $7::bigint[], $8::bytea[], $9::text[])",
    )
    .bind(all(|entry| entry.number))
    .bind(&places)
    .bind(all(|entry| entry.at.0))
    .bind(texts(|entry| &entry.act))
    .bind(texts(|entry| &entry.subject))
    .bind(texts(|entry| &entry.detail))
    .bind(any(|entry| entry.through))
    .bind(
        entries
            .iter()
            .map(|entry| entry.hash.as_slice())
            .collect::<Vec<_>>(),
    )
    .bind(
        entries
            .iter()
            .map(|entry| entry.actor.as_deref())
            .collect::<Vec<_>>(),
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query("delete from audit_inbox where place = any($1)")
        .bind(&places)
        .execute(connection)
        .await?;
    Ok(())
}
