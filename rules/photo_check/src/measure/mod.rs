//! What is measured on the upright face. Each number is explained where it is
//! judged: in [`spec`](crate::spec).

mod background;
mod colour;
mod covers;
mod head;
mod light;
mod pose;
mod zone;

pub(crate) use background::{Background, Wall};
pub(crate) use colour::Colours;
pub(crate) use covers::Covers;
pub(crate) use head::{cut_share, head};
pub(crate) use light::{Light, sharpness};
pub(crate) use pose::Pose;

use crate::align::Aligned;
use crate::net::Mask;
use zone::Zone;

/// The upright face in the colours that the measures need.
pub(crate) struct Canvas<'a> {
    pub(crate) aligned: &'a Aligned,
    /// Brightness, 0 to 255 (ITU-R BT.601).
    grey: Vec<f32>,
    /// CIE L*a*b*.
    lab: Vec<[f32; 3]>,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(aligned: &'a Aligned, colours: &Colours) -> Self {
        let pixels = aligned.pixels.rgb.as_chunks::<3>().0;
        Self {
            aligned,
            grey: pixels.iter().copied().map(colour::grey).collect(),
            lab: pixels.iter().map(|pixel| colours.lab(*pixel)).collect(),
        }
    }

    fn greys(&self, zone: Zone) -> impl Iterator<Item = f32> {
        zone.cells(&self.grey).copied()
    }

    fn labs(&self, zone: Zone) -> impl Iterator<Item = [f32; 3]> {
        zone.cells(&self.lab).copied()
    }

    /// The usual colour of both cheeks.
    fn cheeks(&self) -> [f32; 3] {
        let both = Zone::pair(0.55, 0.15, [0.45, 0.75]);
        let labs: Vec<_> = both.into_iter().flat_map(|zone| self.labs(zone)).collect();
        median_colour(&labs)
    }
}

/// How sure the segmenter is of each pixel of the upright face.
pub(crate) struct Outline {
    odds: Vec<f32>,
}

impl Outline {
    /// Brings the mask, which was made of the squeezed picture, to its pixels.
    pub(crate) fn of(mask: &Mask) -> Self {
        let (width, height) = (Aligned::WIDTH, Aligned::HEIGHT);
        let rows = mask.odds.len() / mask.width;
        let mut odds = Vec::with_capacity(width * height);
        for y in 0..height {
            let row = (2 * y + 1) * rows / (2 * height) * mask.width;
            let columns = (0..width).map(|x| (2 * x + 1) * mask.width / (2 * width));
            odds.extend(columns.map(|x| mask.odds.get(row + x).copied().unwrap_or(0.0)));
        }
        Self { odds }
    }

    pub(crate) fn odds(&self) -> impl Iterator<Item = f32> {
        self.odds.iter().copied()
    }

    #[cfg(test)]
    pub(crate) fn at(&self, x: usize, y: usize) -> f32 {
        self.odds[y * Aligned::WIDTH + x]
    }
}

fn median(values: &mut [f32]) -> f32 {
    let middle = values.len() / 2;
    if values.is_empty() {
        return 0.0;
    }
    *values.select_nth_unstable_by(middle, f32::total_cmp).1
}

fn median_colour(labs: &[[f32; 3]]) -> [f32; 3] {
    [0, 1, 2].map(|axis| median(&mut labs.iter().map(|lab| lab[axis]).collect::<Vec<_>>()))
}

/// How different two colours look (CIE 1976).
fn distance(one: [f32; 3], other: [f32; 3]) -> f32 {
    let squares = [0, 1, 2].map(|axis| (one[axis] - other[axis]) * (one[axis] - other[axis]));
    (squares[0] + squares[1] + squares[2]).sqrt()
}

/// The share of the values for which it holds; 0 of none.
fn share<T>(values: impl Iterator<Item = T>, holds: impl Fn(&T) -> bool) -> f32 {
    let (mut hits, mut count) = (0, 0);
    for value in values {
        hits += usize::from(holds(&value));
        count += 1;
    }
    crate::resample::to_f32(hits) / crate::resample::to_f32(count.max(1))
}
