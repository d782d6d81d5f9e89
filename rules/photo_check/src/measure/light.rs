use super::zone::{Zone, place};
use super::{Canvas, share};
use crate::align::Aligned;
use crate::resample::to_f32;

/// The light on the face.
pub(crate) struct Light {
    /// Mean brightness, 0 to 1.
    pub(crate) mean: f32,
    /// Share of pixels that are burnt out.
    pub(crate) burnt: f32,
    /// Spread (standard deviation) of brightness, 0 to 1.
    pub(crate) spread: f32,
    /// Difference of the cheeks' brightness over its mean.
    pub(crate) uneven: f32,
    /// Mean colourfulness of the whole picture; 0 without colours.
    pub(crate) colour: f32,
}

/// Brightness from which on a pixel is burnt out (ISO/IEC 29794-5).
const BURNT: f32 = 247.0;

impl Light {
    pub(crate) fn of(canvas: &Canvas<'_>) -> Self {
        let (mean, variance) = mean_and_variance(|| face(canvas));
        Self {
            mean: mean / 255.0,
            burnt: share(face(canvas), |grey| *grey >= BURNT),
            spread: variance.sqrt() / 255.0,
            uneven: uneven(canvas),
            colour: colour(canvas),
        }
    }
}

/// Brightness inside an ellipse from the brows to the chin.
fn face<'a>(canvas: &'a Canvas<'_>) -> impl Iterator<Item = f32> + 'a {
    let inside = |index| {
        let [x, y] = place(index);
        let (x, y) = (x / 0.95, (y - 0.55) / 1.25);
        x * x + y * y < 1.0
    };
    let all = canvas.grey.iter().copied().enumerate();
    all.filter_map(move |(index, grey)| inside(index).then_some(grey))
}

fn uneven(canvas: &Canvas<'_>) -> f32 {
    let [left, right] = Zone::pair(0.5, 0.14, [0.36, 0.64])
        .map(|cheek| mean_and_variance(|| canvas.greys(cheek)).0);
    (left - right).abs() * 2.0 / (left + right).max(1.0)
}

fn colour(canvas: &Canvas<'_>) -> f32 {
    let of_picture = canvas.lab.iter().zip(&canvas.aligned.inside);
    let mut sum = 0.0;
    let mut count = 0;
    for ([_, a, b], _) in of_picture.filter(|(_, inside)| **inside) {
        sum += (a * a + b * b).sqrt();
        count += 1;
    }
    sum / to_f32(count.max(1))
}

/// How sharp the face is: the variance of the second derivative of brightness,
/// over the variance of brightness, so that a dark photo does not seem blurred.
pub(crate) fn sharpness(canvas: &Canvas<'_>) -> f32 {
    let zone = Zone {
        across: [-0.95, 0.95],
        down: [-0.5, 1.6],
    };
    let edges = second_derivative(&canvas.grey);
    let (_, edges) = mean_and_variance(|| zone.cells(&edges).copied());
    let (mean, variance) = mean_and_variance(|| canvas.greys(zone));
    // Shadows across the face must not count as what is to be sharp (1/16: the
    // usual), and 25: noise alone must not decide.
    edges / (variance.min(mean * mean / 16.0) + 25.0)
}

fn second_derivative(grey: &[f32]) -> Vec<f32> {
    let width = Aligned::WIDTH;
    let before = [0.0].into_iter().chain(grey.iter().copied());
    let after = grey.iter().copied().skip(1).chain([0.0]);
    let above = std::iter::repeat_n(0.0, width).chain(grey.iter().copied());
    let below = grey
        .iter()
        .copied()
        .skip(width)
        .chain(std::iter::repeat_n(0.0, width));
    let around = before.zip(after).zip(above).zip(below);
    grey.iter()
        .zip(around)
        .map(|(grey, (((left, right), above), below))| left + right + above + below - 4.0 * grey)
        .collect()
}

fn mean_and_variance<I: Iterator<Item = f32>>(values: impl Fn() -> I) -> (f32, f32) {
    let (sum, count) = values().fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    let count = to_f32(count.max(1));
    let mean = sum / count;
    let squares: f32 = values().map(|value| (value - mean) * (value - mean)).sum();
    (mean, squares / count)
}
