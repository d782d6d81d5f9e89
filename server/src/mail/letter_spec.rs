//! The table of letters: all that is particular about each kind of mail.

use app::words::Words;
use rules::application::{Journey, MailKind};
use rules::{DeviceCode, LinkToken, Moment};

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
    pub(super) blanks: fn(&BaseUrl, &Words, &Journey) -> Option<Blanks>,
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

impl LetterSpec {
    /// The row of this kind.
    pub fn of(kind: MailKind) -> Self {
        match kind {
            MailKind::Link => Self {
                has_subject_of_operator: false,
                greets_by_name: false,
                limit: MailLimit::Recipient,
                secret: Some(SecretKind::Link),
                blanks: |_, _, journey| {
                    let is_over = matches!(journey, Journey::Submitted { .. });
                    (!is_over).then(Vec::new)
                },
            },
            MailKind::DeviceCode => Self {
                has_subject_of_operator: false,
                greets_by_name: false,
                limit: MailLimit::DeviceCode,
                secret: Some(SecretKind::DeviceCode),
                blanks: |_, _, _| Some(Vec::new()),
            },
            MailKind::Received => Self {
                has_subject_of_operator: true,
                greets_by_name: true,
                limit: MailLimit::None,
                secret: None,
                blanks: of_receipt,
            },
        }
    }
}

fn of_receipt(portal: &BaseUrl, words: &Words, journey: &Journey) -> Option<Blanks> {
    let Journey::Submitted { receipt, at, .. } = journey else {
        return None;
    };
    Some(vec![
        ("receipt", receipt.grouped()),
        ("received", words.calendar.moment_of(*at)),
        ("status_url", format!("{portal}{STATUS_PATH}")),
    ])
}

impl LetterSecret {
    pub(super) fn blanks(&self, portal: &BaseUrl, words: &Words) -> Blanks {
        match self {
            Self::Link { token, until } => {
                let url = format!("{portal}{OPEN_PATH}{}", token.as_str());
                vec![("url", url), ("until", words.calendar.moment_of(*until))]
            }
            Self::DeviceCode { code, minutes } => {
                let code = code.as_str().to_owned();
                vec![("code", code), ("minutes", minutes.to_string())]
            }
        }
    }
}
