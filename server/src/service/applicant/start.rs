//! ① The application ID.

use app::applicant::portal::StartStep;
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::application::{Event, FormGiven, Page};
use rules::form::{Field, Problem};

use super::advance::{one_problem, refusal};
use super::retry::tried_anew;
use super::session::SessionContent;
use crate::seal::Purpose;
use crate::service::ApplicantRequest;

#[async_trait]
impl StartStep for ApplicantRequest {
    /// What another member of the family has begun in this browser stays reachable by its link.
    async fn give_form(&self, form: FormGiven) -> Result<Page, Refusal> {
        let digest = self
            .service
            .keys
            .digest(Purpose::Form, form.id.as_str().as_bytes());
        let counted = self.networks("unknown form", self.service.bounds.unknown);
        let looked = self.allowed(&counted, async {
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
            let mut session = self.session_or_new().await?;
            session.content.come_to(self.about(&form.id));
            let draft = std::mem::take(&mut session.content.draft);
            let next = draft
                .apply(Event::FormGiven(form.clone()), self.service.now())
                .map_err(refusal)?
                .next;
            let page = next.page();
            session.content = SessionContent {
                draft: next,
                about: session.content.about.take(),
                before: session.content.before.take(),
                ..SessionContent::default()
            };
            self.commit(&session, Vec::new()).await?;
            Ok(page)
        })
        .await?)
    }
}
