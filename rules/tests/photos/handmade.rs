//! JPEG files put together marker by marker, to be wrong in one chosen way.

pub(crate) const SOF0: u8 = 0xC0;
pub(crate) const SOF2: u8 = 0xC2;
pub(crate) const COM: u8 = 0xFE;

/// Red, green and blue differences sampled alike, as `(id, sampling)`.
pub(crate) const THREE: [(u8, u8); 3] = [(1, 0x11), (2, 0x11), (3, 0x11)];
/// The colour differences at half the resolution, as cameras write them.
pub(crate) const HALVED: [(u8, u8); 3] = [(1, 0x22), (2, 0x11), (3, 0x11)];
pub(crate) const ONE: [(u8, u8); 1] = [(1, 0x11)];

/// More coded bytes than the smallest picture here needs at the least.
pub(crate) const ENOUGH: usize = 12_000;

#[derive(Clone)]
pub(crate) struct Handmade(pub(crate) Vec<u8>);

impl Handmade {
    pub(crate) fn begun() -> Self {
        Self(vec![0xFF, 0xD8])
    }

    pub(crate) fn segment(mut self, marker: u8, content: &[u8]) -> Self {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        self.0.extend([0xFF, marker]);
        self.0.extend(length);
        self.0.extend(content);
        self
    }

    pub(crate) fn frame(
        self,
        marker: u8,
        (width, height): (u16, u16),
        channels: &[(u8, u8)],
    ) -> Self {
        self.frame_of_bits(8, marker, (width, height), channels)
    }

    pub(crate) fn frame_of_bits(
        self,
        bits: u8,
        marker: u8,
        (width, height): (u16, u16),
        channels: &[(u8, u8)],
    ) -> Self {
        let mut content = vec![bits];
        content.extend(height.to_be_bytes());
        content.extend(width.to_be_bytes());
        content.push(channels.len().try_into().unwrap());
        content.extend(
            channels
                .iter()
                .flat_map(|(id, sampling)| [*id, *sampling, 0]),
        );
        self.segment(marker, &content)
    }

    /// A scan that brings everything of the channels with these ids.
    pub(crate) fn scan(self, ids: &[u8], coded_bytes: usize) -> Self {
        self.progressive_scan(ids, [0, 63, 0], &vec![0x55; coded_bytes])
    }

    pub(crate) fn progressive_scan(mut self, ids: &[u8], part: [u8; 3], coded: &[u8]) -> Self {
        let mut content = vec![ids.len().try_into().unwrap()];
        content.extend(ids.iter().flat_map(|id| [*id, 0]));
        content.extend(part);
        self = self.segment(0xDA, &content);
        self.raw(coded)
    }

    pub(crate) fn raw(mut self, bytes: &[u8]) -> Self {
        self.0.extend(bytes);
        self
    }

    /// Ends the picture and pads the file, at its front, to an accepted size.
    pub(crate) fn ended(self) -> Vec<u8> {
        padded(&self.raw(&[0xFF, 0xD9]).0, 20_000)
    }

    /// Pads without an end.
    pub(crate) fn broken_off(self) -> Vec<u8> {
        padded(&self.0, 20_000)
    }
}

/// A baseline picture in three channels that is right in everything.
pub(crate) fn picture(width: u16, height: u16) -> Handmade {
    let coded = usize::from(width) * usize::from(height) / 64 + 2_000;
    Handmade::begun()
        .frame(SOF0, (width, height), &THREE)
        .scan(&[1, 2, 3], coded)
}

/// The same file with comments behind its first two bytes until it has at least
/// `least` bytes: exactly so many, unless fewer than four are missing.
pub(crate) fn padded(jpeg: &[u8], least: usize) -> Vec<u8> {
    let mut padding = Handmade(jpeg[..2].to_vec());
    let mut missing = least.saturating_sub(jpeg.len());
    while missing >= 4 {
        // What is left over must again be nothing or a whole comment.
        let most = if missing > 65_537 {
            missing - 4
        } else {
            missing
        };
        let whole = most.min(65_537);
        padding = padding.segment(COM, &vec![0; whole - 4]);
        missing -= whole;
    }
    padding.raw(&jpeg[2..]).0
}

/// An EXIF segment's content: one directory with these `(tag, type, value)`.
pub(crate) fn exif(entries: &[(u16, u16, u32)], more: &[u8]) -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    block.extend(directory(entries));
    block.extend(more);
    block
}

pub(crate) fn directory(entries: &[(u16, u16, u32)]) -> Vec<u8> {
    let mut bytes = u16::try_from(entries.len()).unwrap().to_be_bytes().to_vec();
    for (tag, kind, value) in entries {
        bytes.extend(tag.to_be_bytes());
        bytes.extend(kind.to_be_bytes());
        bytes.extend(1_u32.to_be_bytes());
        let short = *kind == 3;
        bytes.extend((if short { value << 16 } else { *value }).to_be_bytes());
    }
    bytes.extend([0; 4]);
    bytes
}

/// Coded data with restart markers of these numbers between its parts.
pub(crate) fn with_restarts(numbers: impl IntoIterator<Item = u8>, part: usize) -> Vec<u8> {
    let mut coded = vec![0x55; part];
    for number in numbers {
        coded.extend([0xFF, 0xD0 + number]);
        coded.extend(vec![0x55; part]);
    }
    coded
}
