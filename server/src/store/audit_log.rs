//! The audit log: an inbox that acts write into, and the chain.

use super::{Entry, Sql, StoreError, postgres};

/// Puts entries into the inbox in their order.
pub(super) async fn record(sql: &mut Sql<'_>, entries: &[&Entry]) -> Result<(), StoreError> {
    if let Sql::Postgres(connection) = sql {
        return postgres::record(connection, entries).await;
    }
    let statement = "insert into audit_inbox (at, act, subject, detail) values ($1, $2, $3, $4)";
    for entry in entries {
        let detail = entry.act.detail();
        let values = [
            entry.at.into(),
            entry.act.name().into(),
            entry.subject().into(),
            detail.as_str().into(),
        ];
        sql.execute(statement, &values).await?;
    }
    Ok(())
}
