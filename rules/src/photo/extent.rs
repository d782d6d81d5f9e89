//! How much of the picture a scan codes.

use super::Coding;
use super::frame::FrameHeader;
use super::scan::{Member, ScanHeader};

const BLOCK_SIDE: u32 = 8;

impl FrameHeader {
    /// Whether a scan brings the whole picture: what is behind it is no part of it.
    pub fn is_whole_with(&self, scan: &ScanHeader) -> bool {
        self.coding() != Some(Coding::Progressive)
            && scan.members().len() == usize::from(self.count)
    }

    /// How much a scan codes. Follows T.81, A.2: a channel alone is coded block by block,
    /// several are interleaved in groups.
    pub(super) fn size_of(&self, scan: &ScanHeader) -> ScanSize {
        let [widest, tallest] = self.finest();
        let (width, height) = (u32::from(self.width()), u32::from(self.height()));
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
}

/// How much a scan codes.
#[derive(Clone, Copy)]
pub(super) struct ScanSize {
    /// Units (MCU) that restart markers count.
    units: u64,
    /// Blocks of 8 x 8 samples.
    pub(super) blocks: u64,
}

impl ScanHeader {
    /// Fewest bytes that can code so much. A sequential block takes at least
    /// two bits: one for its mean value, one to say that nothing more comes. A scan of
    /// mean values takes a bit for each block, the first time and whenever it makes them
    /// finer; other progressive scans can say "nothing" for thousands of blocks at once.
    pub(super) fn fewest_bytes(&self, size: ScanSize) -> u64 {
        match (self.first, self.last) {
            (0, 0) => size.blocks / 8,
            (0, _) => size.blocks / 4,
            _ => 1,
        }
    }
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
