//! From a letter to a mail as it travels.

use std::time::{Duration, UNIX_EPOCH};

use lettre::Message;
use lettre::address::{AddressError, Envelope};
use lettre::message::header::{self, Header, HeaderName, HeaderValue};
use lettre::message::{Mailboxes, SinglePart};
use rules::MailAddress;

use super::address::{mailbox, wire};
use super::letter::Letter;
use crate::config::{Line, Settings};

/// Who mails come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The address; its domain is also that of every `Message-ID`.
    pub address: MailAddress,
    /// The name shown beside it.
    pub name: Line,
    /// Where answers go, if elsewhere.
    pub reply_to: Option<MailAddress>,
}

impl Sender {
    /// The sender the operator chose.
    pub fn new(settings: &Settings) -> Self {
        Self {
            address: settings.mail.from.clone(),
            name: settings
                .mail
                .from_name
                .clone()
                .unwrap_or_else(|| settings.office.name.clone()),
            reply_to: settings.mail.reply_to.clone(),
        }
    }
}

/// The mail library does not take this letter; no [`Letter`] is known to be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsendable {
    /// It does not take an address.
    #[error("the mail library refuses an address")]
    Address,
    /// It does not take the mail.
    #[error("the mail library refuses the mail")]
    Message,
}

impl From<AddressError> for Unsendable {
    fn from(_: AddressError) -> Self {
        Self::Address
    }
}

/// RFC 3834, 5: no automatic answers, please.
#[derive(Clone, Copy, Debug)]
struct AutoSubmitted;

impl AutoSubmitted {
    const VALUE: &str = "auto-generated";
}

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), Self::VALUE.to_owned())
    }
}

/// The mail: plain text in UTF-8, encoded for seven bits; the same letter always
/// makes the same mail, byte for byte.
///
/// The library reads addresses back from the headers it has just written and fails
/// over some names and quoted addresses (lettre 0.11.23). So the envelope is given
/// to it, and the sender's name is put in at the end.
///
/// # Errors
/// [`Unsendable`] when the mail library refuses it.
pub(super) fn message(letter: &Letter, sender: &Sender) -> Result<Message, Unsendable> {
    let to = mailbox(letter.name.as_ref(), &letter.to)?;
    let from = mailbox(Some(&sender.name), &sender.address)?;
    let envelope = Envelope::new(Some(from.email.clone()), vec![to.email.clone()]);
    let since = Duration::from_secs(u64::try_from(letter.written_at.0).unwrap_or_default());
    let mut builder = Message::builder()
        .envelope(envelope.map_err(|_| Unsendable::Address)?)
        .from(from.email.clone().into())
        .header(header::To::from(Mailboxes::from(to)))
        .subject(letter.subject.as_str())
        .date(UNIX_EPOCH + since)
        .message_id(Some(format!("<{}@{}>", letter.id, sender.address.domain())))
        .header(AutoSubmitted);
    if let Some(reply_to) = &sender.reply_to {
        builder = builder.reply_to(wire(reply_to)?.into());
    }
    let text = SinglePart::plain(letter.body.clone());
    let mut message = builder.singlepart(text).map_err(|_| Unsendable::Message)?;
    message
        .headers_mut()
        .set(header::From::from(Mailboxes::from(from)));
    Ok(message)
}
