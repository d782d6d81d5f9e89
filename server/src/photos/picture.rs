//! A decoded picture, and setting it upright.

use rules::photo::Orientation;

/// Bytes of a pixel: red, green, blue.
pub(super) const CHANNELS: usize = 3;

/// A decoded picture: rows from the top, three bytes a pixel.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pixels: Vec<u8>,
}

impl Picture {
    /// The picture as its orientation says that it is to be shown.
    pub(super) fn upright(self, orientation: Orientation) -> Self {
        let (right, bottom) = (self.width.saturating_sub(1), self.height.saturating_sub(1));
        // Each arm tells, for a place of the result, where its pixel lies now.
        match orientation {
            Orientation::Upright => self,
            Orientation::MirrorSides => self.redrawn(|x, y| (right - x, y)),
            Orientation::TurnHalf => self.redrawn(|x, y| (right - x, bottom - y)),
            Orientation::MirrorTop => self.redrawn(|x, y| (x, bottom - y)),
            Orientation::MirrorTurnLeft => self.redrawn_turned(|x, y| (y, x)),
            Orientation::TurnRight => self.redrawn_turned(|x, y| (y, bottom - x)),
            Orientation::MirrorTurnRight => self.redrawn_turned(|x, y| (right - y, bottom - x)),
            Orientation::TurnLeft => self.redrawn_turned(|x, y| (right - y, x)),
        }
    }

    fn redrawn(&self, source: impl Fn(usize, usize) -> (usize, usize)) -> Self {
        self.drawn(self.width, self.height, source)
    }

    fn redrawn_turned(&self, source: impl Fn(usize, usize) -> (usize, usize)) -> Self {
        self.drawn(self.height, self.width, source)
    }

    /// A picture of these sides whose pixels come from the places `source` names.
    fn drawn(
        &self,
        width: usize,
        height: usize,
        source: impl Fn(usize, usize) -> (usize, usize),
    ) -> Self {
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = source(x, y);
                let at = (from_y * self.width + from_x) * CHANNELS;
                pixels.extend_from_slice(
                    self.pixels.get(at..at + CHANNELS).unwrap_or(&[0; CHANNELS]),
                );
            }
        }
        Self {
            width,
            height,
            pixels,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three pixels by two, named by letters.
    fn picture(width: usize, letters: &str) -> Picture {
        let pixels: Vec<u8> = letters
            .bytes()
            .flat_map(|letter| [letter, 0, 255])
            .collect();
        Picture {
            width,
            height: letters.len() / width,
            pixels,
        }
    }

    #[test]
    fn every_orientation_is_set_upright() {
        // As shown, each is AB / CD / EF; what is stored differs (EXIF 2.32, 4.6.4).
        let upright = || picture(2, "ABCDEF");
        let stored = [
            (Orientation::Upright, picture(2, "ABCDEF")),
            (Orientation::MirrorSides, picture(2, "BADCFE")),
            (Orientation::TurnHalf, picture(2, "FEDCBA")),
            (Orientation::MirrorTop, picture(2, "EFCDAB")),
            (Orientation::MirrorTurnLeft, picture(3, "ACEBDF")),
            (Orientation::TurnRight, picture(3, "BDFACE")),
            (Orientation::MirrorTurnRight, picture(3, "FDBECA")),
            (Orientation::TurnLeft, picture(3, "ECAFDB")),
        ];
        for (orientation, picture) in stored {
            assert_eq!(picture.upright(orientation), upright(), "{orientation:?}");
        }
    }
}
