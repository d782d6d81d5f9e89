//! The worker that checks photos and looks at the camera's frames, and what it says.

#[cfg(feature = "hydrate")]
mod checker;
#[cfg(any(feature = "hydrate", test))]
mod findings;
#[cfg(feature = "hydrate")]
mod looks;
#[cfg(feature = "hydrate")]
mod report;

#[cfg(feature = "hydrate")]
pub(super) use checker::{Checker, STAGES, Told};
#[cfg(feature = "hydrate")]
pub(super) use findings::findings;
#[cfg(feature = "hydrate")]
pub(super) use report::{Report, Trimming, is_mended};
