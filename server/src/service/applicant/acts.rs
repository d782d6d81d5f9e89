//! The door of the pages: each method is one act, refusals told, faults logged.

use std::sync::Arc;

use app::applicant::portal::{
    Challenge, CodeView, Flash, HumanProof, LinkView, Portal, Site, Status, Terms, UnderWay, Visit,
};
use app::refusal::Refusal;
use async_trait::async_trait;
use rules::application::{ApplicantEvent, FormGiven, Page};
use rules::form::Problem;
use rules::{Agreement, Applicant, BirthDate, Contact, Details, DeviceCode, Moment, ReceiptNumber};

use super::request::{flash_of, tried_anew};
use crate::service::{ApplicantRequest, CookieChange, Stop};
use crate::store::Write;

#[async_trait]
impl Portal for ApplicantRequest {
    async fn visit(&self, page: Page) -> Result<Visit, Refusal> {
        self.show(page).await.map_err(Stop::into_refusal)
    }

    async fn recall(&self, path: &str) -> Option<Flash> {
        let flash = match self.session().await.ok()? {
            Some(session) => Some(flash_of(&session.content, path)),
            None => self.told(path),
        };
        flash.filter(|flash| *flash != Flash::default())
    }

    async fn remember(&self, path: &'static str, flash: Flash) -> Result<(), Refusal> {
        self.keep_flash(path, flash)
            .await
            .map_err(Stop::into_refusal)
    }

    fn terms(&self) -> Arc<Terms> {
        Arc::clone(&self.service.terms)
    }

    fn site(&self) -> Arc<Site> {
        Arc::clone(&self.service.site)
    }

    fn now(&self) -> Moment {
        self.service.clock.now()
    }

    async fn challenge(&self) -> Result<Option<Challenge>, Refusal> {
        self.show_challenge().await.map_err(Stop::into_refusal)
    }

    async fn look_at_link(&self, token: &str) -> Result<LinkView, Refusal> {
        self.view_link(token).await.map_err(Stop::into_refusal)
    }

    async fn look_at_code(&self) -> Result<CodeView, Refusal> {
        self.view_code().await.map_err(Stop::into_refusal)
    }

    async fn status(&self) -> Result<Option<Status>, Refusal> {
        self.view_status().await.map_err(Stop::into_refusal)
    }

    async fn give_form(&self, form: FormGiven) -> Result<Page, Refusal> {
        self.begin(form).await.map_err(Stop::into_refusal)
    }

    async fn agree(&self, applicant: Applicant) -> Result<Page, Refusal> {
        let terms = self.service.terms.version.clone();
        let agreement = Agreement {
            applicant,
            terms,
            at: self.now(),
        };
        self.act(Page::Terms, ApplicantEvent::Agreed(agreement), |_| Ok(()))
            .await
            .map_err(Stop::into_refusal)
    }

    async fn answer(&self, given: Result<HumanProof, Problem>) -> Result<(), Refusal> {
        self.take_answer(given).await.map_err(Stop::into_refusal)
    }

    async fn give_contact(&self, contact: Contact) -> Result<Page, Refusal> {
        self.take_contact(contact).await.map_err(Stop::into_refusal)
    }

    async fn confirm_address(&self) -> Result<Page, Refusal> {
        self.register().await.map_err(Stop::into_refusal)
    }

    async fn resend_link(&self) -> Result<Page, Refusal> {
        self.send_link_again().await.map_err(Stop::into_refusal)
    }

    async fn renew_link(&self, token: &str) -> Result<(), Refusal> {
        self.replace_link(token).await.map_err(Stop::into_refusal)
    }

    async fn open_link(&self, token: &str) -> Result<Option<Page>, Refusal> {
        self.follow_link(token).await.map_err(Stop::into_refusal)
    }

    async fn resend_code(&self) -> Result<Page, Refusal> {
        self.send_code_again().await.map_err(Stop::into_refusal)
    }

    async fn prove_device(&self, code: DeviceCode) -> Result<Page, Refusal> {
        self.take_code(code).await.map_err(Stop::into_refusal)
    }

    async fn confirm_photo(&self) -> Result<Page, Refusal> {
        self.act(Page::PhotoCheck, ApplicantEvent::PhotoConfirmed, |_| Ok(()))
            .await
            .map_err(Stop::into_refusal)
    }

    async fn give_details(&self, details: Details) -> Result<Page, Refusal> {
        self.take_details(details).await.map_err(Stop::into_refusal)
    }

    async fn submit(&self, seen: i64) -> Result<Page, Refusal> {
        self.send_in(seen).await.map_err(Stop::into_refusal)
    }

    async fn look_up(&self, receipt: ReceiptNumber, birth_date: BirthDate) -> Result<(), Refusal> {
        self.find_status(receipt, birth_date)
            .await
            .map_err(Stop::into_refusal)
    }

    async fn under_way(&self) -> Result<UnderWay, Refusal> {
        self.view_under_way().await.map_err(Stop::into_refusal)
    }

    async fn go_back(&self) -> Result<Page, Refusal> {
        self.change_to_before().await.map_err(Stop::into_refusal)
    }

    async fn leave(&self) -> Result<(), Refusal> {
        self.end().await.map_err(Stop::into_refusal)
    }
}

impl ApplicantRequest {
    /// Keeps what was typed and refused on a page: in the session, and where there is none
    /// with the browser itself.
    pub(crate) async fn keep_flash(&self, path: &str, flash: Flash) -> Result<(), Stop> {
        tried_anew(|| async {
            let Some(mut session) = self.session().await? else {
                return Ok(self.tell_later(path, flash.clone())?);
            };
            let kept = Some((path.to_owned(), flash.clone()));
            let is_its_own = self.insist_on_its_own(&session.content);
            if is_its_own.is_ok() {
                session.content.flash = kept;
            } else if let Some(before) = self.meant_before(&mut session.content) {
                before.flash = kept;
            } else {
                return Ok(is_its_own?);
            }
            self.commit(&session, Vec::new()).await?;
            Ok(is_its_own?)
        })
        .await
    }

    /// Whoever uses this device next is a stranger to the application.
    async fn end(&self) -> Result<(), Stop> {
        if let Some(session) = self.session().await? {
            self.insist_on_its_own(&session.content)?;
        }
        let session = self.visitor.token();
        let session = session.map(|token| Write::EndSession(token.digest()));
        let ended: Vec<_> = session.into_iter().chain(self.forget_device()).collect();
        if !ended.is_empty() {
            self.service.store.commit(ended).await?;
        }
        self.visitor.change_cookie(CookieChange::Clear);
        Ok(())
    }
}
