//! Time.

use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;

/// Milliseconds on a clock that only runs forward.
pub(crate) fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}

/// Lets the browser do what is waiting: paint, handle taps and keys.
pub(crate) async fn breathe() {
    let mut ask = |done: Function, _: Function| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&done);
        }
    };
    // A timer's promise is never refused.
    let _ = JsFuture::from(Promise::new(&mut ask)).await;
}
