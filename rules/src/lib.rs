//! The rules an application for a photo ID card must meet.
//!
//! Everything here is pure: no input or output, no clock, no randomness, no
//! framework. The same code gives the verdict in the browser (WebAssembly) and
//! on the server.

pub mod photo;
pub mod proof;
