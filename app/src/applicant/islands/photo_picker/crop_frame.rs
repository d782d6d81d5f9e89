//! The part of a picture that the card shows, as it is moved and scaled.

use photo_check::{Crop, Framing, Head, Size};
use rules::photo::QuarterTurn;

/// Width over height of the card.
const CARD: f64 = 35.0 / 45.0;

/// Height of the smallest part, in pixels: its width is the 480 that a photo must
/// have, so that nothing has to be enlarged.
const LEAST_HEIGHT: f64 = 618.0;

/// A part of a picture in the proportions of the card, in pixels of the picture.
///
/// Guarantees to lie within the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CropFrame {
    left: f64,
    top: f64,
    height: f64,
    picture: Size,
}

/// What is done to the picture behind the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Change {
    /// The picture goes so far to the right and down, in heights of the card.
    Move(f64, f64),
    /// The picture becomes so many times as large, from the middle.
    Scale(f64),
}

impl CropFrame {
    /// The part that was proposed.
    pub(super) fn at(crop: Crop, picture: Size) -> Self {
        let [left, top, height] = [crop.left(), crop.top(), crop.height()].map(f64::from);
        Self {
            left,
            top,
            height,
            picture,
        }
        .kept_inside()
    }

    /// The largest part in the middle.
    pub(super) fn middle(picture: Size) -> Self {
        let height = tallest(picture);
        Self {
            left: (f64::from(picture.width) - height * CARD) / 2.0,
            top: (f64::from(picture.height) - height) / 2.0,
            height,
            picture,
        }
    }

    /// After a change, as far as there is picture.
    #[must_use]
    pub(super) fn changed(self, change: Change) -> Self {
        let changed = match change {
            Change::Move(right, down) => Self {
                left: self.left - right * self.height,
                top: self.top - down * self.height,
                ..self
            },
            Change::Scale(times) => self.scaled(times),
        };
        changed.kept_inside()
    }

    fn scaled(self, times: f64) -> Self {
        let most = tallest(self.picture);
        let height = between(self.height / times, LEAST_HEIGHT.min(most), most);
        let gone = self.height - height;
        Self {
            left: self.left + gone * CARD / 2.0,
            top: self.top + gone / 2.0,
            height,
            ..self
        }
    }

    fn kept_inside(self) -> Self {
        let height = self.height.min(tallest(self.picture));
        let (width, tall) = (
            f64::from(self.picture.width),
            f64::from(self.picture.height),
        );
        Self {
            left: between(self.left, 0.0, width - height * CARD),
            top: between(self.top, 0.0, tall - height),
            height,
            ..self
        }
    }

    /// Where the whole picture lies behind the card: its left edge, its upper edge
    /// and its width, in percent of the card's sides.
    pub(super) fn behind(self) -> [f64; 3] {
        let width = self.height * CARD;
        [
            -100.0 * self.left / width,
            -100.0 * self.top / self.height,
            100.0 * f64::from(self.picture.width) / width,
        ]
    }

    /// The same for the picture as the file has it, which is turned around its middle to lie
    /// there.
    pub(super) fn behind_unturned(self, turn: QuarterTurn) -> [f64; 3] {
        let [left, top, width] = self.behind();
        if !turn.swaps_sides() {
            return [left, top, width];
        }
        let height = width * f64::from(self.picture.height) / f64::from(self.picture.width);
        let aside = (width - height) / 2.0;
        [left + aside, top - aside * CARD, height]
    }

    /// The largest part in the middle of the picture turned by a quarter or by half.
    pub(super) fn turned(self, turn: QuarterTurn) -> Self {
        let Size { width, height } = self.picture;
        Self::middle(if turn.swaps_sides() {
            Size {
                width: height,
                height: width,
            }
        } else {
            self.picture
        })
    }

    /// In whole pixels.
    pub(super) fn crop(self) -> Option<Crop> {
        let height = whole(self.height).min(self.picture.height);
        let crop = Crop::new(0, 0, height)?;
        // Half a pixel of width may be too much where the picture is narrow.
        let crop = if crop.width() > self.picture.width {
            Crop::new(0, 0, height - 1)?
        } else {
            crop
        };
        let left = whole(self.left).min(self.picture.width.checked_sub(crop.width())?);
        let top = whole(self.top).min(self.picture.height.checked_sub(crop.height())?);
        Crop::new(left, top, crop.height())
    }

    /// How a head stands on the card.
    pub(super) fn frames(self, head: Head) -> Option<Framing> {
        self.crop().map(|crop| crop.frames(head))
    }
}

/// The nearest number from `least` to `most`; `least` where that is more than `most`.
/// `f64::clamp` would bring 20 KB along that print numbers in a panic.
const fn between(number: f64, least: f64, most: f64) -> f64 {
    number.min(most).max(least)
}

/// Height of the largest part.
fn tallest(picture: Size) -> f64 {
    f64::from(picture.height).min(f64::from(picture.width) / CARD)
}

fn whole(pixels: f64) -> u32 {
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "never negative, and no side has so many pixels"
    )]
    let whole = pixels.round() as u32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: Size = Size {
        width: 4_000,
        height: 3_000,
    };

    fn proposed() -> CropFrame {
        CropFrame::at(Crop::new(1_000, 500, 1_800).unwrap(), WIDE)
    }

    #[test]
    fn the_proposal_comes_back_as_it_is() {
        assert_eq!(proposed().crop(), Crop::new(1_000, 500, 1_800));
    }

    #[test]
    fn moving_the_picture_moves_the_part_the_other_way_and_stops_at_the_edges() {
        let moved = proposed().changed(Change::Move(0.1, -0.1));
        assert_eq!(moved.crop(), Crop::new(820, 680, 1_800));
        let far = proposed().changed(Change::Move(9.0, 9.0));
        assert_eq!(far.crop(), Crop::new(0, 0, 1_800));
        let other = proposed().changed(Change::Move(-9.0, -9.0));
        assert_eq!(other.crop(), Crop::new(2_600, 1_200, 1_800));
    }

    #[test]
    fn scaling_keeps_the_middle_and_ends_at_480_pixels_and_at_the_whole_picture() {
        let larger = proposed().changed(Change::Scale(2.0));
        assert_eq!(larger.crop(), Crop::new(1_350, 950, 900));
        let most = proposed().changed(Change::Scale(100.0)).crop().unwrap();
        assert!((480..=481).contains(&most.width()));
        let least = proposed().changed(Change::Scale(0.01)).crop().unwrap();
        assert_eq!((least.top(), least.height()), (0, 3_000));
    }

    #[test]
    fn every_part_lies_within_its_picture() {
        for (width, height) in [(480, 480), (481, 6_000), (6_000, 480), (777, 999), (35, 45)] {
            let picture = Size { width, height };
            for change in [
                Change::Scale(0.1),
                Change::Scale(3.3),
                Change::Move(-7.0, 5.0),
            ] {
                let crop = CropFrame::middle(picture).changed(change).crop().unwrap();
                assert!(crop.is_within(picture), "{crop:?} in {picture:?}");
            }
        }
    }

    #[test]
    fn the_head_is_told_in_millimetres_of_the_card() {
        // 1,800 pixels are 45 mm: 40 pixels a millimetre.
        let head = Head {
            crown: 500.0 + 4.0 * 40.0,
            chin: 500.0 + 38.0 * 40.0,
            middle: 1_000.0 + 17.5 * 40.0,
        };
        assert!(proposed().frames(head).unwrap().is_right());
        let low = proposed().changed(Change::Move(0.0, 0.1));
        assert!(!low.frames(head).unwrap().is_right());
    }

    #[test]
    fn a_picture_that_is_turned_lies_around_the_same_middle() {
        let frame = CropFrame::at(Crop::new(700, 900, 900).unwrap(), WIDE);
        for (half, before) in frame
            .behind_unturned(QuarterTurn::Half)
            .iter()
            .zip(frame.behind())
        {
            assert!((half - before).abs() < 1e-9);
        }
        // In sides of the card the picture is 4,000 by 3,000 of 700 by 900 pixels.
        let [left, top, width] = frame.behind();
        let middle = [left + width / 2.0, top + 300_000.0 / 900.0 / 2.0];
        for turn in [QuarterTurn::Right, QuarterTurn::Left] {
            let [left, top, width] = frame.behind_unturned(turn);
            assert!((width - 300_000.0 / 700.0).abs() < 1e-9);
            let now = [left + width / 2.0, top + 400_000.0 / 900.0 / 2.0];
            assert!((now[0] - middle[0]).abs() < 1e-9 && (now[1] - middle[1]).abs() < 1e-9);
        }
    }

    #[test]
    fn a_quarter_turn_shows_the_middle_of_the_tall_picture() {
        let turned = proposed().turned(QuarterTurn::Right).crop().unwrap();
        assert_eq!(
            (turned.left(), turned.width(), turned.height()),
            (0, 3_000, 3_857)
        );
        let half = proposed().turned(QuarterTurn::Half);
        assert_eq!(half, CropFrame::middle(WIDE));
    }

    #[test]
    fn the_picture_lies_behind_the_card_by_what_is_cut_off() {
        let [left, top, width] = CropFrame::at(Crop::new(700, 900, 900).unwrap(), WIDE).behind();
        assert!((left + 100.0).abs() < 1e-9 && (top + 100.0).abs() < 1e-9);
        assert!((width - 400_000.0 / 700.0).abs() < 1e-9);
    }
}
