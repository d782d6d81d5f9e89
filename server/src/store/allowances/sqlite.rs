//! An allowance as a file's one writer takes from it.

use sqlx::{Row as _, SqliteConnection};

use crate::store::{StoreError, Taken, Taking};

/// Takes one, if one is left.
pub(super) async fn take(
    connection: &mut SqliteConnection,
    taking: &Taking,
) -> Result<Taken, StoreError> {
    let Taking {
        key,
        allowance,
        now,
    } = taking;
    let (now, each) = (now.0 * 1000, i64::from(allowance.seconds) * 1000);
    let row = sqlx::query("select whole_at from allowances where key = $1")
        .bind(key.as_slice())
        .fetch_optional(&mut *connection)
        .await?;
    let whole_at = row
        .map(|row| row.try_get::<i64, _>("whole_at"))
        .transpose()?
        .unwrap_or(now)
        .max(now);
    let left = each * i64::from(allowance.burst) - (whole_at + each - now);
    if left < 0 {
        return Ok(Taken::Wait(
            u32::try_from((999 - left) / 1000).unwrap_or(u32::MAX),
        ));
    }
    sqlx::query(
        "insert into allowances (key, whole_at) values ($1, $2) \
         on conflict (key) do update set whole_at = excluded.whole_at",
    )
    .bind(key.as_slice())
    .bind(whole_at + each)
    .execute(connection)
    .await?;
    Ok(Taken::Left(
        u32::try_from(left / each.max(1)).unwrap_or(u32::MAX),
    ))
}
