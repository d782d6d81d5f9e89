//! The status of a submitted application, by receipt number and birth date.

use app::portal::{Status, StatusState};
use rules::form::{Field, Problem};
use rules::journey::Journey;
use rules::{BirthDate, ReceiptNumber};

use super::casework::one_problem;
use super::forms::birth_date_key;
use super::{Casework, Fault, Stop, Visiting};

impl Visiting {
    /// Looks an application up. Unknown numbers and wrong birth dates are told alike.
    pub(super) async fn find_status(&self, receipt: ReceiptNumber, birth: BirthDate) -> Result<(), Stop> {
        self.spend(&self.network_key("status"), self.service.bounds.status).await?;
        let not_found = || Stop::from(one_problem(Field::ReceiptNumber, Problem::StatusNotFound));
        let case = self.case_by_receipt(&receipt).await?.ok_or_else(not_found)?;
        let key = birth_date_key(&self.service.keys, &case.saved.form_digest);
        self.spend(&key, self.service.bounds.birth_dates).await?;
        if case.journey.details().is_none_or(|details| details.birth_date != birth) {
            return Err(not_found());
        }
        self.service.store.give_back(&key).await?;
        let mut session = self.session_or_new().await?;
        session.content.looked_up = Some(receipt);
        session.content.flash = None;
        Ok(self.commit(&session, Vec::new()).await?)
    }

    async fn case_by_receipt(&self, receipt: &ReceiptNumber) -> Result<Option<Casework>, Fault> {
        let saved = self.service.store.journey_by_receipt(receipt.as_str()).await?;
        saved.map(|saved| self.service.open_case(saved)).transpose()
    }

    /// The status looked up by this browser.
    pub(super) async fn view_status(&self) -> Result<Option<Status>, Stop> {
        let Some(session) = self.session().await? else { return Ok(None) };
        let Some(receipt) = session.content.looked_up else { return Ok(None) };
        Ok(match self.case_by_receipt(&receipt).await?.map(|case| case.journey) {
            Some(Journey::Submitted { receipt, at, .. }) => {
                Some(Status { receipt, submitted_at: at, state: StatusState::Received })
            }
            _ => None,
        })
    }
}
