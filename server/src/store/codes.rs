//! Device codes: at most one for a browser and an application.

use rules::Moment;

use super::{JourneyId, SavedCode, SessionDigest, Sql, Store, StoreError, decode};

/// The same mail tried again keeps its tries; one asked for before that of the code in force
/// comes too late. Of two asked for by two processes at once it is settled by their names.
pub(super) async fn make(sql: &mut Sql<'_>, code: &SavedCode) -> Result<(), StoreError> {
    let statement = "insert into codes (session, journey, digest, until, mail, asked_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (session, journey) do update set \
         tries = case when codes.digest = excluded.digest then codes.tries else 0 end, \
         digest = excluded.digest, until = excluded.until, mail = excluded.mail, \
         asked_at = excluded.asked_at \
         where (codes.asked_at, codes.mail) <= (excluded.asked_at, excluded.mail)";
    let values = [
        (&code.session).into(),
        (&code.journey).into(),
        (&code.digest).into(),
        code.until.into(),
        code.mail.as_str().into(),
        code.asked_at.into(),
    ];
    sql.execute_on_one(statement, &values).await
}

pub(super) async fn end(
    sql: &mut Sql<'_>,
    session: &SessionDigest,
    journey: &JourneyId,
) -> Result<(), StoreError> {
    let statement = "delete from codes where session = $1 and journey = $2";
    sql.execute_on_one(statement, &[session.into(), journey.into()])
        .await
}

impl dyn Store + '_ {
    /// Counts a try at a device code, then returns it; nothing when the browser
    /// has none, it is too old, or `at_most` tries were counted before.
    pub async fn try_code(
        &self,
        session: &SessionDigest,
        journey: &JourneyId,
        now: Moment,
        at_most: u32,
    ) -> Result<Option<SavedCode>, StoreError> {
        let (session, journey) = (*session, journey.clone());
        self.change("try_code", move |mut sql| {
            Box::pin(async move {
                let statement = "update codes set tries = tries + 1 \
                     where session = $1 and journey = $2 and until > $3 and tries < $4 \
                     returning session, journey, digest, until, mail, asked_at";
                let values = [
                    (&session).into(),
                    (&journey).into(),
                    now.into(),
                    at_most.into(),
                ];
                sql.one(statement, &values, decode::code).await
            })
        })
        .await
    }
}
