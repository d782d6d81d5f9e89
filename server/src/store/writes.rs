//! One [`Write`] after another inside a transaction.

use super::{
    Sql, StoreError, Taken, Taking, Write, allowances, applications, audit_log, challenges, codes,
    devices, links, outbox, sessions,
};

/// Does one. What a failed one leaves half done goes with its transaction.
pub(super) async fn write(sql: &mut Sql<'_>, write: &Write) -> Result<(), StoreError> {
    match write {
        Write::OpenJourney(journey) => applications::open(sql, journey).await,
        Write::ChangeJourney(journey) => applications::change(sql, journey).await,
        Write::HandOver(journey, at) => applications::hand_over(sql, journey, *at).await,
        Write::KeepSession(session) => sessions::keep(sql, session).await,
        Write::ChangeSession(session) => sessions::change(sql, session).await,
        Write::SeeSession(digest, at) => sessions::see(sql, digest, *at).await,
        Write::EndSession(digest) => sessions::end(sql, digest).await,
        Write::Record(entry) => audit_log::record(sql, &[entry]).await,
        Write::Queue(job) => outbox::queue(sql, job).await,
        Write::MakeLink(link) => links::make(sql, link).await,
        Write::KnowDevice(device) => devices::know(sql, device).await,
        Write::RenameDevice { from, to } => devices::rename(sql, from, to).await,
        Write::ForgetDevice(digest) => devices::forget(sql, digest).await,
        Write::MakeCode(code) => codes::make(sql, code).await,
        Write::EndCode { session, journey } => codes::end(sql, session, journey).await,
        Write::KeepChallenge(challenge) => challenges::keep(sql, challenge).await,
        Write::Within(taking, writes) => within(sql, taking, writes).await,
        Write::Take(taking) => take(sql, taking).await,
    }
}

async fn take(sql: &mut Sql<'_>, taking: &Taking) -> Result<(), StoreError> {
    match allowances::take(sql, taking).await? {
        Taken::Left(_) => Ok(()),
        Taken::Wait(wait_seconds) => Err(StoreError::Spent { wait_seconds }),
    }
}

async fn within(sql: &mut Sql<'_>, taking: &Taking, writes: &[Write]) -> Result<(), StoreError> {
    match allowances::take(sql, taking).await? {
        Taken::Wait(_) => Ok(()),
        Taken::Left(_) => {
            for one in writes {
                Box::pin(write(sql, one)).await?;
            }
            Ok(())
        }
    }
}
