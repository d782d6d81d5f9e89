//! Waiting.

use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;

/// Lets so many milliseconds pass.
pub(super) async fn pause(milliseconds: f64) {
    let mut ask = |done: Function, _: Function| {
        if let Some(window) = web_sys::window() {
            #[expect(
                clippy::as_conversions,
                clippy::cast_possible_truncation,
                reason = "a whole number of milliseconds"
            )]
            let delay = milliseconds as i32;
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, delay);
        }
    };
    // A timer's promise is never refused.
    let _ = JsFuture::from(Promise::new(&mut ask)).await;
}
