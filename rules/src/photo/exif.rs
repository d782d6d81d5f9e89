//! The two things an EXIF block is read for: which way is up, and whether it
//! tells the place. The block is a small TIFF file of its own.

use super::Orientation;

/// What an EXIF block says.
#[derive(Clone, Copy, Default)]
pub(super) struct Exif {
    pub(super) orientation: Option<Orientation>,
    pub(super) has_position: bool,
}

const ORIENTATION: u16 = 0x0112;
const GPS_DIRECTORY: u16 = 0x8825;
const GPS_LATITUDE: u16 = 2;
const GPS_LONGITUDE: u16 = 4;
const ENTRY_BYTES: usize = 12;
const TYPE_SHORT: u16 = 3;
const TYPE_LONG: u16 = 4;

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
            _ => {}
        }
    }
    exif
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
