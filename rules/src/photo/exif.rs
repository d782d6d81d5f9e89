//! The few things an EXIF block is read for: which way is up, when it was taken,
//! what it was made with, and whether it tells the place. The block is a small
//! TIFF file of its own.

use super::Orientation;
use crate::CivilDate;

/// What an EXIF block says.
#[derive(Clone, Copy, Default)]
pub(super) struct Exif {
    pub(super) orientation: Option<Orientation>,
    pub(super) has_position: bool,
    pub(super) taken_on: Option<CivilDate>,
    pub(super) is_edited: bool,
    pub(super) is_screenshot: bool,
}

const ORIENTATION: u16 = 0x0112;
const SOFTWARE: u16 = 0x0131;
const DETAILS_DIRECTORY: u16 = 0x8769;
const TAKEN: u16 = 0x9003;
const COMMENT: u16 = 0x9286;
const GPS_DIRECTORY: u16 = 0x8825;
const GPS_LATITUDE: u16 = 2;
const GPS_LONGITUDE: u16 = 4;
const ENTRY_BYTES: usize = 12;
const TYPE_TEXT: u16 = 2;
const TYPE_SHORT: u16 = 3;
const TYPE_LONG: u16 = 4;
const TYPE_ANYTHING: u16 = 7;

/// Programs that alter pictures or faces, as they name themselves, in small
/// letters. Cameras and phones name themselves as well, so only these count.
const EDITORS: [&[u8]; 16] = [
    b"photoshop",
    b"lightroom",
    b"gimp",
    b"snapseed",
    b"picsart",
    b"facetune",
    b"beautyplus",
    b"meitu",
    b"ulike",
    b"b612",
    b"vsco",
    b"canva",
    b"pixlr",
    b"affinity photo",
    b"paint.net",
    b"faceapp",
];

/// Reads the first directory of the TIFF block. What cannot be read is taken
/// as not there: a broken EXIF block does not make the picture unusable.
pub(super) fn read(block: &[u8]) -> Exif {
    let mut exif = Exif::default();
    let Some((tiff, directory)) = Tiff::open(block) else {
        return exif;
    };
    for entry in tiff.entries(directory) {
        match entry.tag {
            ORIENTATION => exif.orientation = tiff.number(entry).and_then(Orientation::from_exif),
            GPS_DIRECTORY => exif.has_position = tiff.tells_place(entry),
            SOFTWARE => exif.is_edited = tiff.text(entry).is_some_and(names_editor),
            DETAILS_DIRECTORY => tiff.read_details(entry, &mut exif),
            _ => {}
        }
    }
    exif
}

fn names_editor(software: &[u8]) -> bool {
    let name = software.to_ascii_lowercase();
    let names = |editor: &&[u8]| memchr::memmem::find(&name, editor).is_some();
    EDITORS.iter().any(names)
}

/// The day of "2026:11:22 12:34:56".
fn day(text: &[u8]) -> Option<CivilDate> {
    let [y1, y2, y3, y4, b':', m1, m2, b':', d1, d2, ..] = *text else {
        return None;
    };
    let digits = [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2];
    core::str::from_utf8(&digits).ok()?.parse().ok()
}

struct Tiff<'a> {
    block: &'a [u8],
    little_endian: bool,
}

#[derive(Clone, Copy)]
struct Entry {
    tag: u16,
    at: usize,
}

impl<'a> Tiff<'a> {
    /// The block and the place of its first directory.
    fn open(block: &'a [u8]) -> Option<(Self, usize)> {
        let little_endian = match block.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        let tiff = Self {
            block,
            little_endian,
        };
        let directory = usize::try_from(tiff.u32(4)?).ok()?;
        Some((tiff, directory))
    }

    fn entries(&self, directory: usize) -> impl Iterator<Item = Entry> {
        let count = self.u16(directory).unwrap_or(0);
        (0..usize::from(count)).map_while(move |index| {
            let at = directory.checked_add(2 + index * ENTRY_BYTES)?;
            Some(Entry {
                tag: self.u16(at)?,
                at,
            })
        })
    }

    fn number(&self, entry: Entry) -> Option<u32> {
        let value = entry.at.checked_add(8)?;
        match self.u16(entry.at.checked_add(2)?)? {
            TYPE_SHORT => self.u16(value).map(u32::from),
            TYPE_LONG => self.u32(value),
            _ => None,
        }
    }

    /// The bytes of a text, or of a value of any kind.
    fn text(&self, entry: Entry) -> Option<&'a [u8]> {
        let kind = self.u16(entry.at.checked_add(2)?)?;
        if !matches!(kind, TYPE_TEXT | TYPE_ANYTHING) {
            return None;
        }
        let length = usize::try_from(self.u32(entry.at.checked_add(4)?)?).ok()?;
        let value = entry.at.checked_add(8)?;
        // Four bytes stand in the entry itself.
        let from = if length <= 4 {
            value
        } else {
            usize::try_from(self.u32(value)?).ok()?
        };
        self.block.get(from..from.checked_add(length)?)
    }

    fn read_details(&self, entry: Entry, exif: &mut Exif) {
        let directory = self.number(entry).and_then(|at| usize::try_from(at).ok());
        for entry in directory.into_iter().flat_map(|at| self.entries(at)) {
            match entry.tag {
                TAKEN => exif.taken_on = self.text(entry).and_then(day),
                COMMENT => {
                    let text = self.text(entry).unwrap_or_default();
                    exif.is_screenshot = memchr::memmem::find(text, b"Screenshot").is_some();
                }
                _ => {}
            }
        }
    }

    /// Whether the GPS directory holds a place. Many cameras write it with a
    /// version number only; one that cannot be found is taken to hold a place.
    fn tells_place(&self, entry: Entry) -> bool {
        let directory = self.number(entry).and_then(|at| usize::try_from(at).ok());
        match directory.filter(|at| self.u16(*at).is_some()) {
            Some(at) => self
                .entries(at)
                .any(|entry| matches!(entry.tag, GPS_LATITUDE | GPS_LONGITUDE)),
            None => true,
        }
    }

    fn u16(&self, at: usize) -> Option<u16> {
        let bytes = *self.block.get(at..)?.first_chunk()?;
        Some(if self.little_endian {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let bytes = *self.block.get(at..)?.first_chunk()?;
        Some(if self.little_endian {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }
}
