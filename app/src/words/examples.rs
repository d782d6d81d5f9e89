//! What the drawn examples show: their alternative texts.

use photo_check::Concern;

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// What the drawn examples show: their alternative texts.
    pub struct Examples {
        /// Under the drawing of a photo that can be used.
        good: Text,
        /// Under the drawing of a photo that cannot be used.
        bad: Text,
        /// What the drawing of a good photo shows.
        good_shows: Text,
        /// What the drawing of a good photo with glasses shows.
        glasses_show: Text,
        /// [`Concern::NoFace`].
        no_face: Text,
        /// [`Concern::SeveralFaces`].
        several_faces: Text,
        /// [`Concern::HeadCut`].
        head_cut: Text,
        /// [`Concern::FaceTooSmall`].
        face_too_small: Text,
        /// [`Concern::FaceTooLarge`].
        face_too_large: Text,
        /// [`Concern::FaceOffCentre`].
        face_off_centre: Text,
        /// [`Concern::FewPixels`].
        few_pixels: Text,
        /// [`Concern::FaceTurned`].
        face_turned: Text,
        /// [`Concern::FaceUpOrDown`].
        face_up_or_down: Text,
        /// [`Concern::HeadTilted`].
        head_tilted: Text,
        /// [`Concern::TooDark`].
        too_dark: Text,
        /// [`Concern::TooBright`].
        too_bright: Text,
        /// [`Concern::LowContrast`].
        low_contrast: Text,
        /// [`Concern::UnevenLight`].
        uneven_light: Text,
        /// [`Concern::Blurred`].
        blurred: Text,
        /// [`Concern::BackgroundNotPlain`].
        background_not_plain: Text,
        /// [`Concern::BackgroundShadow`].
        background_shadow: Text,
        /// [`Concern::Sunglasses`].
        sunglasses: Text,
        /// [`Concern::EyesUnclear`].
        eyes_unclear: Text,
        /// [`Concern::HeadCovered`].
        head_covered: Text,
        /// [`Concern::MouthCovered`].
        mouth_covered: Text,
        /// [`Concern::BlackAndWhite`].
        black_and_white: Text,
        /// [`Concern::OldPhoto`].
        old_photo: Text,
        /// [`Concern::Edited`].
        edited: Text,
        /// [`Concern::Screenshot`].
        screenshot: Text,
    }
}

impl Examples {
    /// What the drawing for a concern shows.
    pub const fn shows(&self, concern: Concern) -> Text {
        match concern {
            Concern::NoFace => self.no_face,
            Concern::SeveralFaces => self.several_faces,
            Concern::HeadCut => self.head_cut,
            Concern::FaceTooSmall => self.face_too_small,
            Concern::FaceTooLarge => self.face_too_large,
            Concern::FaceOffCentre => self.face_off_centre,
            Concern::FewPixels => self.few_pixels,
            Concern::FaceTurned => self.face_turned,
            Concern::FaceUpOrDown => self.face_up_or_down,
            Concern::HeadTilted => self.head_tilted,
            Concern::TooDark => self.too_dark,
            Concern::TooBright => self.too_bright,
            Concern::LowContrast => self.low_contrast,
            Concern::UnevenLight => self.uneven_light,
            Concern::Blurred => self.blurred,
            Concern::BackgroundNotPlain => self.background_not_plain,
            Concern::BackgroundShadow => self.background_shadow,
            Concern::Sunglasses => self.sunglasses,
            Concern::EyesUnclear => self.eyes_unclear,
            Concern::HeadCovered => self.head_covered,
            Concern::MouthCovered => self.mouth_covered,
            Concern::BlackAndWhite => self.black_and_white,
            Concern::OldPhoto => self.old_photo,
            Concern::Edited => self.edited,
            Concern::Screenshot => self.screenshot,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ja::WORDS;

    #[test]
    fn no_two_drawings_are_said_to_show_the_same() {
        let words = &WORDS.examples;
        let mut said: Vec<_> = Concern::ALL
            .into_iter()
            .map(|one| words.shows(one))
            .collect();
        said.extend([words.good_shows, words.glasses_show]);
        let count = said.len();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), count);
        assert!(said.iter().all(|words| words.ends_with('。')));
    }
}
