//! `shinsei mail`: does mail arrive, and what became of it?

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use rules::MailAddress;

use super::{Failure, block_on, outbox, output};
use crate::clock::{Clock, SystemClock};
use crate::config::{Settings, TransportKind};
use crate::mail::{Letters, Reason, TransportError};
use crate::random::{Random, SystemRandom};
use crate::setup::open_transport;

#[derive(Debug, Subcommand)]
pub(super) enum MailCommand {
    /// Send one mail as the portal would, and say what became of it
    Test {
        /// Where it goes
        #[arg(value_name = "ADDRESS")]
        to: String,
    },
    /// List the mails that wait or were given up, the oldest first, and why
    List {
        /// Not more than so many
        #[arg(long, default_value_t = 100, value_name = "COUNT")]
        at_most: u32,
    },
    /// Try mails that were given up again, from now on
    Retry {
        /// Their names, as `shinsei mail list` shows them
        #[arg(value_name = "MAIL", required_unless_present = "failed")]
        mails: Vec<String>,
        /// All of them
        #[arg(long, conflicts_with = "mails")]
        failed: bool,
    },
    /// Read notifications of mails that came back (RFC 3464) and count these as given up
    Bounce {
        /// The files, or - for standard input
        #[arg(value_name = "FILE", default_value = "-")]
        files: Vec<PathBuf>,
    },
}

pub(super) fn run(command: MailCommand, settings: &Settings) -> Result<ExitCode, Failure> {
    match command {
        MailCommand::Test { to } => test(settings, &to),
        MailCommand::List { at_most } => outbox::list(settings, at_most),
        MailCommand::Retry { mails, failed } => outbox::retry(settings, (!failed).then_some(mails)),
        MailCommand::Bounce { files } => outbox::bounce(settings, &files),
    }
}

fn test(settings: &Settings, to: &str) -> Result<ExitCode, Failure> {
    let to = MailAddress::parse(to).map_err(|problem| format!("no mail address: {problem:?}"))?;
    let sent = block_on(send(settings, to))?;
    Ok(match sent {
        Ok(()) => {
            output::line(&format!("ok      {}", taken(settings)));
            ExitCode::SUCCESS
        }
        Err(TransportError::Later { reason } | TransportError::Never { reason }) => {
            output::line(&format!("PROBLEM {reason}: {}", advice(reason)));
            ExitCode::FAILURE
        }
    })
}

async fn send(settings: &Settings, to: MailAddress) -> Result<Result<(), TransportError>, Failure> {
    let random: &dyn Random = &SystemRandom;
    let id = hex::encode(random.bytes::<16>()?).parse()?;
    let letter = Letters::new(settings).trial(id, to, SystemClock.now())?;
    Ok(open_transport(settings)?.send(&letter).await)
}

fn taken(settings: &Settings) -> String {
    let mail = &settings.mail;
    match mail.transport {
        TransportKind::Smtp => format!(
            "{}:{} has taken it; if it does not arrive, look into the log of that server",
            mail.host, mail.port
        ),
        TransportKind::Folder => format!("it is in {}", mail.folder.display()),
        TransportKind::Memory => {
            "it was caught in this process (demonstration), nothing was sent".to_owned()
        }
    }
}

/// What the operator can do.
const fn advice(reason: Reason) -> &'static str {
    match reason {
        Reason::Reply(421 | 450..=459) => {
            "it asks to come back later; the portal does so by itself for 24 hours"
        }
        Reason::Reply(530..=538) => "user or password is wrong: mail.user, mail.password_file",
        Reason::Reply(550..=559) => {
            "it does not take this recipient or this sender: mail.from, and whether the server \
             relays for this machine"
        }
        Reason::Reply(_) => "its log says more",
        Reason::Network(_) => "is it running, are mail.host and mail.port right, a firewall?",
        Reason::Folder(_) => "may this account write to mail.folder?",
        Reason::Tls => {
            "does mail.tls fit the port (\"starttls\" 587, \"tls\" 465), is the certificate for \
             mail.host and from a known authority (mail.ca_file)?"
        }
        Reason::Protocol => "is it a mail server, and does it offer what mail.tls asks for?",
        Reason::Timeout => "a firewall, or a server under load: mail.timeout_seconds",
        Reason::Unsendable => "is mail.from an address a mail server would take?",
        Reason::Letter | Reason::Panic => "a fault of ours; please report it",
    }
}
