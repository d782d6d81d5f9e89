//! The status of a submitted application, by receipt number and birth date.

use app::applicant::portal::{Status, StatusState, StatusStep};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::application::Journey;
use rules::form::{Field, Problem};
use rules::{BirthDate, ReceiptNumber};

use super::advance::one_problem;
use super::allowances::Counted;
use super::retry::tried_anew;
use crate::seal::Purpose;
use crate::service::{ApplicantRequest, Fault, LoadedApplication, Stop};
use crate::store::{Act, Allowance, FormTry};

/// Looks that are recorded of one network: ten at once, then one each six minutes.
const ENTRIES: Allowance = Allowance {
    burst: 10,
    seconds: 360,
};

#[async_trait]
impl StatusStep for ApplicantRequest {
    /// Unknown numbers, wrong birth dates and forms that were tried too often are told alike.
    async fn look_up(&self, receipt: ReceiptNumber, birth_date: BirthDate) -> Result<(), Refusal> {
        self.spend_network("status", self.service.bounds.status)
            .await?;
        let counted = [self.receipt_count(&receipt)];
        let looked = self.allowed(&counted, self.shows_status(&receipt, birth_date));
        if looked.await?.found().is_none() {
            return Err(one_problem(Field::ReceiptNumber, Problem::StatusNotFound));
        }
        Ok(tried_anew(|| async {
            let mut session = self.session_or_new().await?;
            session.content.looked_up = Some(receipt.clone());
            session.content.flash = None;
            Ok(self.commit(&session, Vec::new()).await?)
        })
        .await?)
    }

    async fn status(&self) -> Result<Option<Status>, Refusal> {
        let Some(session) = self.session().await? else {
            return Ok(None);
        };
        let Some(receipt) = session.content.looked_up else {
            return Ok(None);
        };
        Ok(
            match self
                .case_by_receipt(&receipt)
                .await?
                .map(|case| case.journey)
            {
                Some(Journey::Submitted { receipt, at, .. }) => Some(Status {
                    receipt,
                    submitted_at: at,
                    state: StatusState::Received,
                }),
                _ => None,
            },
        )
    }
}

impl ApplicantRequest {
    /// Looks are counted by the number asked for and before it is looked for: one that
    /// was never given runs out of tries like any other.
    fn receipt_count(&self, receipt: &ReceiptNumber) -> Counted {
        let text = [b"status".as_slice(), receipt.as_str().as_bytes()].concat();
        Counted {
            key: self.service.keys.digest(Purpose::Client, &text),
            allowance: self.service.bounds.birth_dates,
        }
    }

    /// Whether number and birth date belong together. A look counts as a try at the birth
    /// date of the form, and the database is asked the same when there is none.
    async fn shows_status(
        &self,
        receipt: &ReceiptNumber,
        birth: BirthDate,
    ) -> Result<Option<()>, Stop> {
        let (store, bounds) = (&self.service.store, &self.service.bounds);
        let case = self.case_by_receipt(receipt).await?;
        let form = case.as_ref().map_or_else(
            || self.receipt_count(receipt).key,
            |case| case.saved.form_digest,
        );
        let is_locked = store.try_form(&form, bounds.birth_dates_in_all).await? == FormTry::Locked;
        let details = case.as_ref().and_then(|case| case.journey.details());
        let is_right = details.is_some_and(|details| details.birth_date == birth) && !is_locked;
        if is_right {
            store.untry_form(&form).await?;
        }
        let act = if is_right {
            Act::StatusShown
        } else {
            Act::StatusWrong
        };
        let subject = case.as_ref().map(|case| &case.saved.id);
        // Made-up numbers are without number: what is recorded is bounded by the asker.
        let entries = self.networks("status entry", ENTRIES);
        self.record_within(&entries, act, subject).await?;
        Ok(is_right.then_some(()))
    }

    async fn case_by_receipt(
        &self,
        receipt: &ReceiptNumber,
    ) -> Result<Option<LoadedApplication>, Fault> {
        let saved = self
            .service
            .store
            .journey_by_receipt(receipt.as_str())
            .await?;
        saved.map(|saved| self.service.open_case(saved)).transpose()
    }
}
