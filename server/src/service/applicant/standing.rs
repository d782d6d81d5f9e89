//! Where an application stands as one browser may see it.

use app::refusal::Refusal;
use rules::application::{Access, Admission, Journey, Page, admit};

use super::session::{Session, SessionContent};
use crate::service::{ApplicantRequest, Fault, LoadedApplication, Stop};

/// The state of the journey as this browser may see it.
#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "one lives for the time of a request; what is large is moved, not copied"
)]
pub(in crate::service) enum Standing {
    /// Before the registration: in the session only.
    Draft(Journey),
    /// After it: an application, and what the browser may do with it.
    Case(Box<LoadedApplication>, Access),
}

impl Standing {
    pub(in crate::service) fn journey(&self) -> &Journey {
        match self {
            Self::Draft(journey) => journey,
            Self::Case(case, _) => &case.journey,
        }
    }

    fn access(&self) -> Access {
        match self {
            Self::Draft(_) => Access::Registrant,
            Self::Case(_, access) => *access,
        }
    }

    /// The page on which this browser goes on.
    pub(in crate::service) fn page(&self) -> Page {
        let goal = self.journey().page();
        match admit(self.journey(), self.access(), goal) {
            Admission::Show => goal,
            Admission::GoTo(page) => page,
        }
    }

    pub(in crate::service) fn admit(&self, page: Page) -> Result<(), Refusal> {
        match admit(self.journey(), self.access(), page) {
            Admission::Show => Ok(()),
            Admission::GoTo(page) => Err(Refusal::Elsewhere(page)),
        }
    }
}

impl ApplicantRequest {
    /// Where the journey of this session stands.
    pub(in crate::service) async fn standing(
        &self,
        content: &SessionContent,
    ) -> Result<Standing, Fault> {
        if let Some(tie) = &content.tie
            && let Some(case) = self.service.load(&tie.journey).await?
        {
            return Ok(Standing::Case(Box::new(case), tie.access));
        }
        Ok(Standing::Draft(content.draft.clone()))
    }

    /// The application this browser is trusted with, on a page it may see.
    pub(in crate::service) async fn trusted_case(
        &self,
        page: Page,
    ) -> Result<(Session, LoadedApplication), Stop> {
        let session = self.known_session().await?;
        let standing = self.standing(&session.content).await?;
        standing.admit(page)?;
        match standing {
            Standing::Case(case, Access::Trusted) => Ok((session, *case)),
            other => Err(Refusal::Elsewhere(other.journey().page()).into()),
        }
    }
}
