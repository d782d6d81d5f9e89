//! What the headers of a JPEG tell, besides the frame's own numbers.

use super::exif::{self, Exif};
use super::frame::Frame;
use super::{Colour, Orientation, Steps};
use crate::CivilDate;

const JFIF: &[u8] = b"JFIF\0";
const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const ADOBE: &[u8] = b"Adobe";
const ICC: &[u8] = b"ICC_PROFILE\0";

/// Behind the name, a colour profile has its part's number and their count.
const ICC_HEADER: usize = ICC.len() + 2;
/// Where a colour profile names the kind of colours it is for.
const ICC_COLOURS: usize = 16;

/// Everything the markers told.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) frame: Option<Frame>,
    pub(super) has_unsupported_marker: bool,
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
    has_ink_profile: bool,
}

impl Outline {
    /// Takes what matters from an application segment (APP0 to APP15). None if there
    /// are not so many steps left.
    pub(super) fn note_application(
        &mut self,
        number: u8,
        segment: &[u8],
        steps: &mut Steps,
    ) -> Option<()> {
        let hints = &mut self.colour_hints;
        match number {
            0 => hints.has_jfif |= segment.starts_with(JFIF),
            1 => self.note_exif_or_xmp(segment, steps)?,
            2 => hints.has_ink_profile |= is_ink_profile(segment),
            14 => hints.adobe_transform = hints.adobe_transform.or(adobe_transform(segment)),
            _ => {}
        }
        Some(())
    }

    /// The colours, once a frame header was found. Three channels are RGB only
    /// when the file says so: by Adobe's marker or, without any mark, by the
    /// channels' names.
    pub(super) fn colour(&self) -> Option<Colour> {
        let frame = self.frame.as_ref()?;
        let hints = &self.colour_hints;
        let is_named_rgb = frame.ids().eq(*b"RGB");
        Some(match (frame.channel_count(), hints.adobe_transform) {
            _ if hints.has_ink_profile => Colour::Cmyk,
            (1, _) => Colour::Grey,
            (4, _) => Colour::Cmyk,
            (3, Some(0)) => Colour::Rgb,
            (3, None) if is_named_rgb && !hints.has_jfif => Colour::Rgb,
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
        self.has_unsupported_marker || self.frame.is_some_and(|frame| !frame.is_supported())
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

/// Whether this is the first part of a colour profile for printing inks.
fn is_ink_profile(segment: &[u8]) -> bool {
    let colours = segment
        .strip_prefix(ICC)
        .filter(|rest| rest.first() == Some(&1))
        .and_then(|_| segment.get(ICC_HEADER + ICC_COLOURS..));
    colours.is_some_and(|colours| colours.starts_with(b"CMYK"))
}
