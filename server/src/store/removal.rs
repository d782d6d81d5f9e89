//! The removal of what is too old, in portions: each is a transaction of its own, so that
//! others write in between.

mod postgres;
mod sqlite;

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use rules::Moment;
use rules::application::{Actor, CaseStage, Stage};
use sqlx::AssertSqlSafe;

use super::calls::answering;
use super::due::{self, Ended, PORTION, is_full};
use super::{Act, Entry, Purged, Retention, Sql, StoreError, Work, audit_log, decode};

use crate::lossless::wide;

/// Where the portions are done.
#[async_trait]
pub(super) trait Portions: Send {
    /// Does one, as a transaction of its own.
    async fn write(&mut self, work: Work) -> Result<(), StoreError>;
}

impl dyn Portions + '_ {
    async fn next<T, W>(&mut self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(Sql<'c>) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        let (work, answered) = answering(work);
        self.write(work).await?;
        Ok(answered.await.map_err(|_| sqlx::Error::PoolClosed)?)
    }
}

/// Removes what is too old.
pub(super) async fn remove(
    portions: &mut dyn Portions,
    retention: Retention,
    now: Moment,
) -> Result<Purged, StoreError> {
    let mut purged = Purged::default();
    for due in due::applications() {
        for stage in applications(portions, &due, retention, now).await? {
            purged.count(stage, 1);
        }
    }
    let before = retention.unused_forms_before;
    loop {
        let portion = portions.next(move |sql| Box::pin(unused_forms(sql, before, now)));
        let gone = portion.await?;
        purged.unused_forms += gone;
        if !is_full(gone) {
            break;
        }
    }
    let before = retention.sessions_before;
    loop {
        let gone = portions.next(move |sql| Box::pin(sessions(sql, before)));
        let gone = gone.await?;
        purged.sessions += gone;
        if !is_full(gone) {
            break;
        }
    }
    for kind in due::ended(retention, now) {
        ended(portions, kind).await?;
    }
    Ok(purged)
}

/// Counts what would be removed.
pub(super) async fn count(sql: &mut Sql<'_>, retention: Retention) -> Result<Purged, StoreError> {
    let [unverified, unfinished, handed_over] = due::of_journeys(retention).map(Into::into);
    let mut purged = Purged::default();
    let read =
        |row: &dyn decode::Row| Ok((decode::stages(row, "of a count")?, decode::count(row)?));
    let statement = AssertSqlSafe(due::count_applications());
    let values = [unverified, unfinished, handed_over];
    for (stage, applications) in sql.all(statement, &values, read).await? {
        purged.count(stage, applications);
    }
    let statement = AssertSqlSafe(due::count_unused_forms());
    let forms_before = retention.unused_forms_before.into();
    let values = [unverified, unfinished, handed_over, forms_before];
    let forms = sql.one(statement, &values, decode::count).await?;
    let values = [retention.sessions_before.into()];
    let sessions = sql.one(due::COUNT_SESSIONS, &values, decode::count).await?;
    purged.unused_forms = forms.unwrap_or_default();
    purged.sessions = sessions.unwrap_or_default();
    Ok(purged)
}

/// Applications go, their forms go where they were handed over, the removal of their photos
/// is queued and their going recorded. Gives the stages they were at.
async fn applications(
    portions: &mut dyn Portions,
    due: &str,
    retention: Retention,
    now: Moment,
) -> Result<Vec<(Stage, Option<CaseStage>)>, StoreError> {
    let mut stages = Vec::new();
    loop {
        let due = due.to_owned();
        let portion = portions.next(move |sql| {
            Box::pin(async move {
                match sql {
                    Sql::Sqlite(c) => sqlite::remove_applications(c, &due, retention, now).await,
                    Sql::Postgres(c) => {
                        postgres::remove_applications(c, &due, retention, now).await
                    }
                }
            })
        });
        let gone = portion
            .await?
            .decode(|row| decode::stages(row, "that went"))?;
        let may_be_more = is_full(wide(gone.len()));
        stages.extend(gone);
        if !may_be_more {
            return Ok(stages);
        }
    }
}

/// What is due is judged again where it is deleted: on a server others write meanwhile.
async fn unused_forms(mut sql: Sql<'_>, before: Moment, now: Moment) -> Result<u64, StoreError> {
    let statement = format!(
        "delete from forms where digest in \
         (select digest from forms where {due} limit $2) and {due}",
        due = due::UNUSED_FORMS
    );
    let mut transaction = sql.begin().await?;
    let mut sql = transaction.sql();
    let values = [before.into(), PORTION.into()];
    let gone = sql.execute(AssertSqlSafe(statement), &values).await?;
    if gone > 0 {
        let entry = Entry {
            at: now,
            act: Act::FormsDeleted(gone),
            subject: None,
            actor: Actor::System,
        };
        audit_log::record(&mut sql, &[&entry]).await?;
    }
    transaction.commit().await?;
    Ok(gone)
}

async fn sessions(mut sql: Sql<'_>, before: Moment) -> Result<u64, StoreError> {
    let statement = "delete from sessions where digest in \
         (select digest from sessions where seen_at < $1 limit $2) and seen_at < $1";
    sql.execute(statement, &[before.into(), PORTION.into()])
        .await
}

/// Removes what has ended, along the order of its table.
async fn ended(portions: &mut dyn Portions, kind: Ended) -> Result<(), StoreError> {
    let mut after = Some(String::new());
    while let Some(place) = after {
        let portion = portions.next(move |sql| {
            Box::pin(async move {
                match sql {
                    Sql::Sqlite(c) => sqlite::remove_ended(c, kind, &place).await,
                    Sql::Postgres(c) => postgres::remove_ended(c, kind, &place).await,
                }
            })
        });
        after = portion.await?;
    }
    Ok(())
}
