//! Trimming a photo.

use photo_check::{Crop, FitError, Fitted, fit};
use rules::photo::QuarterTurn;
use wasm_bindgen::prelude::wasm_bindgen;

/// A trimmed photo.
#[wasm_bindgen]
pub struct Cut(Fitted);

#[wasm_bindgen]
impl Cut {
    /// The file.
    pub fn jpeg(&self) -> Vec<u8> {
        self.0.jpeg.clone()
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.0.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.0.height
    }
}

/// Cuts out the part of a photo with this corner and height, in pixels of the picture once it is
/// turned so ([`QuarterTurn`] by its name); its width is 35/45 of its height.
///
/// # Errors
/// The name of why it cannot be done: `damaged`, `outside` or `uncoded`.
#[wasm_bindgen]
pub fn cut(file: &[u8], turn: &str, left: u32, top: u32, height: u32) -> Result<Cut, String> {
    let turn = QuarterTurn::parse(turn).unwrap_or_default();
    let done = Crop::new(left, top, height)
        .ok_or(FitError::Outside)
        .and_then(|crop| fit(file, turn, crop));
    done.map(Cut).map_err(|error| why(error).to_owned())
}

fn why(error: FitError) -> &'static str {
    match error {
        FitError::Damaged => "damaged",
        FitError::Outside => "outside",
        FitError::Code => "uncoded",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_trimmed_says_why() {
        let why = |height| cut(b"GIF89a", "none", 0, 0, height).err();
        assert_eq!(why(0).as_deref(), Some("outside"));
        assert_eq!(why(450).as_deref(), Some("damaged"));
    }
}
