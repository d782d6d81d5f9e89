//! ⑧ The review, sent in.

use app::refusal::Refusal;
use rules::ReceiptNumber;
use rules::application::{Access, ApplicantEvent, Journey, Page};

use super::request::{Session, Standing};
use crate::service::{ApplicantRequest, Fault, LoadedApplication, Stop};
use crate::store::StoreError;

/// How often a submission is tried when two tabs send it in at once.
const SUBMIT_TRIES: u32 = 3;

impl ApplicantRequest {
    /// Sends the application in, once: double clicks, repeats and two tabs
    /// come to the same receipt. `seen` is the version the applicant looked at.
    pub(in crate::service) async fn send_in(&self, seen: i64) -> Result<Page, Stop> {
        let mut session = self.known_session().await?;
        for _ in 0..SUBMIT_TRIES {
            let standing = self.standing(&session.content).await?;
            if !matches!(standing.journey(), Journey::Submitted { .. }) {
                standing.admit(Page::Review)?;
            }
            let Standing::Case(case, Access::Trusted) = standing else {
                return Err(Refusal::Elsewhere(standing.journey().page()).into());
            };
            if case.saved.version != seen && !matches!(case.journey, Journey::Submitted { .. }) {
                return Err(Refusal::Changed.into());
            }
            match self.write_submission(&mut session, *case).await {
                Err(Fault::Store(StoreError::Conflict)) => {}
                Err(fault) => return Err(fault.into()),
                Ok(done) => return done,
            }
        }
        Err(Refusal::Changed.into())
    }

    async fn write_submission(
        &self,
        session: &mut Session,
        case: LoadedApplication,
    ) -> Result<Result<Page, Stop>, Fault> {
        let receipt = ReceiptNumber::from_random(self.service.random.bytes()?);
        let id = case.saved.id.clone();
        let (next, mut writes) = match self.advance(case, ApplicantEvent::Submitted(receipt)) {
            Ok(moved) => moved,
            Err(stop) => return Ok(Err(stop)),
        };
        let mut renamed = Session {
            token: session.token.clone(),
            created_at: session.created_at,
            version: session.version,
            content: session.content.clone(),
        };
        writes.push(self.retire(&mut renamed)?);
        Self::tie(&mut renamed, id, Access::Trusted);
        self.commit(&renamed, writes).await?;
        // What the browser has seen of the application is of no more use to who comes after.
        self.visitor.forget_copies();
        Ok(Ok(next.page()))
    }
}
