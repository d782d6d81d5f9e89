//! What the headers of a JPEG tell, besides the frame's own numbers.

use super::exif::{self, Exif};
use super::{Colour, FrameHeader, Orientation, Steps};
use crate::CivilDate;

const JFIF: &[u8] = b"JFIF\0";
const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const ADOBE: &[u8] = b"Adobe";

/// Bytes that a JFIF segment has at the least.
const JFIF_BYTES: usize = 14;

/// Everything the markers told.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) frame: Option<FrameHeader>,
    pub(super) has_foreign_mark: bool,
    pub(super) scans: u32,
    /// Of the first EXIF block: others are no business of readers.
    exif: Option<Exif>,
    has_position_in_xmp: bool,
    is_screenshot_in_xmp: bool,
    colour_hints: ColourHints,
}

/// What tells the colours apart when the number of channels does not.
#[derive(Default)]
struct ColourHints {
    has_jfif: bool,
    adobe_transform: Option<u8>,
}

impl Outline {
    /// Takes what matters from an application segment (APP0 to APP15) before the first
    /// scan; what comes later no reader looks at. None if there are not so many steps left.
    pub(super) fn note_application(
        &mut self,
        number: u8,
        segment: &[u8],
        steps: &mut Steps,
    ) -> Option<()> {
        let hints = &mut self.colour_hints;
        match number {
            _ if self.scans > 0 => {}
            0 => hints.has_jfif |= segment.len() >= JFIF_BYTES && segment.starts_with(JFIF),
            1 => self.note_exif_or_xmp(segment, steps)?,
            // The last one counts.
            14 => hints.adobe_transform = adobe_transform(segment).or(hints.adobe_transform),
            _ => {}
        }
        Some(())
    }

    /// The colours, once a frame header was found. Of three channels JFIF says that they are
    /// brightness and differences, whatever else is there; else Adobe's marker tells; else
    /// the channels' names do (as libjpeg guesses, and every browser with it). A profile
    /// says nothing: one for inks may be left over from before the picture was converted.
    pub(super) fn colour(&self) -> Option<Colour> {
        let frame = self.frame.as_ref()?;
        let hints = &self.colour_hints;
        let is_named_rgb = || {
            frame
                .channels()
                .iter()
                .map(|channel| channel.id)
                .eq(*b"RGB")
        };
        let is_rgb = match hints.adobe_transform {
            _ if hints.has_jfif => false,
            Some(transform) => transform == 0,
            None => is_named_rgb(),
        };
        Some(match frame.channels().len() {
            1 => Colour::Grey,
            4 => Colour::Cmyk,
            3 if is_rgb => Colour::Rgb,
            _ => Colour::YCbCr,
        })
    }

    pub(super) fn orientation(&self) -> Orientation {
        self.exif
            .and_then(|exif| exif.orientation)
            .unwrap_or_default()
    }

    pub(super) fn has_position(&self) -> bool {
        self.exif.is_some_and(|exif| exif.has_position) || self.has_position_in_xmp
    }

    pub(super) fn taken_on(&self) -> Option<CivilDate> {
        self.exif.and_then(|exif| exif.taken_on)
    }

    pub(super) fn is_edited(&self) -> bool {
        self.exif.is_some_and(|exif| exif.is_edited)
    }

    pub(super) fn is_screenshot(&self) -> bool {
        self.exif.is_some_and(|exif| exif.is_screenshot) || self.is_screenshot_in_xmp
    }

    pub(super) fn is_unsupported(&self) -> bool {
        self.has_foreign_mark || self.frame.is_some_and(|frame| !frame.is_supported())
    }

    fn note_exif_or_xmp(&mut self, segment: &[u8], steps: &mut Steps) -> Option<()> {
        if let Some(block) = segment.strip_prefix(EXIF) {
            self.exif.get_or_insert_with(|| exif::read(block, steps));
        } else if segment.starts_with(XMP) {
            // Each byte is looked at once for each name.
            steps.take(segment.len() * 2)?;
            let holds = |name: &[u8]| memchr::memmem::find(segment, name).is_some();
            self.has_position_in_xmp |= holds(b"GPSLatitude");
            self.is_screenshot_in_xmp |= holds(b"Screenshot");
        }
        Some(())
    }
}

/// The last byte of Adobe's marker: 0 for colours as they are, 1 for `YCbCr`,
/// 2 for YCCK.
fn adobe_transform(segment: &[u8]) -> Option<u8> {
    segment.strip_prefix(ADOBE)?.get(6).copied()
}
