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

/// Declares an island's work: with the feature `lazy` (builds with `--split`) it lies in
/// a file of its own, fetched by the first call.
///
/// Unlike those of `leptos::lazy`, a call tells when the file does not come, as on a page
/// that is left meanwhile or on a line that broke: that ended in a panic, and with it
/// everything else on the page that waits for the browser. Not `async`: a future handed
/// over from another file brings a second allocator along, 5 KB on every page with an
/// island.
macro_rules! apart {
    ($(#[doc = $doc:literal])* $name:ident($($part:ident: $type:ty),*) { $($work:tt)* }) => {
        $(#[doc = $doc])*
        #[cfg_attr(
            feature = "lazy",
            leptos::wasm_split::wasm_split(
                $name,
                wasm_split_path = ::leptos::wasm_split,
                fallible
            )
        )]
        fn $name($($part: $type),*) -> Result<(), leptos::wasm_split::SplitLoaderError> {
            $($work)*
            Ok(())
        }
    };
}
pub(crate) use apart;

/// Calls what [`apart`] declares. Where its file does not come the page stays the plain
/// HTML that it is, or the second is called.
#[cfg(feature = "lazy")]
macro_rules! started {
    ($call:expr) => {
        $crate::browser::started!($call, || ())
    };
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
    ($call:expr) => {
        $crate::browser::started!($call, || ())
    };
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
