//! What a photo should look like, in numbers: every threshold of the checker,
//! with its source. `docs/photo.md` tells how they were measured.
//!
//! "Measured" stands for our own measurement on 155 official portraits and
//! pictures made from them.

use crate::Concern;

// ---- The card ----------------------------------------------------------------

/// Width of the paper photo, in millimetres (official page for applicants).
pub const CARD_WIDTH_MM: f32 = 35.0;
/// Height of the paper photo, in millimetres (official page for applicants).
pub const CARD_HEIGHT_MM: f32 = 45.0;
/// From the top of the head to the chin, in millimetres (guide for paper photos).
pub const HEAD_MM: f32 = 34.0;
/// How far the head's height may be off, in millimetres (the same guide).
pub const HEAD_TOLERANCE_MM: f32 = 2.0;
/// Above the head, in millimetres (the same guide).
pub const MARGIN_MM: f32 = 4.0;
/// How far the margin may be off, in millimetres (the same guide).
pub const MARGIN_TOLERANCE_MM: f32 = 2.0;
/// How far the face may be beside the middle, in millimetres: a twentieth of the
/// width (ISO/IEC 19794-5, 8.3: between 0.45 and 0.55 of it).
pub const ASIDE_TOLERANCE_MM: f32 = 1.75;

/// The width that belongs to a height on the card, in pixels, rounded.
pub const fn card_width(height: u32) -> u32 {
    (height * 35 + 22) / 45
}

/// The height that belongs to a width on the card, in pixels, rounded.
pub const fn card_height(width: u32) -> u32 {
    (width * 45 + 17) / 35
}

// ---- Decoding and looking ----------------------------------------------------

/// From which longest side on the picture is decoded at a half, a quarter, an
/// eighth. It leaves 700 to 1,500 pixels, some 90 to 150 between the eyes of a
/// photo that is framed for a card (measured: more than any check needs).
pub const DECODE_SCALES: [(u32, u32); 3] = [(1_600, 2), (2_800, 4), (6_400, 8)];

/// Most pixels of a picture that is decoded, to be trimmed if need be: what the
/// largest cameras of phones write.
pub const MOST_PIXELS: u64 = 210_000_000;
/// The same for a progressive one, which the decoder holds as a whole: what the
/// file rules allow.
pub const MOST_PROGRESSIVE_PIXELS: u64 = 36_000_000;

/// How sure the detector must be of a face (`OpenCV`'s setting for `YuNet`).
pub const FACE_SCORE: f32 = 0.6;
/// Two boxes that share more of their area than this are one face (the same).
pub const SAME_FACE_OVERLAP: f32 = 0.3;
/// Side of the picture in which faces are looked for (measured: a face whose eyes
/// are a sixteenth of the long side apart is always found).
pub const COARSE_SIDE: usize = 160;
/// Side of the picture in which a face is looked at closely (measured: landmarks
/// get no better with more).
pub const FINE_SIDE: usize = 320;
/// How sure the detector is from close by of a face that needs no look at its picture turned
/// (measured on 305 files of official portraits: at least 0.923 as they are, at most 0.917 in any other
/// turn. `docs/decisions/0043-upright-by-the-face.md`).
pub const UPRIGHT_SCORE: f32 = 0.92;
/// By how much surer, on the mean of both looks, it must be of the face of a turned picture
/// (measured on 494 spoilt pictures: at least 0.012, mostly over 0.05).
pub const TURNED_SURER: f32 = 0.01;
/// How sure it must be, on the mean of both looks, for a picture to be turned (measured: at
/// least 0.888, masks and strong light included).
pub const CLEAR_FACE: f32 = 0.85;
/// How much more than the face is then shown (measured).
pub const CLOSE_CROP: f32 = 1.3;
/// Share of a face on the largest one from which on it is not another (measured:
/// some masks make two faces of one).
pub const OTHER_FACE_APART: f32 = 0.4;
/// Area of another face, as a share of the largest, from which on it counts
/// (measured: 153 of 155 portraits have one, two have people behind).
pub const OTHER_FACE_AREA: f32 = 0.25;

// ---- The guide of the camera -------------------------------------------------

/// Height of the detector's box over that of the card, at least and at most
/// (measured: the box is about 0.71 of the head, hair included).
pub const GUIDE_FACE: [f32; 2] = [0.42, 0.59];
/// Height of the eyes over that of the frame (ISO/IEC 19794-5, 8.3: 0.3 to 0.5).
pub const GUIDE_EYES: f32 = 0.43;
/// How far the face may be off, to the sides or up and down (the same).
pub const GUIDE_ASIDE: f32 = 0.1;

// ---- The trimmed picture -----------------------------------------------------

/// Width of a trimmed picture if there are pixels enough: 760 dots per inch on
/// the paper photo, about 300 KB.
pub const FITTED_WIDTH: u32 = 1_050;
/// Quality of the coded picture, of 100.
pub const FITTED_QUALITY: u8 = 92;

// ---- The picture for showing ---------------------------------------------------

/// Width and height into which a photo is brought for pages: they show it at most 240 pixels
/// wide, on phones 195 with two for each.
pub const PREVIEW_SIDES: [f32; 2] = [400.0, 520.0];
/// Most bytes of it: a third of a second on a line of 400 kbit/s.
pub const PREVIEW_BYTES: usize = 16_000;
/// Qualities it is coded with, of 100, until it is as small as that.
pub const PREVIEW_QUALITIES: [u8; 4] = [80, 70, 55, 40];

// ---- What raises a concern ---------------------------------------------------

/// The scores with which a photo raises no concern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// What it is about.
    pub concern: Concern,
    /// The lowest good score.
    pub least: f32,
    /// The highest good score.
    pub most: f32,
}

const fn at_most(concern: Concern, most: f32) -> Range {
    Range {
        concern,
        least: f32::MIN,
        most,
    }
}

const fn at_least(concern: Concern, least: f32) -> Range {
    Range {
        concern,
        least,
        most: f32::MAX,
    }
}

const fn between(concern: Concern, least: f32, most: f32) -> Range {
    Range {
        concern,
        least,
        most,
    }
}

/// One range for each concern, in the order of [`Concern`].
pub const RANGES: [Range; Concern::ALL.len()] = [
    // The surest face.
    at_least(Concern::NoFace, FACE_SCORE),
    // Faces that count. The leaflet: one person.
    at_most(Concern::SeveralFaces, 1.0),
    // Share of the person along the upper edge, or of the face beyond an edge
    // (measured: 0 of 74 whole heads over 0.01, real cuts over 0.2).
    at_most(Concern::HeadCut, 0.1),
    // From the top of the head to the chin over the height of the largest card in
    // the picture. The guide says 0.71 to 0.80; top and chin are told to ± 0.05.
    at_least(Concern::FaceTooSmall, 0.62),
    at_most(Concern::FaceTooLarge, 0.86),
    // Middle of the face beside that of the picture, over the width; or half as
    // far above or below 0.4 of the height (ISO/IEC 19794-5, 8.3, twice as wide).
    at_most(Concern::FaceOffCentre, 0.1),
    // Pixels between the eyes of the full picture (ISO/IEC 19794-5, 8.4.1: 90).
    at_least(Concern::FewPixels, 90.0),
    // The nose beside the middle of eyes and mouth, in distances of the eyes
    // (measured: from the front -0.22 to 0.10, three-quarter views over 0.36).
    between(Concern::FaceTurned, -0.27, 0.27),
    // How far down from eyes to mouth the nose is (measured: 0.51 to 0.65).
    between(Concern::FaceUpOrDown, 0.4, 0.74),
    // Degrees. ISO/IEC 19794-5 allows 8; the points are only good to 5 (measured).
    between(Concern::HeadTilted, -12.0, 12.0),
    // Mean brightness of the face (measured: good ones 0.39 to 0.70, at half the
    // exposure under 0.35).
    at_least(Concern::TooDark, 0.3),
    // Share of the face at 247 or more (the level of ISO/IEC 29794-5; measured).
    at_most(Concern::TooBright, 0.15),
    // Spread of brightness in the face (measured).
    at_least(Concern::LowContrast, 0.06),
    // Difference of the cheeks over their mean (measured: good ones under 0.54).
    at_most(Concern::UnevenLight, 0.6),
    // Second derivative over brightness, both as variances (measured).
    at_least(Concern::Blurred, 0.05),
    // Share of the wall that is visibly off its colour (measured: plain walls
    // under 0.02, shadows from 0.06, busy ones 0.27), or its roughness / 30.
    at_most(Concern::BackgroundNotPlain, 0.05),
    at_most(Concern::BackgroundShadow, 0.05),
    // Lightness around the darker eye over that of the cheeks (measured: without
    // glasses from 0.43, black lenses under 0.25).
    at_least(Concern::Sunglasses, 0.3),
    // The same, where hardly any skin shows around that eye (measured).
    at_least(Concern::EyesUnclear, 0.42),
    // Share of the forehead in colours that neither skin nor hair has (measured).
    at_most(Concern::HeadCovered, 0.5),
    // Share around mouth and chin without the colour of the skin (measured).
    at_most(Concern::MouthCovered, 0.6),
    // Mean colourfulness in CIE L*a*b* (measured).
    at_least(Concern::BlackAndWhite, 2.0),
    // Days since the date in the file: six months, the longest six.
    at_most(Concern::OldPhoto, 184.0),
    // 1 if the file says so.
    at_most(Concern::Edited, 0.0),
    at_most(Concern::Screenshot, 0.0),
];

/// Share of skin around an eye under which it counts as not visible (measured:
/// 0.065 at least without glasses).
pub const EYE_SKIN: f32 = 0.06;
/// Roughness of a wall, as median difference of colour, that counts as much as
/// the whole limit of [`Concern::BackgroundNotPlain`] (measured: plain walls at
/// most 0.49, patterned ones from 1.0, half of them over 2.7).
pub const ROUGH_WALL: f32 = 1.5;

impl Range {
    /// The range of a concern.
    pub fn of(concern: Concern) -> Self {
        let found = RANGES.into_iter().find(|range| range.concern == concern);
        // The tests see to it that every concern has one.
        found.unwrap_or(at_most(concern, f32::MAX))
    }

    /// Whether a score raises the concern.
    pub fn is_left_by(self, score: f32) -> bool {
        !(self.least..=self.most).contains(&score)
    }

    /// The end of the range that a score is nearer to.
    pub fn limit_for(self, score: f32) -> f32 {
        if score - self.least < self.most - score {
            self.least
        } else {
            self.most
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concern_has_its_range_in_its_place() {
        for (concern, range) in Concern::ALL.into_iter().zip(RANGES) {
            assert_eq!(range.concern, concern);
            assert!(range.least < range.most);
        }
    }

    #[test]
    fn the_sides_of_the_card_follow_from_each_other() {
        for width in [480, 481, 700, 1_050] {
            assert_eq!(card_width(card_height(width)), width);
        }
        assert_eq!(card_height(700), 900);
    }

    #[test]
    fn the_limit_is_the_end_that_was_passed() {
        let tilt = Range::of(Concern::HeadTilted);
        assert!(tilt.is_left_by(13.0) && tilt.is_left_by(-13.0) && !tilt.is_left_by(12.0));
        assert_eq!(tilt.limit_for(13.0).to_bits(), 12.0_f32.to_bits());
        assert_eq!(tilt.limit_for(-13.0).to_bits(), (-12.0_f32).to_bits());
        let dark = Range::of(Concern::TooDark);
        assert_eq!(dark.limit_for(0.2).to_bits(), 0.3_f32.to_bits());
        assert!(Range::of(Concern::Blurred).is_left_by(f32::NAN));
    }
}
