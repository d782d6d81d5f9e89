//! The audit log: an inbox that acts write into, and the chain.

use sqlx::{Connection as _, PgConnection};

use crate::store::chain::{Loose, checkpoint};
use crate::store::decode;
use crate::store::{Chained, ChainedNow, Chaining, DAY_SECONDS, Entry, Head, StoreError};

/// Puts entries into the inbox in their order, all by one statement.
pub(in crate::store) async fn record(
    connection: &mut PgConnection,
    entries: &[&Entry],
) -> Result<(), StoreError> {
    if entries.is_empty() {
        return Ok(());
    }
    let texts = |of: fn(&Entry) -> &str| entries.iter().map(|entry| of(entry)).collect::<Vec<_>>();
    sqlx::query(
        "insert into audit_inbox (at, act, subject, detail) select at, act, subject, detail \
         from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) with ordinality \
         as given (at, act, subject, detail, nth) order by nth",
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
    .execute(connection)
    .await?;
    Ok(())
}

/// The lock of whoever chains; any number of our own.
const CHAINER: i64 = 0x7368_696e_7365_6902;

/// Numbers and chains what lies in the inbox, unless another process is just doing so. The
/// head is read after the lock was given, so it is what the one before has committed.
pub(super) async fn chain(
    connection: &mut PgConnection,
    chaining: Chaining,
) -> Result<Option<ChainedNow>, StoreError> {
    let mut transaction = connection.begin().await?;
    let is_ours: bool = sqlx::query_scalar("select pg_try_advisory_xact_lock($1)")
        .bind(CHAINER)
        .fetch_one(&mut *transaction)
        .await?;
    if !is_ours {
        return Ok(None);
    }
    let mut head = head(&mut transaction).await?;
    let removed = remove_old(&mut transaction, chaining, &mut head).await?;
    let waiting = sqlx::query(
        "select place, at, act, subject, detail from audit_inbox order by place limit $1",
    )
    .bind(i64::from(chaining.at_most))
    .fetch_all(&mut *transaction)
    .await?;
    let loose: Result<Vec<_>, _> = waiting.iter().map(|row| decode::loose(row)).collect();
    let added = append(&mut transaction, &mut head, loose?).await?;
    transaction.commit().await?;
    Ok(Some(ChainedNow {
        added,
        removed,
        head,
    }))
}

/// Chains these behind the head, and takes them out of the inbox.
async fn append(
    connection: &mut PgConnection,
    head: &mut Head,
    loose: Vec<Loose>,
) -> Result<u32, StoreError> {
    let entries: Vec<Chained> = loose.into_iter().map(|one| head.chain(one)).collect();
    let all = |of: fn(&Chained) -> i64| entries.iter().map(of).collect::<Vec<_>>();
    let any = |of: fn(&Chained) -> Option<i64>| entries.iter().map(of).collect::<Vec<_>>();
    let texts = |of: fn(&Chained) -> &str| entries.iter().map(of).collect::<Vec<_>>();
    let places = any(|entry| entry.place);
    sqlx::query(
        "insert into audit (number, place, at, act, subject, detail, through, hash) \
         select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], \
         $6::text[], $7::bigint[], $8::bytea[])",
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
    .execute(&mut *connection)
    .await?;
    sqlx::query("delete from audit_inbox where place = any($1)")
        .bind(&places)
        .execute(connection)
        .await?;
    Ok(u32::try_from(entries.len()).unwrap_or(u32::MAX))
}

/// Old entries go behind a checkpoint, a day's together.
async fn remove_old(
    connection: &mut PgConnection,
    chaining: Chaining,
    head: &mut Head,
) -> Result<u64, StoreError> {
    let old = chaining.old_before;
    let last = sqlx::query(
        "select number, hash from audit \
         where exists (select 1 from audit where at < $1) and number < coalesce( \
             (select min(number) from audit where at >= $2), (select max(number) + 1 from audit)) \
         and number < (select min(number) from audit) + $3 \
         order by number desc limit 1",
    )
    .bind(old.plus(-DAY_SECONDS).0)
    .bind(old.0)
    .bind(i64::from(chaining.removed_at_most))
    .fetch_optional(&mut *connection)
    .await?;
    let Some(last) = last.as_ref().map(|row| decode::head(row)).transpose()? else {
        return Ok(0);
    };
    append(connection, head, vec![checkpoint(last, chaining)]).await?;
    let gone = sqlx::query("delete from audit where number <= $1")
        .bind(last.number)
        .execute(connection)
        .await?;
    Ok(gone.rows_affected())
}

/// The last entry of the chain.
pub(super) async fn head(connection: &mut PgConnection) -> Result<Head, StoreError> {
    let row = sqlx::query("select number, hash from audit order by number desc limit 1")
        .fetch_optional(connection)
        .await?;
    Ok(row
        .as_ref()
        .map(|row| decode::head(row))
        .transpose()?
        .unwrap_or(Head::NONE))
}

pub(super) async fn entries(
    connection: &mut PgConnection,
    after: i64,
    at_most: u32,
) -> Result<Vec<Chained>, StoreError> {
    let rows = sqlx::query(
        "select number, place, at, act, subject, detail, through, hash from audit \
         where number > $1 order by number limit $2",
    )
    .bind(after)
    .bind(i64::from(at_most))
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| decode::chained(row)).collect()
}

pub(super) async fn checkpoint_of(
    connection: &mut PgConnection,
    through: i64,
) -> Result<Option<Chained>, StoreError> {
    let row = sqlx::query(
        "select number, place, at, act, subject, detail, through, hash from audit \
         where through = $1 order by number desc limit 1",
    )
    .bind(through)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(|row| decode::chained(row)).transpose()
}

pub(super) async fn waiting(connection: &mut PgConnection) -> Result<u64, StoreError> {
    let count: i64 = sqlx::query_scalar("select count(*) from audit_inbox")
        .fetch_one(connection)
        .await?;
    Ok(count.unsigned_abs())
}
