//! What the link or the code in a mail is made of: random, drawn for that mail alone.
//!
//! It is kept, sealed, for as long as the mail may be tried, so that a mail that goes out
//! twice carries the same link twice; then it is gone, and nothing that is left makes the
//! link again.

use rules::{DeviceCode, LinkToken};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::seal::{Digest, Place, SealError};
use crate::service::{Fault, Service};
use crate::store::{JourneyId, Queued, SessionDigest};

/// Length of a mail's secret, in bytes.
const SECRET_BYTES: usize = 32;

/// The secret of one mail.
pub(in crate::service) struct MailSecret(Zeroizing<[u8; SECRET_BYTES]>);

pub(in crate::service) fn place(row: &str) -> Place<'_> {
    Place {
        table: "outbox",
        row,
        column: "secret",
    }
}

/// What is kept of a link. SHA-256 suffices: a random token is no password.
pub(in crate::service) fn link_digest(token: &str) -> Digest {
    Sha256::digest(token.as_bytes()).into()
}

/// What the keyed digest of a code covers: the code of one application and one
/// browser is worth nothing for another.
pub(in crate::service) fn code_text(
    session: &SessionDigest,
    journey: &JourneyId,
    code: &DeviceCode,
) -> Vec<u8> {
    [
        session.as_slice(),
        journey.as_str().as_bytes(),
        code.as_str().as_bytes(),
    ]
    .concat()
}

impl MailSecret {
    /// The token of the link.
    pub(in crate::service) fn link_token(&self) -> LinkToken {
        LinkToken::from_random(*self.0)
    }

    /// The device code.
    pub(in crate::service) fn device_code(&self) -> Option<DeviceCode> {
        let (first, _) = self.0.split_first_chunk::<8>()?;
        // 2^64 is so much larger than a million that every code is equally likely
        // to within one in ten million million.
        let number = u64::from_be_bytes(*first) % u64::from(DeviceCode::COUNT);
        DeviceCode::from_number(u32::try_from(number).ok()?)
    }
}

impl Service {
    /// A new secret for the mail of this name, sealed.
    pub(in crate::service) fn draw_secret(&self, id: &str) -> Result<Vec<u8>, Fault> {
        let clear = Zeroizing::new(self.random.bytes::<SECRET_BYTES>()?);
        let keyring = self.keys.mails();
        Ok(keyring.seal(place(id), &*clear, &*self.random)?)
    }

    /// The secret of a mail. A row of the version before and one that was put back have
    /// none yet: it is drawn now. None when the mail was settled meanwhile.
    pub(in crate::service) async fn secret_of(
        &self,
        job: &Queued,
    ) -> Result<Option<MailSecret>, Fault> {
        let sealed = if let Some(sealed) = &job.secret {
            Some(sealed.clone())
        } else {
            let drawn = self.draw_secret(&job.id)?;
            self.store.give_secret(&job.id, drawn).await?
        };
        let opened = sealed.map(|sealed| self.keys.mails().open(place(&job.id), &sealed));
        let Some(clear) = opened.transpose()? else {
            return Ok(None);
        };
        let bytes = clear.as_slice().try_into();
        let bytes = bytes.map_err(|_| SealError::DoesNotOpen)?;
        Ok(Some(MailSecret(Zeroizing::new(bytes))))
    }
}
