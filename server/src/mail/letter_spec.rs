//! The table of letters: all that is particular about each kind of mail.

use rules::application::{Journey, MailKind};
use rules::{DeviceCode, LinkToken, Moment};

use super::moment::written;
use super::render::TemplateFault;
use crate::config::BaseUrl;

/// Path of the page behind a mailed link; the token follows.
pub const OPEN_PATH: &str = "/open/";

/// Path of the page that shows where an application stands.
pub const STATUS_PATH: &str = "/status";

/// Names and texts for the blanks of a letter.
pub(super) type Blanks = Vec<(&'static str, String)>;

/// What is to be known of a kind of mail.
#[derive(Clone, Copy, Debug)]
pub struct LetterSpec {
    /// Subject and text.
    pub(super) template: Template,
    /// Whether the subject is the operator's (`mail.received_subject`), not the template's.
    pub(super) has_subject_of_operator: bool,
    /// Whether it greets by name: only where whoever reads it has opened the link. Before, it
    /// goes to whoever was named as applicant, and somebody else may have typed that name.
    pub(super) greets_by_name: bool,
    /// What it takes to be sent.
    pub limit: MailLimit,
    /// What is secret in it, which fills its blanks (see [`SecretKind`]).
    pub secret: Option<SecretKind>,
    /// What else fills its blanks; none when there is nothing to send any more.
    pub(super) blanks: fn(&BaseUrl, &Journey) -> Result<Option<Blanks>, TemplateFault>,
}

/// Subject and text of a kind of letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Template {
    pub(super) subject: &'static str,
    pub(super) body: &'static str,
}

/// What a mail takes to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailLimit {
    /// Nothing: it answers something that is done once.
    None,
    /// One of the address, one of its mailbox and one of the form: anybody can ask for it who
    /// has no link yet.
    Recipient,
    /// One device code of the application.
    DeviceCode,
}

/// What is secret in a letter; made of the mail's own secret when it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretKind {
    /// A link into the application: `{{url}}`, `{{until}}`.
    Link,
    /// A device code for the browser that asked: `{{code}}`, `{{minutes}}`.
    DeviceCode,
}

/// What a letter tells to nobody else.
#[derive(Clone)]
pub enum LetterSecret {
    /// See [`SecretKind::Link`].
    Link {
        /// The link's token.
        token: LinkToken,
        /// When the link ends.
        until: Moment,
    },
    /// See [`SecretKind::DeviceCode`].
    DeviceCode {
        /// The code.
        code: DeviceCode,
        /// How long it lives, in minutes.
        minutes: u32,
    },
}

macro_rules! template {
    ($folder:literal) => {
        Template {
            subject: include_str!(concat!("../../letters/ja/", $folder, "/subject.txt")),
            body: include_str!(concat!("../../letters/ja/", $folder, "/body.txt")),
        }
    };
}

/// The letter with which the operator tries whether mail arrives.
pub(super) const TRIAL: Template = template!("trial");

impl LetterSpec {
    /// The row of this kind.
    pub fn of(kind: MailKind) -> Self {
        match kind {
            MailKind::Link => Self {
                template: template!("link"),
                has_subject_of_operator: false,
                greets_by_name: false,
                limit: MailLimit::Recipient,
                secret: Some(SecretKind::Link),
                blanks: |_, journey| {
                    let is_over = matches!(journey, Journey::Submitted { .. });
                    Ok((!is_over).then(Vec::new))
                },
            },
            MailKind::DeviceCode => Self {
                template: template!("device_code"),
                has_subject_of_operator: false,
                greets_by_name: false,
                limit: MailLimit::DeviceCode,
                secret: Some(SecretKind::DeviceCode),
                blanks: |_, _| Ok(Some(Vec::new())),
            },
            MailKind::Received => Self {
                template: template!("received"),
                has_subject_of_operator: true,
                greets_by_name: true,
                limit: MailLimit::None,
                secret: None,
                blanks: of_receipt,
            },
        }
    }
}

fn of_receipt(portal: &BaseUrl, journey: &Journey) -> Result<Option<Blanks>, TemplateFault> {
    let Journey::Submitted { receipt, at, .. } = journey else {
        return Ok(None);
    };
    Ok(Some(vec![
        ("receipt", receipt.grouped()),
        ("received", written(*at)?),
        ("status_url", format!("{portal}{STATUS_PATH}")),
    ]))
}

impl LetterSecret {
    pub(super) fn blanks(&self, portal: &BaseUrl) -> Result<Blanks, TemplateFault> {
        Ok(match self {
            Self::Link { token, until } => {
                let url = format!("{portal}{OPEN_PATH}{}", token.as_str());
                vec![("url", url), ("until", written(*until)?)]
            }
            Self::DeviceCode { code, minutes } => {
                let code = code.as_str().to_owned();
                vec![("code", code), ("minutes", minutes.to_string())]
            }
        })
    }
}
