//! What is counted or used up in one statement, so that a race changes nothing.

use rules::Moment;
use sqlx::PgConnection;

use crate::seal::Digest;
use crate::store::decode;
use crate::store::{
    Allowance, FormTry, JourneyId, SavedChallenge, SavedCode, SessionDigest, StoreError, Taken,
};

/// What is asked for is judged in the statement that counts or uses it up.
pub(super) async fn draw_challenge(
    connection: &mut PgConnection,
    id: &str,
    session: &SessionDigest,
    at_most: u32,
) -> Result<Option<SavedChallenge>, StoreError> {
    let row = sqlx::query(
        "update challenges set drawn = drawn + 1 \
         where id = $1 and session = $2 and used = 0 and drawn < $3 returning id, session, sealed, until",
    )
    .bind(id)
    .bind(session.as_slice())
    .bind(i64::from(at_most))
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(|row| decode::challenge(row)).transpose()
}

pub(super) async fn use_challenge(
    connection: &mut PgConnection,
    id: &str,
    session: &SessionDigest,
) -> Result<Option<SavedChallenge>, StoreError> {
    let row = sqlx::query(
        "update challenges set used = 1 \
         where id = $1 and session = $2 and used = 0 returning id, session, sealed, until",
    )
    .bind(id)
    .bind(session.as_slice())
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(|row| decode::challenge(row)).transpose()
}

pub(super) async fn try_code(
    connection: &mut PgConnection,
    session: &SessionDigest,
    journey: &JourneyId,
    now: Moment,
    at_most: u32,
) -> Result<Option<SavedCode>, StoreError> {
    let row = sqlx::query(
        "update codes set tries = tries + 1 \
         where session = $1 and journey = $2 and until > $3 and tries < $4 \
         returning session, journey, digest, until, mail, asked_at",
    )
    .bind(session.as_slice())
    .bind(journey.as_str())
    .bind(now.0)
    .bind(i64::from(at_most))
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(|row| decode::code(row)).transpose()
}

/// The generic cell rate algorithm: one number a key tells how much is left. The row is
/// made or changed in the statement that judges it, so that any number of processes
/// take from the same allowance; a refused try writes nothing.
pub(super) async fn take(
    connection: &mut PgConnection,
    key: &Digest,
    allowance: Allowance,
    now: Moment,
) -> Result<Taken, StoreError> {
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

/// What is whole again already stays so: [`take`] looks at the later of both moments.
pub(super) async fn give_back(
    connection: &mut PgConnection,
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
    connection: &mut PgConnection,
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
    connection: &mut PgConnection,
    form: &Digest,
) -> Result<(), StoreError> {
    sqlx::query("update forms set tries = tries - 1 where digest = $1 and tries > 0")
        .bind(form.as_slice())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn unlock_form(
    connection: &mut PgConnection,
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
