//! Looking at a frame of the camera.

use photo_check::{Care, Frame, Look};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{PhotoChecker, object};

#[wasm_bindgen]
impl PhotoChecker {
    /// What a frame of red, green, blue and opacity shows: a [`Look`]. Nothing if
    /// the bytes do not fit the sides.
    #[wasm_bindgen(js_name = look)]
    pub fn look_object(&self, pixels: &[u8], width: u32, height: u32, is_quick: bool) -> JsValue {
        let look = self.look(pixels, [width, height], is_quick);
        look.as_ref().map_or(JsValue::UNDEFINED, object)
    }

    fn look(&self, pixels: &[u8], [width, height]: [u32; 2], is_quick: bool) -> Option<Look> {
        let frame = Frame::rgba(width, height, pixels)?;
        let care = if is_quick {
            Care::Quick
        } else {
            Care::Thorough
        };
        Some(self.0.look(frame, care))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use photo_check::Hint;

    #[test]
    fn an_empty_wall_is_a_frame_without_a_face_and_half_a_frame_is_none() {
        let wall = vec![200; 60 * 80 * 4];
        let checker = PhotoChecker::new();
        let look = checker.look(&wall, [60, 80], true).unwrap();
        assert_eq!(look.hint, Hint::ShowFace);
        assert_eq!(checker.look(&wall, [60, 79], true), None);
    }
}
