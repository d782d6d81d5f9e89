//! Every word people read, in one place.
//!
//! The portal speaks Japanese. Everything else asks this module, never
//! [`ja`] itself, so that a second language has one place to be chosen in.
//! Words that only pages use are compiled into the server alone.

pub mod ja;

pub use ja::calendar;
pub use ja::concerns::{ConcernWords, concern};
pub use ja::findings::{FindingWords, finding};
pub use ja::islands;
pub use ja::problems::problem;

#[cfg(feature = "ssr")]
pub use ja::camera;
#[cfg(feature = "ssr")]
pub use ja::examples;
#[cfg(feature = "ssr")]
pub use ja::exceptions::{ExceptionWords, exception, exception_name, exceptions, named_exceptions};
#[cfg(feature = "ssr")]
pub use ja::frame;
#[cfg(feature = "ssr")]
pub use ja::pages;
#[cfg(feature = "ssr")]
pub use ja::refusals::{RefusalWords, refusal};
#[cfg(feature = "ssr")]
pub use ja::waiting::wait;
