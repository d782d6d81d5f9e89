//! QR codes: the squares themselves, and a picture of them for a web page.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder, QRCode};

/// White border a reader needs around the code, in modules (ISO/IEC 18004).
pub(super) const QUIET_ZONE: usize = 4;

/// The dark and light squares of a QR code, without the white border.
///
/// Up to a quarter of the code may be dirty or creased (error correction Q).
pub(super) struct Modules(QRCode);

/// Squares next to each other in one row, all dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// Row of the squares, 0 at the top.
    pub(super) row: usize,
    /// Column of the first square, 0 at the left.
    pub(super) column: usize,
    /// How many squares there are, at least 1.
    pub(super) length: usize,
}

/// The text is longer than a QR code can hold (1,663 bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long for a QR code")]
pub struct TooLong;

impl Modules {
    /// Encodes the text as UTF-8.
    ///
    /// # Errors
    ///
    /// [`TooLong`] if no QR code can hold the text.
    pub(super) fn of(text: &str) -> Result<Self, TooLong> {
        QRBuilder::new(text)
            .ecl(ECL::Q)
            .build()
            .map(Self)
            .map_err(|_| TooLong)
    }

    /// Squares in a row, and rows: 21 to 177.
    pub(super) fn width(&self) -> usize {
        self.0.size
    }

    /// All dark squares, row by row.
    pub(super) fn runs(&self) -> Vec<Run> {
        let rows = self
            .0
            .data
            .chunks_exact(self.width())
            .take(self.width())
            .enumerate();
        let mut runs = Vec::new();
        for (row, squares) in rows {
            let mut column = 0;
            for same in squares.chunk_by(|one, next| one.value() == next.value()) {
                let length = same.len();
                if same.first().is_some_and(|square| square.value()) {
                    runs.push(Run {
                        row,
                        column,
                        length,
                    });
                }
                column += length;
            }
        }
        runs
    }
}

/// The QR code of the text as an inline SVG picture: black on white, with its
/// white border, one unit a module, no size of its own. Words for people who
/// cannot see it are left to the element around it.
///
/// # Errors
///
/// [`TooLong`] if no QR code can hold the text.
pub fn svg(text: &str) -> Result<String, TooLong> {
    Modules::of(text).map(|modules| picture(&modules))
}

fn picture(modules: &Modules) -> String {
    let side = modules.width() + 2 * QUIET_ZONE;
    let mut dark = String::new();
    for Run {
        row,
        column,
        length,
    } in modules.runs()
    {
        let (x, y) = (column + QUIET_ZONE, row + QUIET_ZONE);
        // Writing to a `String` cannot fail.
        let _ = write!(dark, "M{x} {y}h{length}v1h-{length}z");
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"#000\" d=\"{dark}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://card.example.lg.jp/apply/12345678901234567890123";

    /// The code drawn with a white border, `scale` pixels a module, read back.
    fn read_back(modules: &Modules, scale: usize) -> Option<String> {
        let side = (modules.width() + 2 * QUIET_ZONE) * scale;
        let mut grey = vec![255_u8; side * side];
        for Run {
            row,
            column,
            length,
        } in modules.runs()
        {
            for y in (row + QUIET_ZONE) * scale..(row + QUIET_ZONE + 1) * scale {
                let left = y * side + (column + QUIET_ZONE) * scale;
                grey[left..left + length * scale].fill(0);
            }
        }
        let mut picture =
            rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| grey[y * side + x]);
        let found = picture.detect_grids();
        found
            .first()
            .and_then(|grid| grid.decode().ok())
            .map(|(_, text)| text)
    }

    #[test]
    fn a_code_reads_back_as_its_text_at_several_sizes() {
        let modules = Modules::of(ADDRESS).unwrap();
        for scale in [3, 4, 7] {
            assert_eq!(
                read_back(&modules, scale).as_deref(),
                Some(ADDRESS),
                "{scale} pixels"
            );
        }
    }

    #[test]
    fn short_and_long_texts_read_back() {
        for length in [1, 20, 77, 150, 400] {
            let text: String = "https://a.jp/b?c=0_9"
                .chars()
                .cycle()
                .take(length)
                .collect();
            let modules = Modules::of(&text).unwrap();
            assert_eq!(read_back(&modules, 4), Some(text), "{length} characters");
        }
    }

    #[test]
    fn the_runs_are_all_the_dark_squares_and_no_light_one() {
        let modules = Modules::of(ADDRESS).unwrap();
        let mut dark = vec![false; modules.width() * modules.width()];
        for Run {
            row,
            column,
            length,
        } in modules.runs()
        {
            let first = row * modules.width() + column;
            for square in &mut dark[first..first + length] {
                assert!(!*square, "no square is drawn twice");
                *square = true;
            }
        }
        for (row, squares) in dark.chunks(modules.width()).enumerate() {
            for (column, square) in squares.iter().enumerate() {
                assert_eq!(
                    *square,
                    modules.0[row][column].value(),
                    "row {row} column {column}"
                );
            }
        }
    }

    #[test]
    fn the_picture_has_four_white_modules_around_the_code() {
        let modules = Modules::of(ADDRESS).unwrap();
        let side = modules.width() + 8;
        let svg = svg(ADDRESS).unwrap();
        assert!(svg.contains(&format!("viewBox=\"0 0 {side} {side}\"")));
        assert!(
            svg.contains("fill=\"#000\" d=\"M4 4h7v1h-7z"),
            "the first corner starts at 4, 4"
        );
    }

    #[test]
    fn nothing_of_the_text_stands_in_the_picture_as_it_is() {
        assert!(
            !svg("\"><script>alert(1)</script>")
                .unwrap()
                .contains("script")
        );
    }

    #[test]
    fn a_text_no_code_can_hold_gives_no_picture() {
        let longest = "a".repeat(1_663);
        assert!(Modules::of(&longest).is_ok());
        assert_eq!(Modules::of(&"a".repeat(1_664)).err(), Some(TooLong));
        assert_eq!(svg(&"a".repeat(1_664)), Err(TooLong));
    }
}
