//! Mailed links: of each application only the newest is in force.

use super::{SavedLink, Sql, Store, StoreError, decode};
use crate::seal::Digest;

pub(super) async fn make(sql: &mut Sql<'_>, link: &SavedLink) -> Result<(), StoreError> {
    let journey = (&link.journey).into();
    // Of two links made at once each would otherwise not see the other, and both would live.
    let lock = "select 1 from journeys where id = $1 for no key update";
    sql.lock(lock, &[journey]).await?;
    let end_others = "update links set ended = 1 where journey = $1 and digest <> $2";
    let digest = (&link.digest).into();
    sql.execute(end_others, &[journey, digest]).await?;
    let insert = "insert into links (digest, journey, until) values ($1, $2, $3) \
         on conflict (digest) do update set until = excluded.until where links.ended = 0";
    sql.execute_on_one(insert, &[digest, journey, link.until.into()])
        .await
}

pub(super) async fn end(sql: &mut Sql<'_>, digest: &Digest) -> Result<(), StoreError> {
    let statement = "update links set ended = 1 where digest = $1 and ended = 0";
    sql.execute_on_one(statement, &[digest.into()]).await
}

impl dyn Store + '_ {
    /// A link.
    pub async fn link(&self, digest: &Digest) -> Result<Option<SavedLink>, StoreError> {
        let statement = "select digest, journey, until, ended from links where digest = $1";
        self.one("link", statement, &[digest.into()], decode::link)
            .await
    }
}
