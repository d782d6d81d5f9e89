//! Mails that came back: a delivery status notification (RFC 3464) to what it says of
//! one of ours.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::letter::MailId;

/// A mail of ours that could not be delivered after a server had taken it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// The mail's name.
    pub id: MailId,
    /// Why: the enhanced status code (RFC 3463), three numbers with dots between.
    pub status: String,
}

/// Why a file says nothing of a mail that came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoBounce {
    /// It is no delivery status notification.
    #[error("it is no delivery status notification (RFC 3464)")]
    OtherKind,
    /// It says that a mail is late, was relayed or delivered.
    #[error("it says that the mail is late or was delivered, not that it came back")]
    NotFailed,
    /// It does not say which mail it is about.
    #[error("it does not hold the head of the mail that came back, so nobody knows which it was")]
    NoMail,
}

impl Bounce {
    /// Reads a notification as a mail server sends it.
    ///
    /// # Errors
    /// [`NoBounce`].
    pub fn read(file: &[u8]) -> Result<Self, NoBounce> {
        let notification = MessageParser::new()
            .parse(file)
            .ok_or(NoBounce::OtherKind)?;
        let report = part(&notification, "delivery-status").ok_or(NoBounce::OtherKind)?;
        let status = failure(report.contents()).ok_or(NoBounce::NotFailed)?;
        let id = returned(&notification).ok_or(NoBounce::NoMail)?;
        Ok(Self { id, status })
    }
}

fn part<'a>(notification: &'a Message<'a>, kind: &str) -> Option<&'a MessagePart<'a>> {
    let mut parts = notification.parts.iter();
    parts.find(|part| part.is_content_type("message", kind))
}

/// The status of the first recipient whom the mail did not reach. The groups of fields
/// are apart by empty lines; the first is about the mail itself.
fn failure(report: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(report).replace("\r\n", "\n");
    text.split("\n\n").find_map(|group| {
        let failed = field(group, "action")?.eq_ignore_ascii_case("failed");
        let status = field(group, "status").filter(|status| is_status(status));
        failed.then(|| status.unwrap_or(UNKNOWN).to_owned())
    })
}

/// "Other undefined status" of a permanent failure.
const UNKNOWN: &str = "5.0.0";

fn field<'a>(group: &'a str, name: &str) -> Option<&'a str> {
    let mut fields = group.lines().filter_map(|line| line.split_once(':'));
    let (_, value) = fields.find(|(field, _)| field.trim().eq_ignore_ascii_case(name))?;
    // A comment may stand behind the value.
    value.split_whitespace().next()
}

fn is_status(text: &str) -> bool {
    let parts: Vec<_> = text.split('.').collect();
    let is_number = |part: &&str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() == 3 && parts.iter().all(is_number)
}

/// The name of the mail that came back, from its head or the whole of it.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "of all kinds of parts only a message has a name"
)]
fn returned(notification: &Message<'_>) -> Option<MailId> {
    let whole = notification.parts.iter().find_map(|part| match &part.body {
        PartType::Message(message) => message.message_id().map(str::to_owned),
        _ => None,
    });
    let of_head = || {
        let mut parts = notification.parts.iter();
        let head = parts.find(|part| part.is_content_type("text", "rfc822-headers"))?;
        let head = MessageParser::new().parse_headers(head.contents())?;
        head.message_id().map(str::to_owned)
    };
    let id = whole.or_else(of_head)?;
    let (name, _) = id.trim_matches(['<', '>']).rsplit_once('@')?;
    name.parse().ok()
}
