use rules::photo::{self, Coding, FrameHeader};

use super::plane::Plane;
use super::transform::{self, Out, Steps};

/// A frame header and what was decoded of its channels.
pub(super) struct Frame {
    pub(super) is_progressive: bool,
    /// Sides of the picture, decoded.
    pub(super) width: usize,
    pub(super) height: usize,
    /// Coding units of several channels together, across and down.
    pub(super) units: [usize; 2],
    pub(super) channels: Vec<Channel>,
}

/// One colour channel.
pub(super) struct Channel {
    /// Blocks of a coding unit, across and down.
    pub(super) sampling: [usize; 2],
    /// Blocks of the channel, across and down, without those that fill units.
    pub(super) blocks: [usize; 2],
    /// The same with those that fill units.
    padded: [usize; 2],
    /// The number of its table of steps.
    pub(super) table: u8,
    /// The table, as it was when the channel's first scan came.
    pub(super) steps: Option<Box<Steps>>,
    /// Pixels of a side of a block, decoded.
    pub(super) side: usize,
    pub(super) plane: Plane,
    /// Of a progressive picture.
    pub(super) kept: Kept,
}

/// What is kept of the coefficients of a progressive picture until its end: those
/// that are needed, and of the others which ones are not zero, as that decides
/// how later scans are read.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) coefficients: Vec<i16>,
    pub(super) others: Vec<u64>,
}

impl Frame {
    /// What a frame header says; the picture is to be decoded to an 8th, 4th, half
    /// or the whole of its sides. None of a picture that is not read.
    pub(super) fn of(header: &FrameHeader, shrink: usize) -> Option<Self> {
        let coding = header.coding()?;
        let [width, height] = [header.width(), header.height()].map(usize::from);
        let list = header.channels();
        if !matches!(list.len(), 1 | 3) || height == 0 {
            return None;
        }
        let across = list.iter().map(|channel| channel.across).max()?.into();
        let down = list.iter().map(|channel| channel.down).max()?.into();
        let size = Size {
            full: [width, height],
            finest: [across, down],
            units: [width.div_ceil(8 * across), height.div_ceil(8 * down)],
            side: 8 / shrink,
        };
        let channels = list.iter().map(|channel| size.channel(*channel));
        Some(Self {
            is_progressive: coding == Coding::Progressive,
            width: width.div_ceil(shrink),
            height: height.div_ceil(shrink),
            units: size.units,
            channels: channels.collect::<Option<_>>()?,
        })
    }
}

impl Frame {
    /// Whether a file of so many bytes can hold it: every block takes a bit at the least,
    /// that of its first coefficient.
    pub(super) fn fits(&self, bytes: usize) -> bool {
        let blocks = self.channels.iter().map(|channel| channel.blocks);
        let blocks: usize = blocks.map(|[across, down]| across * down).sum();
        blocks <= bytes.saturating_mul(8)
    }
}

/// What the channels of a frame have in common.
struct Size {
    full: [usize; 2],
    finest: [usize; 2],
    units: [usize; 2],
    /// Pixels of a side of a block of the finest channel, decoded.
    side: usize,
}

impl Size {
    fn channel(&self, channel: photo::Channel) -> Option<Channel> {
        let sampling = [channel.across, channel.down].map(usize::from);
        let [across, down] = [0, 1].map(|axis| self.finest[axis] / sampling[axis]);
        if [0, 1].map(|axis| self.finest[axis] % sampling[axis]) != [0, 0] {
            return None;
        }
        // A coarser channel gets larger blocks, as far as it goes.
        let larger = [4, 2, 1]
            .into_iter()
            .find(|by| across % by == 0 && down % by == 0 && self.side * by <= 8)?;
        let side = self.side * larger;
        let pixels =
            [0, 1].map(|axis| (self.full[axis] * sampling[axis]).div_ceil(self.finest[axis]));
        let [columns, rows] = pixels.map(|pixels| (pixels * side).div_ceil(8));
        let plane = Plane {
            bytes: Vec::new(),
            width: self.units[0] * sampling[0] * side,
            columns,
            rows,
            spread: [across / larger, down / larger],
        };
        Some(Channel {
            sampling,
            blocks: pixels.map(|pixels| pixels.div_ceil(8)),
            table: channel.steps,
            steps: None,
            side,
            plane,
            padded: [0, 1].map(|axis| self.units[axis] * sampling[axis]),
            kept: Kept::default(),
        })
    }
}

impl Channel {
    /// Makes room for its pixels.
    pub(super) fn make_room(&mut self) {
        let [across, down] = self.padded;
        let pixels = across * down * self.side * self.side;
        if self.plane.bytes.len() != pixels {
            self.plane.bytes = vec![0; pixels];
        }
    }

    /// Makes room for its coefficients.
    pub(super) fn make_room_to_keep(&mut self) {
        let [across, down] = self.padded;
        let needed = transform::needed(self.side);
        if self.kept.others.is_empty() {
            self.kept.coefficients = vec![0; across * down * needed];
            self.kept.others = vec![0; across * down];
        }
    }

    /// What is kept of a block: its coefficients, and which of all are not zero.
    #[inline]
    pub(super) fn kept(&mut self, [x, y]: [usize; 2]) -> Option<(&mut [i16], &mut u64)> {
        let needed = transform::needed(self.side);
        let block = y * self.padded[0] + x;
        let places = block * needed..(block + 1) * needed;
        let coefficients = self.kept.coefficients.get_mut(places)?;
        Some((coefficients, self.kept.others.get_mut(block)?))
    }

    /// Writes the pixels of all blocks that were kept, which it gives up.
    pub(super) fn show_kept(&mut self) {
        self.make_room();
        let kept = std::mem::take(&mut self.kept);
        let [across, down] = self.padded;
        let blocks = (0..down).flat_map(|y| (0..across).map(move |x| [x, y]));
        let coefficients = kept.coefficients.chunks_exact(transform::needed(self.side));
        for (at, coefficients) in blocks.zip(coefficients) {
            self.show(at, coefficients);
        }
    }

    /// Writes the pixels of a block.
    #[inline]
    pub(super) fn show(&mut self, [x, y]: [usize; 2], coefficients: &[i16]) {
        let Some(steps) = &self.steps else { return };
        let from = (y * self.plane.width + x) * self.side;
        let Some(bytes) = self.plane.bytes.get_mut(from..) else {
            return;
        };
        let out = Out {
            bytes,
            width: self.plane.width,
        };
        transform::write(self.side, coefficients, steps, out);
    }
}
