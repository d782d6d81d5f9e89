//! Pixels of videos and pictures.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, ImageBitmap};

use crate::reading::{Sight, look};

/// A canvas that is never shown: pictures are drawn on it to get at their pixels.
#[derive(Clone, Debug)]
pub(crate) struct Canvas {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Canvas {
    /// A new canvas, kept in ordinary memory: its pixels are read all the time.
    pub(crate) fn new() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE).ok()?;
        let context = canvas
            .get_context_with_context_options("2d", &options)
            .ok()??;
        Some(Self {
            canvas,
            context: context.dyn_into().ok()?,
        })
    }

    /// Looks at the frame a video shows now.
    pub(crate) fn look_at_video(&self, video: &HtmlVideoElement, longest: u32) -> Sight {
        let size = Size {
            width: video.video_width(),
            height: video.video_height(),
        };
        self.look_at(size.within(longest), |width, height| {
            let context = &self.context;
            context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, width, height)
        })
    }

    /// Looks at a picture.
    pub(crate) fn look_at_picture(&self, picture: &ImageBitmap, longest: u32) -> Sight {
        let size = Size {
            width: picture.width(),
            height: picture.height(),
        };
        self.look_at(size.within(longest), |width, height| {
            let context = &self.context;
            context.draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width, height)
        })
    }

    fn look_at(&self, size: Size, draw: impl FnOnce(f64, f64) -> Result<(), JsValue>) -> Sight {
        self.draw(size, draw).map_or(Sight::Nothing, |grey| {
            // A wasm32 address holds a u32.
            let [width, height] = [size.width, size.height].map(usize::try_from);
            look(&grey, width.unwrap_or(0), height.unwrap_or(0))
        })
    }

    fn draw(
        &self,
        size: Size,
        draw: impl FnOnce(f64, f64) -> Result<(), JsValue>,
    ) -> Option<Vec<u8>> {
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        if (self.canvas.width(), self.canvas.height()) != (size.width, size.height) {
            self.canvas.set_width(size.width);
            self.canvas.set_height(size.height);
        }
        draw(width, height).ok()?;
        let pixels = self
            .context
            .get_image_data(0.0, 0.0, width, height)
            .ok()?
            .data();
        Some(grey(&pixels))
    }
}

/// Width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Size {
    width: u32,
    height: u32,
}

impl Size {
    /// The same shape with no side longer than this; never larger, never without
    /// a pixel in a direction that has one.
    fn within(self, longest: u32) -> Self {
        let side = self.width.max(self.height);
        if side <= longest {
            return self;
        }
        let scale = |length: u32| {
            let scaled = u64::from(length) * u64::from(longest) / u64::from(side);
            u32::try_from(scaled).unwrap_or(longest).max(1)
        };
        Self {
            width: scale(self.width),
            height: scale(self.height),
        }
    }
}

/// Brightness (ITU-R BT.601) of pixels of red, green, blue and opacity.
fn grey(pixels: &[u8]) -> Vec<u8> {
    let (pixels, _) = pixels.as_chunks::<4>();
    pixels
        .iter()
        .map(|[red, green, blue, _]| brightness(*red, *green, *blue))
        .collect()
}

fn brightness(red: u8, green: u8, blue: u8) -> u8 {
    let sum = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    u8::try_from(sum / 256).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_made_smaller_in_its_shape_and_never_larger() {
        let size = |width, height| Size { width, height };
        assert_eq!(size(4000, 3000).within(1600), size(1600, 1200));
        assert_eq!(size(3000, 4000).within(1600), size(1200, 1600));
        assert_eq!(size(640, 480).within(1600), size(640, 480));
        assert_eq!(size(1600, 1).within(800), size(800, 1));
        assert_eq!(size(0, 0).within(800), size(0, 0));
    }

    #[test]
    fn white_stays_white_black_black_and_green_is_brighter_than_blue() {
        let pixels = [
            255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255,
        ];
        assert_eq!(grey(&pixels), [255, 0, 149, 28]);
    }
}
