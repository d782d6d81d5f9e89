//! A portal that knows its office and the time, and nothing else.

use std::sync::Arc;

use async_trait::async_trait;
use rules::journey::{FormGiven, Page};
use rules::{Applicant, Contact, Details, DeviceCode, Moment, ReceiptNumber};

use crate::portal::{
    Challenge, CodeView, Flash, HumanProof, LinkView, Portal, RetainedState, Site, Status, Terms,
    Visit,
};
use crate::refusal::Refusal;

/// Enough of a portal for the frame of a page.
pub(super) struct FakePortal {
    /// Whether it is a demonstration.
    pub(super) demo: bool,
}

#[async_trait]
impl Portal for FakePortal {
    fn site(&self) -> Arc<Site> {
        Arc::new(Site {
            base_url: "https://shinsei.example.jp".to_owned(),
            office: "カード申請事務局".to_owned(),
            phone: "0120-000-000".to_owned(),
            hours: "平日9時から17時まで".to_owned(),
            mail_from: "noreply@example.jp".to_owned(),
            demo: self.demo,
            retention: vec![
                (RetainedState::Unverified, 1),
                (RetainedState::Unfinished, 30),
                (RetainedState::Submitted, 90),
            ],
        })
    }

    fn now(&self) -> Moment {
        Moment(1_795_359_600)
    }

    async fn visit(&self, _: Page) -> Result<Visit, Refusal> {
        unimplemented!()
    }

    async fn recall(&self, _: &str) -> Option<Flash> {
        unimplemented!()
    }

    async fn remember(&self, _: &'static str, _: Flash) -> Result<(), Refusal> {
        unimplemented!()
    }

    fn terms(&self) -> Arc<Terms> {
        unimplemented!()
    }

    async fn challenge(&self) -> Result<Challenge, Refusal> {
        unimplemented!()
    }

    async fn look_at_link(&self, _: &str) -> Result<LinkView, Refusal> {
        unimplemented!()
    }

    async fn look_at_code(&self) -> Result<CodeView, Refusal> {
        unimplemented!()
    }

    async fn status(&self) -> Result<Option<Status>, Refusal> {
        unimplemented!()
    }

    async fn give_form(&self, _: FormGiven) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn agree(&self, _: Applicant) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn give_contact(&self, _: Contact, _: HumanProof) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn confirm_address(&self) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn resend_link(&self) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn renew_link(&self, _: &str) -> Result<(), Refusal> {
        unimplemented!()
    }

    async fn open_link(&self, _: &str) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn resend_code(&self) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn prove_device(&self, _: DeviceCode) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn confirm_photo(&self) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn give_details(&self, _: Details) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn submit(&self, _: i64) -> Result<Page, Refusal> {
        unimplemented!()
    }

    async fn look_up(&self, _: ReceiptNumber, _: rules::BirthDate) -> Result<(), Refusal> {
        unimplemented!()
    }

    async fn leave(&self) -> Result<(), Refusal> {
        unimplemented!()
    }
}
