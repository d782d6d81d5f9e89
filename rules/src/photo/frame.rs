//! The frame header (SOF): sides, bits, channels, and how many blocks they make.

use super::scan::Member;
use super::{Coding, ScanHeader, spec};

/// Channels a frame is followed for: four inks are the most a photo has.
pub(super) const MOST_CHANNELS: usize = 4;

const BLOCK_SIDE: u32 = 8;

/// A frame header that is well formed, supported or not.
#[derive(Clone, Copy, Debug)]
pub struct FrameHeader {
    coding: Option<Coding>,
    bits: u8,
    width: u16,
    height: u16,
    /// Channels as announced; only the first [`MOST_CHANNELS`] are kept.
    count: u8,
    kept: [Channel; MOST_CHANNELS],
}

/// One colour channel: its name in the file and how finely it is sampled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Channel {
    /// The name by which scans mean it.
    pub id: u8,
    /// Blocks of a coding unit, across: 1 to 4.
    pub across: u8,
    /// Blocks of a coding unit, down: 1 to 4.
    pub down: u8,
    /// The number of its table of steps.
    pub steps: u8,
}

impl FrameHeader {
    /// Reads the segment of a SOF marker. None if it contradicts itself.
    pub(super) fn read(marker: u8, segment: &[u8]) -> Option<Self> {
        let [bits, h1, h0, w1, w0, count, list @ ..] = segment else {
            return None;
        };
        if list.len() != usize::from(*count) * 3 {
            return None;
        }
        let mut kept = [Channel::default(); MOST_CHANNELS];
        for (place, entry) in kept.iter_mut().zip(list.as_chunks().0) {
            *place = Channel::read(*entry)?;
        }
        let frame = Self {
            coding: coding(marker),
            bits: *bits,
            width: u16::from_be_bytes([*w1, *w0]),
            height: u16::from_be_bytes([*h1, *h0]),
            count: *count,
            kept,
        };
        (frame.width > 0 && frame.count > 0).then_some(frame)
    }

    /// How the picture is coded; none for a coding that is not read.
    pub const fn coding(&self) -> Option<Coding> {
        self.coding
    }

    /// Width in pixels as stored.
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Height in pixels as stored.
    pub const fn height(&self) -> u16 {
        self.height
    }

    /// The channels, the first four if there are more.
    pub fn channels(&self) -> &[Channel] {
        let count = usize::from(self.count).min(MOST_CHANNELS);
        self.kept.get(..count).unwrap_or_default()
    }

    /// Whether this service can read such a frame. A height of 0 means "told
    /// later", which no camera uses and decoders disagree on.
    pub(super) fn is_supported(&self) -> bool {
        self.coding.is_some()
            && self.bits == spec::BITS_PER_SAMPLE
            && matches!(self.count, 1 | 3 | 4)
            && self.height > 0
            && self
                .channels()
                .iter()
                .all(|channel| self.can_stretch(*channel))
    }

    /// Whether the pixels of a channel become a whole number of pixels of the picture.
    fn can_stretch(&self, channel: Channel) -> bool {
        let [across, down] = self.finest();
        across.is_multiple_of(channel.across.into()) && down.is_multiple_of(channel.down.into())
    }

    /// Whether a scan brings the whole picture: what is behind it is no part of it.
    pub fn is_whole_with(&self, scan: &ScanHeader) -> bool {
        self.coding != Some(Coding::Progressive) && scan.members().len() == usize::from(self.count)
    }

    /// How much a scan codes. Follows T.81, A.2: a channel alone is coded block by block,
    /// several are interleaved in groups.
    pub(super) fn size_of(&self, scan: &ScanHeader) -> ScanSize {
        let [widest, tallest] = self.finest();
        let (width, height) = (u32::from(self.width), u32::from(self.height));
        let channels = self.channels();
        let of = |member: &Member| channels.get(member.channel).copied().unwrap_or_default();
        if let [alone] = scan.members() {
            let alone = of(alone);
            let across = blocks((width * u32::from(alone.across)).div_ceil(widest));
            let down = blocks((height * u32::from(alone.down)).div_ceil(tallest));
            return ScanSize {
                units: across * down,
                blocks: across * down,
            };
        }
        let units = blocks(width.div_ceil(widest)) * blocks(height.div_ceil(tallest));
        let of_a_unit = scan
            .members()
            .iter()
            .map(|member| u64::from(of(member).blocks()));
        ScanSize {
            units,
            blocks: units * of_a_unit.sum::<u64>(),
        }
    }

    /// Blocks of a coding unit of the finest channel, across and down.
    fn finest(&self) -> [u32; 2] {
        let channels = self.channels().iter();
        let across = channels.clone().map(|channel| channel.across).max();
        let down = channels.map(|channel| channel.down).max();
        [across, down].map(|most| most.unwrap_or(1).into())
    }
}

impl Channel {
    fn read([id, sampling, steps]: [u8; 3]) -> Option<Self> {
        let channel = Self {
            id,
            across: sampling >> 4,
            down: sampling & 15,
            steps,
        };
        let sound = (1..=4).contains(&channel.across) && (1..=4).contains(&channel.down);
        sound.then_some(channel)
    }

    /// Blocks of a coding unit of several channels.
    pub(super) const fn blocks(self) -> u8 {
        self.across * self.down
    }
}

/// How much a scan codes.
#[derive(Clone, Copy)]
pub(super) struct ScanSize {
    /// Units (MCU) that restart markers count.
    units: u64,
    /// Blocks of 8 x 8 samples.
    pub(super) blocks: u64,
}

impl ScanSize {
    /// Restart markers there must be when one stands after every `interval`
    /// units but the last.
    pub(super) fn restarts(self, interval: u16) -> u64 {
        match interval {
            0 => 0,
            _ => self.units.div_ceil(interval.into()).saturating_sub(1),
        }
    }
}

fn blocks(pixels: u32) -> u64 {
    pixels.div_ceil(BLOCK_SIDE).into()
}

fn coding(marker: u8) -> Option<Coding> {
    match marker {
        0xC0 => Some(Coding::Baseline),
        0xC1 => Some(Coding::Extended),
        0xC2 => Some(Coding::Progressive),
        _ => None,
    }
}
