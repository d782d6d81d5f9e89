//! The frame header (SOF): sides, bits, channels, and how many blocks they make.

use super::channel::{Channel, MOST_CHANNELS};
use super::{Coding, spec};

/// A frame header that is well formed, supported or not.
#[derive(Clone, Copy, Debug)]
pub struct FrameHeader {
    coding: Option<Coding>,
    bits: u8,
    width: u16,
    height: u16,
    /// Channels as announced; only the first [`MOST_CHANNELS`] are kept.
    pub(super) count: u8,
    kept: [Channel; MOST_CHANNELS],
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

    /// Blocks of a coding unit of the finest channel, across and down.
    pub(super) fn finest(&self) -> [u32; 2] {
        let channels = self.channels().iter();
        let across = channels.clone().map(|channel| channel.across).max();
        let down = channels.map(|channel| channel.down).max();
        [across, down].map(|most| most.unwrap_or(1).into())
    }
}

fn coding(marker: u8) -> Option<Coding> {
    match marker {
        0xC0 => Some(Coding::Baseline),
        0xC1 => Some(Coding::Extended),
        0xC2 => Some(Coding::Progressive),
        _ => None,
    }
}
