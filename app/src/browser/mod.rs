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

/// Lets work begin that waits for the browser in between.
pub(crate) fn start(work: impl Future<Output = ()> + 'static) {
    // Boxed, so that the machinery around it stands once in the module.
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}
