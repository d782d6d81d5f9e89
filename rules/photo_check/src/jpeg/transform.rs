//! From coefficients to pixels: the inverse cosine transform of 8, 4, 2 or 1
//! pixels a side (T.81, A.3.3). The smaller ones take the lowest frequencies
//! only; that is the picture in a smaller size.
//!
//! In floats, in one order, without fused products: the same on every machine.

use crate::resample::to_byte;

/// Which row and column of a block the coefficients of a file belong to.
const PLACES: [(u8, u8); 64] = places();

/// From corner to corner in diagonals.
const fn places() -> [(u8, u8); 64] {
    let mut places = [(0, 0); 64];
    let (mut index, mut diagonal) = (0, 0);
    while diagonal < 15 {
        let mut step = 0;
        while step <= diagonal {
            let other = diagonal - step;
            if step < 8 && other < 8 {
                places[index] = if diagonal % 2 == 0 {
                    (other, step)
                } else {
                    (step, other)
                };
                index += 1;
            }
            step += 1;
        }
        diagonal += 1;
    }
    places
}

/// For a block of this side, by column and row, the place of the coefficient in
/// the file.
const fn order<const N: usize>() -> [[usize; N]; N] {
    let mut order = [[0; N]; N];
    let mut place = 0;
    while place < 64 {
        let (row, column) = (PLACES[place].0 as usize, PLACES[place].1 as usize);
        if row < N && column < N {
            order[column][row] = place;
        }
        place += 1;
    }
    order
}

/// How many coefficients from the first one on a block of this side needs.
pub(super) const fn needed(side: usize) -> usize {
    match side {
        1 => 1,
        2 => 5,
        4 => 25,
        _ => 64,
    }
}

/// What the coefficients of a file are multiplied by, in their order.
pub(super) type Steps = [f32; 64];

type Square<const N: usize> = [[f32; N]; N];

/// Writes the pixels of a block with this side to a plane, from a place on; there
/// must be as many coefficients as are [`needed`].
#[inline]
pub(super) fn write(side: usize, coefficients: &[i16], steps: &Steps, out: Out<'_>) {
    match side {
        1 => out.square::<1, 1>(coefficients, steps, |square| square),
        2 => out.square::<2, 5>(coefficients, steps, twos),
        4 => out.square::<4, 25>(coefficients, steps, fours),
        _ => out.square::<8, 64>(coefficients, steps, eights),
    }
}

/// A place in a plane.
pub(super) struct Out<'a> {
    pub(super) bytes: &'a mut [u8],
    /// Bytes from one row to the next.
    pub(super) width: usize,
}

impl Out<'_> {
    /// `along` transforms the columns of a square, all at once.
    #[inline]
    fn square<const N: usize, const NEEDED: usize>(
        self,
        coefficients: &[i16],
        steps: &Steps,
        along: impl Fn(Square<N>) -> Square<N>,
    ) {
        let Some(given) = coefficients.first_chunk::<NEEDED>() else {
            return;
        };
        let [first, others @ ..] = given.as_slice() else {
            return;
        };
        if others.iter().all(|value| *value == 0) {
            return self.write(&[[f32::from(*first) * steps[0]; N]; N]);
        }
        // By columns first; what is left is turned.
        let mut square = [[0.0; N]; N];
        for (column, places) in square.iter_mut().zip(&const { order::<N>() }) {
            for (value, place) in column.iter_mut().zip(places) {
                *value = f32::from(given[*place]) * steps[*place];
            }
        }
        self.write(&along(turned(&along(square))));
    }

    #[inline]
    fn write<const N: usize>(self, square: &Square<N>) {
        for (row, values) in self.bytes.chunks_mut(self.width.max(1)).zip(square) {
            for (byte, value) in row.iter_mut().zip(values) {
                *byte = to_byte(value * 0.125 + 128.0);
            }
        }
    }
}

#[inline]
fn turned<const N: usize>(square: &Square<N>) -> Square<N> {
    let mut turned = [[0.0; N]; N];
    for (column, values) in square.iter().enumerate() {
        for (row, value) in turned.iter_mut().zip(values) {
            row[column] = *value;
        }
    }
    turned
}

#[inline]
fn twos([a, b]: Square<2>) -> Square<2> {
    [sum(a, b), difference(a, b)]
}

// Cosines of sixteenths of a half turn, times the root of 2.
const C1: f32 = 1.387_039_8;
const C2: f32 = 1.306_563;
const C3: f32 = 1.175_875_6;
const C5: f32 = 0.785_694_96;
const C6: f32 = 0.541_196_1;
const C7: f32 = 0.275_899_38;

#[inline]
fn fours<const N: usize>([a, b, c, d]: [[f32; N]; 4]) -> [[f32; N]; 4] {
    let (even, odd) = (sum(a, c), difference(a, c));
    let outer = sum(times(b, C2), times(d, C6));
    let inner = difference(times(b, C6), times(d, C2));
    [
        sum(even, outer),
        sum(odd, inner),
        difference(odd, inner),
        difference(even, outer),
    ]
}

#[inline]
fn eights(waves: Square<8>) -> Square<8> {
    let [zero, one, two, three, four, five, six, seven] = waves;
    let even = fours([zero, two, four, six]);
    let odd = [
        [C1, C3, C5, C7],
        [C3, -C7, -C1, -C5],
        [C5, -C1, C7, C3],
        [C7, -C5, C3, -C1],
    ];
    let odd = odd.map(|by| {
        let slow = sum(times(one, by[0]), times(three, by[1]));
        sum(slow, sum(times(five, by[2]), times(seven, by[3])))
    });
    // The second half mirrors the first.
    std::array::from_fn(|at| match even.get(at).zip(odd.get(at)) {
        Some((even, odd)) => sum(*even, *odd),
        None => difference(even[7 - at], odd[7 - at]),
    })
}

#[inline]
fn sum<const N: usize>(one: [f32; N], other: [f32; N]) -> [f32; N] {
    std::array::from_fn(|at| one[at] + other[at])
}

#[inline]
fn difference<const N: usize>(one: [f32; N], other: [f32; N]) -> [f32; N] {
    std::array::from_fn(|at| one[at] - other[at])
}

#[inline]
fn times<const N: usize>(one: [f32; N], by: f32) -> [f32; N] {
    one.map(|value| value * by)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The formula of T.81, A.3.3, for a block of `side` pixels, before rounding.
    fn formula(side: usize, block: &[[f64; 8]; 8]) -> Vec<f64> {
        let float = |count: usize| f64::from(u32::try_from(count).unwrap());
        let half_turn = std::f64::consts::PI / float(2 * side);
        let wave = |k: usize, x: usize| {
            let scale = if k == 0 {
                1.0
            } else {
                std::f64::consts::SQRT_2
            };
            scale * (float((2 * x + 1) * k) * half_turn).cos()
        };
        let pixel = |y: usize, x: usize| {
            let of = |v: usize, u: usize| block[v][u] * wave(v, y) * wave(u, x);
            let waves = (0..side).flat_map(|v| (0..side).map(move |u| (v, u)));
            waves.map(|(v, u)| of(v, u)).sum::<f64>() / 8.0 + 128.0
        };
        let pixels = (0..side).flat_map(|y| (0..side).map(move |x| (y, x)));
        pixels.map(|(y, x)| pixel(y, x)).collect()
    }

    #[test]
    fn coefficients_stand_in_diagonals() {
        let first = [
            (0, 0),
            (0, 1),
            (1, 0),
            (2, 0),
            (1, 1),
            (0, 2),
            (0, 3),
            (1, 2),
        ];
        assert_eq!(PLACES[..8], first);
        assert_eq!(PLACES[61..], [(6, 7), (7, 6), (7, 7)]);
    }

    #[test]
    fn every_size_is_the_formula_of_the_standard() {
        let mut state = 7_u32;
        for _ in 0..50 {
            let coefficients: [i16; 64] = std::array::from_fn(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                i16::try_from(state >> 26).unwrap() - 32
            });
            let mut block = [[0.0; 8]; 8];
            for (value, (row, column)) in coefficients.iter().zip(PLACES) {
                block[usize::from(row)][usize::from(column)] = f64::from(*value) * 3.0;
            }
            for side in [1, 2, 4, 8] {
                let mut bytes = vec![0; 10 * side];
                let out = Out {
                    bytes: &mut bytes,
                    width: 10,
                };
                write(side, &coefficients, &[3.0; 64], out);
                let written = bytes.chunks_exact(10).flat_map(|row| row[..side].to_vec());
                for (byte, exact) in written.zip(formula(side, &block)) {
                    assert!(
                        (f64::from(byte) - exact.clamp(0.0, 255.0)).abs() < 0.501,
                        "{side}"
                    );
                }
            }
        }
    }
}
