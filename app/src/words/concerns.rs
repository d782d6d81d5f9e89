//! What is said about a picture, in the browser and on the server alike. What a
//! model only believes is said to be possible, never certain.

use photo_check::Concern;

use crate::words::said::Said;
use crate::words::sentence::catalogue;

catalogue! {
    /// What is said about a picture, in the browser and on the server alike. What a model only believes is said to be possible, never certain.
    pub struct Concerns {
        /// [`Concern::NoFace`].
        no_face: Said,
        /// [`Concern::SeveralFaces`].
        several_faces: Said,
        /// [`Concern::HeadCut`].
        head_cut: Said,
        /// [`Concern::FaceTooSmall`].
        face_too_small: Said,
        /// [`Concern::FaceTooLarge`].
        face_too_large: Said,
        /// [`Concern::FaceOffCentre`].
        face_off_centre: Said,
        /// [`Concern::FewPixels`].
        few_pixels: Said,
        /// [`Concern::FaceTurned`].
        face_turned: Said,
        /// [`Concern::FaceUpOrDown`].
        face_up_or_down: Said,
        /// [`Concern::HeadTilted`].
        head_tilted: Said,
        /// [`Concern::TooDark`].
        too_dark: Said,
        /// [`Concern::TooBright`].
        too_bright: Said,
        /// [`Concern::LowContrast`].
        low_contrast: Said,
        /// [`Concern::UnevenLight`].
        uneven_light: Said,
        /// [`Concern::Blurred`].
        blurred: Said,
        /// [`Concern::BackgroundNotPlain`].
        background_not_plain: Said,
        /// [`Concern::BackgroundShadow`].
        background_shadow: Said,
        /// [`Concern::Sunglasses`].
        sunglasses: Said,
        /// [`Concern::EyesUnclear`].
        eyes_unclear: Said,
        /// [`Concern::HeadCovered`].
        head_covered: Said,
        /// [`Concern::MouthCovered`].
        mouth_covered: Said,
        /// [`Concern::BlackAndWhite`].
        black_and_white: Said,
        /// [`Concern::OldPhoto`].
        old_photo: Said,
        /// [`Concern::Edited`].
        edited: Said,
        /// [`Concern::Screenshot`].
        screenshot: Said,
    }
}

impl Concerns {
    /// The words for a concern.
    pub const fn of(&self, concern: Concern) -> Said {
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
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::ja::WORDS;

    #[test]
    fn every_concern_says_what_it_is_and_what_to_do() {
        for one in Concern::ALL {
            let Said { what, remedy } = WORDS.concerns.of(one);
            assert!(what.ends_with('。') && remedy.ends_with('。'), "{one:?}");
        }
    }

    #[test]
    fn what_a_model_believes_is_said_to_be_possible() {
        for one in Concern::ALL
            .into_iter()
            .filter(|one| *one != Concern::NoFace)
        {
            let Said { what, .. } = WORDS.concerns.of(one);
            assert!(what.contains("可能性があります"), "{one:?}");
        }
    }

    #[test]
    fn no_two_concerns_are_said_alike() {
        let said: BTreeSet<_> = Concern::ALL.map(|one| WORDS.concerns.of(one).what).into();
        assert_eq!(said.len(), Concern::ALL.len());
    }
}
