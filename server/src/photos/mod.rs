//! Face photos on the server: made anew from what was sent, and kept sealed.
//!
//! What an applicant sends is never stored. It is inspected by the rules and
//! a new file is made of its coefficients or, where it has to be turned or brought
//! to sRGB, of its pixels ([`Readable`]); so no metadata, no hidden bytes and no
//! trick of the coding can reach anybody who opens the stored photo. A
//! [`PhotoWorkers`] lets few photos be worked on at once.
//!
//! The result is sealed by the caller and kept in a [`PhotoVault`], which sees
//! only sealed bytes. [`sweep`] removes photos that no application knows.

mod bucket;
mod colours;
mod develop;
mod folder;
mod key;
mod probe;
mod refused;
mod s3;
mod s3_fault;
#[cfg(test)]
mod s3_tests;
mod sweep;
mod vault;
mod workers;

#[cfg(test)]
#[path = "../../tests/support/object_storage.rs"]
mod object_storage;

#[cfg(test)]
#[path = "../../../rules/tests/hostile/mod.rs"]
mod hostile;

pub use bucket::Bucket;
pub use develop::{DevelopError, Developed, Readable, read};
pub use key::VaultKey;
pub use probe::ProbeProblem;
pub use s3::S3Place;
pub use s3_fault::S3Fault;
pub use sweep::{PhotoRegister, SweepError, Swept, sweep};
pub use vault::{KeptPhoto, PhotoVault, VaultError};
pub use workers::PhotoWorkers;
