//! The photo check for a Web Worker: `style/public/photo-worker.js` loads this
//! module and hands it messages of the page.
//!
//! A module of its own, because its models weigh more than all the rest of the
//! portal: it is fetched on the pages with a photo and nowhere else. Everything
//! that is decided is decided in [`photo_check`]; what it says travels as objects
//! in the shape of the JSON that the server writes.

mod checking;
mod cutting;
mod looking;

pub use checking::{Checking, PhotoChecker};
pub use cutting::{Cut, cut};

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A value as JavaScript has it after reading its JSON.
fn object(value: &impl Serialize) -> JsValue {
    // Fails for no value of ours: there are no maps with odd keys in them.
    let object = value.serialize(&Serializer::json_compatible());
    object.unwrap_or(JsValue::UNDEFINED)
}
