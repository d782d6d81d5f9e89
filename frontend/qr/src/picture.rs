//! Reading the code from a picture file.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ImageBitmap};

use crate::canvas::Canvas;
use crate::reading::Sight;

/// Longest side of a picture as it is searched: a form photographed whole still
/// has enough pixels for each module of its code.
const LONGEST_SIDE: u32 = 1600;

/// Looks for the code in a picture file of any format that the browser opens.
///
/// Nothing if the browser cannot open it.
pub(crate) async fn look_into(file: &File, canvas: &Canvas) -> Option<Sight> {
    let opened = web_sys::window()?
        .create_image_bitmap_with_blob(file)
        .ok()?;
    let picture: ImageBitmap = JsFuture::from(opened).await.ok()?.dyn_into().ok()?;
    let sight = canvas.look_at_picture(&picture, LONGEST_SIDE);
    picture.close();
    Some(sight)
}
