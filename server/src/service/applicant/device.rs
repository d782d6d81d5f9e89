//! ⑤ Device authentication: the code that comes in a separate mail.

use app::applicant::portal::{CodeView, DeviceStep};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::DeviceCode;
use rules::application::{Access, Page};
use rules::form::{Field, Problem};

use super::advance::one_problem;
use super::session::Session;
use super::standing::Standing;
use crate::seal::{Digest, Purpose};
use crate::service::application::secret::code_text;
use crate::service::{ApplicantRequest, Fault, LoadedApplication, Stop};
use crate::store::{Act, StoreError, Write};

#[async_trait]
impl DeviceStep for ApplicantRequest {
    async fn look_at_code(&self) -> Result<CodeView, Refusal> {
        let (_, case) = self.challenged().await?;
        let masked_mail = case
            .journey
            .registration()
            .map(|known| known.contact.mail.masked())
            .unwrap_or_default();
        let minutes = u32::try_from(self.service.bounds.code_seconds / 60).unwrap_or(u32::MAX);
        Ok(CodeView {
            masked_mail,
            minutes,
        })
    }

    /// The one before ends when the mail goes out.
    async fn resend_code(&self) -> Result<Page, Refusal> {
        let (session, case) = self.challenged().await?;
        let allowed = self.spend_code_mail(&case.saved.id, session.digest());
        let writes = self.queue_mail(allowed.await?)?;
        self.service.write(writes).await?;
        Ok(Page::Device)
    }

    /// The try is counted before the code is compared, so that tries side by side are not more
    /// than tries one after another. Expired, used and too many are told alike, and the right
    /// code then as any other.
    async fn prove_device(&self, code: DeviceCode) -> Result<Page, Refusal> {
        let (mut session, case) = self.challenged().await?;
        let told = |problem| one_problem(Field::DeviceCode, problem);
        let (digest, journey) = (session.digest(), case.saved.id.clone());
        let bounds = &self.service.bounds;
        let tried = self
            .service
            .store
            .try_code(&digest, &journey, self.service.now(), bounds.code_tries)
            .await?;
        let Some(saved) = tried else {
            self.record_once_an_hour(Act::CodeBlocked, &journey).await?;
            return Err(told(Problem::CodeOver));
        };
        if !self.code_is(&saved.digest, &code_text(&digest, &journey, &code)) {
            self.service.record(Act::CodeWrong, Some(&journey)).await?;
            return Err(told(Problem::CodeWrong));
        }
        let used = Write::EndCode {
            session: digest,
            journey: journey.clone(),
        };
        let right = self.service.entry(Act::CodeRight, Some(&journey));
        let device = self.introduce(&journey)?;
        let mut writes = vec![used, self.rename(&mut session)?, Write::Record(right)];
        writes.extend(device.writes.iter().cloned());
        Self::tie(&mut session, journey, Access::Trusted);
        match self.commit(&session, writes).await {
            Err(Fault::Store(StoreError::Conflict)) => Err(told(Problem::CodeOver)),
            Err(fault) => Err(fault.into()),
            Ok(()) => {
                self.introduced(device);
                Ok(case.journey.page())
            }
        }
    }
}

impl ApplicantRequest {
    /// Whether this browser holds a challenged session, for the device page.
    async fn challenged(&self) -> Result<(Session, LoadedApplication), Stop> {
        let session = self.known_session().await?;
        let standing = self.standing(&session.content).await?;
        standing.admit(Page::Device)?;
        match standing {
            Standing::Case(case, Access::Challenged) => Ok((session, *case)),
            other => Err(Refusal::Elsewhere(other.journey().page()).into()),
        }
    }

    fn code_is(&self, digest: &Digest, text: &[u8]) -> bool {
        self.service.keys.matches(Purpose::DeviceCode, text, digest)
    }
}
