//! What the parts of a JPEG file say together, without reading a coded bit.
//!
//! Every byte is looked at once, no copy is kept and no memory asked for; what is looked
//! for in segments is limited by their bytes ([`Steps`]). It ends where the picture does,
//! or at the first thing nobody gets past.

use super::outline::Outline;
use super::parts::{Part, Parts, Stop};
use super::scan::Coverage;
use super::tables;
use super::{ScanHeader, Steps, spec};

/// How the file ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Behind all that a whole picture has; so many bytes follow.
    Whole { trailing: usize },
    /// The bytes or the scans ran out before the picture was whole.
    Early,
    /// At a picture of a kind that is not read.
    Foreign,
    /// At the first scan more than are allowed, or than the bytes are worth.
    TooManyScans,
    /// At a contradiction, or at more tables or work than any photo has.
    Damaged,
}

impl From<Stop> for End {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Early => Self::Early,
            Stop::Damaged => Self::Damaged,
        }
    }
}

/// Walks over a file. None if it does not begin as a JPEG does.
pub(super) fn read(file: &[u8], steps: &mut Steps) -> Option<(Outline, End)> {
    let mut walk = Walk {
        parts: Parts::of(file)?,
        bytes: file.len(),
        steps,
        tables: 0,
        blocks: 0,
        restart_interval: 0,
        coverage: Coverage::new(),
        outline: Outline::default(),
    };
    let end = walk.run();
    Some((walk.outline, end))
}

struct Walk<'a, 's> {
    parts: Parts<'a>,
    /// Of the whole file.
    bytes: usize,
    steps: &'s mut Steps,
    /// Tables that were given so far.
    tables: u32,
    /// Blocks that the scans so far walk over.
    blocks: u64,
    /// Coding units between two restart markers; 0 for none.
    restart_interval: u16,
    coverage: Coverage,
    outline: Outline,
}

impl<'a> Walk<'a, '_> {
    fn run(&mut self) -> End {
        loop {
            if let Err(end) = self.next_part().and_then(|part| self.note(part)) {
                return end;
            }
        }
    }

    fn next_part(&mut self) -> Result<Part<'a>, End> {
        let before = self.parts.rest().len();
        let part = self.parts.next_part();
        self.take(before - self.parts.rest().len() + 1)?;
        Ok(part?)
    }

    /// Takes from a part what matters.
    fn note(&mut self, part: Part<'a>) -> Result<(), End> {
        match part {
            Part::Frame(frame) => self.outline.frame = Some(frame),
            Part::Scan(segment) => self.scan(segment)?,
            Part::Codes(segment) => self.tables(tables::of_codes, segment)?,
            Part::Steps(segment) => self.tables(tables::of_steps, segment)?,
            Part::Interval(interval) => self.restart_interval = interval,
            Part::Application(number, segment) => {
                let noted = self.outline.note_application(number, segment, self.steps);
                noted.ok_or(End::Damaged)?;
            }
            Part::Foreign => self.outline.has_foreign_mark = true,
            Part::Silent => {}
            Part::End { is_marked } => return Err(self.close(is_marked)),
        }
        Ok(())
    }

    /// Counts the tables of a segment: no photo has thousands, and each is dear to build.
    fn tables(&mut self, count: fn(&[u8], u32) -> Option<u32>, segment: &[u8]) -> Result<(), End> {
        let allowed = spec::MOST_TABLES.saturating_sub(self.tables);
        let found = count(segment, allowed).ok_or(End::Damaged)?;
        self.tables += found;
        self.take(usize::try_from(found).unwrap_or(usize::MAX))
    }

    fn take(&mut self, steps: usize) -> Result<(), End> {
        self.steps.take(steps).ok_or(End::Damaged)
    }

    /// Walks over a scan header and the coded data behind it.
    fn scan(&mut self, segment: &[u8]) -> Result<(), End> {
        self.outline.scans += 1;
        if self.outline.scans > spec::MOST_SCANS {
            return Err(End::TooManyScans);
        }
        if self.outline.is_unsupported() {
            return Err(End::Foreign);
        }
        let frame = self.outline.frame.ok_or(End::Damaged)?;
        let scan = ScanHeader::read(segment, &frame).ok_or(End::Damaged)?;
        self.coded_data(&frame, &scan)?;
        self.coverage.add(&scan);
        if frame.is_whole_with(&scan) {
            return Err(self.behind_the_picture());
        }
        Ok(())
    }

    /// Goes past coded data, which must be as much as the scan needs at the least. Whether it
    /// is what the scan needs only shows when it is read.
    fn coded_data(&mut self, frame: &super::FrameHeader, scan: &ScanHeader) -> Result<(), End> {
        let data = self.parts.past_coded_data();
        self.take(data.bytes)?;
        let size = frame.size_of(scan);
        // A restart that was not announced ends the data.
        let coded = match (self.restart_interval, data.before_restart) {
            (0, Some(bytes)) => bytes,
            _ => data.bytes,
        };
        let coded = u64::try_from(coded).unwrap_or(u64::MAX);
        if data.restarts < size.restarts(self.restart_interval) || coded < scan.fewest_bytes(size) {
            return Err(End::Early);
        }
        // The decoder must have bytes enough to walk over one more scan.
        self.blocks = self.blocks.saturating_add(size.blocks);
        let bytes = u64::try_from(self.bytes).unwrap_or(u64::MAX);
        if self.blocks > bytes.saturating_mul(spec::MOST_BLOCKS_FOR_A_BYTE) {
            return Err(End::TooManyScans);
        }
        Ok(())
    }

    /// The picture was in one scan: no reader needs what follows, not even a mark of the end.
    fn behind_the_picture(&mut self) -> End {
        let rest = self.parts.rest().len();
        let trailing = match self.next_part() {
            Ok(Part::End { .. }) => self.parts.rest().len(),
            _ => rest,
        };
        End::Whole { trailing }
    }

    /// The verdict at the end. Some cameras leave out its mark.
    fn close(&self, is_marked: bool) -> End {
        match &self.outline.frame {
            _ if self.outline.is_unsupported() => End::Foreign,
            Some(_) if !self.coverage.is_consistent => End::Damaged,
            Some(frame) if self.coverage.is_whole(frame) => End::Whole {
                trailing: self.parts.rest().len(),
            },
            None if is_marked => End::Damaged,
            _ => End::Early,
        }
    }
}
