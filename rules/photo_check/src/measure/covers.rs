use super::zone::Zone;
use super::{Canvas, distance, median, median_colour, share};

/// What may lie over eyes, forehead and mouth.
pub(crate) struct Covers {
    /// Lightness of the darker eye's surroundings over that of the cheeks.
    pub(crate) eyes: f32,
    /// Share of the colour of the cheeks around the eye that has less of it.
    pub(crate) eye_skin: f32,
    /// How much more colourful the forehead is than skin or hair can be.
    pub(crate) forehead: f32,
    /// Share of the mouth's surroundings with another colour than skin.
    pub(crate) mouth: f32,
}

impl Covers {
    pub(crate) fn of(canvas: &Canvas<'_>) -> Self {
        let cheeks = canvas.cheeks();
        let [lightness, ..] = cheeks;
        let eyes = Zone::pair(0.5, 0.3, [-0.16, 0.2]);
        let [left, right] =
            eyes.map(|eye| median(&mut canvas.labs(eye).map(|lab| lab[0]).collect::<Vec<_>>()));
        let [left_skin, right_skin] =
            eyes.map(|eye| share(canvas.labs(eye), |lab| distance(*lab, cheeks) < 22.0));
        Self {
            eyes: left.min(right) / lightness.max(1.0),
            eye_skin: left_skin.min(right_skin),
            forehead: forehead(canvas),
            mouth: mouth(canvas),
        }
    }
}

/// Share of the strip above the brows in colours that neither skin nor hair has:
/// far from the brown that goes from red to yellow.
fn forehead(canvas: &Canvas<'_>) -> f32 {
    let strip = Zone {
        across: [-0.45, 0.45],
        down: [-0.95, -0.5],
    };
    share(canvas.labs(strip), |[_, a, b]| {
        let blue_or_green = *b < -8.0 || *a < -8.0;
        let red = *a > 32.0 && *a > 1.3 * b;
        blue_or_green || red
    })
}

/// Share of the surroundings of the mouth that has hardly the colour of the skin
/// between the eyes. Lips are redder, a mask is white, grey, black or blue.
fn mouth(canvas: &Canvas<'_>) -> f32 {
    let bridge = Zone {
        across: [-0.14, 0.14],
        down: [-0.1, 0.3],
    };
    let skin = median_colour(&canvas.labs(bridge).collect::<Vec<_>>());
    let colourful = |[_, a, b]: [f32; 3]| a + b;
    let mouth = Zone {
        across: [-0.5, 0.5],
        down: [0.85, 1.45],
    };
    if colourful(skin) < 12.0 {
        return 0.0;
    }
    share(canvas.labs(mouth), |lab| {
        colourful(*lab) < 0.4 * colourful(skin)
    })
}
