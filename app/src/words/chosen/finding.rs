//! What is said about a photo file.

use rules::photo::Finding;

use crate::fill::fill;
use crate::numbers::measured;
use crate::words::catalogue::Words;
use crate::words::sentence::Text;

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

#[cfg(test)]
mod tests {
    use rules::photo::FileKind;

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
