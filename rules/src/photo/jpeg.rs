//! One walk over the markers of a JPEG file (ITU-T T.81, annex B).
//!
//! The walk looks at every byte at most once, keeps no copy and asks for no
//! memory; what it looks for in segments is limited by their bytes ([`Steps`]). It stops
//! at the end of the picture or at the first thing it cannot get past.

use super::frame::{Frame, ScanSize};
use super::outline::Outline;
use super::scan::{Coverage, Scan};
use super::tables;
use super::{Steps, spec};

const TEM: u8 = 0x01;
const SOF0: u8 = 0xC0;
const DHT: u8 = 0xC4;
const JPG: u8 = 0xC8;
const DAC: u8 = 0xCC;
const SOF15: u8 = 0xCF;
const RST0: u8 = 0xD0;
const RST7: u8 = 0xD7;
const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const DQT: u8 = 0xDB;
const DRI: u8 = 0xDD;
const DHP: u8 = 0xDE;
const APP0: u8 = 0xE0;
const APP15: u8 = 0xEF;
/// Frame header of JPEG-LS, a format of its own behind the same first bytes.
const SOF_LS: u8 = 0xF7;

const START: [u8; 2] = [0xFF, SOI];

/// How the walk ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At the end of a whole picture; so many bytes follow.
    Whole { trailing: usize },
    /// The bytes or the scans ran out before the picture was whole.
    Early,
    /// At the first scan more than are allowed, or than the bytes are worth.
    TooManyScans,
    /// At a contradiction, or at more tables or work than any photo has.
    Damaged,
}

/// Whether a file begins as a JPEG does.
pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(&START)
}

/// Walks over a file that [`begins`] as a JPEG.
pub(super) fn read(bytes: &[u8], steps: &mut Steps) -> (Outline, End) {
    let mut walk = Walk {
        bytes,
        at: START.len(),
        steps,
        tables: 0,
        blocks: 0,
        restart_interval: 0,
        coverage: Coverage::new(),
        outline: Outline::default(),
    };
    let end = walk.run();
    (walk.outline, end)
}

struct Walk<'a, 's> {
    bytes: &'a [u8],
    at: usize,
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
        let mut step = self.next_marker();
        loop {
            step = match step {
                Ok(marker) => self.past(marker),
                Err(end) => return end,
            }
        }
    }

    /// Deals with one marker and what belongs to it; gives the next marker.
    fn past(&mut self, marker: u8) -> Result<u8, End> {
        match marker {
            EOI => return Err(self.close()),
            SOI => return Err(End::Damaged),
            SOS => return self.scan(),
            TEM | RST0..=RST7 => {}
            _ => self.note(marker)?,
        }
        self.next_marker()
    }

    /// Takes from a segment what matters.
    fn note(&mut self, marker: u8) -> Result<(), End> {
        let segment = self.segment()?;
        match marker {
            DHT | DQT => self.tables(marker, segment)?,
            JPG | DAC | DHP | SOF_LS => self.outline.has_unsupported_marker = true,
            SOF0..=SOF15 => self.frame(marker, segment)?,
            DRI => {
                let interval = segment.try_into().map_err(|_| End::Damaged)?;
                self.restart_interval = u16::from_be_bytes(interval);
            }
            APP0..=APP15 => {
                let number = marker - APP0;
                let noted = self.outline.note_application(number, segment, self.steps);
                noted.ok_or(End::Damaged)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Counts the tables of a segment: no photo has thousands, and each is dear to build.
    fn tables(&mut self, marker: u8, segment: &[u8]) -> Result<(), End> {
        let allowed = spec::MOST_TABLES.saturating_sub(self.tables);
        let found = if marker == DHT {
            tables::of_codes(segment, allowed)
        } else {
            tables::of_steps(segment, allowed)
        };
        let found = found.ok_or(End::Damaged)?;
        self.tables += found;
        self.take(usize::try_from(found).unwrap_or(usize::MAX))
    }

    fn take(&mut self, steps: usize) -> Result<(), End> {
        self.steps.take(steps).ok_or(End::Damaged)
    }

    /// A file has one frame: a second one would be another picture.
    fn frame(&mut self, marker: u8, segment: &[u8]) -> Result<(), End> {
        if self.outline.frame.is_some() {
            return Err(End::Damaged);
        }
        self.outline.frame = Some(Frame::read(marker, segment).ok_or(End::Damaged)?);
        Ok(())
    }

    /// Walks over a scan header and the coded data behind it.
    fn scan(&mut self) -> Result<u8, End> {
        let segment = self.segment()?;
        self.outline.scans += 1;
        if self.outline.scans > spec::MOST_SCANS {
            return Err(End::TooManyScans);
        }
        if self.outline.is_unsupported() {
            return self.past_foreign_data();
        }
        let frame = self.outline.frame.ok_or(End::Damaged)?;
        let scan = Scan::read(segment, &frame).ok_or(End::Damaged)?;
        let marker = self.past_coded_data(&frame, &scan)?;
        self.worth(frame.size_of(scan.members))?;
        self.coverage.add(&scan);
        Ok(marker)
    }

    /// Whether the file has bytes enough for the decoder to walk over one more scan.
    fn worth(&mut self, size: ScanSize) -> Result<(), End> {
        self.blocks = self.blocks.saturating_add(size.blocks);
        let bytes = u64::try_from(self.bytes.len()).unwrap_or(u64::MAX);
        if self.blocks > bytes.saturating_mul(spec::MOST_BLOCKS_FOR_A_BYTE) {
            return Err(End::TooManyScans);
        }
        Ok(())
    }

    /// The next marker behind coded data of a kind whose inside is not known.
    fn past_foreign_data(&mut self) -> Result<u8, End> {
        loop {
            let marker = self.next_marker()?;
            if !is_restart(marker) {
                return Ok(marker);
            }
        }
    }

    /// The next marker behind the coded data of a scan, whose restart markers
    /// must be numbered in turn and all be there. One more at the very end is
    /// harmless: some cameras write it.
    fn past_coded_data(&mut self, frame: &Frame, scan: &Scan) -> Result<u8, End> {
        let size = frame.size_of(scan.members);
        let start = self.at;
        let mut restarts: u64 = 0;
        let marker = loop {
            let marker = self.next_marker()?;
            if !is_restart(marker) {
                break marker;
            }
            if u64::from(marker - RST0) != restarts % 8 || self.restart_interval == 0 {
                return Err(End::Damaged);
            }
            restarts += 1;
        };
        let expected = size.restarts(self.restart_interval);
        let coded = u64::try_from(self.at - start).unwrap_or(u64::MAX);
        if restarts < expected || coded < scan.fewest_bytes(size) {
            Err(End::Early)
        } else if restarts > expected + 1 {
            Err(End::Damaged)
        } else {
            Ok(marker)
        }
    }

    /// The verdict at the end marker.
    fn close(&self) -> End {
        let whole = End::Whole {
            trailing: self.bytes.len().saturating_sub(self.at),
        };
        match &self.outline.frame {
            None if self.outline.is_unsupported() => whole,
            None => End::Damaged,
            Some(frame) if !self.outline.is_unsupported() && !self.coverage.is_whole(frame) => {
                End::Early
            }
            Some(_) => whole,
        }
    }

    /// The segment behind a marker: two bytes of length, then its content.
    fn segment(&mut self) -> Result<&'a [u8], End> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let (length, content) = rest.split_first_chunk().ok_or(End::Early)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let content_length = length.checked_sub(2).ok_or(End::Damaged)?;
        self.at += length;
        self.take(1)?;
        content.get(..content_length).ok_or(End::Early)
    }

    /// The next marker, past anything that is none: coded data, where the byte
    /// 0xFF is followed by 0; fill bytes; stray bytes between segments, which
    /// every decoder skips.
    fn next_marker(&mut self) -> Result<u8, End> {
        let from = self.at;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let ahead = memchr::memchr(0xFF, rest).ok_or(End::Early)? + 1;
            let rest = rest.get(ahead..).unwrap_or_default();
            let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
            let marker = *rest.get(fill).ok_or(End::Early)?;
            self.at += ahead + fill + 1;
            if marker != 0 {
                self.take(self.at - from)?;
                return Ok(marker);
            }
        }
    }
}

fn is_restart(marker: u8) -> bool {
    (RST0..=RST7).contains(&marker)
}
