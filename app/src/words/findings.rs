//! What is said about a photo file.

use rules::photo::FileKind;

use crate::words::sentence::{Template, Text, catalogue};

catalogue! {
    /// What is said about a photo file.
    pub struct Findings {
        /// Another format, by its name.
        not_jpeg: Template(format: &str),
        /// Another format without a name.
        not_jpeg_unnamed: Text,
        /// Name of the format that cameras keep raw pictures in.
        tiff: Text,
        /// Too small a file.
        too_few_bytes: Template(kilobytes: &str),
        /// Too large a file.
        too_many_bytes: Template(megabytes: &str),
        /// Too few pixels from left to right.
        too_narrow: Template(pixels: u32),
        /// Too many of them.
        too_wide: Template(pixels: u32),
        /// Too few pixels from top to bottom.
        too_low: Template(pixels: u32),
        /// Too many of them.
        too_high: Template(pixels: u32),
        /// No bytes.
        empty: Text,
        /// Colours for print.
        colour_cmyk: Text,
        /// A rare coding.
        unsupported_coding: Text,
        /// Cut off.
        incomplete: Text,
        /// Slow to show.
        too_many_scans: Text,
        /// Cannot be decoded.
        damaged: Text,
        /// The very file that was refused before.
        sent_before: Text,
        /// No colours.
        greyscale: Text,
        /// Remedy for an empty file.
        choose_again: Text,
        /// Remedy for another format.
        choose_jpeg: Text,
        /// Remedy for the format of an iPhone.
        choose_jpeg_iphone: Text,
        /// Remedy for the formats of screenshots.
        choose_jpeg_taken: Text,
        /// Remedy for raw pictures.
        choose_jpeg_exported: Text,
        /// Remedy for a document.
        choose_jpeg_no_paper: Text,
        /// Remedy for too small a file.
        larger_file: Text,
        /// Remedy for too large a file.
        smaller_file: Text,
        /// Remedy for too few pixels.
        larger: Text,
        /// Remedy for too many pixels.
        smaller: Text,
        /// Remedy for colours of print.
        in_rgb: Text,
        /// Remedy for rare codings.
        as_taken: Text,
        /// Remedy for a file that is cut off.
        whole: Text,
        /// Remedy for what cannot be opened, or was refused before.
        another: Text,
        /// About a photo without colours.
        greyscale_is_fine: Text,
    }
}

impl Findings {
    /// That another format was chosen.
    pub(super) fn format(&self, kind: FileKind) -> String {
        let name = match kind {
            FileKind::Png => "PNG",
            FileKind::Webp => "WebP",
            FileKind::Heic => "HEIC",
            FileKind::Avif => "AVIF",
            FileKind::Gif => "GIF",
            FileKind::Bmp => "BMP",
            FileKind::Tiff => self.tiff,
            FileKind::Pdf => "PDF",
            FileKind::Jxl => "JPEG XL",
            FileKind::Jp2 => "JPEG 2000",
            FileKind::Other => return self.not_jpeg_unnamed.to_owned(),
        };
        self.not_jpeg(name)
    }

    /// What to do about that.
    pub(super) const fn remedy_for(&self, kind: FileKind) -> Text {
        match kind {
            FileKind::Heic => self.choose_jpeg_iphone,
            FileKind::Png | FileKind::Webp | FileKind::Avif => self.choose_jpeg_taken,
            FileKind::Tiff => self.choose_jpeg_exported,
            FileKind::Pdf => self.choose_jpeg_no_paper,
            FileKind::Gif | FileKind::Bmp | FileKind::Jxl | FileKind::Jp2 | FileKind::Other => {
                self.choose_jpeg
            }
        }
    }
}
