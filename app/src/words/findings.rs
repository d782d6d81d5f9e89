//! What is said about a photo file.

use rules::photo::{FileKind, Finding};

use crate::fill::fill;
use crate::numbers::measured;
use crate::words::Words;
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

/// What was found in a file, and what the applicant can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWords {
    /// What was found; its gap may not be filled in yet.
    pub what: String,
    /// What the applicant can do about it.
    pub remedy: Text,
}

impl Words {
    /// The words for a finding: what it is, and its remedy.
    pub fn finding(&self, finding: &Finding) -> FindingWords {
        let mut said = self.finding_for_script(finding);
        if let Some((gap, value)) = measured(finding) {
            said.what = fill(&said.what, &[(gap, &value)]);
        }
        said
    }

    /// The same with the gap that a script fills in, by what [`measured`] says.
    pub(crate) fn finding_for_script(&self, finding: &Finding) -> FindingWords {
        let (words, concerns) = (&self.findings, &self.concerns);
        let (what, remedy) = match *finding {
            Finding::NotJpeg { kind } => {
                return FindingWords {
                    what: words.format(kind),
                    remedy: words.remedy_for(kind),
                };
            }
            Finding::TooFewBytes { .. } => (words.too_few_bytes.for_script(), words.larger_file),
            Finding::TooManyBytes { .. } => (words.too_many_bytes.for_script(), words.smaller_file),
            Finding::TooNarrow { .. } => (words.too_narrow.for_script(), words.larger),
            Finding::TooWide { .. } => (words.too_wide.for_script(), words.smaller),
            Finding::TooLow { .. } => (words.too_low.for_script(), words.larger),
            Finding::TooHigh { .. } => (words.too_high.for_script(), words.smaller),
            Finding::Empty => (words.empty, words.choose_again),
            Finding::ColourCmyk => (words.colour_cmyk, words.in_rgb),
            Finding::UnsupportedCoding => (words.unsupported_coding, words.as_taken),
            Finding::Incomplete => (words.incomplete, words.whole),
            Finding::TooManyScans => (words.too_many_scans, words.as_taken),
            Finding::Damaged => (words.damaged, words.another),
            Finding::SentBefore => (words.sent_before, words.another),
            Finding::NoFace => (concerns.no_face.what, concerns.no_face.remedy),
            Finding::SeveralFaces => (concerns.several_faces.what, concerns.several_faces.remedy),
            Finding::Greyscale => (words.greyscale, words.greyscale_is_fine),
        };
        FindingWords {
            what: what.to_owned(),
            remedy,
        }
    }
}

impl Findings {
    fn format(&self, kind: FileKind) -> String {
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

    const fn remedy_for(&self, kind: FileKind) -> Text {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ja::WORDS;

    const EVERY: [Finding; 17] = [
        Finding::Empty,
        Finding::NotJpeg {
            kind: FileKind::Heic,
        },
        Finding::TooFewBytes { bytes: 19_999 },
        Finding::TooManyBytes { bytes: 7_340_033 },
        Finding::TooNarrow { pixels: 479 },
        Finding::TooWide { pixels: 6_001 },
        Finding::TooLow { pixels: 1 },
        Finding::TooHigh { pixels: 65_535 },
        Finding::ColourCmyk,
        Finding::UnsupportedCoding,
        Finding::Incomplete,
        Finding::TooManyScans,
        Finding::Damaged,
        Finding::SentBefore,
        Finding::NoFace,
        Finding::SeveralFaces,
        Finding::Greyscale,
    ];

    #[test]
    fn every_finding_says_what_it_is_and_what_to_do() {
        for one in EVERY {
            let said = WORDS.finding(&one);
            assert!(said.what.ends_with('。'), "{}: {}", one.code(), said.what);
            assert!(!said.what.contains('{'), "{}", said.what);
            assert!(
                said.remedy.ends_with('。'),
                "{}: {}",
                one.code(),
                said.remedy
            );
        }
    }

    #[test]
    fn what_was_measured_is_told() {
        let few = WORDS.finding(&Finding::TooFewBytes { bytes: 19_999 });
        assert_eq!(few.what, "ファイルが小さすぎます（19.9KB）。");
        let many = WORDS.finding(&Finding::TooManyBytes { bytes: 7_340_033 });
        assert_eq!(many.what, "ファイルが大きすぎます（7.1MB）。");
        let narrow = WORDS.finding(&Finding::TooNarrow { pixels: 479 });
        assert_eq!(narrow.what, "写真の幅が足りません（479ピクセル）。");
    }

    #[test]
    fn another_format_is_called_by_its_name() {
        let heic = WORDS.finding(&Finding::NotJpeg {
            kind: FileKind::Heic,
        });
        assert_eq!(heic.what, "選んだファイルはHEIC形式です。");
        assert!(heic.remedy.contains("互換性優先"));
        let other = WORDS.finding(&Finding::NotJpeg {
            kind: FileKind::Other,
        });
        assert_eq!(other.what, "選んだファイルはJPEG形式の写真ではありません。");
    }
}
