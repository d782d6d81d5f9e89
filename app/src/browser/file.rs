//! A file the applicant has chosen.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlInputElement, Url};

/// The file chosen in a control.
pub(crate) fn chosen(input: &HtmlInputElement) -> Option<File> {
    input.files()?.get(0)
}

/// How many bytes a file has, without reading it.
pub(crate) fn size(file: &Blob) -> u64 {
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of bytes far below 2^53"
    )]
    let size = file.size() as u64;
    size
}

/// All bytes of a file. Nothing if it cannot be read: it lies in a cloud that is
/// out of reach, or was moved since.
pub(crate) async fn bytes(file: &Blob) -> Option<Vec<u8>> {
    read(file).await
}

/// An address of this browser under which an image shows the file.
pub(crate) fn address(file: &Blob) -> Option<String> {
    Url::create_object_url_with_blob(file).ok()
}

/// Gives an [`address`] back, so that the file can leave the memory.
pub(crate) fn give_back(address: &str) {
    // Refused for no text; others are ignored by the browser.
    let _ = Url::revoke_object_url(address);
}

/// The first bytes of a file.
pub(crate) async fn head(file: &Blob, count: u32) -> Option<Vec<u8>> {
    let slice = file.slice_with_f64_and_f64(0.0, f64::from(count)).ok()?;
    read(&slice).await
}

async fn read(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
