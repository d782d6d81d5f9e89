//! The parts of a JPEG file, one after the other (ITU-T T.81, annex B), found as libjpeg
//! finds them: whoever reads a photo, its headers or its picture, reads it by these.

use super::FrameHeader;

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
const DNL: u8 = 0xDC;
const DRI: u8 = 0xDD;
const DHP: u8 = 0xDE;
const APP0: u8 = 0xE0;
const APP15: u8 = 0xEF;
const COM: u8 = 0xFE;
/// Frame header of JPEG-LS, a format of its own behind the same first bytes.
const SOF_LS: u8 = 0xF7;

const START: [u8; 2] = [0xFF, SOI];

/// One part of a file, with what it holds.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// The frame header (SOF): sides and channels.
    Frame(FrameHeader),
    /// A scan header (SOS), to be read with
    /// [`ScanHeader::read`](super::ScanHeader::read); coded data follows.
    Scan(&'a [u8]),
    /// Tables of codes (DHT).
    Codes(&'a [u8]),
    /// Tables of steps (DQT).
    Steps(&'a [u8]),
    /// Coding units between two restart markers from here on; 0 for none (DRI).
    Interval(u16),
    /// An application segment with its number, 0 to 15 (APP0 to APP15).
    Application(u8, &'a [u8]),
    /// A mark of a coding that is not read: arithmetic, hierarchical, JPEG-LS.
    Foreign,
    /// What says nothing about the picture: comments, marks that stand alone.
    Silent,
    /// The end of the picture. Without a mark (EOI) the bytes ran out between two parts.
    End {
        /// Whether there is a mark.
        is_marked: bool,
    },
}

/// A file that cannot be followed any further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The bytes ran out inside of a part.
    Early,
    /// It contradicts itself, or has what no reader knows.
    Damaged,
}

/// The parts of a file that are still to come.
pub struct Parts<'a> {
    rest: &'a [u8],
    has_frame: bool,
}

impl<'a> Parts<'a> {
    /// All parts of a file. None if it does not begin as a JPEG does.
    pub fn of(file: &'a [u8]) -> Option<Self> {
        let rest = file.strip_prefix(&START)?;
        Some(Self {
            rest,
            has_frame: false,
        })
    }

    /// The next part. Bytes that belong to none are passed over, as every reader does.
    ///
    /// # Errors
    /// [`Stop`].
    pub fn next_part(&mut self) -> Result<Part<'a>, Stop> {
        let Some(marker) = next_marker(&mut self.rest) else {
            self.rest = &[];
            return Ok(Part::End { is_marked: false });
        };
        match marker {
            EOI => Ok(Part::End { is_marked: true }),
            TEM | RST0..=RST7 => Ok(Part::Silent),
            APP0..=APP15 => Ok(Part::Application(marker - APP0, self.loose_segment())),
            COM | DNL => {
                self.loose_segment();
                Ok(Part::Silent)
            }
            SOS => self.segment().map(Part::Scan),
            DHT => self.segment().map(Part::Codes),
            DQT => self.segment().map(Part::Steps),
            DRI => self.interval().map(Part::Interval),
            JPG | DAC | DHP | SOF_LS => self.segment().map(|_| Part::Foreign),
            SOF0..=SOF15 => self.frame(marker).map(Part::Frame),
            _ => Err(Stop::Damaged),
        }
    }

    /// What has not been read; behind a scan header it begins with the coded data.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Goes on with these bytes, behind coded data that was read.
    pub fn go_on(&mut self, rest: &'a [u8]) {
        self.rest = rest;
    }

    /// Goes past coded data without reading it, up to the next marker that is no restart;
    /// tells how much was there.
    pub(super) fn past_coded_data(&mut self) -> CodedData {
        let all = self.rest;
        let mut data = CodedData::default();
        loop {
            let before = self.rest;
            let marker = next_marker(&mut self.rest);
            let read = all.len() - self.rest.len();
            match marker {
                Some(RST0..=RST7) => {
                    data.restarts += 1;
                    data.before_restart.get_or_insert(read);
                }
                Some(_) => {
                    self.rest = back_to_marker(before, self.rest);
                    data.bytes = read;
                    return data;
                }
                None => {
                    self.rest = &[];
                    data.bytes = all.len();
                    return data;
                }
            }
        }
    }

    /// A file has one frame: a second one would be another picture.
    fn frame(&mut self, marker: u8) -> Result<FrameHeader, Stop> {
        let segment = self.segment()?;
        if std::mem::replace(&mut self.has_frame, true) {
            return Err(Stop::Damaged);
        }
        FrameHeader::read(marker, segment).ok_or(Stop::Damaged)
    }

    fn interval(&mut self) -> Result<u16, Stop> {
        let bytes = self.segment()?.try_into();
        bytes.map(u16::from_be_bytes).map_err(|_| Stop::Damaged)
    }

    /// The segment behind a marker: two bytes of length, then its content.
    fn segment(&mut self) -> Result<&'a [u8], Stop> {
        let (length, content) = self.rest.split_first_chunk().ok_or(Stop::Early)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let length = length.checked_sub(2).ok_or(Stop::Damaged)?;
        let (segment, rest) = content.split_at_checked(length).ok_or(Stop::Early)?;
        self.rest = rest;
        Ok(segment)
    }

    /// The same of a segment that readers may skip: a length of less than its own two bytes
    /// counts as none, and one beyond the file ends it.
    fn loose_segment(&mut self) -> &'a [u8] {
        let Some((length, content)) = self.rest.split_first_chunk() else {
            self.rest = &[];
            return &[];
        };
        let length = usize::from(u16::from_be_bytes(*length)).saturating_sub(2);
        let (segment, rest) = content.split_at_checked(length).unwrap_or((content, &[]));
        self.rest = rest;
        segment
    }
}

/// How much coded data there is behind a scan header.
#[derive(Clone, Copy, Default)]
pub(super) struct CodedData {
    /// Bytes, with the marker behind them.
    pub(super) bytes: usize,
    pub(super) restarts: u64,
    /// Bytes up to and with the first restart marker, if there is one.
    pub(super) before_restart: Option<usize>,
}

/// Goes past the next marker, and past anything before it that is none: coded data, where
/// any number of bytes of 255 are followed by 0; fill bytes; stray bytes.
fn next_marker(rest: &mut &[u8]) -> Option<u8> {
    loop {
        let at = memchr::memchr(0xFF, rest)?;
        let behind = rest.get(at..).unwrap_or_default();
        let fill = behind.iter().take_while(|byte| **byte == 0xFF).count();
        let marker = *behind.get(fill)?;
        *rest = behind.get(fill + 1..).unwrap_or_default();
        if marker != 0 {
            return Some(marker);
        }
    }
}

/// From the two bytes of the marker on that was just passed.
fn back_to_marker<'a>(before: &'a [u8], behind: &[u8]) -> &'a [u8] {
    let at = before.len() - behind.len();
    before.get(at.saturating_sub(2)..).unwrap_or_default()
}
