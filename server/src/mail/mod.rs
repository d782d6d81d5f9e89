//! Mails: what they say, how they leave, and what happens when they cannot.
//!
//! A row of the outbox says only of which kind a mail is (`rules::application::MailKind`);
//! [`LetterSpec`] is the table of what is particular about each. When its turn comes, the [`LetterSource`] makes what is secret in it and writes the
//! [`Letter`] with [`Letters`]; a [`MailTransport`] takes it to the mail server; the
//! [`Worker`] puts down what became of it and when to try again.

mod address;
mod attempt;
mod bounce;
mod letter;
mod letter_spec;
mod letters;
mod message;
mod outbox;
mod render;
mod schedule;
#[cfg(test)]
mod tests;
mod transport;
mod worker;

pub use bounce::{Bounce, NoBounce};
pub use letter::{Letter, MailId, MailIdProblem};
pub use letter_spec::{LetterSecret, LetterSpec, MailLimit, OPEN_PATH, STATUS_PATH, SecretKind};
pub use letters::{Draft, Letters};
pub use message::{Sender, Unsendable};
pub use outbox::{Fault, LetterFault, LetterSource, OutboxStore};
pub use render::TemplateFault;
pub use schedule::{TRIES, due_after};
pub use transport::{
    Caught, Folder, MailTransport, Memory, Reason, SetupFault, Smtp, TransportError,
};
pub use worker::{BatchReport, OutboxNotify, SendingRate, Worker};
