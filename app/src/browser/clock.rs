//! Time.

use js_sys::{Date, Function, Promise};
use wasm_bindgen_futures::JsFuture;

/// Milliseconds on a clock that only runs forward.
pub(crate) fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}

/// The day that it is in Japan now, as `2026-11-22`, by the clock of the device.
pub(crate) fn today_in_japan() -> String {
    /// Nine hours ahead of Greenwich, all year.
    const AHEAD_MILLISECONDS: f64 = 9.0 * 3_600_000.0;
    let there = Date::new(&(Date::now() + AHEAD_MILLISECONDS).into());
    let written = String::from(there.to_iso_string());
    written.split('T').next().unwrap_or_default().to_owned()
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
