//! A complete journey by plain forms, from the form's QR code to the receipt.

use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::time::timeout;

use crate::browser::{Answer, Broken, Browser, Look, broken};
use crate::page::{action, picture, value};
use crate::photo::{KIND, Photo};
use crate::sink::Sink;

/// A mail that has not come after this long will not come.
const MAIL: Duration = Duration::from_secs(60);

const FORM: &str = "application/x-www-form-urlencoded";

/// Who applies, with what.
pub struct Applicant<'a> {
    /// The application's ID on the form.
    pub form: &'a str,
    /// The birth date on record.
    pub birth_date: &'a str,
    /// A mail address of its own.
    pub mail: String,
    /// The photo to send.
    pub photo: &'a Photo,
    /// The answer to every picture of the demonstration.
    pub captcha: &'a str,
    /// Where mails arrive.
    pub sink: &'a Sink,
}

impl Applicant<'_> {
    /// Applies; the receipt has been seen when this ends well.
    pub async fn apply(&self, browser: &mut Browser<'_>) -> Result<(), Broken> {
        let token = self.register(browser).await?;
        let page = self.follow_link(browser, &token).await?;
        self.send_photo(browser, page).await
    }

    /// Form, terms, mail address and captcha, up to the mail with the link.
    async fn register(&self, browser: &mut Browser<'_>) -> Result<String, Broken> {
        let path = format!("/apply/{}", self.form);
        let page = browser.ask("start", &path, None, Look::Into, 200).await?;
        let fields = [("application_id", self.form), ("by", "qr")];
        let page = send(
            browser,
            FORM_STEP,
            &find(&page, "/start")?,
            &fields,
            Look::Into,
        )
        .await?;
        let fields = [
            ("adult", "yes"),
            ("consent", "yes"),
            ("applicant", "myself"),
        ];
        let page = send(browser, TERMS, &find(&page, "/terms")?, &fields, Look::Into).await?;
        let shown = picture(page.page(), "/captcha/")
            .ok_or_else(|| broken("no picture"))?
            .to_owned();
        browser
            .ask("captcha", &shown, None, Look::Past, 200)
            .await?;
        let challenge = value(page.page(), "challenge").unwrap_or_default();
        let fields = [
            ("contact_name", "番号太郎"),
            ("mail", &self.mail),
            ("mail_again", &self.mail),
            ("captcha", self.captcha),
            ("challenge", challenge),
            ("nonce", ""),
            ("website", ""),
        ];
        let page = send(
            browser,
            CONTACT,
            &find(&page, "/mail/")?,
            &fields,
            Look::Into,
        )
        .await?;
        let mail = self.sink.expect(&self.mail);
        send(browser, REGISTER, &find(&page, "/mail/")?, &[], Look::Past).await?;
        let asked = Instant::now();
        let token = timeout(MAIL, mail).await;
        let token = token
            .ok()
            .and_then(Result::ok)
            .ok_or_else(|| broken("the mail did not come"))?;
        let waited = asked.elapsed();
        browser
            .user()
            .record_custom_request_duration("MAIL", "mail", waited, true, None, None)
            .await?;
        Ok(token)
    }

    async fn follow_link(&self, browser: &mut Browser<'_>, token: &str) -> Result<Answer, Broken> {
        let page = browser
            .ask("link", &format!("/open/{token}"), None, Look::Into, 200)
            .await?;
        send(
            browser,
            OPEN,
            &find(&page, "/link/open")?,
            &[("token", token)],
            Look::Into,
        )
        .await
    }

    /// Photo, details, review, up to the receipt.
    async fn send_photo(&self, browser: &mut Browser<'_>, page: Answer) -> Result<(), Broken> {
        let sent = (KIND, self.photo.envelope.clone());
        let page = post(
            browser,
            PHOTO,
            &find(&page, "/photo/upload")?,
            sent,
            Look::Into,
        )
        .await?;
        let fields = [("photo_declaration", "yes")];
        let page = send(
            browser,
            CONFIRM,
            &find(&page, "/photo/")?,
            &fields,
            Look::Into,
        )
        .await?;
        let fields = [
            ("era", ""),
            ("year", self.birth_date),
            ("month", ""),
            ("day", ""),
            ("certificates", "issue"),
            ("braille_wish", "no"),
            ("braille", ""),
            ("details_declaration", "yes"),
        ];
        let page = send(
            browser,
            DETAILS,
            &find(&page, "/details")?,
            &fields,
            Look::Into,
        )
        .await?;
        let seen = value(page.page(), "seen").unwrap_or_default();
        let fields = [("seen", seen), ("submit_declaration", "yes")];
        let page = send(
            browser,
            SUBMIT,
            &find(&page, "/submit")?,
            &fields,
            Look::Into,
        )
        .await?;
        let received = page.page().contains("受付番号");
        received.then_some(()).ok_or_else(|| broken("no receipt"))
    }
}

/// A form that is sent: its name, the name of the page after it, and where that is.
struct Step(&'static str, &'static str, &'static str);

const FORM_STEP: Step = Step("form", "form (page)", "/terms");
const TERMS: Step = Step("terms", "terms (page)", "/mail");
const CONTACT: Step = Step("contact", "contact (page)", "/mail/check");
const REGISTER: Step = Step("register", "register (page)", "/mail/sent");
const OPEN: Step = Step("open", "open (page)", "/photo");
const PHOTO: Step = Step("photo", "photo (page)", "/photo/check");
const CONFIRM: Step = Step("confirm", "confirm (page)", "/details");
const DETAILS: Step = Step("details", "details (page)", "/review");
const SUBMIT: Step = Step("submit", "submit (page)", "/done");

/// Where the page's form posts whose address contains `part`.
fn find(page: &Answer, part: &str) -> Result<String, Broken> {
    let found = action(page.page(), part).map(str::to_owned);
    found.ok_or_else(|| broken(format!("no form posts to {part}")))
}

async fn send(
    browser: &mut Browser<'_>,
    step: Step,
    path: &str,
    fields: &[(&str, &str)],
    look: Look,
) -> Result<Answer, Broken> {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    post(browser, step, path, (FORM, Bytes::from(body)), look).await
}

/// Sends, is led on by a 303, and fetches the page that it leads to.
async fn post(
    browser: &mut Browser<'_>,
    Step(name, page, next): Step,
    path: &str,
    sent: (&'static str, Bytes),
    look: Look,
) -> Result<Answer, Broken> {
    let answer = browser.ask(name, path, Some(sent), Look::Past, 303).await?;
    if answer.location.split('?').next() != Some(next) {
        return Err(broken(format!(
            "{name} led to {}, not {next}",
            answer.location
        )));
    }
    browser.ask(page, &answer.location, None, look, 200).await
}
