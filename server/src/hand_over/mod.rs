//! What the office gets: applications that were sent in, as files in a folder.
//!
//! Why files, and what is done in which order:
//! `docs/decisions/0022-hand-over-and-retention.md`. Files are written while the caller
//! waits: a command does so, and nobody else.

mod folder;
mod record;
mod write;

pub use folder::{Folder, FolderError};
pub use record::record;
pub use write::{ApplicationFault, HandOverError, HandedOver, hand_over};
