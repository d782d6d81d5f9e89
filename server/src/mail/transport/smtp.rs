//! Letters to a mail server.

use std::error::Error;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls as Protection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{self, AsyncSmtpTransportBuilder, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::{MailTransport, Reason, TransportError};
use crate::config::{Mail, SecretProblem, Settings, Tls};
use crate::mail::Letter;
use crate::mail::message::{Sender, message};

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// Sends letters over SMTP, with a few connections kept open.
#[derive(Clone)]
pub struct Smtp {
    builder: AsyncSmtpTransportBuilder,
    transport: Arc<Mutex<Transport>>,
    sender: Sender,
}

/// Puts new connections in place of the old ones unless the try came to its end.
///
/// The library keeps the connection of a try that was given up half-way (lettre
/// 0.11.23): the next mail on it would take the answers to the one before for its own.
struct Unfinished<'a>(Option<&'a Smtp>);

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if let Some(smtp) = self.0 {
            *smtp.transport() = smtp.builder.clone().build();
        }
    }
}

/// Why letters cannot be sent with these settings.
#[derive(Debug, thiserror::Error)]
pub enum SetupFault {
    /// The password cannot be had.
    #[error("mail.password_file {0}")]
    Password(#[from] SecretProblem),
    /// The certificate cannot be read.
    #[error("mail.ca_file: {0}")]
    Certificate(#[source] Box<dyn Error + Send + Sync>),
    /// The server's name cannot be used for TLS.
    #[error("mail.host: {0}")]
    Host(#[source] smtp::Error),
}

impl Smtp {
    /// The mail server of the settings; nothing is sent yet.
    ///
    /// # Errors
    /// [`SetupFault`] when password, certificate or host cannot be used.
    ///
    /// # Panics
    /// Outside of a Tokio runtime: the connections kept open are looked after there.
    pub fn new(settings: &Settings) -> Result<Self, SetupFault> {
        let mail = &settings.mail;
        let timeout = Duration::from_secs(mail.timeout_seconds.get().into());
        let domain = mail.from.domain().to_owned();
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&mail.host)
            .port(mail.port)
            .tls(protection(mail)?)
            .timeout(Some(timeout))
            .hello_name(ClientId::Domain(domain))
            .pool_config(PoolConfig::new().max_size(mail.connections.get()));
        if let (Some(user), Some(password)) = (&mail.user, mail.read_password()?) {
            let password = password.expose().to_owned();
            builder = builder.credentials(Credentials::new(user.clone(), password));
        }
        Ok(Self {
            transport: Arc::new(Mutex::new(builder.clone().build())),
            builder,
            sender: Sender::new(settings),
        })
    }

    /// Nobody can have panicked while holding the lock.
    fn transport(&self) -> MutexGuard<'_, Transport> {
        self.transport
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// TLS as asked for: either it is there, or nothing is sent.
fn protection(mail: &Mail) -> Result<Protection, SetupFault> {
    if mail.tls == Tls::None {
        return Ok(Protection::None);
    }
    let mut parameters = TlsParameters::builder(mail.host.clone());
    if let Some(file) = &mail.ca_file {
        let pem = std::fs::read(file).map_err(|fault| SetupFault::Certificate(fault.into()))?;
        let certificate =
            Certificate::from_pem(&pem).map_err(|fault| SetupFault::Certificate(fault.into()))?;
        parameters = parameters.add_root_certificate(certificate);
    }
    let parameters = parameters.build().map_err(SetupFault::Host)?;
    Ok(match mail.tls {
        Tls::Starttls => Protection::Required(parameters),
        Tls::Tls | Tls::None => Protection::Wrapper(parameters),
    })
}

#[async_trait]
impl MailTransport for Smtp {
    async fn send(&self, letter: &Letter) -> Result<(), TransportError> {
        let message = message(letter, &self.sender)?;
        let transport = self.transport().clone();
        let mut unfinished = Unfinished(Some(self));
        let sent = transport.send(message).await;
        unfinished.0 = None;
        sent.map(|_| ()).map_err(|fault| judged(&fault))
    }
}

/// Whether a fault of the mail library is worth another try, and why it happened.
///
/// Only an answer about this mail is final. A wrong password, a relay that does
/// not know us or an outdated certificate are for the operator to mend, and every
/// mail still waiting then goes out.
fn judged(fault: &smtp::Error) -> TransportError {
    let reply = fault
        .status()
        .and_then(|code| code.to_string().parse().ok());
    match reply {
        Some(code) if is_about_this_mail(code) => TransportError::Never {
            reason: Reason::Reply(code),
        },
        Some(code) => TransportError::Later {
            reason: Reason::Reply(code),
        },
        None => TransportError::Later {
            reason: reason_without_reply(fault),
        },
    }
}

/// Whether a reply refuses this mail for good (RFC 5321, 4.2.3: mailbox, size,
/// name, transaction, parameters of the address). The other replies of 500 and
/// over refuse us: commands (500–504), no mail here (521), authentication (530–538).
fn is_about_this_mail(code: u16) -> bool {
    matches!(code, 550..=559)
}

fn reason_without_reply(fault: &smtp::Error) -> Reason {
    let io = io_kind(fault);
    // What TLS refuses while it begins, a certificate above all, arrives as bad data.
    if fault.is_tls() || io == Some(ErrorKind::InvalidData) {
        Reason::Tls
    } else if fault.is_timeout() {
        Reason::Timeout
    } else if fault.is_response() || fault.is_client() {
        Reason::Protocol
    } else {
        Reason::Network(io.unwrap_or(ErrorKind::Other))
    }
}

/// The kind of the first I/O fault among the causes.
fn io_kind(fault: &smtp::Error) -> Option<ErrorKind> {
    let mut cause = fault.source();
    while let Some(known) = cause {
        if let Some(io) = known.downcast_ref::<std::io::Error>() {
            return Some(io.kind());
        }
        cause = known.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_reply_about_this_mail_is_final() {
        for code in [550, 551, 552, 553, 554, 555, 556] {
            assert!(is_about_this_mail(code), "{code}");
        }
        for code in [
            421, 450, 451, 452, 454, 455, 500, 502, 503, 521, 530, 534, 535, 538,
        ] {
            assert!(!is_about_this_mail(code), "{code}");
        }
    }

    #[tokio::test]
    async fn a_certificate_that_cannot_be_read_is_told_at_the_start() {
        let mut settings = Settings::default();
        settings.mail.ca_file = Some("/no/such".into());
        assert!(matches!(
            Smtp::new(&settings),
            Err(SetupFault::Certificate(_))
        ));
        settings.mail.ca_file = None;
        assert!(Smtp::new(&settings).is_ok());
    }
}
