//! Mails: what they say, how they leave, and what happens when they cannot.
//!
//! A row of the outbox says only what a mail is about ([`Mail`]). When its turn
//! comes, the [`LetterSource`] makes what is secret in it and writes the
//! [`Letter`] with [`Letters`]; a [`MailTransport`] takes it to the mail server; the
//! [`Worker`] puts down what became of it and when to try again.

mod address;
mod attempt;
mod bounce;
mod letter;
mod letters;
mod message;
mod moment;
mod outbox;
mod render;
mod schedule;
#[cfg(test)]
mod tests;
mod transport;
mod worker;

pub use bounce::{Bounce, NoBounce};
pub use letter::{Letter, MailId, MailIdProblem};
pub use letters::{
    CodeLetter, Envelope, Letters, LinkLetter, OPEN_PATH, ReceivedLetter, STATUS_PATH,
};
pub use message::{Sender, Unsendable};
pub use outbox::{Fault, Lease, Leased, LetterFault, LetterSource, Mail, OutboxStore, Outcome};
pub use render::TemplateFault;
pub use schedule::{TRIES, due_after};
pub use transport::{
    Caught, Folder, MailTransport, Memory, Reason, SetupFault, Smtp, TransportError,
};
pub use worker::{OutboxNotify, Pace, Report, Worker};
