//! What an applicant meets: pages, islands, the server functions that read the forms, and
//! the door through which all of them reach the server.

pub mod islands;

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
pub(crate) mod pages;
#[cfg(feature = "ssr")]
pub mod portal;

#[cfg(feature = "ssr")]
pub use crate::notice::Notice;
