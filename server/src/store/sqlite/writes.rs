//! One [`Write`] after another inside a transaction.

use sqlx::sqlite::{SqliteConnection, SqliteQueryResult};

use super::{audit, jobs, limits};
use crate::store::{
    JourneyId, PICTURES_OF_A_SESSION, SavedChallenge, SavedCode, SavedDevice, SavedForm,
    SavedJourney, SavedLink, SavedSession, StoreError, Taken, Taking, Write,
};
use rules::Moment;

pub(super) async fn write(
    connection: &mut SqliteConnection,
    write: &Write,
) -> Result<(), StoreError> {
    match write {
        Write::OpenJourney(journey) => open_journey(connection, journey).await,
        Write::ChangeJourney(journey) => change_journey(connection, journey).await,
        Write::HandOver(journey, at) => hand_over(connection, journey, *at).await,
        Write::KeepSession(session) => keep_session(connection, session).await,
        Write::ChangeSession(session) => change_session(connection, session).await,
        Write::SeeSession(digest, at) => {
            sqlx::query("update sessions set seen_at = $2 where digest = $1")
                .bind(digest.as_slice())
                .bind(at.0)
                .execute(connection)
                .await?;
            Ok(())
        }
        Write::EndSession(digest) => {
            sqlx::query("delete from sessions where digest = $1")
                .bind(digest.as_slice())
                .execute(connection)
                .await?;
            Ok(())
        }
        Write::Record(entry) => audit::record(connection, entry).await,
        Write::Queue(job) => jobs::queue(connection, job).await,
        Write::MakeLink(link) => make_link(connection, link).await,
        Write::KnowDevice(device) => know_device(connection, device).await,
        Write::RenameDevice { from, to } => {
            sqlx::query("update devices set digest = $2 where digest = $1")
                .bind(from.as_slice())
                .bind(to.as_slice())
                .execute(connection)
                .await?;
            Ok(())
        }
        Write::ForgetDevice(digest) => {
            sqlx::query("delete from devices where digest = $1")
                .bind(digest.as_slice())
                .execute(connection)
                .await?;
            Ok(())
        }
        Write::MakeCode(code) => make_code(connection, code).await,
        Write::EndCode { session, journey } => {
            let result = sqlx::query("delete from codes where session = $1 and journey = $2")
                .bind(session.as_slice())
                .bind(journey.as_str())
                .execute(connection)
                .await?;
            one_row(&result)
        }
        Write::KeepChallenge(challenge) => keep_challenge(connection, challenge).await,
        Write::Within(taking, writes) => within(connection, taking, writes).await,
        Write::Take(taking) => take(connection, taking).await,
    }
}

/// A write that must have met exactly one row.
fn one_row(result: &SqliteQueryResult) -> Result<(), StoreError> {
    if result.rows_affected() == 1 {
        Ok(())
    } else {
        Err(StoreError::Conflict)
    }
}

/// The index that allows one submission for each form speaks as an error of its own.
fn one_submission(error: sqlx::Error) -> StoreError {
    match error.as_database_error() {
        Some(database) if database.message().contains("journeys.form_digest") => {
            StoreError::SubmittedAlready
        }
        _ => StoreError::Database(error),
    }
}

async fn open_journey(
    connection: &mut SqliteConnection,
    journey: &SavedJourney,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into journeys (id, version, stage, form_digest, wrapped_key, sealed, photo_key, receipt, \
         created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(journey.id.as_str())
    .bind(journey.version)
    .bind(journey.stage)
    .bind(journey.form_digest.as_slice())
    .bind(journey.wrapped_key.as_slice())
    .bind(journey.sealed.as_slice())
    .bind(journey.photo_key.as_deref())
    .bind(journey.receipt.as_deref())
    .bind(journey.created_at.0)
    .bind(journey.changed_at.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn change_journey(
    connection: &mut SqliteConnection,
    journey: &SavedJourney,
) -> Result<(), StoreError> {
    let result = sqlx::query(
        "update journeys set version = $2, stage = $3, sealed = $4, photo_key = $5, receipt = $6, \
         changed_at = $7 where id = $1 and version = $2 - 1",
    )
    .bind(journey.id.as_str())
    .bind(journey.version)
    .bind(journey.stage)
    .bind(journey.sealed.as_slice())
    .bind(journey.photo_key.as_deref())
    .bind(journey.receipt.as_deref())
    .bind(journey.changed_at.0)
    .execute(connection)
    .await
    .map_err(one_submission)?;
    one_row(&result)
}

async fn hand_over(
    connection: &mut SqliteConnection,
    journey: &JourneyId,
    at: Moment,
) -> Result<(), StoreError> {
    let result = sqlx::query(
        "update journeys set handed_over_at = coalesce(handed_over_at, max(changed_at, $2)) \
         where id = $1 and stage = 'submitted'",
    )
    .bind(journey.as_str())
    .bind(at.0)
    .execute(connection)
    .await?;
    one_row(&result)
}

async fn keep_session(
    connection: &mut SqliteConnection,
    session: &SavedSession,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into sessions (digest, version, sealed, created_at, seen_at) values ($1, $2, $3, $4, $5) \
         on conflict (digest) do update set version = excluded.version, sealed = excluded.sealed, \
         created_at = excluded.created_at, seen_at = excluded.seen_at",
    )
    .bind(session.digest.as_slice())
    .bind(session.version)
    .bind(session.sealed.as_slice())
    .bind(session.created_at.0)
    .bind(session.seen_at.0)
    .execute(connection)
    .await?;
    Ok(())
}

async fn change_session(
    connection: &mut SqliteConnection,
    session: &SavedSession,
) -> Result<(), StoreError> {
    let result = sqlx::query(
        "update sessions set version = $2, sealed = $3, seen_at = $4 where digest = $1 and version = $2 - 1",
    )
    .bind(session.digest.as_slice())
    .bind(session.version)
    .bind(session.sealed.as_slice())
    .bind(session.seen_at.0)
    .execute(connection)
    .await?;
    one_row(&result)
}

async fn make_link(connection: &mut SqliteConnection, link: &SavedLink) -> Result<(), StoreError> {
    let is_late: bool = sqlx::query_scalar(
        "select exists (select 1 from links where journey = $1 and digest <> $2 \
         and (asked_at, mail) > ($3, $4))",
    )
    .bind(link.journey.as_str())
    .bind(link.digest.as_slice())
    .bind(link.asked_at.0)
    .bind(link.mail.as_str())
    .fetch_one(&mut *connection)
    .await?;
    if is_late {
        return Err(StoreError::Conflict);
    }
    sqlx::query("update links set ended = 1 where journey = $1 and digest <> $2")
        .bind(link.journey.as_str())
        .bind(link.digest.as_slice())
        .execute(&mut *connection)
        .await?;
    let result = sqlx::query(
        "insert into links (digest, journey, until, mail, asked_at) values ($1, $2, $3, $4, $5) \
         on conflict (digest) do update set until = excluded.until, mail = excluded.mail, \
         asked_at = excluded.asked_at where links.ended = 0",
    )
    .bind(link.digest.as_slice())
    .bind(link.journey.as_str())
    .bind(link.until.0)
    .bind(link.mail.as_str())
    .bind(link.asked_at.0)
    .execute(connection)
    .await?;
    one_row(&result)
}

async fn know_device(
    connection: &mut SqliteConnection,
    device: &SavedDevice,
) -> Result<(), StoreError> {
    sqlx::query("insert into devices (digest, journey) values ($1, $2) on conflict do nothing")
        .bind(device.digest.as_slice())
        .bind(device.journey.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// The same mail tried again keeps its tries; one asked for before that of the code in force
/// comes too late. Of two asked for by two processes at once it is settled by their names.
async fn make_code(connection: &mut SqliteConnection, code: &SavedCode) -> Result<(), StoreError> {
    let result = sqlx::query(
        "insert into codes (session, journey, digest, until, mail, asked_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (session, journey) do update set \
         tries = case when codes.digest = excluded.digest then codes.tries else 0 end, \
         digest = excluded.digest, until = excluded.until, mail = excluded.mail, \
         asked_at = excluded.asked_at \
         where (codes.asked_at, codes.mail) <= (excluded.asked_at, excluded.mail)",
    )
    .bind(code.session.as_slice())
    .bind(code.journey.as_str())
    .bind(code.digest.as_slice())
    .bind(code.until.0)
    .bind(code.mail.as_str())
    .bind(code.asked_at.0)
    .execute(connection)
    .await?;
    one_row(&result)
}

/// One statement after another: a transaction is around them.
async fn take(connection: &mut SqliteConnection, taking: &Taking) -> Result<(), StoreError> {
    match limits::take(connection, &taking.key, taking.allowance, taking.now).await? {
        Taken::Left(_) => Ok(()),
        Taken::Wait(wait_seconds) => Err(StoreError::Spent { wait_seconds }),
    }
}

async fn within(
    connection: &mut SqliteConnection,
    taking: &Taking,
    writes: &[Write],
) -> Result<(), StoreError> {
    let taken = limits::take(connection, &taking.key, taking.allowance, taking.now).await?;
    if matches!(taken, Taken::Left(_)) {
        for one in writes {
            Box::pin(write(connection, one)).await?;
        }
    }
    Ok(())
}

async fn keep_challenge(
    connection: &mut SqliteConnection,
    challenge: &SavedChallenge,
) -> Result<(), StoreError> {
    sqlx::query("insert into challenges (id, session, sealed, until) values ($1, $2, $3, $4)")
        .bind(challenge.id.as_str())
        .bind(challenge.session.as_slice())
        .bind(challenge.sealed.as_slice())
        .bind(challenge.until.0)
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "delete from challenges where session = $1 and id <> $2 and (used = 1 or id not in \
         (select id from challenges where session = $1 and id <> $2 and used = 0 \
         order by until desc limit $3))",
    )
    .bind(challenge.session.as_slice())
    .bind(challenge.id.as_str())
    .bind(i64::from(PICTURES_OF_A_SESSION - 1))
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn add_form(
    connection: &mut SqliteConnection,
    form: &SavedForm,
) -> Result<u64, StoreError> {
    let result = sqlx::query(
        "insert into forms (digest, sealed, issued_at) values ($1, $2, $3) on conflict (digest) do nothing",
    )
    .bind(form.digest.as_slice())
    .bind(form.sealed.as_slice())
    .bind(form.issued_at.0)
    .execute(connection)
    .await?;
    Ok(result.rows_affected())
}
