//! Face photos on the server: made anew from what was sent, and kept sealed.
//!
//! What an applicant sends is never stored. It is inspected by the rules,
//! decoded, set upright and coded again ([`develop`]); so no metadata, no
//! hidden bytes and no trick of the coding can reach anybody who opens the
//! stored photo. A [`DevelopingRoom`] lets few photos be worked on at once.
//!
//! The result is sealed by the caller and kept in a [`PhotoVault`], which sees
//! only sealed bytes. [`sweep`] removes photos that no application knows.

mod bucket;
mod colours;
mod decode;
mod develop;
mod folder;
mod key;
mod picture;
mod refused;
mod room;
mod sweep;
mod vault;

pub use bucket::Bucket;
pub use develop::{DevelopError, Developed, develop};
pub use key::PhotoKey;
pub use room::DevelopingRoom;
pub use sweep::{PhotoRegister, SweepError, Swept, sweep};
pub use vault::{KeptPhoto, PhotoVault, VaultError};
