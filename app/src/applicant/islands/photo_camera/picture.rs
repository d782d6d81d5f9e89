//! Pictures out of the video: small ones for the check, and the photo.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, DataTransfer, Event, File, FilePropertyBag, HtmlCanvasElement,
    HtmlInputElement, HtmlVideoElement,
};

use super::place;
use crate::browser::page;

/// The sides of what the check looks at, in pixels: the shape of the card.
pub(super) const WIDTH: u32 = 308;
/// See [`WIDTH`].
pub(super) const HEIGHT: u32 = 396;

const JPEG: &str = "image/jpeg";
const QUALITY: f64 = 0.92;
const NAME: &str = "camera.jpg";

/// A canvas that is never shown.
#[derive(Clone, Debug)]
pub(super) struct Canvas {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Canvas {
    /// One for the check's pictures, kept in ordinary memory: its pixels are read
    /// all the time.
    pub(super) fn for_looks() -> Option<Self> {
        let options = Object::new();
        Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE).ok()?;
        Self::new(WIDTH, HEIGHT, &options)
    }

    fn new(width: u32, height: u32, options: &JsValue) -> Option<Self> {
        let canvas: HtmlCanvasElement = page::new_element("canvas")?.dyn_into().ok()?;
        canvas.set_width(width);
        canvas.set_height(height);
        let context = canvas.get_context_with_context_options("2d", options);
        let context = context.ok()??.dyn_into().ok()?;
        Some(Self { canvas, context })
    }

    /// The pixels inside the guide, not mirrored: red, green, blue and opacity.
    /// Nothing before the first frame.
    pub(super) fn look(&self, video: &HtmlVideoElement) -> Option<JsValue> {
        let (wide, tall) = (video.video_width(), video.video_height());
        if wide == 0 || tall == 0 {
            return None;
        }
        let part = place::of_guide(wide.into(), tall.into());
        let (width, height) = (f64::from(WIDTH), f64::from(HEIGHT));
        let context = &self.context;
        context
            .draw_image_with_html_video_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                video,
                part.left,
                part.top,
                part.width,
                part.height,
                0.0,
                0.0,
                width,
                height,
            )
            .ok()?;
        let pixels = context.get_image_data(0.0, 0.0, width, height).ok()?;
        // The browser's own bytes: through our memory they would be copied twice.
        let data = Reflect::get(&pixels, &"data".into()).ok()?;
        Reflect::get(&data, &"buffer".into()).ok()
    }
}

/// The frame that a video shows now as a JPEG file: whole, in full size and not
/// mirrored.
pub(super) async fn photo(video: &HtmlVideoElement) -> Option<File> {
    let (width, height) = (video.video_width(), video.video_height());
    let Canvas { canvas, context } = Canvas::new(width, height, &JsValue::UNDEFINED)?;
    context
        .draw_image_with_html_video_element(video, 0.0, 0.0)
        .ok()?;
    let blob: Blob = JsFuture::from(encoded(&canvas))
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    let options = FilePropertyBag::new();
    options.set_type(JPEG);
    File::new_with_blob_sequence_and_options(&Array::of1(&blob), NAME, &options).ok()
}

fn encoded(canvas: &HtmlCanvasElement) -> Promise {
    Promise::new(&mut |done: Function, refused: Function| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::UNDEFINED, &blob);
        });
        let asked = canvas.to_blob_with_type_and_encoder_options(
            done.unchecked_ref(),
            JPEG,
            &QUALITY.into(),
        );
        if asked.is_err() {
            let _ = refused.call0(&JsValue::UNDEFINED);
        }
    })
}

/// Chooses a file in a control, as if the person had.
pub(super) fn choose(input: &HtmlInputElement, file: &File) -> Option<()> {
    let carried = DataTransfer::new().ok()?;
    carried.items().add_with_file(file).ok()?;
    input.set_files(carried.files().as_ref());
    input.dispatch_event(&Event::new("change").ok()?).ok()?;
    Some(())
}
