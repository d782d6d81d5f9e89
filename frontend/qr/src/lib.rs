//! The QR reader of the start page: camera or picture in, application ID out.
//!
//! A module of its own, because the decoder weighs more than all the rest of the
//! portal and few people need it: `style/public/qr-reader.js` loads it when the
//! button is pressed. Nothing that the camera sees leaves the device. The words
//! and the elements are the page's (`app/src/applicant/islands/qr_reader.rs`).

mod camera;
mod canvas;
mod dialogue;
mod elements;
mod picture;
mod reading;

pub use reading::read;

/// Opens the reader and begins with the camera; called once, when the module has
/// been loaded.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn open() {
    // Without the reader's elements there is nothing to do: not our page.
    let _ = dialogue::open();
}
