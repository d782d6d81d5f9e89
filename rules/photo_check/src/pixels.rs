/// A view on pixels of 8 bits a channel, row by row without gaps, top first.
///
/// Guarantees that there are as many bytes as the sides need, and sides of at
/// least one pixel.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Bytes from one pixel to the next: 3 or 4.
    pub(crate) stride: usize,
    pub(crate) bytes: &'a [u8],
}

impl<'a> Frame<'a> {
    /// Pixels of red, green and blue. None if the bytes do not fit the sides.
    pub fn rgb(width: u32, height: u32, bytes: &'a [u8]) -> Option<Self> {
        Self::new(width, height, 3, bytes)
    }

    /// Pixels of red, green, blue and opacity, as a canvas gives them; the
    /// opacity is not looked at. None if the bytes do not fit the sides.
    pub fn rgba(width: u32, height: u32, bytes: &'a [u8]) -> Option<Self> {
        Self::new(width, height, 4, bytes)
    }

    fn new(width: u32, height: u32, stride: usize, bytes: &'a [u8]) -> Option<Self> {
        let (width, height) = (usize::try_from(width).ok()?, usize::try_from(height).ok()?);
        let needed = width.checked_mul(height)?.checked_mul(stride)?;
        (needed > 0 && needed == bytes.len()).then_some(Self {
            width,
            height,
            stride,
            bytes,
        })
    }

    /// Width in pixels.
    pub const fn width(self) -> usize {
        self.width
    }

    /// Height in pixels.
    pub const fn height(self) -> usize {
        self.height
    }
}

/// Pixels of red, green and blue that belong to the holder, row by row, top first.
#[derive(PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Three bytes a pixel.
    pub rgb: Vec<u8>,
}

impl std::fmt::Debug for Pixels {
    /// A face is personal data: only its measures are shown.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Pixels({} x {})", self.width, self.height)
    }
}

impl Pixels {
    pub(crate) fn view(&self) -> Frame<'_> {
        Frame {
            width: self.width,
            height: self.height,
            stride: 3,
            bytes: &self.rgb,
        }
    }
}
