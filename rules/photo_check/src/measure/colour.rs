use crate::resample::{floor, to_f32};

/// Tables for the way from screen colours to CIE L*a*b* (sRGB, white D65).
pub(crate) struct Colours {
    /// Light of each of the 256 values of a channel.
    light: [f32; 256],
    /// The function of CIE L*a*b*, for light from 0 to 1.
    lightness: Vec<f32>,
}

/// Steps of the table: fine enough for a tenth of L*.
const STEPS: usize = 4096;

impl Colours {
    pub(crate) fn new() -> Self {
        Self {
            light: std::array::from_fn(|value| linear(to_f32(value) / 255.0)),
            lightness: (0..=STEPS)
                .map(|step| lightness(to_f32(step) / to_f32(STEPS)))
                .collect(),
        }
    }

    pub(super) fn lab(&self, pixel: [u8; 3]) -> [f32; 3] {
        let light = |value: u8| self.light.get(usize::from(value)).copied().unwrap_or(0.0);
        let [red, green, blue] = pixel.map(light);
        let x = (0.412_453 * red + 0.357_58 * green + 0.180_423 * blue) / 0.950_456;
        let y = 0.212_671 * red + 0.715_16 * green + 0.072_169 * blue;
        let z = (0.019_334 * red + 0.119_193 * green + 0.950_227 * blue) / 1.088_754;
        let [x, y, z] = [x, y, z].map(|light| {
            let step = floor(light * to_f32(STEPS) + 0.5).min(STEPS);
            self.lightness.get(step).copied().unwrap_or(0.0)
        });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }
}

/// Brightness (ITU-R BT.601).
pub(super) fn grey(pixel: [u8; 3]) -> f32 {
    let [red, green, blue] = pixel.map(f32::from);
    0.299 * red + 0.587 * green + 0.114 * blue
}

fn linear(value: f32) -> f32 {
    if value <= 0.040_45 {
        value / 12.92
    } else {
        libm::powf((value + 0.055) / 1.055, 2.4)
    }
}

fn lightness(light: f32) -> f32 {
    if light > 0.008_856 {
        libm::cbrtf(light)
    } else {
        7.787 * light + 16.0 / 116.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_colours_have_their_places() {
        let colours = Colours::new();
        for (rgb, lab) in [
            ([255, 255, 255], [100.0, 0.0, 0.0]),
            ([0, 0, 0], [0.0, 0.0, 0.0]),
            ([255, 0, 0], [53.2, 80.1, 67.2]),
            ([0, 0, 255], [32.3, 79.2, -107.9]),
            ([119, 119, 119], [50.0, 0.0, 0.0]),
        ] {
            for (is, should) in colours.lab(rgb).into_iter().zip(lab) {
                assert!((is - should).abs() < 0.6, "{rgb:?}: {is} {should}");
            }
        }
    }
}
