//! The outbox: what is put in, as workers see it, and as the operator sees it.

mod postgres;
mod sqlite;

use rules::Moment;
use rules::application::MailKind;
use sqlx::AssertSqlSafe;

use super::{
    Call, Entry, JobKind, Jobs, OpenJob, OpenJobs, Queued, Sql, Store, StoreError, audit_log,
    decode, records,
};
use crate::outbox::{Lease, Leased, Outcome};

/// Puts a job in.
pub(super) async fn queue(sql: &mut Sql<'_>, job: &Queued) -> Result<(), StoreError> {
    let queued_at = queued_at(sql, job).await?;
    let statement = "insert into outbox \
         (id, kind, journey, session, photo_key, secret, queued_at, due_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [
        job.id.as_str().into(),
        job.kind.name().into(),
        (&job.journey).into(),
        job.session.as_ref().map(<[u8; 32]>::as_slice).into(),
        job.photo_key.as_deref().into(),
        job.secret.as_deref().into(),
        queued_at.into(),
        job.due_at.into(),
    ];
    sql.execute(statement, &values).await?;
    Ok(())
}

/// When a job is said to be queued: of the links of an application, and of the device codes that a
/// browser asks for, in one second each one a second after the one before, so that it is known
/// which is the newest.
async fn queued_at(sql: &mut Sql<'_>, job: &Queued) -> Result<Moment, StoreError> {
    // Of those made and those that wait to be mailed.
    let link = "select max(asked_at) as number from \
         (select asked_at from links where journey = $1 union all \
         select queued_at from outbox where outcome is null and kind = 'link' and journey = $1) \
         as asked";
    let code = "select max(asked_at) as number from \
         (select asked_at from codes where session = $1 and journey = $2 union all \
         select queued_at from outbox where outcome is null and session = $1 and journey = $2) \
         as asked";
    let journey = (&job.journey).into();
    let newest = match (job.kind, &job.session) {
        (JobKind::Mail(MailKind::Link), _) => {
            sql.one(link, &[journey], decode::number_if_any).await?
        }
        (_, Some(session)) => {
            let values = [session.into(), journey];
            sql.one(code, &values, decode::number_if_any).await?
        }
        (_, None) => None,
    };
    let after_it = newest.flatten().map(|asked_at| Moment(asked_at + 1));
    Ok(after_it.map_or(job.queued_at, |next| job.queued_at.max(next)))
}

async fn lease(
    sql: &mut Sql<'_>,
    jobs: Jobs,
    lease: Lease,
) -> Result<Vec<Leased<Queued>>, StoreError> {
    let statement = match sql {
        Sql::Sqlite(_) => sqlite::lease(jobs),
        Sql::Postgres(_) => postgres::lease(jobs),
    };
    let values = [lease.until.into(), lease.now.into(), lease.at_most.into()];
    let read = |row: &dyn decode::Row| Ok(decode::leased(row));
    let rows = sql.all(AssertSqlSafe(statement), &values, read).await?;
    // A row that contradicts the types keeps nobody else's mail waiting.
    let leased = rows.into_iter().inspect(|read| {
        if let Err(error) = read {
            tracing::error!(%error, "outbox.lease");
        }
    });
    Ok(leased.filter_map(Result::ok).collect())
}

async fn settle(
    sql: &mut Sql<'_>,
    id: &str,
    outcome: &Outcome,
    entry: Option<&Entry>,
) -> Result<(), StoreError> {
    if let Sql::Postgres(connection) = sql {
        return postgres::settle(connection, id, outcome, entry).await;
    }
    let (name, due_at, reason) = records::columns(outcome);
    let statement = "update outbox set outcome = $2, due_at = coalesce($3, due_at), \
         leased_until = 0, tries = tries + 1, reason = $4, \
         secret = case when $2 is null then secret end where id = $1 and outcome is null";
    let values = [id.into(), name.into(), due_at.into(), reason.into()];
    let settled = sql.execute(statement, &values).await?;
    match entry {
        Some(entry) if settled == 1 => audit_log::record(sql, &[entry]).await,
        _ => Ok(()),
    }
}

impl dyn Store + '_ {
    /// Leases due jobs until a moment; a lease that runs out is leased again.
    pub async fn lease(&self, jobs: Jobs, due: Lease) -> Result<Vec<Leased<Queued>>, StoreError> {
        self.change("lease", move |mut sql| {
            Box::pin(async move { lease(&mut sql, jobs, due).await })
        })
        .await
    }

    /// Gives a job that is not settled a secret, unless it has one, and returns what it has;
    /// none for a job that is settled or gone.
    pub async fn give_secret(
        &self,
        id: &str,
        secret: Vec<u8>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let id = id.to_owned();
        self.change("give_secret", move |mut sql| {
            Box::pin(async move {
                let statement = "update outbox set secret = coalesce(secret, $2) \
                     where id = $1 and outcome is null returning secret";
                let values = [id.as_str().into(), secret.as_slice().into()];
                sql.one(statement, &values, |row| Ok(row.bytes("secret")?))
                    .await
            })
        })
        .await
    }

    /// Settles a leased job, whose secret goes unless it is to be tried again. The entry is
    /// written with it, if the job was not settled before.
    pub async fn settle(
        &self,
        id: &str,
        outcome: Outcome,
        entry: Option<Entry>,
    ) -> Result<(), StoreError> {
        let id = id.to_owned();
        self.change("settle", move |mut sql| {
            Box::pin(async move { settle(&mut sql, &id, &outcome, entry.as_ref()).await })
        })
        .await
    }

    /// The jobs that wait or were given up, the oldest first.
    pub async fn open_jobs(&self, at_most: u32) -> Result<Vec<OpenJob>, StoreError> {
        let statement = "select id, kind, outcome, tries, queued_at, due_at, reason from outbox \
             where outcome is null or outcome = 'failed' order by queued_at, id limit $1";
        let values = [at_most.into()];
        self.all("open_jobs", statement, &values, decode::open_job)
            .await
    }

    /// Counts open jobs by kind; kinds with none are omitted.
    pub async fn count_open_jobs(&self) -> Result<Vec<OpenJobs>, StoreError> {
        let statement = "select kind, outcome, count(*) as count, min(due_at) as due_at \
             from outbox where outcome is null or outcome = 'failed' group by kind, outcome";
        self.all("count_open_jobs", statement, &[], decode::open_jobs)
            .await
    }

    /// Puts a mail that was given up back to be tried from now on, or all of them, without the
    /// secrets they had. Returns how many.
    pub async fn put_back(&self, id: Option<&str>, now: Moment) -> Result<u64, StoreError> {
        let id = id.map(str::to_owned);
        self.change(Call::on_many_rows("put_back"), move |mut sql| {
            Box::pin(async move {
                let statement = "update outbox set outcome = null, due_at = $2, \
                     leased_until = 0, tries = 0, secret = null where outcome = 'failed' \
                     and kind <> 'discard_photo' and id = coalesce($1, id)";
                sql.execute(statement, &[id.as_deref().into(), now.into()])
                    .await
            })
        })
        .await
    }

    /// Marks a mail as given up that came back after a server had taken it. Returns whether
    /// there is such a mail.
    pub async fn bounce(&self, id: &str, reason: &str) -> Result<bool, StoreError> {
        let (id, reason) = (id.to_owned(), reason.to_owned());
        self.change("bounce", move |mut sql| {
            Box::pin(async move {
                let statement = "update outbox set outcome = 'failed', reason = $2, \
                     secret = null where id = $1 and kind <> 'discard_photo' \
                     and outcome in ('done', 'failed')";
                let values = [id.as_str().into(), reason.as_str().into()];
                Ok(sql.execute(statement, &values).await? > 0)
            })
        })
        .await
    }
}
