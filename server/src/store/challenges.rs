//! Captchas. What is asked for is judged in the statement that counts or uses
//! it up, so that a race changes nothing.

use super::{PICTURES_OF_A_SESSION, SavedChallenge, SessionDigest, Sql, Store, StoreError, decode};

pub(super) async fn keep(sql: &mut Sql<'_>, challenge: &SavedChallenge) -> Result<(), StoreError> {
    let session = (&challenge.session).into();
    // Two pages of one session wait for each other, so that the later one sees what the
    // first has left.
    let lock = "select 1 from sessions where digest = $1 for update";
    sql.lock(lock, &[session]).await?;
    let insert = "insert into challenges (id, session, sealed, until) values ($1, $2, $3, $4)";
    let id = challenge.id.as_str().into();
    let values = [
        id,
        session,
        challenge.sealed.as_slice().into(),
        challenge.until.into(),
    ];
    sql.execute(insert, &values).await?;
    let delete = "delete from challenges where session = $1 and id <> $2 and (used = 1 \
         or id not in (select id from challenges where session = $1 and id <> $2 and used = 0 \
         order by until desc limit $3))";
    let values = [session, id, (PICTURES_OF_A_SESSION - 1).into()];
    sql.execute(delete, &values).await?;
    Ok(())
}

impl dyn Store + '_ {
    /// Counts a drawing of a captcha, then returns it; nothing when it is used
    /// up, is not this session's, or was drawn so often before.
    pub async fn draw_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
        at_most: u32,
    ) -> Result<Option<SavedChallenge>, StoreError> {
        let (id, session) = (id.to_owned(), *session);
        self.change("draw_challenge", move |mut sql| {
            Box::pin(async move {
                let statement = "update challenges set drawn = drawn + 1 \
                     where id = $1 and session = $2 and used = 0 and drawn < $3 \
                     returning id, session, sealed, until";
                let values = [id.as_str().into(), (&session).into(), at_most.into()];
                sql.one(statement, &values, decode::challenge).await
            })
        })
        .await
    }

    /// Uses a captcha of this session up and returns it: the first caller only.
    pub async fn use_challenge(
        &self,
        id: &str,
        session: &SessionDigest,
    ) -> Result<Option<SavedChallenge>, StoreError> {
        let (id, session) = (id.to_owned(), *session);
        self.change("use_challenge", move |mut sql| {
            Box::pin(async move {
                let statement = "update challenges set used = 1 \
                     where id = $1 and session = $2 and used = 0 \
                     returning id, session, sealed, until";
                let values = [id.as_str().into(), (&session).into()];
                sql.one(statement, &values, decode::challenge).await
            })
        })
        .await
    }
}
