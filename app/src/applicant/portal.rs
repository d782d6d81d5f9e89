//! The one door through which pages and server functions reach the server.

use std::sync::Arc;

use async_trait::async_trait;
use rules::application::{FormGiven, Journey, Page};
use rules::form::{Field, FormProblems, Problem};
use rules::{
    Applicant, ApplicationId, CaptchaAnswer, Contact, Details, DeviceCode, Moment, ReceiptNumber,
};

use crate::refusal::Refusal;
use crate::typed::Typed;

/// The portal as one browser's request sees it: made for each request by the
/// server, which ties it to the browser's session.
///
/// Methods that read change nothing of an application. Methods that act answer
/// with the page to go to next.
#[async_trait]
pub trait Portal: Send + Sync + 'static {
    /// What the guarded page needs, if the guard admits this browser.
    ///
    /// # Errors
    /// [`Refusal::Elsewhere`] names the page to go to instead.
    async fn visit(&self, page: Page) -> Result<Visit, Refusal>;
    /// What was typed and refused on the page with this path, once.
    async fn recall(&self, path: &str) -> Option<Flash>;
    /// Keeps what was typed and refused until the page is shown again.
    async fn remember(&self, path: &'static str, flash: Flash) -> Result<(), Refusal>;
    /// The terms in force.
    fn terms(&self) -> Arc<Terms>;
    /// What every page says about the office and the service.
    fn site(&self) -> Arc<Site>;
    /// Today in Japan.
    fn now(&self) -> Moment;
    /// A new picture authentication with its hidden proof of work; none where one was answered
    /// rightly in this registration.
    async fn challenge(&self) -> Result<Option<Challenge>, Refusal>;
    /// What is behind a mailed link; changes nothing.
    async fn look_at_link(&self, token: &str) -> Result<LinkView, Refusal>;
    /// The device code asked for by this browser.
    async fn look_at_code(&self) -> Result<CodeView, Refusal>;
    /// The applications under way in this browser.
    async fn under_way(&self) -> Result<UnderWay, Refusal>;
    /// The status asked for on the status page, once.
    async fn status(&self) -> Result<Option<Status>, Refusal>;

    /// ① The application ID. Begins a new draft in this browser.
    async fn give_form(&self, form: FormGiven) -> Result<Page, Refusal>;
    /// ② Both statements made; who applies. Also changes who applies later on.
    async fn agree(&self, applicant: Applicant) -> Result<Page, Refusal>;
    /// ③ The answer to a picture authentication, or why it cannot be read. It is not looked at
    /// where one was answered rightly before; that is good for a few addresses.
    async fn answer(&self, given: Result<HumanProof, Problem>) -> Result<(), Refusal>;
    /// ③ Name and mail address, once a picture authentication was answered rightly.
    async fn give_contact(&self, contact: Contact) -> Result<Page, Refusal>;
    /// ③ 「登録」: registers the address; the link goes out.
    async fn confirm_address(&self) -> Result<Page, Refusal>;
    /// ④ The link once more.
    async fn resend_link(&self) -> Result<Page, Refusal>;
    /// ④ A new link in place of one that was replaced or is too old.
    async fn renew_link(&self, token: &str) -> Result<(), Refusal>;
    /// ④ Goes on with the application: the button on the page behind the link. Nowhere where
    /// the link leads nowhere any more; [`Portal::look_at_link`] says why.
    async fn open_link(&self, token: &str) -> Result<Option<Page>, Refusal>;
    /// ⑤ Another device code.
    async fn resend_code(&self) -> Result<Page, Refusal>;
    /// ⑤ The device code.
    async fn prove_device(&self, code: DeviceCode) -> Result<Page, Refusal>;
    /// ⑥ The photo is right.
    async fn confirm_photo(&self) -> Result<Page, Refusal>;
    /// ⑦ Birth date, certificates, braille.
    async fn give_details(&self, details: Details) -> Result<Page, Refusal>;
    /// ⑧ 「登録」: sends the application in. `seen` is [`Visit::version`] of the
    /// review the applicant looked at.
    async fn submit(&self, seen: i64) -> Result<Page, Refusal>;
    /// Looks an application up; [`Portal::status`] then holds the answer.
    async fn look_up(
        &self,
        receipt: ReceiptNumber,
        birth_date: rules::BirthDate,
    ) -> Result<(), Refusal>;
    /// Goes back to the application that was set aside when another one was begun; that one
    /// is set aside.
    async fn go_back(&self) -> Result<Page, Refusal>;
    /// Ends this browser's session; what was given stays.
    async fn leave(&self) -> Result<(), Refusal>;
}

/// What a guarded page may show.
#[derive(Clone, Debug)]
pub struct Visit {
    /// All that is known at this stage.
    pub journey: Journey,
    /// Counts the changes of a registered application; 0 before.
    pub version: i64,
    /// What was typed and refused here the last time.
    pub flash: Flash,
    /// When this session ends without a further request.
    pub session_ends: Moment,
    /// Which application this is; the forms of the page say so.
    pub about: Option<About>,
}

/// Says which application a form belongs to: the same for the same application form, and
/// nothing about it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct About(String);

impl About {
    /// Digits of it, hexadecimal.
    const LENGTH: usize = 16;
    /// Name of the hidden control that sends it.
    pub const CONTROL: &str = "about";

    /// Of a digest that says nothing of the application form.
    pub fn of(digest: &[u8; 32]) -> Self {
        let first = std::array::from_fn(|at| digest[at]);
        Self(format!("{:016x}", u64::from_be_bytes(first)))
    }

    /// What a form sent, if it can be one.
    pub fn read(text: &str) -> Option<Self> {
        let is_one =
            text.len() == Self::LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_one.then(|| Self(text.to_owned()))
    }

    /// What a form sends.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The applications under way in a browser, by the last four digits of their forms' IDs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnderWay {
    /// The one begun last, and where it stands.
    pub last: Option<(String, Page)>,
    /// The one before, which was set aside.
    pub before: Option<String>,
}

/// What was typed, and what is wrong with it. Kept in the encrypted session, or in an
/// encrypted cookie of a browser that has none; never in a URL.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Flash {
    /// Values by name of the form control, as typed.
    pub values: Typed,
    /// What is wrong, in page order.
    pub problems: FormProblems,
    /// Good news to show instead, by key of the text catalogue (`mail_sent_again` …).
    pub notice: Option<String>,
    /// Why it was not done, where no field is at fault (too often, changed elsewhere …).
    #[serde(default)]
    pub refused: Option<Refusal>,
}

impl Flash {
    /// The value typed into the control of this name, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.values
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, value)| value)
    }

    /// Whether a box or choice of this name had this value.
    pub fn is_chosen(&self, name: &str, value: &str) -> bool {
        self.values
            .iter()
            .any(|(known, given)| known == name && given == value)
    }

    /// Whether something is wrong with this field.
    pub fn concerns(&self, field: Field) -> bool {
        self.problems.iter().any(|problem| problem.field == field)
    }
}

/// The terms of use and the handling of personal data, from the operator's file.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Recorded with each agreement.
    pub version: rules::TermsVersion,
    /// Sections in order: heading and paragraphs.
    pub sections: Vec<TermsSection>,
}

/// One section of the terms.
#[derive(Clone, Debug)]
pub struct TermsSection {
    /// Heading.
    pub heading: String,
    /// Paragraphs, plain text.
    pub paragraphs: Vec<String>,
}

/// What every page says about the office and the service.
#[derive(Clone, Debug)]
pub struct Site {
    /// `https://…` without a slash at the end.
    pub base_url: String,
    /// The office that runs the portal.
    pub office: String,
    /// Its telephone number as shown.
    pub phone: String,
    /// Its opening hours as shown.
    pub hours: String,
    /// Mail comes from this address.
    pub mail_from: String,
    /// A demonstration: banner, mail readable at `/demo/mail`.
    pub demo: bool,
    /// What is deleted after how many days, for the privacy page: state and days.
    pub retention: Vec<(RetainedState, i64)>,
}

/// What the retention table speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetainedState {
    /// Registered, but the link was never opened.
    Unverified,
    /// Begun, but not sent in.
    Unfinished,
    /// Sent in, and taken over by the office.
    HandedOver,
    /// A form that the office issued and nobody applied with.
    UnusedForm,
    /// The record of what was done.
    Record,
}

impl RetainedState {
    /// All, in the order of the table.
    pub const ALL: [Self; 5] = [
        Self::Unverified,
        Self::Unfinished,
        Self::HandedOver,
        Self::UnusedForm,
        Self::Record,
    ];
}

/// A picture authentication: `/captcha/{id}.png`, `/captcha/{id}.wav`.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// Its name; says nothing about the answer.
    pub id: String,
    /// The hidden proof of work, as [`rules::proof::Challenge`] prints itself.
    pub proof: String,
}

/// What a person's browser sends to show that it is one.
#[derive(Clone, Debug)]
pub struct HumanProof {
    /// [`Challenge::id`].
    pub challenge: String,
    /// The characters read or heard.
    pub answer: CaptchaAnswer,
    /// The proof of work, where scripting was on.
    pub nonce: Option<u64>,
    /// The honeypot's content; a person leaves it empty.
    pub honeypot: String,
}

/// What is behind a mailed link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkView {
    /// It can be used until then; `last_four` digits of the application ID.
    Ready {
        /// Last four digits of the application ID.
        last_four: String,
        /// When it ends.
        until: Moment,
    },
    /// Its time is over.
    Expired,
    /// A newer one was sent.
    Replaced,
    /// It cannot be used, but this browser is in the middle of its application anyway.
    UnderWay,
    /// This application has been sent in.
    Finished,
    /// No such link.
    Unknown,
}

/// The device code asked for by this browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeView {
    /// `t***@example.jp`.
    pub masked_mail: String,
    /// How long a code lives, in minutes.
    pub minutes: u32,
}

/// Where a submitted application stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The receipt number.
    pub receipt: ReceiptNumber,
    /// When it was sent in.
    pub submitted_at: Moment,
    /// Its state.
    pub state: StatusState,
}

/// The state of a submitted application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusState {
    /// 受付済み: received by the office.
    Received,
}

/// An application form issued for the demonstration.
#[derive(Clone, Debug)]
pub struct DemoForm {
    /// The form's ID.
    pub id: ApplicationId,
    /// Birth date known to the office.
    pub birth_date: rules::BirthDate,
    /// Inline SVG of the QR code.
    pub qr_svg: String,
}

/// A mail caught in the demonstration.
#[derive(Clone, Debug)]
pub struct DemoMail {
    /// Number in order of arrival.
    pub id: u64,
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// When it arrived.
    pub at: Moment,
}

/// The demonstration's pages; present in context only in a demonstration.
#[async_trait]
pub trait Demo: Send + Sync + 'static {
    /// The forms issued.
    async fn forms(&self) -> Vec<DemoForm>;
    /// The mails caught, newest first.
    async fn mails(&self) -> Vec<DemoMail>;
}

/// How a server function answers the browser; filled by the server.
pub trait Reply: Send + Sync + 'static {
    /// 303 to this path.
    fn see_other(&self, path: &str);
    /// Sets the status of the answer.
    fn status(&self, code: u16);
}

/// What the request says about who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// A form of a page (`Accept` holds `text/html`).
    Form,
    /// A script.
    Script,
}
