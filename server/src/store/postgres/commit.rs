//! How a list of [`Write`]s becomes one transaction.

use sqlx::Connection as _;
use sqlx::PgConnection;

use crate::failpoint::{self, Failpoint};
use crate::store::writes::write;
use crate::store::{Sql, StoreError, Write, audit_log};

/// How often a transaction is tried that the database gave up in favour of another.
const TRIES: u32 = 3;
/// Writes all or nothing. What the database broke off because two transactions waited
/// for each other is tried again; nothing of it was written.
pub(super) async fn commit(
    connection: &mut PgConnection,
    mut writes: Vec<Write>,
) -> Result<(), StoreError> {
    writes.sort_by(|one, other| place(one).cmp(&place(other)));
    for _ in 0..TRIES {
        match commit_once(connection, &writes).await {
            Err(StoreError::Database(error)) if is_broken_off(&error) => {}
            done => return done,
        }
    }
    Err(StoreError::Conflict)
}

/// Everybody locks rows in this order, so that two acts on the same ones wait for each
/// other instead of meeting head-on. A code is used up before its session ends, which
/// takes the code along, and is made after its session. Links stay as they were listed:
/// a later one ends the earlier ones.
fn place(write: &Write) -> (u8, &[u8]) {
    match write {
        Write::OpenJourney(journey) | Write::ChangeJourney(journey) => {
            (0, journey.id.as_str().as_bytes())
        }
        Write::HandOver(journey, _) => (0, journey.as_str().as_bytes()),
        Write::EndCode { session, .. } => (1, session),
        Write::KeepSession(session) | Write::ChangeSession(session) => (2, &session.digest),
        Write::SeeSession(digest, _) | Write::EndSession(digest) => (2, digest),
        Write::MakeLink(_) => (3, &[]),
        // Named anew before it is known to another application, as the list has it.
        Write::RenameDevice { .. } | Write::KnowDevice(_) | Write::ForgetDevice(_) => (3, &[1]),
        Write::MakeCode(code) => (4, &code.session),
        Write::KeepChallenge(_) | Write::Queue(_) | Write::Within(..) => (5, &[]),
        Write::Take(taking) => (6, &taking.key),
        Write::Record(_) => (7, &[]),
    }
}

/// Deadlock (40P01) or serialization failure (40001).
fn is_broken_off(error: &sqlx::Error) -> bool {
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code);
    matches!(code.as_deref(), Some("40P01" | "40001"))
}

async fn commit_once(connection: &mut PgConnection, writes: &[Write]) -> Result<(), StoreError> {
    // One statement is a transaction by itself.
    if let [one] = writes
        && is_safe_alone(one)
    {
        return write(&mut Sql::Postgres(connection), one).await;
    }
    let mut transaction = connection.begin().await?;
    let mut entries = Vec::new();
    for one in writes {
        if let Write::Record(entry) = one {
            // Together at the end: one round trip.
            entries.push(entry);
        } else {
            write(&mut Sql::Postgres(&mut transaction), one).await?;
        }
    }
    audit_log::record(&mut Sql::Postgres(&mut transaction), &entries).await?;
    failpoint::reached(Failpoint::BeforeCommit);
    transaction.commit().await?;
    failpoint::reached(Failpoint::AfterCommit);
    Ok(())
}

/// Whether a write holds without a transaction around it: it is one statement, or only its
/// last one changes anything.
fn is_safe_alone(write: &Write) -> bool {
    match write {
        Write::MakeLink(_) | Write::KeepChallenge(_) | Write::Within(..) => false,
        Write::OpenJourney(_)
        | Write::ChangeJourney(_)
        | Write::HandOver(..)
        | Write::KeepSession(_)
        | Write::ChangeSession(_)
        | Write::SeeSession(..)
        | Write::EndSession(_)
        | Write::Record(_)
        | Write::Queue(_)
        | Write::KnowDevice(_)
        | Write::RenameDevice { .. }
        | Write::ForgetDevice(_)
        | Write::MakeCode(_)
        | Write::EndCode { .. }
        | Write::Take(_) => true,
    }
}
