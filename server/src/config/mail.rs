//! How mails leave the house.

use std::path::PathBuf;

use app::words::Words;
use rules::application::MailKind;
use rules::{Language, MailAddress};
use serde::{Deserialize, Serialize};

use super::kinds::{Count, Line, Secret, SecretProblem, count};
use super::section::section;

section! {
    /// How mails leave the house.
    Mail {
        /// "smtp" sends them to a mail server, "folder" writes them as .eml files,
        /// "memory" keeps them readable at /demo/mail. Production sends by "smtp" only.
        transport: TransportKind = TransportKind::Memory;
        /// Folder for the transport "folder".
        folder: PathBuf = PathBuf::from("mail");
        /// Mail server: name or address.
        host: String = String::from("localhost");
        /// Its port: 587 for submission, 465 for tls = "tls", 25 for a relay in the house.
        port: u16 = 587;
        /// "starttls" begins in the clear and insists on going over to TLS, "tls" is
        /// TLS from the first byte, "none" is for a mail server on this machine or
        /// in this house.
        tls: Tls = Tls::Starttls;
        /// Certificate (PEM) of an authority of the house that signed the mail server's
        /// certificate; unset, the usual authorities of the web are trusted.
        ca_file: Option<PathBuf> = None => Example("ca.pem");
        /// Name to log in to the mail server with; unset, nobody logs in.
        user: Option<String> = None => Example("shinsei");
        /// Password to log in with.
        password: Option<Secret> = None => Environment;
        /// File with the password to log in with.
        password_file: Option<PathBuf> = None => Example("/run/credentials/shinsei/mail-password");
        /// Address that mails come from. Its domain should have SPF and DKIM records.
        from: MailAddress = sample_sender();
        /// Name that mails come from; unset, the office's.
        from_name: Option<Line> = None => Example("Card desk");
        /// Address that answers go to; unset, the one mails come from.
        reply_to: Option<MailAddress> = None => Example("card@town.lg.jp");
        /// Subject of the mail that an application was received.
        received_subject: Line = Line::embedded(Words::of(Language::default()).letters.of(MailKind::Received).subject);
        /// At most so many mails leave in one second.
        per_second: Count = count(20);
        /// Connections to the mail server kept open.
        connections: Count = count(4);
        /// The mail server must answer after so many seconds.
        timeout_seconds: Count = count(20);
        /// The outbox is looked through every so many seconds even when nothing is
        /// said to have been put into it.
        poll_seconds: Count = count(5);
    }
}

/// By which way mails leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TransportKind {
    /// To a mail server.
    Smtp,
    /// Into a folder, as `.eml` files.
    Folder,
    /// Into this process, for the demonstration.
    Memory,
}

/// How the way to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Begins in the clear and insists on TLS before anything else.
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// In the clear.
    None,
}

impl Mail {
    /// The password to log in with, from wherever it is given.
    ///
    /// # Errors
    /// [`SecretProblem`] when it is given twice or its file gives nothing.
    pub fn read_password(&self) -> Result<Option<Secret>, SecretProblem> {
        Secret::from_either(self.password.as_ref(), self.password_file.as_deref())
    }

    /// Whether the mail server is this machine.
    pub fn is_on_this_machine(&self) -> bool {
        let loopback = |address: std::net::IpAddr| address.is_loopback();
        self.host == "localhost" || self.host.parse().is_ok_and(loopback)
    }
}

/// The sender until the operator names one: of a domain that nobody can own.
#[expect(
    clippy::expect_used,
    reason = "a constant; every test that loads the defaults reads it"
)]
pub(super) fn sample_sender() -> MailAddress {
    MailAddress::parse("no-reply@example.jp").expect("a mail address")
}
