//! An allowance as any number of processes take from it.

use sqlx::PgConnection;

use crate::seal::Digest;
use crate::store::{StoreError, Taken, Taking};

/// Takes one, if one is left. The row is made or changed in the statement that judges it; a
/// refused try writes nothing.
pub(super) async fn take(
    connection: &mut PgConnection,
    taking: &Taking,
) -> Result<Taken, StoreError> {
    let Taking {
        key,
        allowance,
        now,
    } = taking;
    let (now, each) = (now.0 * 1000, i64::from(allowance.seconds) * 1000);
    let most = each * i64::from(allowance.burst);
    let taken: Option<i64> = sqlx::query_scalar(
        "insert into allowances as known (key, whole_at) select $1, $2 + $3 where $3 <= $4 \
         on conflict (key) do update set whole_at = greatest(known.whole_at, $2) + $3 \
         where greatest(known.whole_at, $2) + $3 - $2 <= $4 returning whole_at",
    )
    .bind(key.as_slice())
    .bind(now)
    .bind(each)
    .bind(most)
    .fetch_optional(&mut *connection)
    .await?;
    match taken {
        Some(whole_at) => Ok(Taken::Left(count((most - (whole_at - now)) / each.max(1)))),
        None => refused(connection, key, each - most, now).await,
    }
}

/// How long to wait for the next, which is so many milliseconds after `whole_at`.
async fn refused(
    connection: &mut PgConnection,
    key: &Digest,
    beyond: i64,
    now: i64,
) -> Result<Taken, StoreError> {
    let whole_at: Option<i64> =
        sqlx::query_scalar("select whole_at from allowances where key = $1")
            .bind(key.as_slice())
            .fetch_optional(connection)
            .await?;
    // It may have been given back in between: then one is there again at once.
    let wait = whole_at.unwrap_or(now).max(now) + beyond - now;
    Ok(Taken::Wait(count((wait + 999) / 1000).max(1)))
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(if number < 0 { 0 } else { u32::MAX })
}
