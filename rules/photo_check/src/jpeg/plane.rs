/// The pixels of one channel, a little more than the picture has: whole blocks.
pub(super) struct Plane {
    pub(super) bytes: Vec<u8>,
    /// Bytes from one row to the next.
    pub(super) width: usize,
    /// Pixels of the picture.
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// How many pixels of the picture one of these becomes, across and down.
    pub(super) spread: [usize; 2],
}

impl Plane {
    /// A row of the picture, so many pixels as the channel gives: twice as many
    /// by linear interpolation, more on either side by repeating, as libjpeg does.
    #[expect(clippy::inline_always, reason = "for the processor at hand")]
    #[inline(always)]
    pub(super) fn row(&self, y: usize, blended: &mut Vec<u16>, out: &mut [u8]) {
        let [across, down] = self.spread;
        let near = y / down.max(1);
        let near = near.min(self.rows.saturating_sub(1));
        if self.spread == [1, 1] {
            for (out, value) in out.iter_mut().zip(self.line(near)) {
                *out = *value;
            }
            return;
        }
        let far = match self.spread {
            [1 | 2, 2] if y.is_multiple_of(2) => near.saturating_sub(1),
            [1 | 2, 2] => (near + 1).min(self.rows.saturating_sub(1)),
            _ => near,
        };
        let pairs = self.line(near).iter().zip(self.line(far));
        blended.clear();
        blended.extend(pairs.map(|(near, far)| 3 * u16::from(*near) + u16::from(*far)));
        match self.spread {
            [2, 1 | 2] => stretch(blended, out),
            _ => repeat(blended, across, out),
        }
    }

    fn line(&self, y: usize) -> &[u8] {
        let from = y * self.width;
        self.bytes
            .get(from..from + self.columns)
            .unwrap_or_default()
    }
}

/// To two pixels each, of values four times as large.
#[inline]
fn stretch(row: &[u16], out: &mut [u8]) {
    let (Some(first), Some(last), [start, inner @ ..]) = (row.first(), row.last(), out) else {
        return;
    };
    *start = byte((first + 2) >> 2);
    // An odd width leaves out the last pixel.
    let (pairs, end) = inner.as_chunks_mut::<2>();
    for (pair, two) in pairs.iter_mut().zip(row.windows(2)) {
        if let [left, right] = two {
            *pair = [3 * left + right, 3 * right + left].map(|sum| byte((sum + 8) >> 4));
        }
    }
    if let [end] = end {
        *end = byte((last + 2) >> 2);
    }
}

fn repeat(row: &[u16], times: usize, out: &mut [u8]) {
    for (pixels, value) in out.chunks_mut(times.max(1)).zip(row) {
        pixels.fill(byte((value + 2) >> 2));
    }
}

fn byte(value: u16) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(spread: [usize; 2], width: usize, height: usize) -> Vec<Vec<u8>> {
        let plane = Plane {
            bytes: vec![0, 80, 99, 160, 240, 99],
            width: 3,
            columns: 2,
            rows: 2,
            spread,
        };
        let row = |y| {
            let mut out = vec![0; width];
            plane.row(y, &mut Vec::new(), &mut out);
            out
        };
        (0..height).map(row).collect()
    }

    #[test]
    fn a_channel_of_half_the_sides_is_interpolated() {
        let doubled = [
            [0, 20, 60, 80],
            [40, 60, 100, 120],
            [120, 140, 180, 200],
            [160, 180, 220, 240],
        ];
        assert_eq!(rows([2, 2], 4, 4), doubled);
        assert_eq!(rows([2, 1], 3, 2), [[0, 20, 60], [160, 180, 220]]);
        assert_eq!(rows([1, 2], 2, 2), [[0, 80], [40, 120]]);
    }

    #[test]
    fn other_channels_are_copied_or_repeated() {
        assert_eq!(rows([1, 1], 2, 2), [[0, 80], [160, 240]]);
        assert_eq!(rows([4, 1], 8, 1), [[0, 0, 0, 0, 80, 80, 80, 80]]);
        let repeated = [[0, 0, 80, 80]; 3];
        assert_eq!(rows([2, 3], 4, 3), repeated);
        assert_eq!(
            rows([3, 2], 4, 3),
            [[0, 0, 0, 80], [0, 0, 0, 80], [160, 160, 160, 240]]
        );
    }
}
