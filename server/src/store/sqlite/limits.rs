//! What is counted or used up in one statement, so that a race changes nothing.

use rules::Moment;
use sqlx::{Row as _, SqliteConnection};

use crate::seal::Digest;
use crate::store::decode;
use crate::store::{
    Allowance, FormTry, JourneyId, SavedChallenge, SavedCode, SessionDigest, StoreError, Taken,
};

/// What is asked for is judged in the statement that counts or uses it up.
pub(super) async fn draw_challenge(
    connection: &mut SqliteConnection,
    id: &str,
    session: &SessionDigest,
    at_most: u32,
) -> Result<Option<SavedChallenge>, StoreError> {
    let row = sqlx::query(
        "update challenges set drawn = drawn + 1 \
         where id = $1 and session = $2 and used = 0 and drawn < $3 returning *",
    )
    .bind(id)
    .bind(session.as_slice())
    .bind(i64::from(at_most))
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(|row| decode::challenge(row)).transpose()
}

pub(super) async fn use_challenge(
    connection: &mut SqliteConnection,
    id: &str,
    session: &SessionDigest,
) -> Result<Option<SavedChallenge>, StoreError> {
    let row = sqlx::query(
        "update challenges set used = 1 \
         where id = $1 and session = $2 and used = 0 returning *",
    )
    .bind(id)
    .bind(session.as_slice())
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(|row| decode::challenge(row)).transpose()
}

pub(super) async fn try_code(
    connection: &mut SqliteConnection,
    session: &SessionDigest,
    journey: &JourneyId,
    now: Moment,
    at_most: u32,
) -> Result<Option<SavedCode>, StoreError> {
    let row = sqlx::query(
        "update codes set tries = tries + 1 \
         where session = $1 and journey = $2 and until > $3 and tries < $4 returning *",
    )
    .bind(session.as_slice())
    .bind(journey.as_str())
    .bind(now.0)
    .bind(i64::from(at_most))
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(|row| decode::code(row)).transpose()
}

/// The generic cell rate algorithm: one number a key tells how much is left.
pub(super) async fn take(
    connection: &mut SqliteConnection,
    key: &Digest,
    allowance: Allowance,
    now: Moment,
) -> Result<Taken, StoreError> {
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

/// What is whole again already stays so: [`take`] looks at the later of both moments.
pub(super) async fn give_back(
    connection: &mut SqliteConnection,
    key: &Digest,
    allowance: Allowance,
) -> Result<(), StoreError> {
    sqlx::query("update allowances set whole_at = whole_at - $2 where key = $1")
        .bind(key.as_slice())
        .bind(i64::from(allowance.seconds) * 1000)
        .execute(connection)
        .await?;
    Ok(())
}

/// A form that is not there and one that is locked are asked for by the same statements.
pub(super) async fn try_form(
    connection: &mut SqliteConnection,
    form: &Digest,
    at_most: u32,
) -> Result<FormTry, StoreError> {
    let row = sqlx::query(
        "update forms set tries = tries + 1 where digest = $1 and tries < $2 \
         returning digest, sealed, issued_at",
    )
    .bind(form.as_slice())
    .bind(i64::from(at_most))
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(row) = row {
        return Ok(FormTry::Counted(decode::form(&row)?));
    }
    let row = sqlx::query("select 1 from forms where digest = $1")
        .bind(form.as_slice())
        .fetch_optional(connection)
        .await?;
    Ok(row.map_or(FormTry::Unknown, |_| FormTry::Locked))
}

pub(super) async fn untry_form(
    connection: &mut SqliteConnection,
    form: &Digest,
) -> Result<(), StoreError> {
    sqlx::query("update forms set tries = tries - 1 where digest = $1 and tries > 0")
        .bind(form.as_slice())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn unlock_form(
    connection: &mut SqliteConnection,
    form: &Digest,
    of_the_day: &Digest,
) -> Result<bool, StoreError> {
    sqlx::query("delete from allowances where key = $1")
        .bind(of_the_day.as_slice())
        .execute(&mut *connection)
        .await?;
    let result = sqlx::query("update forms set tries = 0 where digest = $1")
        .bind(form.as_slice())
        .execute(connection)
        .await?;
    Ok(result.rows_affected() > 0)
}
