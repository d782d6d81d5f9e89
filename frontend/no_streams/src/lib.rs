//! An empty `wasm-streams`, put in its place by `[patch.crates-io]`.
//!
//! `leptos` always brings the browser's client for server functions, and that the
//! streams of `wasm-streams`, whose JavaScript classes are exports that no linker
//! may leave out: 7 KB (brotli) of the module, on every page. Our pages post
//! plain forms and call no server function, so none of this ever runs. It holds
//! only what `server_fn` 0.8 names; streams end at once.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// Stands for a stream of the browser.
#[derive(Clone, Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Drops the stream and gives a place holder.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// Keeps the browser's stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Gives the browser's stream back.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that ends at once.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// A stream without items.
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
