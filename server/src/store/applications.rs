//! Applications, from the registration of an address on.

use rules::Moment;
use rules::application::CaseStage;
use sqlx::AssertSqlSafe;

use super::stages::{cases, sent_in};
use super::value::Value;
use super::{JourneyId, SavedJourney, Sql, Store, StoreError, Submission, SubmissionPage, decode};
use crate::seal::Digest;

/// The columns of [`decode::journey`]. They are named one by one: a server refuses a process
/// that goes on while a newer one adds a column the answer to `select *`.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, version, stage, form_digest, wrapped_key, sealed, photo_key, receipt, \
             created_at, changed_at, submitted_at, case_stage, decided_at, handed_over_at \
             from journeys ",
            $rest
        )
    };
}

pub(super) async fn open(sql: &mut Sql<'_>, journey: &SavedJourney) -> Result<(), StoreError> {
    let statement = "insert into journeys (id, version, stage, form_digest, wrapped_key, sealed, \
         photo_key, receipt, created_at, changed_at, submitted_at, case_stage, decided_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let [submitted_at, case_stage, decided_at] = of_case(journey);
    let values = [
        (&journey.id).into(),
        journey.version.into(),
        journey.stage.into(),
        (&journey.form_digest).into(),
        journey.wrapped_key.as_slice().into(),
        journey.sealed.as_slice().into(),
        journey.photo_key.as_deref().into(),
        journey.receipt.as_deref().into(),
        journey.created_at.into(),
        journey.changed_at.into(),
        submitted_at,
        case_stage,
        decided_at,
    ];
    sql.execute(statement, &values).await?;
    Ok(())
}

pub(super) async fn change(sql: &mut Sql<'_>, journey: &SavedJourney) -> Result<(), StoreError> {
    let statement = "update journeys set version = $2, stage = $3, sealed = $4, photo_key = $5, \
         receipt = $6, changed_at = $7, submitted_at = $8, case_stage = $9, decided_at = $10 \
         where id = $1 and version = $2 - 1";
    let [submitted_at, case_stage, decided_at] = of_case(journey);
    let values = [
        (&journey.id).into(),
        journey.version.into(),
        journey.stage.into(),
        journey.sealed.as_slice().into(),
        journey.photo_key.as_deref().into(),
        journey.receipt.as_deref().into(),
        journey.changed_at.into(),
        submitted_at,
        case_stage,
        decided_at,
    ];
    let changed = sql.execute_on_one(statement, &values).await;
    changed.map_err(submitted_already)
}

/// The columns that are filled once it was sent in, but for the hand-over.
fn of_case(journey: &SavedJourney) -> [Value<'_>; 3] {
    let case = journey.case.as_ref();
    [
        case.map(|case| case.submitted_at.0).into(),
        case.map(|case| case.stage.name()).into(),
        case.and_then(|case| case.decided_at).map(|at| at.0).into(),
    ]
}

/// The index that allows one submission for each form has an error of its own. A server names
/// the index, a file the column.
fn submitted_already(error: StoreError) -> StoreError {
    let StoreError::Database(sqlx::Error::Database(refusal)) = &error else {
        return error;
    };
    let is_of_the_index = refusal.constraint() == Some("journeys_one_submission")
        || refusal.message().contains("journeys.form_digest");
    if is_of_the_index {
        StoreError::SubmittedAlready
    } else {
        error
    }
}

pub(super) async fn hand_over(
    sql: &mut Sql<'_>,
    journey: &JourneyId,
    at: Moment,
) -> Result<(), StoreError> {
    let open = cases(|stage| stage.awaits_hand_over() || stage == CaseStage::HandedOver);
    let statement = format!(
        "update journeys set case_stage = '{handed_over}', \
         handed_over_at = coalesce(handed_over_at, \
         case when submitted_at < $2 then $2 else submitted_at end) \
         where id = $1 and {sent_in} and case_stage in ({open})",
        handed_over = CaseStage::HandedOver.name(),
        sent_in = sent_in!(),
    );
    let values = [journey.into(), at.into()];
    sql.execute_on_one(AssertSqlSafe(statement), &values).await
}

impl dyn Store + '_ {
    /// An application.
    pub async fn journey(&self, id: &JourneyId) -> Result<Option<SavedJourney>, StoreError> {
        let statement = select!("where id = $1");
        self.one("journey", statement, &[id.into()], decode::journey)
            .await
    }

    /// The submitted application with this receipt number.
    pub async fn journey_by_receipt(
        &self,
        receipt: &str,
    ) -> Result<Option<SavedJourney>, StoreError> {
        let (statement, values) = (select!("where receipt = $1"), [receipt.into()]);
        self.one("journey_by_receipt", statement, &values, decode::journey)
            .await
    }

    /// Applications after this one, in the order of their keys; from the first on after
    /// the empty text.
    pub async fn journeys_after(
        &self,
        after: &str,
        at_most: u32,
    ) -> Result<Vec<SavedJourney>, StoreError> {
        let statement = select!("where id > $1 order by id limit $2");
        let values = [after.into(), at_most.into()];
        self.all("journeys_after", statement, &values, decode::journey)
            .await
    }

    /// Applications that were sent in, in the order they came.
    pub async fn submissions(
        &self,
        page: SubmissionPage<'_>,
    ) -> Result<Vec<Submission>, StoreError> {
        let (submitted_at, receipt) = page.begin();
        // Two statements, so that each finds an index of its own.
        let which = if page.is_waiting {
            let waiting = cases(CaseStage::awaits_hand_over);
            format!("and handed_over_at is null and case_stage in ({waiting}) ")
        } else {
            String::new()
        };
        let statement = format!(
            "select id, receipt, submitted_at, handed_over_at from journeys \
             where {sent_in} {which}and (submitted_at, receipt) > ($1, $2) \
             order by submitted_at, receipt limit $3",
            sent_in = sent_in!(),
        );
        let statement = AssertSqlSafe(statement);
        let values = [submitted_at.into(), receipt.into(), page.at_most.into()];
        self.all("submissions", statement, &values, decode::submission)
            .await
    }

    /// Whether an application with this form was sent in and holds it still.
    pub async fn is_submitted(&self, form: &Digest) -> Result<bool, StoreError> {
        let free = cases(CaseStage::frees_form);
        let statement = format!(
            "select 1 from journeys where form_digest = $1 and {sent_in} \
             and case_stage not in ({free})",
            sent_in = sent_in!(),
        );
        let (statement, values) = (AssertSqlSafe(statement), [form.into()]);
        let found = self.one("is_submitted", statement, &values, |_| Ok(()));
        Ok(found.await?.is_some())
    }

    /// Whether any application refers to this photo.
    pub async fn is_photo_known(&self, key: &str) -> Result<bool, StoreError> {
        let statement = "select 1 from journeys where photo_key = $1";
        let values = [key.into()];
        let found = self.one("is_photo_known", statement, &values, |_| Ok(()));
        Ok(found.await?.is_some())
    }
}
