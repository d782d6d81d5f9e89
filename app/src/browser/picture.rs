//! Pictures in formats that the browser opens.

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

use super::page;

/// Longest side of a picture that is made anew: more than a card needs, and no
/// phone runs out of memory for it.
const LONGEST_SIDE: f64 = 4_000.0;

/// Hardly any loss can be seen.
const QUALITY: f64 = 0.95;

/// The same picture as a JPEG file, upright. Nothing if the browser does not open
/// the format.
pub(crate) async fn as_jpeg(file: &Blob) -> Option<Blob> {
    let opened = web_sys::window()?
        .create_image_bitmap_with_blob(file)
        .ok()?;
    let picture: ImageBitmap = JsFuture::from(opened).await.ok()?.dyn_into().ok()?;
    let canvas = draw(&picture);
    picture.close();
    coded(&canvas?).await
}

fn draw(picture: &ImageBitmap) -> Option<HtmlCanvasElement> {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (LONGEST_SIDE / width.max(height)).min(1.0);
    let canvas: HtmlCanvasElement = page::new_element("canvas")?.dyn_into().ok()?;
    canvas.set_width(pixels(width * scale));
    canvas.set_height(pixels(height * scale));
    let drawing = canvas.get_context("2d").ok()??;
    let drawing: CanvasRenderingContext2d = drawing.dyn_into().ok()?;
    // What is transparent would become black.
    drawing.set_fill_style_str("white");
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    drawing.fill_rect(0.0, 0.0, width, height);
    drawing
        .draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width, height)
        .ok()?;
    Some(canvas)
}

fn pixels(side: f64) -> u32 {
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a side of at most 4,000 pixels"
    )]
    let pixels = side.round() as u32;
    pixels.max(1)
}

async fn coded(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let mut ask = |done: Function, _: Function| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::UNDEFINED, &blob);
        });
        // Refused only for pictures of other pages, of which there are none.
        let _ = canvas.to_blob_with_type_and_encoder_options(
            done.unchecked_ref(),
            "image/jpeg",
            &QUALITY.into(),
        );
    };
    let blob = JsFuture::from(Promise::new(&mut ask)).await.ok()?;
    blob.dyn_into().ok()
}
