//! ② The terms, and who applies.

use std::sync::Arc;

use app::applicant::portal::{Terms, TermsStep};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::application::{Event, Page};
use rules::{Agreement, Applicant};

use crate::service::ApplicantRequest;

#[async_trait]
impl TermsStep for ApplicantRequest {
    fn terms(&self) -> Arc<Terms> {
        Arc::clone(&self.service.terms)
    }

    async fn agree(&self, applicant: Applicant) -> Result<Page, Refusal> {
        let agreement = Agreement {
            applicant,
            terms: self.service.terms.version.clone(),
            at: self.service.now(),
        };
        Ok(self.act(Page::Terms, Event::Agreed(agreement)).await?)
    }
}
