//! Thin wrappers over what a browser offers, in the terms of the islands.
//!
//! No signals and no props here or in the islands: every page is rendered whole
//! on the server, so an island only fills elements that are there. That keeps the
//! module a phone loads small (`docs/benchmarks.md` has the numbers).

pub(crate) mod answer;
pub(crate) mod clock;
pub(crate) mod file;
pub(crate) mod page;
pub(crate) mod picture;
pub(crate) mod upload;
pub(crate) mod worker;

use std::future::Future;
use std::pin::Pin;

/// Runs an island's `#[lazy]` function: once it is fetched where it lies in a file of
/// its own (the feature `lazy`), else at once.
///
/// Such a function is not `async`: a future handed over from another file brings a
/// second allocator along, 5 KB on every page with an island.
#[cfg(feature = "lazy")]
macro_rules! fetched {
    ($call:expr) => {
        $crate::browser::start($call)
    };
}
#[cfg(not(feature = "lazy"))]
macro_rules! fetched {
    ($call:expr) => {
        $call
    };
}
pub(crate) use fetched;

/// The same for a function that tells whether its file came; if not, the second is
/// called.
#[cfg(feature = "lazy")]
macro_rules! started {
    ($call:expr, $or:expr) => {
        $crate::browser::start(async move {
            if $call.await.is_err() {
                $or();
            }
        })
    };
}
#[cfg(not(feature = "lazy"))]
macro_rules! started {
    ($call:expr, $or:expr) => {
        if $call.is_err() {
            $or();
        }
    };
}
pub(crate) use started;

/// Lets work begin that waits for the browser in between.
pub(crate) fn start(work: impl Future<Output = ()> + 'static) {
    // Boxed, so that the machinery around it stands once in the module.
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}
