use rules::photo::{Colour, FrameHeader, Part, Parts, ScanHeader, Steps, Stop};

use super::bits::Bits;
use super::broken::Broken;
use super::colours;
use super::frame::Frame;
use super::scan::{Blocks, Scan};
use super::tables::Tables;
use crate::pixels::Pixels;

/// A file that is being read: what its parts have given so far.
pub(super) struct Open<'a> {
    parts: Parts<'a>,
    /// Of the whole file.
    bytes: usize,
    shrink: usize,
    header: Option<FrameHeader>,
    pub(super) frame: Option<Frame>,
    pub(super) tables: Tables<'a>,
}

/// The header of a scan, whose coded data is read next.
pub(super) struct NextScan {
    pub(super) header: ScanHeader,
    pub(super) is_progressive: bool,
    /// Whether it brings the whole picture: nothing behind it belongs to that.
    pub(super) is_whole: bool,
}

impl<'a> Open<'a> {
    /// Opens a file whose picture is to be shown in 1 / `shrink` of its sides. None if it
    /// does not begin as a JPEG does.
    pub(super) fn of(file: &'a [u8], shrink: usize) -> Option<Self> {
        Some(Self {
            parts: Parts::of(file)?,
            bytes: file.len(),
            shrink,
            header: None,
            frame: None,
            tables: Tables::default(),
        })
    }

    /// Goes to the next scan; none at the end of the picture.
    pub(super) fn next_scan(&mut self, steps: &mut Steps) -> Result<Option<NextScan>, Broken> {
        loop {
            steps.take(1).ok_or(Broken::Damaged)?;
            let read = match self.parts.next_part()? {
                Part::Steps(segment) => self.tables.read_steps(segment),
                Part::Codes(segment) => self.tables.read_codes(segment),
                Part::Interval(interval) => {
                    self.tables.restart = interval.into();
                    Some(())
                }
                Part::Frame(header) => self.begin(&header),
                Part::Scan(segment) => {
                    let scan = self.scan(segment);
                    return scan.map(Some).ok_or(Broken::Damaged);
                }
                Part::End { .. } => return Ok(None),
                Part::Application(..) | Part::Foreign | Part::Silent => Some(()),
            };
            read.ok_or(Broken::Damaged)?;
            if let Some(frame) = &self.frame
                && !frame.fits(self.bytes)
            {
                return Err(Broken::Incomplete);
            }
        }
    }

    fn begin(&mut self, header: &FrameHeader) -> Option<()> {
        self.header = Some(*header);
        self.frame = Some(Frame::of(header, self.shrink)?);
        Some(())
    }

    fn scan(&self, segment: &[u8]) -> Option<NextScan> {
        let (frame, header) = (self.frame.as_ref()?, self.header.as_ref()?);
        let scan = ScanHeader::read(segment, header)?;
        Some(NextScan {
            header: scan,
            is_progressive: frame.is_progressive,
            is_whole: header.is_whole_with(&scan),
        })
    }

    /// Width and height of the picture as stored.
    pub(super) fn sides(&self) -> Option<[u16; 2]> {
        let header = self.header.as_ref()?;
        Some([header.width(), header.height()])
    }

    /// Reads the coded data of a scan.
    pub(super) fn read(
        &mut self,
        scan: &NextScan,
        steps: &mut Steps,
        blocks: &mut impl Blocks,
    ) -> Result<(), Broken> {
        let mut bits = Bits::new(self.parts.rest());
        let frame = self.frame.as_mut().ok_or(Broken::Damaged)?;
        let opened = Scan::of(&scan.header, frame, &mut self.tables, steps);
        opened.ok_or(Broken::Damaged)?.run(&mut bits, blocks)?;
        self.parts.go_on(bits.rest());
        Ok(())
    }

    /// The picture, once all scans are read. None if none of a channel was.
    pub(super) fn show(self, colour: Colour) -> Option<Pixels> {
        let mut frame = self.frame?;
        for channel in &mut frame.channels {
            channel.steps.as_ref()?;
            if frame.is_progressive {
                channel.show_kept();
            }
        }
        colours::picture(&frame, colour)
    }
}

impl From<Stop> for Broken {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Early => Self::Incomplete,
            Stop::Damaged => Self::Damaged,
        }
    }
}
