//! The frame header (SOF): sides, bits, channels, and how many blocks they make.

use super::{Coding, spec};

/// Channels a frame is followed for: four inks are the most a photo has.
pub(super) const MOST_CHANNELS: usize = 4;

const BLOCK_SIDE: u32 = 8;

/// A frame header that is well formed, supported or not.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) coding: Option<Coding>,
    bits: u8,
    pub(super) width: u32,
    pub(super) height: u32,
    /// Channels as announced; only the first [`MOST_CHANNELS`] are kept.
    channels: u8,
    kept: [Channel; MOST_CHANNELS],
}

/// One colour channel: its name in the file and how finely it is sampled.
#[derive(Clone, Copy, Default)]
struct Channel {
    id: u8,
    across: u32,
    down: u32,
}

impl Frame {
    /// Reads the segment of a SOF marker. None if it contradicts itself.
    pub(super) fn read(marker: u8, segment: &[u8]) -> Option<Self> {
        let [bits, h1, h0, w1, w0, channels, list @ ..] = segment else {
            return None;
        };
        if list.len() != usize::from(*channels) * 3 {
            return None;
        }
        let mut kept = [Channel::default(); MOST_CHANNELS];
        for (place, entry) in kept.iter_mut().zip(list.chunks_exact(3)) {
            *place = Channel::read(entry)?;
        }
        let frame = Self {
            coding: coding(marker),
            bits: *bits,
            width: u16::from_be_bytes([*w1, *w0]).into(),
            height: u16::from_be_bytes([*h1, *h0]).into(),
            channels: *channels,
            kept,
        };
        (frame.width > 0 && frame.channels > 0).then_some(frame)
    }

    /// Whether this service can read such a frame. A height of 0 means "told
    /// later", which no camera uses and decoders disagree on.
    pub(super) fn is_supported(&self) -> bool {
        self.coding.is_some()
            && self.bits == spec::BITS_PER_SAMPLE
            && matches!(self.channels, 1 | 3 | 4)
            && self.height > 0
    }

    /// Channels the frame announces.
    pub(super) fn channel_count(&self) -> u8 {
        self.channels
    }

    /// The names of the channels that are kept.
    pub(super) fn ids(&self) -> impl Iterator<Item = u8> {
        self.channels().iter().map(|channel| channel.id)
    }

    /// How much a scan over these channels codes. Follows T.81, A.2: a channel
    /// alone is coded block by block, several are interleaved in groups.
    pub(super) fn size_of(&self, members: ChannelSet) -> ScanSize {
        let widest = self
            .channels()
            .iter()
            .map(|channel| channel.across)
            .max()
            .unwrap_or(1);
        let tallest = self
            .channels()
            .iter()
            .map(|channel| channel.down)
            .max()
            .unwrap_or(1);
        let inside = self
            .channels()
            .iter()
            .enumerate()
            .filter(|(index, _)| members.has(*index));
        let mut inside = inside.map(|(_, channel)| channel);
        if let (Some(alone), None) = (inside.next(), inside.next()) {
            let across = blocks((self.width * alone.across).div_ceil(widest));
            let down = blocks((self.height * alone.down).div_ceil(tallest));
            return ScanSize {
                units: across * down,
                blocks: across * down,
            };
        }
        let units = blocks(self.width.div_ceil(widest)) * blocks(self.height.div_ceil(tallest));
        let of_a_unit = self
            .channels()
            .iter()
            .enumerate()
            .filter(|(index, _)| members.has(*index))
            .map(|(_, channel)| u64::from(channel.across * channel.down));
        ScanSize {
            units,
            blocks: units * of_a_unit.sum::<u64>(),
        }
    }

    fn channels(&self) -> &[Channel] {
        let count = usize::from(self.channels).min(MOST_CHANNELS);
        self.kept.get(..count).unwrap_or_default()
    }
}

impl Channel {
    fn read(entry: &[u8]) -> Option<Self> {
        let [id, sampling, _table] = entry else {
            return None;
        };
        let channel = Self {
            id: *id,
            across: u32::from(sampling >> 4),
            down: u32::from(sampling & 15),
        };
        let sound = (1..=4).contains(&channel.across) && (1..=4).contains(&channel.down);
        sound.then_some(channel)
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

/// Which of a frame's channels a scan holds.
#[derive(Clone, Copy, Default)]
pub(super) struct ChannelSet(u8);

impl ChannelSet {
    pub(super) fn with(self, index: usize) -> Self {
        Self(self.0 | 1 << index)
    }

    pub(super) fn has(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
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
