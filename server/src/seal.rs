//! Encryption at rest, and the keyed digests by which sealed things are found.
//!
//! Everything personal is sealed with XChaCha20-Poly1305 before it reaches the
//! database or a folder. An application has a key of its own, wrapped by the
//! operator's key, so that deleting the wrapped key also makes copies in
//! backups unreadable. The place a text is sealed for (table, row, column) is
//! authenticated with it: a sealed text moved elsewhere does not open.
//!
//! The operator may have several keys, the newest first ([`OperatorKeys`]): the
//! newest seals, all of them open, so that one can follow the other while the
//! portal answers. Keys for each kind of row are derived from them (HKDF, RFC 5869).
//!
//! Digests for looking things up are HMAC-SHA-256 under keys that belong to the
//! database ([`LookUpKeys`]), one for each purpose, and outlive the operator's keys.

mod key_id;
mod keyring;
mod look_up;
mod operator;
mod primitives;
mod voucher;

pub use self::key_id::{KEY_ID_BYTES, KeyId};
pub use self::keyring::{Keyring, NAMED};
pub use self::look_up::{Digest, LookUpKeys, Purpose, look_up_place};
pub use self::operator::{Keys, OperatorKey, OperatorKeys, wrapped_place};
pub use self::primitives::{KEY_BYTES, Key, Place, SealError, open, open_value, seal, seal_value};
pub use self::voucher::Voucher;
