//! What people see: pages, islands, server functions and every word of them.
//!
//! Compiled twice: with `ssr` into the server, which renders all pages, and
//! with `hydrate` into the module a phone loads where an island needs it. Only
//! `islands`, `browser` and what both sides write in the same way (`dates`, `numbers`)
//! exist in the browser; words do not: the islands find theirs in the page.

#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
compile_error!("choose the feature `ssr` (server) or `hydrate` (browser)");

pub mod applicant;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "ssr")]
mod about;
mod dates;
mod fill;
mod numbers;

#[cfg(feature = "hydrate")]
mod browser;

#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
pub mod exchange;
#[cfg(feature = "ssr")]
mod files;
#[cfg(feature = "ssr")]
mod flash;
#[cfg(feature = "ssr")]
mod notice;
#[cfg(feature = "ssr")]
pub mod refusal;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "ssr")]
mod typed;

#[cfg(feature = "ssr")]
pub use applicant::pages::{bare_page, waiting_page};
#[cfg(feature = "ssr")]
pub use files::FileDigests;
#[cfg(feature = "ssr")]
pub use shell::{App, shell};
#[cfg(feature = "ssr")]
pub use typed::Typed;
