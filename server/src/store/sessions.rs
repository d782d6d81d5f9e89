//! Sessions of browsers.

use rules::Moment;

use super::{SavedSession, SessionDigest, Sql, Store, StoreError, decode};

pub(super) async fn keep(sql: &mut Sql<'_>, session: &SavedSession) -> Result<(), StoreError> {
    let statement = "insert into sessions (digest, version, sealed, created_at, seen_at) \
         values ($1, $2, $3, $4, $5) on conflict (digest) do update set \
         version = excluded.version, sealed = excluded.sealed, \
         created_at = excluded.created_at, seen_at = excluded.seen_at";
    let values = [
        (&session.digest).into(),
        session.version.into(),
        session.sealed.as_slice().into(),
        session.created_at.into(),
        session.seen_at.into(),
    ];
    sql.execute(statement, &values).await?;
    Ok(())
}

pub(super) async fn change(sql: &mut Sql<'_>, session: &SavedSession) -> Result<(), StoreError> {
    let statement = "update sessions set version = $2, sealed = $3, seen_at = $4 \
         where digest = $1 and version = $2 - 1";
    let values = [
        (&session.digest).into(),
        session.version.into(),
        session.sealed.as_slice().into(),
        session.seen_at.into(),
    ];
    sql.execute_on_one(statement, &values).await
}

pub(super) async fn see(
    sql: &mut Sql<'_>,
    digest: &SessionDigest,
    at: Moment,
) -> Result<(), StoreError> {
    let statement = "update sessions set seen_at = $2 where digest = $1";
    sql.execute(statement, &[digest.into(), at.into()]).await?;
    Ok(())
}

pub(super) async fn end(sql: &mut Sql<'_>, digest: &SessionDigest) -> Result<(), StoreError> {
    let statement = "delete from sessions where digest = $1";
    sql.execute(statement, &[digest.into()]).await?;
    Ok(())
}

impl dyn Store + '_ {
    /// A session.
    pub async fn session(
        &self,
        digest: &SessionDigest,
    ) -> Result<Option<SavedSession>, StoreError> {
        let statement = "select digest, version, sealed, created_at, seen_at from sessions \
             where digest = $1";
        self.one("session", statement, &[digest.into()], decode::session)
            .await
    }
}
