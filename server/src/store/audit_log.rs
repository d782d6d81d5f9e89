//! The audit log: an inbox that acts write into, and the chain.

mod postgres;

use super::chain::{Loose, checkpoint};
use super::{Chained, ChainedNow, Chaining, Entry, Head, Sql, Store, StoreError, decode};

/// Seconds of a day.
const DAY_SECONDS: i64 = 24 * 60 * 60;
/// The lock of the process that chains; any number of our own.
const CHAINER: i64 = 0x7368_696e_7365_6902;
/// The last entry of the chain.
const HEAD: &str = "select number, hash from audit order by number desc limit 1";

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select number, place, at, act, subject, detail, actor, through, hash from audit ",
            $rest
        )
    };
}

/// Puts entries into the inbox in their order.
pub(super) async fn record(sql: &mut Sql<'_>, entries: &[&Entry]) -> Result<(), StoreError> {
    if let Sql::Postgres(connection) = sql {
        return postgres::record(connection, entries).await;
    }
    let statement = "insert into audit_inbox (at, act, subject, detail, actor) \
         values ($1, $2, $3, $4, $5)";
    for entry in entries {
        let (detail, actor) = (entry.act.detail(), entry.actor.to_string());
        let values = [
            entry.at.into(),
            entry.act.name().into(),
            entry.subject().into(),
            detail.as_str().into(),
            actor.as_str().into(),
        ];
        sql.execute(statement, &values).await?;
    }
    Ok(())
}

/// Chains these behind the head, and takes them out of the inbox.
async fn append(sql: &mut Sql<'_>, head: &mut Head, loose: Vec<Loose>) -> Result<u32, StoreError> {
    let entries: Vec<Chained> = loose.into_iter().map(|one| head.chain(one)).collect();
    match sql {
        Sql::Postgres(connection) => postgres::append(connection, &entries).await?,
        Sql::Sqlite(_) => {
            for entry in &entries {
                append_one(sql, entry).await?;
            }
        }
    }
    Ok(u32::try_from(entries.len()).unwrap_or(u32::MAX))
}

async fn append_one(sql: &mut Sql<'_>, entry: &Chained) -> Result<(), StoreError> {
    let insert = "insert into audit (number, place, at, act, subject, detail, through, hash, actor) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let values = [
        entry.number.into(),
        entry.place.into(),
        entry.at.into(),
        entry.act.as_str().into(),
        entry.subject.as_str().into(),
        entry.detail.as_str().into(),
        entry.through.into(),
        (&entry.hash).into(),
        entry.actor.as_deref().into(),
    ];
    sql.execute(insert, &values).await?;
    if let Some(place) = entry.place {
        let delete = "delete from audit_inbox where place = $1";
        sql.execute(delete, &[place.into()]).await?;
    }
    Ok(())
}

/// Removes old entries behind a checkpoint, a day's together.
async fn remove_old(
    sql: &mut Sql<'_>,
    chaining: Chaining,
    head: &mut Head,
) -> Result<u64, StoreError> {
    let old = chaining.old_before;
    let statement = "select number, hash from audit \
         where exists (select 1 from audit where at < $1) and number < coalesce( \
             (select min(number) from audit where at >= $2), (select max(number) + 1 from audit)) \
         and number < (select min(number) from audit) + $3 \
         order by number desc limit 1";
    let values = [
        old.plus(-DAY_SECONDS).into(),
        old.into(),
        chaining.removed_at_most.into(),
    ];
    let Some(last) = sql.one(statement, &values, decode::head).await? else {
        return Ok(0);
    };
    append(sql, head, vec![checkpoint(last, chaining)]).await?;
    let delete = "delete from audit where number <= $1";
    sql.execute(delete, &[last.number.into()]).await
}

/// Numbers and chains what lies in the inbox.
async fn chain(sql: &mut Sql<'_>, chaining: Chaining) -> Result<ChainedNow, StoreError> {
    // Read after the lock was given, so it is what the process before has committed.
    let head = sql.one(HEAD, &[], decode::head).await?;
    let mut head = head.unwrap_or(Head::NONE);
    let removed = remove_old(sql, chaining, &mut head).await?;
    let statement =
        "select place, at, act, subject, detail, actor from audit_inbox order by place limit $1";
    let waiting = sql
        .all(statement, &[chaining.at_most.into()], decode::loose)
        .await?;
    let added = append(sql, &mut head, waiting).await?;
    Ok(ChainedNow {
        added,
        removed,
        head,
    })
}

impl dyn Store + '_ {
    /// Numbers and chains what was recorded, in the order it was recorded; none while
    /// another process does the same.
    pub async fn chain(&self, chaining: Chaining) -> Result<Option<ChainedNow>, StoreError> {
        self.change("chain", move |mut sql| {
            Box::pin(async move {
                let mut transaction = sql.begin().await?;
                if !transaction.sql().is_alone(CHAINER).await? {
                    return Ok(None);
                }
                let chained = chain(&mut transaction.sql(), chaining).await?;
                transaction.commit().await?;
                Ok(Some(chained))
            })
        })
        .await
    }

    /// Entries of the chain behind this number.
    pub async fn audit(&self, after: i64, at_most: u32) -> Result<Vec<Chained>, StoreError> {
        let statement = select!("where number > $1 order by number limit $2");
        let values = [after.into(), at_most.into()];
        self.all("audit", statement, &values, decode::chained).await
    }

    /// The checkpoint that lets the entries up to this number go, and no others.
    pub async fn checkpoint(&self, through: i64) -> Result<Option<Chained>, StoreError> {
        let statement = select!("where through = $1 order by number desc limit 1");
        self.one("checkpoint", statement, &[through.into()], decode::chained)
            .await
    }

    /// The last entry of the chain.
    pub async fn audit_head(&self) -> Result<Head, StoreError> {
        let head = self.one("audit_head", HEAD, &[], decode::head).await?;
        Ok(head.unwrap_or(Head::NONE))
    }

    /// How many entries were recorded and not chained yet.
    pub async fn audit_waiting(&self) -> Result<u64, StoreError> {
        let statement = "select count(*) as number from audit_inbox";
        let count = self.one("audit_waiting", statement, &[], decode::count);
        Ok(count.await?.unwrap_or_default())
    }
}
