//! A portal for tests: shows what it is given, records what it is told.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use rules::application::{Access, Admission, FormGiven, Journey, Page, admit};
use rules::form::FormProblems;
use rules::{Applicant, BirthDate, Contact, Details, DeviceCode, Moment, ReceiptNumber};

use crate::applicant::portal::{
    About, CaptchaStep, Challenge, CodeView, DetailsStep, DeviceStep, Flash, HumanProof, LinkStep,
    LinkView, MailStep, PhotoStep, Portal, SessionStep, StartStep, Status, StatusStep, SubmitStep,
    Terms, TermsSection, TermsStep, UnderWay, Visit, VisitStep,
};
use crate::demo::{Demo, DemoForm, DemoMail};
use crate::exchange::Reply;
use crate::refusal::Refusal;
use crate::site::{PageContext, RetainedState, Site};

use super::samples;

/// What a [`FakePortal`] shows, and what it was told.
pub(crate) struct FakePortal {
    pub(crate) journey: Journey,
    pub(crate) access: Access,
    pub(crate) flash: Flash,
    pub(crate) link: LinkView,
    pub(crate) status: Option<Status>,
    /// Whether a picture authentication was answered rightly.
    pub(crate) is_answered: bool,
    /// Every act is refused with this, if there is one.
    pub(crate) refusal: Option<Refusal>,
    /// The acts that reached it, by name and what they brought.
    pub(crate) acts: Mutex<Vec<String>>,
    /// The applications that forms named.
    pub(crate) named: Mutex<Vec<String>>,
    /// What it was to remember, with the path of the page.
    pub(crate) remembered: Mutex<Vec<(&'static str, Flash)>>,
}

impl Default for FakePortal {
    fn default() -> Self {
        Self {
            journey: Journey::Arrived,
            access: Access::Trusted,
            flash: Flash::default(),
            link: LinkView::Unknown,
            status: None,
            is_answered: false,
            refusal: None,
            acts: Mutex::default(),
            named: Mutex::default(),
            remembered: Mutex::default(),
        }
    }
}

impl FakePortal {
    /// A portal whose application stands here.
    pub(crate) fn at(journey: Journey) -> Self {
        Self {
            journey,
            ..Self::default()
        }
    }

    fn act<T>(&self, name: &str, done: T) -> Result<T, Refusal> {
        self.acts
            .lock()
            .expect("no test panics in an act")
            .push(name.to_owned());
        self.refusal.clone().map_or(Ok(done), Err)
    }
}

impl Portal for FakePortal {}

impl PageContext for FakePortal {
    fn site(&self) -> Arc<Site> {
        Arc::new(Site {
            base_url: "https://shinsei.example.jp".to_owned(),
            office: "カード申請事務局".to_owned(),
            phone: "0120-000-000".to_owned(),
            hours: "平日9時から17時まで".to_owned(),
            mail_from: "noreply@shinsei.example.jp".to_owned(),
            demo: true,
            retention: vec![(RetainedState::HandedOver, 90)],
        })
    }

    fn now(&self) -> Moment {
        samples::NOW
    }
}

#[async_trait]
impl VisitStep for FakePortal {
    async fn visit(&self, page: Page) -> Result<Visit, Refusal> {
        match admit(&self.journey, self.access, page) {
            Admission::Show => Ok(Visit {
                journey: self.journey.clone(),
                version: 7,
                flash: self.flash.clone(),
                session_ends: samples::NOW.plus(1800),
                about: self.journey.form().map(|_| About::of(&[7; 32])),
            }),
            Admission::GoTo(page) => Err(Refusal::Elsewhere(page)),
        }
    }

    async fn recall(&self, _: &str) -> Option<Flash> {
        Some(self.flash.clone())
    }

    async fn remember(&self, path: &'static str, flash: Flash) -> Result<(), Refusal> {
        self.remembered
            .lock()
            .expect("no test panics in an act")
            .push((path, flash));
        Ok(())
    }
}

#[async_trait]
impl SessionStep for FakePortal {
    fn form_names(&self, about: About) {
        let mut named = self.named.lock().expect("no test panics in an act");
        named.push(about.as_str().to_owned());
    }

    async fn under_way(&self) -> Result<UnderWay, Refusal> {
        let known = self.journey.form();
        Ok(UnderWay {
            last: known.map(|form| (form.id.last_four().to_owned(), self.journey.page())),
            before: known.map(|_| "4321".to_owned()),
        })
    }

    async fn go_back(&self) -> Result<Page, Refusal> {
        self.act("go_back", Page::Mail)
    }

    async fn leave(&self) -> Result<(), Refusal> {
        self.act("leave", ())
    }
}

#[async_trait]
impl StartStep for FakePortal {
    async fn give_form(&self, form: FormGiven) -> Result<Page, Refusal> {
        self.act(
            &format!("give_form {} {:?}", form.id.as_str(), form.by),
            Page::Terms,
        )
    }
}

#[async_trait]
impl TermsStep for FakePortal {
    fn terms(&self) -> Arc<Terms> {
        let section = |heading: &str| TermsSection {
            heading: heading.to_owned(),
            paragraphs: vec!["第1段落です。".to_owned(), "第2段落です。".to_owned()],
        };
        Arc::new(Terms {
            version: samples::terms_version(),
            sections: vec![section("利用規約"), section("個人情報の取扱いについて")],
        })
    }

    async fn agree(&self, applicant: Applicant) -> Result<Page, Refusal> {
        self.act(&format!("agree {applicant:?}"), Page::Mail)
    }
}

#[async_trait]
impl CaptchaStep for FakePortal {
    async fn challenge(&self) -> Result<Option<Challenge>, Refusal> {
        Ok((!self.is_answered).then(|| Challenge {
            id: "challenge-of-the-test".to_owned(),
            proof: "4-00112233445566778899aabbccddeeff".to_owned(),
        }))
    }

    async fn answer(&self, given: Result<HumanProof, FormProblems>) -> Result<(), Refusal> {
        if self.is_answered {
            return Ok(());
        }
        let HumanProof {
            challenge,
            answer,
            nonce,
            honeypot,
        } = given.map_err(Refusal::Form)?;
        let answer = answer.as_str();
        self.act(
            &format!("answer {challenge} {answer} {nonce:?} [{honeypot}]"),
            (),
        )
    }
}

#[async_trait]
impl MailStep for FakePortal {
    async fn give_contact(&self, contact: Contact) -> Result<Page, Refusal> {
        let (name, mail) = (contact.name.as_str(), contact.mail.as_str());
        self.act(&format!("give_contact {name} {mail}"), Page::MailCheck)
    }

    async fn confirm_address(&self) -> Result<Page, Refusal> {
        self.act("confirm_address", Page::MailSent)
    }

    async fn resend_link(&self) -> Result<Page, Refusal> {
        self.act("resend_link", Page::MailSent)
    }
}

#[async_trait]
impl LinkStep for FakePortal {
    async fn look_at_link(&self, _: &str) -> Result<LinkView, Refusal> {
        Ok(self.link.clone())
    }

    async fn open_link(&self, token: &str) -> Result<Option<Page>, Refusal> {
        self.act(&format!("open_link {token}"), Page::Photo)
            .map(Some)
    }

    async fn renew_link(&self, token: &str) -> Result<(), Refusal> {
        self.act(&format!("renew_link {token}"), ())
    }
}

#[async_trait]
impl DeviceStep for FakePortal {
    async fn look_at_code(&self) -> Result<CodeView, Refusal> {
        Ok(CodeView {
            masked_mail: "t***@example.jp".to_owned(),
            minutes: 10,
        })
    }

    async fn resend_code(&self) -> Result<Page, Refusal> {
        self.act("resend_code", Page::Device)
    }

    async fn prove_device(&self, code: DeviceCode) -> Result<Page, Refusal> {
        self.act(&format!("prove_device {}", code.as_str()), Page::Photo)
    }
}

#[async_trait]
impl PhotoStep for FakePortal {
    async fn confirm_photo(&self) -> Result<Page, Refusal> {
        self.act("confirm_photo", Page::Details)
    }
}

#[async_trait]
impl DetailsStep for FakePortal {
    async fn give_details(&self, details: Details) -> Result<Page, Refusal> {
        let born = details.birth_date.iso();
        let wish = details.certificates;
        let braille = details
            .braille
            .map(|name| name.as_str().to_owned())
            .unwrap_or_default();
        let act = format!(
            "give_details {born} {} {} [{braille}]",
            wish.signature, wish.authentication
        );
        self.act(&act, Page::Review)
    }
}

#[async_trait]
impl SubmitStep for FakePortal {
    async fn submit(&self, seen: i64) -> Result<Page, Refusal> {
        self.act(&format!("submit {seen}"), Page::Done)
    }
}

#[async_trait]
impl StatusStep for FakePortal {
    async fn look_up(&self, receipt: ReceiptNumber, born: BirthDate) -> Result<(), Refusal> {
        self.act(&format!("look_up {} {}", receipt.as_str(), born.iso()), ())
    }

    async fn status(&self) -> Result<Option<Status>, Refusal> {
        Ok(self.status.clone())
    }
}

#[async_trait]
impl Demo for FakePortal {
    async fn forms(&self) -> Vec<DemoForm> {
        vec![DemoForm {
            id: samples::application_id(),
            birth_date: samples::birth_date(),
            qr_svg: "<svg viewBox=\"0 0 1 1\"></svg>".to_owned(),
        }]
    }

    async fn mails(&self) -> Vec<DemoMail> {
        vec![DemoMail {
            id: 3,
            to: "taro@example.jp".to_owned(),
            subject: "申請を続けるためのURL".to_owned(),
            body: "次のURLを開いてください。\n\nhttps://shinsei.example.jp/open/abc\n".to_owned(),
            at: samples::NOW,
        }]
    }
}

/// What the browser would be answered.
#[derive(Default)]
pub(crate) struct FakeReply {
    pub(crate) went_to: Mutex<Option<String>>,
    pub(crate) code: Mutex<Option<u16>>,
}

impl Reply for FakeReply {
    fn see_other(&self, path: &str) {
        *self.went_to.lock().expect("no test panics in an answer") = Some(path.to_owned());
    }

    fn status(&self, code: u16) {
        *self.code.lock().expect("no test panics in an answer") = Some(code);
    }
}
