//! Scan headers (SOS), and which parts of the picture the scans have brought.

use super::Coding;
use super::frame::{ChannelSet, Frame, MOST_CHANNELS, ScanSize};

const COEFFICIENTS: usize = 64;
const NOT_BEGUN: u8 = u8::MAX;

/// One scan header: the channels and the part of their data it holds.
pub(super) struct Scan {
    pub(super) members: ChannelSet,
    first: usize,
    last: usize,
    /// Low bits that later scans will still bring.
    bits_to_come: u8,
    is_sequential: bool,
}

impl Scan {
    /// Reads the segment of an SOS marker. None if it contradicts the frame.
    pub(super) fn read(segment: &[u8], frame: &Frame) -> Option<Self> {
        let (count, rest) = segment.split_first()?;
        let (channels, [from, to, precision]) = rest.split_last_chunk()?;
        if *count == 0 || channels.len() != usize::from(*count) * 2 {
            return None;
        }
        let mut members = ChannelSet::default();
        for entry in channels.chunks_exact(2) {
            let index = frame.ids().position(|id| Some(&id) == entry.first())?;
            members = members.with(index);
        }
        // A sequential scan brings all; some writers fill these fields oddly.
        let is_sequential = frame.coding != Some(Coding::Progressive);
        let (first, last, bits_to_come) = if is_sequential {
            (0, COEFFICIENTS - 1, 0)
        } else {
            (usize::from(*from), usize::from(*to), precision & 15)
        };
        let scan = Self {
            members,
            first,
            last,
            bits_to_come,
            is_sequential,
        };
        (scan.first <= scan.last && scan.last < COEFFICIENTS).then_some(scan)
    }

    /// Fewest bytes that can code so much. A sequential block takes at least
    /// two bits: one for its mean value, one to say that nothing more comes. A scan of
    /// mean values takes a bit for each block, the first time and whenever it makes them
    /// finer; other progressive scans can say "nothing" for thousands of blocks at once.
    pub(super) fn fewest_bytes(&self, size: ScanSize) -> u64 {
        if self.is_sequential {
            size.blocks / 4
        } else if self.first == 0 {
            size.blocks / 8
        } else {
            1
        }
    }
}

/// What the scans have brought so far: for every channel and coefficient, how
/// many of its low bits are still to come.
pub(super) struct Coverage([[u8; COEFFICIENTS]; MOST_CHANNELS]);

impl Coverage {
    pub(super) const fn new() -> Self {
        Self([[NOT_BEGUN; COEFFICIENTS]; MOST_CHANNELS])
    }

    pub(super) fn add(&mut self, scan: &Scan) {
        for (index, channel) in self.0.iter_mut().enumerate() {
            if scan.members.has(index) {
                let part = channel.get_mut(scan.first..=scan.last);
                part.unwrap_or_default().fill(scan.bits_to_come);
            }
        }
    }

    /// Whether every channel has its mean values (the DC coefficients) and all
    /// that was begun was also finished. Details that no scan ever begins are
    /// not missed: a writer may leave out what is zero.
    pub(super) fn is_whole(&self, frame: &Frame) -> bool {
        self.0.iter().zip(frame.ids()).all(|(channel, _)| {
            channel.first() == Some(&0) && channel.iter().copied().all(is_settled)
        })
    }
}

fn is_settled(bits_to_come: u8) -> bool {
    matches!(bits_to_come, 0 | NOT_BEGUN)
}
