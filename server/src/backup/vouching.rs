//! Who wrote the manifest of a backup.
//!
//! The sums in a manifest tell a damaged file, not a forged backup: whoever may write into the
//! folder writes sums that fit. So who has the operator's key vouches for the manifest, in a
//! file beside it (`docs/decisions/0037-who-wrote-a-backup.md`).

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use super::MANIFEST;
use crate::private;
use crate::seal::{KeyId, OperatorKeys, SealError, Voucher};

/// What vouches for the manifest, in a backup's folder.
const VOUCHER: &str = "manifest.hmac";

/// How it is judged who wrote a manifest.
#[derive(Clone, Copy, Debug)]
pub struct Trust<'k> {
    /// The operator's keys, the older ones too.
    pub keys: Option<&'k OperatorKeys>,
    /// Whether a manifest is taken that nobody vouches for. One that is vouched for under a
    /// key that is there, and was changed, is refused all the same.
    pub unauthenticated: bool,
}

/// It is not shown who wrote a manifest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotVouched {
    /// It was changed, or written by somebody else.
    #[error("its {MANIFEST} is not what who has the key wrote: it was changed or forged")]
    Forged,
    /// What should vouch for it is none.
    #[error("its {VOUCHER} cannot be understood")]
    Garbled,
    /// Nobody vouches for it.
    #[error(
        "nobody vouches for it: it has no {VOUCHER}, as backups of earlier versions and those \
         that were made without a key; --unauthenticated takes it all the same"
    )]
    Nobody,
    /// No key is given to check it with.
    #[error(
        "secrets.key_file is not set, so it cannot be checked who wrote it; --unauthenticated \
         takes it all the same"
    )]
    NoKey,
    /// It was written under a key that is not given.
    #[error(
        "it was made under the key {0}, which is not in secrets.key_file: put that key below the \
         newest, or --unauthenticated takes it all the same"
    )]
    KeyMissing(KeyId),
}

impl Trust<'_> {
    /// The key whose holder wrote this manifest; none where that is not shown and need not be.
    pub(super) fn check(
        self,
        folder: &Path,
        manifest: &[u8],
    ) -> io::Result<Result<Option<KeyId>, NotVouched>> {
        let text = match fs::read_to_string(folder.join(VOUCHER)) {
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) if error.kind() == ErrorKind::InvalidData => Some(String::new()),
            read => Some(read?),
        };
        Ok(match self.judge(text.as_deref(), manifest) {
            Err(NotVouched::Nobody | NotVouched::NoKey | NotVouched::KeyMissing(_))
                if self.unauthenticated =>
            {
                Ok(None)
            }
            judged => judged.map(Some),
        })
    }

    fn judge(self, text: Option<&str>, manifest: &[u8]) -> Result<KeyId, NotVouched> {
        let text = text.ok_or(NotVouched::Nobody)?;
        let voucher = Voucher::read(text).ok_or(NotVouched::Garbled)?;
        let keys = self.keys.ok_or(NotVouched::NoKey)?;
        match voucher.check(keys, manifest) {
            Ok(()) => Ok(voucher.key()),
            Err(SealError::KeyMissing(key)) => Err(NotVouched::KeyMissing(key)),
            Err(_) => Err(NotVouched::Forged),
        }
    }
}

/// Vouches for a manifest that is about to be written.
pub(super) fn write(folder: &Path, keys: &OperatorKeys, manifest: &[u8]) -> io::Result<()> {
    let mut file = private::new_file(&folder.join(VOUCHER))?;
    file.write_all(keys.vouch(manifest).to_string().as_bytes())?;
    file.sync_all()
}
