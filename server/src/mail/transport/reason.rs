//! Why a mail was not sent, in a form that cannot hold an address.

use std::fmt;
use std::io::ErrorKind;

/// Why a mail was not sent. A mail server's own words are left out: they usually
/// quote the recipient's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The mail server answered with this code.
    Reply(u16),
    /// The mail server could not be reached or the connection broke.
    Network(ErrorKind),
    /// The folder for letters cannot be written to.
    Folder(ErrorKind),
    /// The connection could not be protected: certificate, name or version.
    Tls,
    /// The mail server speaks no SMTP that we understand, or offers no way to log in
    /// or to go over to TLS.
    Protocol,
    /// It took too long.
    Timeout,
    /// The mail library does not take the letter.
    Unsendable,
    /// The letter could not be written.
    Letter,
    /// Something panicked over this mail.
    Panic,
}

impl Reason {
    /// A short name for tables and metrics.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reply(_) => "reply",
            Self::Network(_) => "network",
            Self::Folder(_) => "folder",
            Self::Tls => "tls",
            Self::Protocol => "protocol",
            Self::Timeout => "timeout",
            Self::Unsendable => "unsendable",
            Self::Letter => "letter",
            Self::Panic => "panic",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reply(code) => write!(f, "the mail server answered {code}"),
            Self::Network(kind) => write!(f, "the mail server cannot be reached ({kind})"),
            Self::Folder(kind) => write!(f, "the folder cannot be written to ({kind})"),
            Self::Tls => f.write_str("TLS with the mail server fails"),
            Self::Protocol => f.write_str("the mail server offers no way in"),
            Self::Timeout => f.write_str("the mail server took too long"),
            Self::Unsendable => f.write_str("the mail library refuses the letter"),
            Self::Letter => f.write_str("the letter could not be written"),
            Self::Panic => f.write_str("something panicked over this mail"),
        }
    }
}
