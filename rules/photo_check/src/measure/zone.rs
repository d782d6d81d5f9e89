use crate::align::Aligned;
use crate::resample::{floor, to_f32};

/// A rectangle of the upright face. Its edges are counted in distances of the
/// eyes from the middle between them, to the right and down.
#[derive(Clone, Copy)]
pub(super) struct Zone {
    pub(super) across: [f32; 2],
    pub(super) down: [f32; 2],
}

impl Zone {
    /// Two of them, as far on the left as on the right.
    pub(super) fn pair(aside: f32, half_width: f32, down: [f32; 2]) -> [Self; 2] {
        [-aside, aside].map(|middle| Self {
            across: [middle - half_width, middle + half_width],
            down,
        })
    }

    /// What a list of all pixels has for those in the zone.
    pub(super) fn cells<T>(self, all: &[T]) -> impl Iterator<Item = &T> {
        let [eyes_x, eyes_y] = Aligned::EYES;
        let to_pixels =
            |edge: f32, from: f32, most: usize| floor(from + edge * Aligned::UNIT).min(most);
        let [left, right] = self
            .across
            .map(|edge| to_pixels(edge, eyes_x, Aligned::WIDTH));
        let [top, bottom] = self
            .down
            .map(|edge| to_pixels(edge, eyes_y, Aligned::HEIGHT));
        let rows = all.chunks_exact(Aligned::WIDTH).take(bottom).skip(top);
        rows.flat_map(move |row| row.iter().take(right).skip(left))
    }
}

/// The place of a pixel of the upright face, in distances of the eyes from the
/// middle between them.
pub(super) fn place(index: usize) -> [f32; 2] {
    let [eyes_x, eyes_y] = Aligned::EYES;
    let (x, y) = (index % Aligned::WIDTH, index / Aligned::WIDTH);
    [
        (to_f32(x) + 0.5 - eyes_x) / Aligned::UNIT,
        (to_f32(y) + 0.5 - eyes_y) / Aligned::UNIT,
    ]
}
