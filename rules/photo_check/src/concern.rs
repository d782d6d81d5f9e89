use rules::photo::Weight;
use serde::{Deserialize, Serialize};

use crate::{Exception, Exceptions};

/// Something about the picture itself that the office might not accept.
///
/// The order of the variants is the order in which concerns are reported. It
/// carries no words: the wording is the business of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// No face was found.
    NoFace,
    /// More than one face of about the same size.
    SeveralFaces,
    /// The top of the head is outside the picture.
    HeadCut,
    /// The head is small for the height of the card.
    FaceTooSmall,
    /// The head is large for the height of the card.
    FaceTooLarge,
    /// The face is not in the middle.
    FaceOffCentre,
    /// The face has so few pixels that it would look coarse.
    FewPixels,
    /// The face is turned to a side.
    FaceTurned,
    /// The face looks up or down.
    FaceUpOrDown,
    /// The head leans to a side.
    HeadTilted,
    /// The face is too dark.
    TooDark,
    /// Parts of the face are burnt out.
    TooBright,
    /// The face has hardly any light and shade.
    LowContrast,
    /// One side of the face is in shadow.
    UnevenLight,
    /// Out of focus or shaken.
    Blurred,
    /// Something stands behind the person, or the wall has a pattern.
    BackgroundNotPlain,
    /// A shadow falls on the background.
    BackgroundShadow,
    /// Dark glasses.
    Sunglasses,
    /// The eyes cannot be seen well: tinted glasses, hair, deep shade.
    EyesUnclear,
    /// Something covers the forehead: a hat, a wide band, or a fringe, which
    /// looks the same to the measure.
    HeadCovered,
    /// Something covers mouth and chin: a mask, or a dense beard.
    MouthCovered,
    /// A colour file without colours. The office accepts such photos.
    BlackAndWhite,
    /// The file says that it was taken more than six months ago.
    OldPhoto,
    /// The file names a program that alters pictures.
    Edited,
    /// The file looks like a copy of a screen.
    Screenshot,
}

impl Concern {
    /// All of them, in the order of the variants.
    pub const ALL: [Self; 25] = [
        Self::NoFace,
        Self::SeveralFaces,
        Self::HeadCut,
        Self::FaceTooSmall,
        Self::FaceTooLarge,
        Self::FaceOffCentre,
        Self::FewPixels,
        Self::FaceTurned,
        Self::FaceUpOrDown,
        Self::HeadTilted,
        Self::TooDark,
        Self::TooBright,
        Self::LowContrast,
        Self::UnevenLight,
        Self::Blurred,
        Self::BackgroundNotPlain,
        Self::BackgroundShadow,
        Self::Sunglasses,
        Self::EyesUnclear,
        Self::HeadCovered,
        Self::MouthCovered,
        Self::BlackAndWhite,
        Self::OldPhoto,
        Self::Edited,
        Self::Screenshot,
    ];

    /// A short name that never changes, for logs, counters and tests. No finding
    /// of [`rules::photo`] has the same.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoFace => "no_face",
            Self::SeveralFaces => "several_faces",
            Self::HeadCut => "head_cut",
            Self::FaceTooSmall => "face_too_small",
            Self::FaceTooLarge => "face_too_large",
            Self::FaceOffCentre => "face_off_centre",
            Self::FewPixels => "few_pixels",
            Self::FaceTurned => "face_turned",
            Self::FaceUpOrDown => "face_up_or_down",
            Self::HeadTilted => "head_tilted",
            Self::TooDark => "too_dark",
            Self::TooBright => "too_bright",
            Self::LowContrast => "low_contrast",
            Self::UnevenLight => "uneven_light",
            Self::Blurred => "blurred",
            Self::BackgroundNotPlain => "background_not_plain",
            Self::BackgroundShadow => "background_shadow",
            Self::Sunglasses => "sunglasses",
            Self::EyesUnclear => "eyes_unclear",
            Self::HeadCovered => "head_covered",
            Self::MouthCovered => "mouth_covered",
            Self::BlackAndWhite => "black_and_white",
            Self::OldPhoto => "old_photo",
            Self::Edited => "edited",
            Self::Screenshot => "screenshot",
        }
    }

    /// Whether trimming the picture can mend it.
    pub const fn is_about_framing(self) -> bool {
        matches!(
            self,
            Self::FaceTooSmall | Self::FaceTooLarge | Self::FaceOffCentre
        )
    }

    /// Whether the office takes such a photo as it is, so that there is nothing to mend.
    pub const fn is_taken_as_it_is(self) -> bool {
        matches!(self, Self::BlackAndWhite)
    }

    /// What the concern means for a photo with these exceptions.
    ///
    /// Only the count of faces refuses: what a model merely believes is advice.
    /// With any exception even a face that is not found is advice, for the
    /// detector has seen few faces that are covered or lie down.
    pub const fn weight(self, exceptions: Exceptions) -> Weight {
        match self {
            Self::SeveralFaces => Weight::Refuses,
            Self::NoFace if exceptions.is_empty() => Weight::Refuses,
            _ => Weight::Advises,
        }
    }

    /// Whether one of the exceptions explains the concern away.
    pub fn is_relaxed_by(self, exceptions: Exceptions) -> bool {
        exceptions
            .iter()
            .any(|exception| relaxed(exception).contains(&self))
    }
}

/// The concerns that an exception explains. No more than these: a photo that is
/// too dark or does not show the face is refused even with a reason.
const fn relaxed(exception: Exception) -> &'static [Concern] {
    use Concern as C;
    match exception {
        Exception::HeadCovering => &[C::HeadCovered],
        Exception::EyeCovering => &[C::Sunglasses, C::EyesUnclear],
        Exception::EyesCannotOpen => &[C::EyesUnclear],
        Exception::LyingInfant => &[
            C::FaceTurned,
            C::FaceUpOrDown,
            C::HeadTilted,
            C::BackgroundShadow,
            C::EyesUnclear,
        ],
        Exception::Equipment => &[
            C::BackgroundNotPlain,
            C::BackgroundShadow,
            C::HeadCovered,
            C::MouthCovered,
        ],
        Exception::Posture => &[
            C::FaceTurned,
            C::FaceUpOrDown,
            C::HeadTilted,
            C::FaceOffCentre,
            C::EyesUnclear,
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_name_on_the_wire() {
        for concern in Concern::ALL {
            let json = serde_json::to_string(&concern).unwrap();
            assert_eq!(json, format!("{:?}", concern.code()));
        }
    }

    #[test]
    fn concerns_stand_once_each_in_their_order() {
        assert!(Concern::ALL.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn only_the_count_of_faces_refuses_and_an_exception_softens_a_missing_face() {
        let refusing = |exceptions| {
            let all = Concern::ALL.into_iter();
            all.filter(move |concern| concern.weight(exceptions) == Weight::Refuses)
                .collect::<Vec<_>>()
        };
        let infant = Exceptions::NONE.with(Exception::LyingInfant);
        let both = [Concern::NoFace, Concern::SeveralFaces];
        assert_eq!(refusing(Exceptions::NONE), both);
        assert_eq!(refusing(infant), [Concern::SeveralFaces]);
    }

    #[test]
    fn no_exception_excuses_a_dark_blurred_or_missing_face() {
        let all = Exception::ALL.into_iter().collect();
        for concern in [
            Concern::NoFace,
            Concern::SeveralFaces,
            Concern::TooDark,
            Concern::Blurred,
            Concern::HeadCut,
        ] {
            assert!(!concern.is_relaxed_by(all), "{concern:?}");
        }
    }

    #[test]
    fn every_exception_relaxes_something_and_nothing_is_relaxed_without_one() {
        for exception in Exception::ALL {
            let set = Exceptions::NONE.with(exception);
            assert!(Concern::ALL.iter().any(|one| one.is_relaxed_by(set)));
        }
        assert!(
            !Concern::ALL
                .iter()
                .any(|one| one.is_relaxed_by(Exceptions::NONE))
        );
    }
}
