//! The letters the portal writes.

use rules::{ApplicationId, Contact, DeviceCode, LinkToken, MailAddress, Moment, ReceiptNumber};

use super::letter::{Letter, MailId};
use super::moment::written;
use super::render::{TemplateFault, Values, fill};
use crate::config::{BaseUrl, Line, Office, Settings};

/// Path of the page behind a mailed link; the token follows.
pub const OPEN_PATH: &str = "/open/";

/// Path of the page that shows where an application stands.
pub const STATUS_PATH: &str = "/status";

/// What stands under every letter.
const SIGNATURE: &str = include_str!("../../letters/ja/signature.txt");

/// Subject and text of a kind of letter.
struct Template {
    subject: &'static str,
    body: &'static str,
}

macro_rules! template {
    ($folder:literal) => {
        Template {
            subject: include_str!(concat!("../../letters/ja/", $folder, "/subject.txt")),
            body: include_str!(concat!("../../letters/ja/", $folder, "/body.txt")),
        }
    };
}

const LINK: Template = template!("link");
const DEVICE_CODE: Template = template!("device_code");
const RECEIVED: Template = template!("received");
const TRIAL: Template = template!("trial");

/// To whom a letter goes, about which application, and when it is written.
#[derive(Clone, Debug)]
pub struct Envelope<'a> {
    /// The mail's name.
    pub id: MailId,
    /// Name and address.
    pub contact: &'a Contact,
    /// The application; a letter shows its last four digits only.
    pub application: &'a ApplicationId,
    /// When it is written.
    pub now: Moment,
}

/// What the letter with the link (申請専用URL) says.
#[derive(Clone, Debug)]
pub struct LinkLetter<'a> {
    /// What every letter has.
    pub envelope: Envelope<'a>,
    /// The link's token.
    pub token: &'a LinkToken,
    /// When the link ends.
    pub until: Moment,
}

/// What the letter with the device code (認証番号) says.
#[derive(Clone, Debug)]
pub struct CodeLetter<'a> {
    /// What every letter has.
    pub envelope: Envelope<'a>,
    /// The code.
    pub code: &'a DeviceCode,
    /// How long it lives, in minutes.
    pub minutes: u32,
}

/// What the letter says that tells of a received application (申請受付完了).
#[derive(Clone, Debug)]
pub struct ReceivedLetter<'a> {
    /// What every letter has.
    pub envelope: Envelope<'a>,
    /// The receipt number (受付番号).
    pub receipt: &'a ReceiptNumber,
    /// When the application was sent in.
    pub received_at: Moment,
}

/// Writes letters in the name of the office.
#[derive(Clone, Debug)]
pub struct Letters {
    office: Office,
    base_url: BaseUrl,
    received_subject: Line,
}

impl Letters {
    /// Letters as the operator wants them.
    pub fn new(settings: &Settings) -> Self {
        Self {
            office: settings.office.clone(),
            base_url: settings.http.base_url.clone(),
            received_subject: settings.mail.received_subject.clone(),
        }
    }

    /// The letter with the link. It goes to whoever was named as applicant, so that it holds no
    /// word that was typed: somebody else may have typed it.
    ///
    /// # Errors
    /// [`TemplateFault`] when letter and values do not match.
    pub fn link(&self, says: &LinkLetter<'_>) -> Result<Letter, TemplateFault> {
        let url = format!("{}{OPEN_PATH}{}", self.base_url, says.token.as_str());
        let values = vec![("url", url), ("until", written(says.until)?)];
        self.write(&LINK, &says.envelope, values)
    }

    /// The letter with the device code; like [`Self::link`] without a name.
    ///
    /// # Errors
    /// [`TemplateFault`] when letter and values do not match.
    pub fn device_code(&self, says: &CodeLetter<'_>) -> Result<Letter, TemplateFault> {
        let code = says.code.as_str().to_owned();
        let values = vec![("code", code), ("minutes", says.minutes.to_string())];
        self.write(&DEVICE_CODE, &says.envelope, values)
    }

    /// The letter that says an application was received; its subject is the
    /// operator's, and it greets by name: whoever reads it has opened the link.
    ///
    /// # Errors
    /// [`TemplateFault`] when letter and values do not match.
    pub fn received(&self, says: &ReceivedLetter<'_>) -> Result<Letter, TemplateFault> {
        let name = says.envelope.contact.name.as_str();
        let values = vec![
            ("contact_name", name.to_owned()),
            ("receipt", says.receipt.grouped()),
            ("received", written(says.received_at)?),
            ("status_url", format!("{}{STATUS_PATH}", self.base_url)),
        ];
        let letter = self.write(&RECEIVED, &says.envelope, values)?;
        let name = Line::parse(name).map_err(|_| TemplateFault::NotOneLine("contact_name"))?;
        Ok(Letter {
            name: Some(name),
            subject: self.received_subject.clone(),
            ..letter
        })
    }

    /// The letter with which the operator tries whether mail arrives; about nobody.
    ///
    /// # Errors
    /// [`TemplateFault`] when letter and values do not match.
    pub fn trial(&self, id: MailId, to: MailAddress, now: Moment) -> Result<Letter, TemplateFault> {
        let parts = [TRIAL.subject, TRIAL.body, SIGNATURE];
        let [subject, body, signature] = fill(parts, &Values::new(self.office_values())?)?;
        Ok(Letter {
            id,
            to,
            name: Some(self.office.name.clone()),
            subject: Line::parse(subject.trim_end()).map_err(|_| TemplateFault::Subject)?,
            body: body + &signature,
            written_at: now,
        })
    }

    /// What the signature says.
    fn office_values(&self) -> Vec<(&'static str, String)> {
        vec![
            ("office_name", self.office.name.to_string()),
            ("office_phone", self.office.phone.to_string()),
            ("office_hours", self.office.hours.to_string()),
            ("base_url", self.base_url.to_string()),
        ]
    }

    /// Fills in subject, text and signature; to nobody by name.
    fn write(
        &self,
        template: &Template,
        envelope: &Envelope<'_>,
        mut values: Vec<(&'static str, String)>,
    ) -> Result<Letter, TemplateFault> {
        values.extend(self.office_values());
        values.push(("last_four", envelope.application.last_four().to_owned()));
        let parts = [template.subject, template.body, SIGNATURE];
        let [subject, body, signature] = fill(parts, &Values::new(values)?)?;
        Ok(Letter {
            id: envelope.id.clone(),
            to: envelope.contact.mail.clone(),
            name: None,
            subject: Line::parse(subject.trim_end()).map_err(|_| TemplateFault::Subject)?,
            body: body + &signature,
            written_at: envelope.now,
        })
    }
}
