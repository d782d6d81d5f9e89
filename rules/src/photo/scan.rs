//! Scan headers (SOS), and which parts of the picture the scans have brought.

use super::channel::{Channel, MOST_CHANNELS};
use super::{Coding, FrameHeader};

const COEFFICIENTS: usize = 64;
const NOT_BEGUN: u8 = u8::MAX;

/// Blocks that several channels may have together in a coding unit (T.81, B.2.3).
const MOST_BLOCKS_OF_A_UNIT: u8 = 10;

/// Bits that a progressive scan may leave to others (the highest that libjpeg reads).
const MOST_BITS_TO_COME: u8 = 13;

/// One scan header: the channels and the part of their data it holds.
#[derive(Clone, Copy, Debug)]
pub struct ScanHeader {
    members: [Member; MOST_CHANNELS],
    count: usize,
    /// Place of the first coefficient.
    pub first: usize,
    /// Place of the last coefficient.
    pub last: usize,
    /// Whether it makes coefficients finer that were there before.
    pub refines: bool,
    /// Low bits that later scans will still bring.
    pub bits_to_come: u8,
}

/// A channel in a scan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Member {
    /// Its place in the frame header.
    pub channel: usize,
    /// The number of its codes of first coefficients.
    pub first_codes: u8,
    /// The number of its codes of other coefficients.
    pub other_codes: u8,
}

impl ScanHeader {
    /// Reads the segment of an SOS marker. None if it contradicts itself or the frame.
    pub fn read(segment: &[u8], frame: &FrameHeader) -> Option<Self> {
        let (count, rest) = segment.split_first()?;
        let (list, [from, to, precision]) = rest.split_last_chunk()?;
        let (list, odd) = list.as_chunks();
        let (members, count) = members(list, frame)
            .filter(|(_, found)| *found == usize::from(*count) && odd.is_empty())?;
        // A sequential scan brings all; some writers fill these fields oddly.
        let is_sequential = frame.coding() != Some(Coding::Progressive);
        let band = [*from, *to].map(usize::from);
        let scan = Self {
            members,
            count,
            first: if is_sequential { 0 } else { band[0] },
            last: if is_sequential {
                COEFFICIENTS - 1
            } else {
                band[1]
            },
            refines: !is_sequential && precision >> 4 > 0,
            bits_to_come: if is_sequential { 0 } else { precision & 15 },
        };
        let is_sound = is_sequential || scan.is_progression(precision >> 4);
        (is_sound && scan.fits_a_unit(frame)).then_some(scan)
    }

    /// The channels, in the order in which their blocks come.
    pub fn members(&self) -> &[Member] {
        self.members.get(..self.count).unwrap_or_default()
    }

    /// Whether it is a scan of a progressive picture (T.81, G.1.1.1), `before` bits having
    /// been left to it.
    fn is_progression(&self, before: u8) -> bool {
        let is_band = if self.first == 0 {
            self.last == 0
        } else {
            self.first <= self.last && self.last < COEFFICIENTS && self.count == 1
        };
        let is_next = !self.refines || before == self.bits_to_come + 1;
        is_band && is_next && self.bits_to_come <= MOST_BITS_TO_COME
    }

    fn fits_a_unit(&self, frame: &FrameHeader) -> bool {
        let channels = self.members().iter();
        let channels = channels.filter_map(|member| frame.channels().get(member.channel));
        let blocks: u8 = channels.copied().map(Channel::blocks).sum();
        self.count == 1 || blocks <= MOST_BLOCKS_OF_A_UNIT
    }
}

/// The channels that a scan names. Where several have the same name, the first one that has
/// not had its turn is meant. None if there is no such channel, or no channel at all.
fn members(list: &[[u8; 2]], frame: &FrameHeader) -> Option<([Member; MOST_CHANNELS], usize)> {
    let mut members = [Member::default(); MOST_CHANNELS];
    for (turn, [id, codes]) in list.iter().enumerate() {
        let (before, this) = members.split_at_mut_checked(turn)?;
        let mut others = frame.channels().iter().enumerate().skip(turn);
        let (channel, _) = others.find(|(_, channel)| channel.id == *id)?;
        if before.iter().any(|member| member.channel == channel) {
            return None;
        }
        *this.first_mut()? = Member {
            channel,
            first_codes: codes >> 4,
            other_codes: codes & 15,
        };
    }
    (!list.is_empty()).then_some((members, list.len()))
}

/// What the scans have brought so far: for every channel and coefficient, how
/// many of its low bits are still to come.
pub(super) struct Coverage {
    bits_to_come: [[u8; COEFFICIENTS]; MOST_CHANNELS],
    /// Whether every scan went on where those before it had stopped.
    pub(super) is_consistent: bool,
}

/// The lowest bits that a picture may lack: some writers never send the last one, and no
/// eye misses it.
const MOST_BITS_MISSING: u8 = 1;

impl Coverage {
    pub(super) const fn new() -> Self {
        Self {
            bits_to_come: [[NOT_BEGUN; COEFFICIENTS]; MOST_CHANNELS],
            is_consistent: true,
        }
    }

    pub(super) fn add(&mut self, scan: &ScanHeader) {
        let before = if scan.refines {
            scan.bits_to_come + 1
        } else {
            0
        };
        for member in scan.members() {
            let channel = self.bits_to_come.get_mut(member.channel);
            let part = channel.and_then(|channel| channel.get_mut(scan.first..=scan.last));
            for bits in part.unwrap_or_default() {
                let is_next = *bits == before || (*bits == NOT_BEGUN && before == 0);
                self.is_consistent &= is_next;
                *bits = scan.bits_to_come;
            }
        }
    }

    /// Whether every channel has its mean values (the DC coefficients) and some details, and
    /// all that was begun was also finished but for the last bit. Of the details some may
    /// never be begun: a writer may leave out what is zero.
    pub(super) fn is_whole(&self, frame: &FrameHeader) -> bool {
        let mut channels = self.bits_to_come.iter().zip(frame.channels());
        channels.all(|(channel, _)| {
            let [mean, details @ ..] = channel;
            *mean != NOT_BEGUN
                && details.iter().any(|bits| *bits != NOT_BEGUN)
                && channel.iter().copied().all(is_settled)
        })
    }
}

fn is_settled(bits_to_come: u8) -> bool {
    matches!(bits_to_come, 0..=MOST_BITS_MISSING | NOT_BEGUN)
}
