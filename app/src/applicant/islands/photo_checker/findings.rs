//! The findings of the server and of the worker, as the browser reads them.

use rules::photo::{FileKind, Finding};

#[cfg(feature = "hydrate")]
use crate::browser::answer::Answer;

/// What a finding carries.
#[derive(Clone, Debug, PartialEq)]
enum Carried {
    /// Nothing.
    Nothing,
    /// A count of bytes or pixels.
    Number(f64),
    /// The code of a file kind.
    Code(String),
}

/// The finding with this code; nothing for one this page does not know.
fn finding(code: &str, carried: &Carried) -> Option<Finding> {
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "counts are whole numbers; a cast from a float never overflows"
    )]
    let (bytes, pixels) = match *carried {
        Carried::Number(number) => (number as u64, number as u32),
        _ => (0, 0),
    };
    let kind = || match carried {
        Carried::Code(code) => file_kind(code),
        _ => FileKind::Other,
    };
    Some(match code {
        "empty" => Finding::Empty,
        "not_jpeg" => Finding::NotJpeg { kind: kind() },
        "too_few_bytes" => Finding::TooFewBytes { bytes },
        "too_many_bytes" => Finding::TooManyBytes { bytes },
        "too_narrow" => Finding::TooNarrow { pixels },
        "too_wide" => Finding::TooWide { pixels },
        "too_low" => Finding::TooLow { pixels },
        "too_high" => Finding::TooHigh { pixels },
        "colour_cmyk" => Finding::ColourCmyk,
        "unsupported_coding" => Finding::UnsupportedCoding,
        "incomplete" => Finding::Incomplete,
        "too_many_scans" => Finding::TooManyScans,
        "damaged" => Finding::Damaged,
        "sent_before" => Finding::SentBefore,
        "no_face" => Finding::NoFace,
        "several_faces" => Finding::SeveralFaces,
        "greyscale" => Finding::Greyscale,
        _ => return None,
    })
}

fn file_kind(code: &str) -> FileKind {
    KINDS
        .into_iter()
        .find(|kind| kind.code() == code)
        .unwrap_or(FileKind::Other)
}

const KINDS: [FileKind; 10] = [
    FileKind::Png,
    FileKind::Webp,
    FileKind::Heic,
    FileKind::Avif,
    FileKind::Gif,
    FileKind::Bmp,
    FileKind::Tiff,
    FileKind::Pdf,
    FileKind::Jxl,
    FileKind::Jp2,
];

/// The findings in a list of the server's or the worker's.
#[cfg(feature = "hydrate")]
pub(in crate::applicant::islands) fn findings(list: &[Answer]) -> Vec<Finding> {
    list.iter().filter_map(one_listed).collect()
}

#[cfg(feature = "hydrate")]
fn one_listed(answer: &Answer) -> Option<Finding> {
    let (code, fields) = answer.variant()?;
    let field = |name| fields.get(name);
    let number = |name| {
        field(name)
            .and_then(|value| value.number())
            .map(Carried::Number)
    };
    let kind = field("kind")
        .and_then(|value| value.text())
        .map(Carried::Code);
    let carried = kind
        .or_else(|| number("bytes"))
        .or_else(|| number("pixels"));
    finding(&code, &carried.unwrap_or(Carried::Nothing))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

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

    /// What the browser makes of a finding as the server writes it.
    fn taken_apart(finding: Finding) -> (String, Carried) {
        match serde_json::to_value(finding).unwrap() {
            Value::String(code) => (code, Carried::Nothing),
            Value::Object(variant) => {
                let (code, fields) = variant.into_iter().next().unwrap();
                let carried = match fields.as_object().unwrap().values().next().unwrap() {
                    Value::String(code) => Carried::Code(code.clone()),
                    number => Carried::Number(number.as_f64().unwrap()),
                };
                (code, carried)
            }
            other => panic!("{other}"),
        }
    }

    #[test]
    fn every_finding_of_the_server_is_understood() {
        for one in EVERY {
            let (code, carried) = taken_apart(one);
            assert_eq!(finding(&code, &carried), Some(one), "{code}");
        }
    }

    #[test]
    fn every_file_kind_is_understood_and_a_new_one_is_some_other_file() {
        for kind in KINDS {
            let (code, carried) = taken_apart(Finding::NotJpeg { kind });
            assert_eq!(finding(&code, &carried), Some(Finding::NotJpeg { kind }));
        }
        let unknown = finding("not_jpeg", &Carried::Code("new".to_owned()));
        assert_eq!(
            unknown,
            Some(Finding::NotJpeg {
                kind: FileKind::Other
            })
        );
    }

    #[test]
    fn a_finding_nobody_knows_is_none() {
        assert_eq!(finding("too_pretty", &Carried::Nothing), None);
    }
}
