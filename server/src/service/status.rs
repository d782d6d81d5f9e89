//! The status of a submitted application, by receipt number and birth date.

use app::portal::{Status, StatusState};
use rules::form::{Field, Problem};
use rules::journey::Journey;
use rules::{BirthDate, ReceiptNumber};

use super::casework::one_problem;
use super::visiting::tried_anew;
use super::{Casework, Fault, Stop, Visiting};
use crate::seal::{Digest, Purpose};

impl Visiting {
    /// Looks an application up. Unknown numbers and wrong birth dates are told alike.
    pub(super) async fn find_status(
        &self,
        receipt: ReceiptNumber,
        birth: BirthDate,
    ) -> Result<(), Stop> {
        self.spend(&self.network_key("status"), self.service.bounds.status)
            .await?;
        // Counted by the number asked for and before it is looked for: one that
        // was never given runs out of tries like any other.
        let key = self.receipt_key(&receipt);
        self.spend(&key, self.service.bounds.birth_dates).await?;
        let not_found = || Stop::from(one_problem(Field::ReceiptNumber, Problem::StatusNotFound));
        let case = self
            .case_by_receipt(&receipt)
            .await?
            .ok_or_else(not_found)?;
        if case
            .journey
            .details()
            .is_none_or(|details| details.birth_date != birth)
        {
            return Err(not_found());
        }
        self.service.store.give_back(&key).await?;
        tried_anew(|| async {
            let mut session = self.session_or_new().await?;
            session.content.looked_up = Some(receipt.clone());
            session.content.flash = None;
            Ok(self.commit(&session, Vec::new()).await?)
        })
        .await
    }

    /// The key under which looks at a receipt number are counted.
    fn receipt_key(&self, receipt: &ReceiptNumber) -> Digest {
        let text = [b"status".as_slice(), receipt.as_str().as_bytes()].concat();
        self.service.keys.digest(Purpose::Client, &text)
    }

    async fn case_by_receipt(&self, receipt: &ReceiptNumber) -> Result<Option<Casework>, Fault> {
        let saved = self
            .service
            .store
            .journey_by_receipt(receipt.as_str())
            .await?;
        saved.map(|saved| self.service.open_case(saved)).transpose()
    }

    /// The status looked up by this browser.
    pub(super) async fn view_status(&self) -> Result<Option<Status>, Stop> {
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
