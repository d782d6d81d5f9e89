//! The few things an EXIF block is read for: which way is up, when it was taken,
//! what it was made with, and whether it tells the place. The block is a small
//! TIFF file of its own.

use super::{Orientation, Steps};
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
const FIRST_DIRECTORY_AT: usize = 4;
const TYPE_TEXT: u16 = 2;
const TYPE_SHORT: u16 = 3;
const TYPE_LONG: u16 = 4;
const TYPE_ANYTHING: u16 = 7;

/// The first directory, the details, the place.
const MOST_DIRECTORIES: usize = 3;

/// Entries of a directory that are looked at. Cameras write some sixty.
const MOST_ENTRIES: usize = 256;

/// Bytes of a text that are looked at. Programs name themselves at the beginning.
const MOST_TEXT_BYTES: usize = 256;

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

/// Reads the first directory of the TIFF block, and those it points to. What cannot be
/// read is taken as not there: a broken EXIF block does not make the picture unusable.
pub(super) fn read(block: &[u8], steps: &mut Steps) -> Exif {
    Tiff::open(block, steps)
        .and_then(Tiff::read)
        .unwrap_or_default()
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

/// A TIFF block, and where the reading of it has been.
struct Tiff<'a, 's> {
    block: Block<'a>,
    /// The places of the directories that were followed: none is followed twice.
    followed: [Option<usize>; MOST_DIRECTORIES],
    steps: &'s mut Steps,
}

impl<'a, 's> Tiff<'a, 's> {
    fn open(block: &'a [u8], steps: &'s mut Steps) -> Option<Self> {
        Some(Self {
            block: Block::open(block)?,
            followed: [None; MOST_DIRECTORIES],
            steps,
        })
    }

    fn read(mut self) -> Option<Exif> {
        let first = usize::try_from(self.block.u32(FIRST_DIRECTORY_AT)?).ok()?;
        let tags = [ORIENTATION, SOFTWARE, DETAILS_DIRECTORY, GPS_DIRECTORY];
        let [orientation, software, details, gps] = self.find(first, tags)?;
        let [taken, comment] = details
            .and_then(|entry| self.find(self.block.place(entry)?, [TAKEN, COMMENT]))
            .unwrap_or_default();
        Some(Exif {
            orientation: orientation
                .and_then(|entry| self.block.number(entry))
                .and_then(Orientation::from_exif),
            has_position: gps.is_some_and(|entry| self.tells_place(entry)),
            taken_on: taken.and_then(|entry| self.text(entry, 1)).and_then(day),
            is_edited: software
                .and_then(|entry| self.text(entry, EDITORS.len()))
                .is_some_and(names_editor),
            is_screenshot: comment
                .and_then(|entry| self.text(entry, 1))
                .is_some_and(|text| memchr::memmem::find(text, b"Screenshot").is_some()),
        })
    }

    /// The first entry of each of these tags in the directory at this place. None if it
    /// was followed before.
    fn find<const N: usize>(&mut self, at: usize, tags: [u16; N]) -> Option<[Option<Entry>; N]> {
        if self.followed.contains(&Some(at)) {
            return None;
        }
        *self.followed.iter_mut().find(|place| place.is_none())? = Some(at);
        let count = usize::from(self.block.u16(at)?).min(MOST_ENTRIES);
        self.steps.take(count)?;
        let mut found = [None; N];
        for entry in self.block.entries(at, count) {
            let wanted = tags.iter().position(|tag| *tag == entry.tag);
            if let Some(place) = wanted.and_then(|wanted| found.get_mut(wanted)) {
                place.get_or_insert(entry);
            }
        }
        Some(found)
    }

    /// Whether the GPS directory holds a place. Many cameras write it with a
    /// version number only; one that cannot be found is taken to hold a place.
    fn tells_place(&mut self, entry: Entry) -> bool {
        let found = self
            .block
            .place(entry)
            .and_then(|at| self.find(at, [GPS_LATITUDE, GPS_LONGITUDE]));
        found.is_none_or(|found| found.iter().any(Option::is_some))
    }

    /// The beginning of a text, or of a value of any kind, that is searched so often.
    fn text(&mut self, entry: Entry, searches: usize) -> Option<&'a [u8]> {
        let text = self.block.text(entry)?;
        let text = text.get(..MOST_TEXT_BYTES).unwrap_or(text);
        self.steps.take(text.len() * searches)?;
        Some(text)
    }
}

/// The bytes, in the order in which the file writes its numbers.
#[derive(Clone, Copy)]
struct Block<'a> {
    bytes: &'a [u8],
    little_endian: bool,
}

#[derive(Clone, Copy)]
struct Entry {
    tag: u16,
    at: usize,
}

impl<'a> Block<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let little_endian = match bytes.get(..FIRST_DIRECTORY_AT)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        Some(Self {
            bytes,
            little_endian,
        })
    }

    fn entries(self, directory: usize, count: usize) -> impl Iterator<Item = Entry> {
        (0..count).map_while(move |index| {
            let at = directory.checked_add(2 + index * ENTRY_BYTES)?;
            Some(Entry {
                tag: self.u16(at)?,
                at,
            })
        })
    }

    fn number(self, entry: Entry) -> Option<u32> {
        let value = entry.at.checked_add(8)?;
        match self.u16(entry.at.checked_add(2)?)? {
            TYPE_SHORT => self.u16(value).map(u32::from),
            TYPE_LONG => self.u32(value),
            _ => None,
        }
    }

    /// The place that an entry points to.
    fn place(self, entry: Entry) -> Option<usize> {
        usize::try_from(self.number(entry)?).ok()
    }

    fn text(self, entry: Entry) -> Option<&'a [u8]> {
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
        self.bytes.get(from..from.checked_add(length)?)
    }

    fn u16(self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little_endian {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    }

    fn u32(self, at: usize) -> Option<u32> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.little_endian {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }
}
