//! ⑧ The review, sent in.

use app::applicant::portal::SubmitStep;
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::ReceiptNumber;
use rules::application::{Access, Event, Journey, Page};

use super::retry::tried_anew;
use super::session::Session;
use super::standing::Standing;
use crate::service::{ApplicantRequest, LoadedApplication, Stop};

#[async_trait]
impl SubmitStep for ApplicantRequest {
    /// Once: double clicks, repeats and two tabs come to the same receipt.
    async fn submit(&self, seen: i64) -> Result<Page, Refusal> {
        // Loaded once: after the first click the old name's session holds less.
        let session = self.known_session().await?;
        let page = tried_anew(|| async {
            let case = self.reviewed(&session, seen).await?;
            self.write_submission(session.clone(), case).await
        });
        Ok(page.await?)
    }
}

impl ApplicantRequest {
    /// The application as it was looked at, or as it was sent in meanwhile.
    async fn reviewed(&self, session: &Session, seen: i64) -> Result<LoadedApplication, Stop> {
        let standing = self.standing(&session.content).await?;
        let is_submitted = matches!(standing.journey(), Journey::Submitted { .. });
        if !is_submitted {
            standing.admit(Page::Review)?;
        }
        let Standing::Case(case, Access::Trusted) = standing else {
            return Err(Refusal::Elsewhere(standing.journey().page()).into());
        };
        if case.saved.version != seen && !is_submitted {
            return Err(Refusal::Changed.into());
        }
        Ok(*case)
    }

    async fn write_submission(
        &self,
        mut session: Session,
        case: LoadedApplication,
    ) -> Result<Page, Stop> {
        let receipt = ReceiptNumber::from_random(self.service.random.bytes()?);
        let id = case.saved.id.clone();
        let (next, mut writes) = self.advance(case, Event::Submitted(receipt))?;
        writes.push(self.retire(&mut session)?);
        Self::tie(&mut session, id, Access::Trusted);
        self.commit(&session, writes).await?;
        // What the browser has seen of the application is of no more use to who comes after.
        self.visitor.forget_copies();
        Ok(next.page())
    }
}
