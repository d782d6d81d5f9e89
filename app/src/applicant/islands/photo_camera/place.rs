//! Where the guide is on a picture.

/// A part of a picture, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Part {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The card's shape on the largest such place in the middle of a picture that
/// leaves a tenth on each side free: room to trim the photo afterwards. The page
/// draws its guide there (`view::guide`).
pub(super) fn of_guide(width: f64, height: f64) -> Part {
    const SHARE: f64 = 0.8;
    const SHAPE: f64 = 35.0 / 45.0;
    let tall = (SHARE * height).min(SHARE * width / SHAPE);
    let wide = tall * SHAPE;
    Part {
        left: (width - wide) / 2.0,
        top: (height - tall) / 2.0,
        width: wide,
        height: tall,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_stands_in_the_middle_in_the_shape_of_the_card() {
        for (width, height) in [(1920.0, 1440.0), (1080.0, 1920.0), (640.0, 480.0)] {
            let part = of_guide(width, height);
            assert!((part.width / part.height - 35.0 / 45.0).abs() < 1e-9);
            assert!((2.0 * part.left + part.width - width).abs() < 1e-9);
            assert!((2.0 * part.top + part.height - height).abs() < 1e-9);
            assert!(part.width <= 0.8 * width + 1e-9 && part.height <= 0.8 * height + 1e-9);
        }
    }
}
