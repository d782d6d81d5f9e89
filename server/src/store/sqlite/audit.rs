//! The audit log: an inbox that acts write into, and the chain.

use sqlx::SqliteConnection;

use crate::store::chain::{Loose, checkpoint};
use crate::store::decode;
use crate::store::{Chained, ChainedNow, Chaining, DAY_SECONDS, Head, StoreError};

/// Numbers and chains what lies in the inbox. There is one writer, so nobody else does.
pub(super) async fn chain(
    connection: &mut SqliteConnection,
    chaining: Chaining,
) -> Result<ChainedNow, StoreError> {
    let mut head = head(connection).await?;
    let removed = remove_old(connection, chaining, &mut head).await?;
    let waiting = sqlx::query(
        "select place, at, act, subject, detail from audit_inbox order by place limit $1",
    )
    .bind(i64::from(chaining.at_most))
    .fetch_all(&mut *connection)
    .await?;
    let mut added = 0;
    for row in &waiting {
        let loose = decode::loose(row)?;
        let place = loose.place;
        append(connection, &mut head, loose).await?;
        sqlx::query("delete from audit_inbox where place = $1")
            .bind(place)
            .execute(&mut *connection)
            .await?;
        added += 1;
    }
    Ok(ChainedNow {
        added,
        removed,
        head,
    })
}

async fn append(
    connection: &mut SqliteConnection,
    head: &mut Head,
    loose: Loose,
) -> Result<(), StoreError> {
    let entry = head.chain(loose);
    sqlx::query(
        "insert into audit (number, place, at, act, subject, detail, through, hash) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(entry.number)
    .bind(entry.place)
    .bind(entry.at.0)
    .bind(entry.act)
    .bind(entry.subject)
    .bind(entry.detail)
    .bind(entry.through)
    .bind(entry.hash.to_vec())
    .execute(connection)
    .await?;
    Ok(())
}

/// Old entries go behind a checkpoint, a day's together.
async fn remove_old(
    connection: &mut SqliteConnection,
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
    append(connection, head, checkpoint(last, chaining)).await?;
    let gone = sqlx::query("delete from audit where number <= $1")
        .bind(last.number)
        .execute(connection)
        .await?;
    Ok(gone.rows_affected())
}

/// The last entry of the chain.
pub(super) async fn head(connection: &mut SqliteConnection) -> Result<Head, StoreError> {
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
    connection: &mut SqliteConnection,
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
    connection: &mut SqliteConnection,
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

pub(super) async fn waiting(connection: &mut SqliteConnection) -> Result<u64, StoreError> {
    let count: i64 = sqlx::query_scalar("select count(*) from audit_inbox")
        .fetch_one(connection)
        .await?;
    Ok(count.unsigned_abs())
}
