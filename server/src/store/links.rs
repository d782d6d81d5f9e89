//! Mailed links: of each application only the newest for each purpose is in force.

use super::{SavedLink, Sql, Store, StoreError, decode};
use crate::seal::Digest;

/// One of a mail that was asked for before that of the link in force comes too late.
pub(super) async fn make(sql: &mut Sql<'_>, link: &SavedLink) -> Result<(), StoreError> {
    let (journey, digest) = ((&link.journey).into(), (&link.digest).into());
    let (asked_at, mail) = (link.asked_at.into(), link.mail.as_str().into());
    // Of two links made at once each would otherwise not see the other, and both would live.
    let lock = "select 1 from journeys where id = $1 for no key update";
    sql.lock(lock, &[journey]).await?;
    let later = "select 1 from links where journey = $1 and digest <> $2 \
         and purpose = $5 and (asked_at, mail) > ($3, $4)";
    let purpose = link.purpose.name().into();
    let values = [journey, digest, asked_at, mail, purpose];
    if sql.one(later, &values, |_| Ok(())).await?.is_some() {
        return Err(StoreError::Conflict);
    }
    let end_others =
        "update links set ended = 1 where journey = $1 and digest <> $2 and purpose = $3";
    sql.execute(end_others, &[journey, digest, purpose]).await?;
    let insert = "insert into links (digest, journey, until, mail, asked_at, purpose) \
         values ($1, $2, $3, $4, $5, $6) on conflict (digest) do update set \
         until = excluded.until, mail = excluded.mail, asked_at = excluded.asked_at \
         where links.ended = 0";
    let values = [digest, journey, link.until.into(), mail, asked_at, purpose];
    sql.execute_on_one(insert, &values).await
}

impl dyn Store + '_ {
    /// A link.
    pub async fn link(&self, digest: &Digest) -> Result<Option<SavedLink>, StoreError> {
        let statement = "select digest, journey, until, ended, mail, asked_at, purpose from links \
             where digest = $1";
        self.one("link", statement, &[digest.into()], decode::link)
            .await
    }
}
