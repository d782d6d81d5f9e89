//! ① The application ID.

use app::applicant::portal::StartStep;
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::application::{ApplicantEvent, FormGiven, Page};
use rules::form::{Field, Problem};

use super::advance::{one_problem, refusal};
use super::retry::tried_anew;
use crate::seal::Purpose;
use crate::service::ApplicantRequest;

#[async_trait]
impl StartStep for ApplicantRequest {
    /// What another member of the family has begun in this browser stays in its session, or is
    /// reached by its link.
    async fn give_form(&self, form: FormGiven) -> Result<Page, Refusal> {
        let digest = self
            .service
            .keys
            .digest(Purpose::Form, form.id.as_str().as_bytes());
        let counted = self
            .limits()
            .networks("unknown form", self.service.bounds.unknown);
        let looked = self.limits().allowed(&counted, async {
            Ok(self.service.store.form(&digest).await?)
        });
        if looked.await?.found().is_none() {
            let unknown = Problem::ApplicationIdUnknown;
            return Err(one_problem(Field::ApplicationId, unknown));
        }
        if self.service.store.is_submitted(&digest).await? {
            return Err(Refusal::AlreadySubmitted);
        }
        Ok(tried_anew(|| async {
            let mut session = self.sessions().find_or_new().await?;
            let at_most = self.service.bounds.applications_per_session;
            session.content.come_to(self.about(&form.id), at_most);
            let draft = std::mem::take(&mut session.content.current.draft);
            let next = draft
                .apply(ApplicantEvent::FormGiven(form.clone()), self.service.now())
                .map_err(refusal)?
                .next;
            let page = next.page();
            session.content.begin(next);
            self.sessions().commit(&session, Vec::new()).await?;
            Ok(page)
        })
        .await?)
    }
}
