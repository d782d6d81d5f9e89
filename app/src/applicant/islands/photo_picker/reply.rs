//! What the server's answer to an upload means.

use rules::photo::{FileKind, Finding};

#[cfg(feature = "hydrate")]
use crate::browser::answer::Answer;

/// What to do after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// The photo is kept: go on.
    Kept,
    /// The photo was refused for what the answer lists.
    Refused,
    /// More bytes than the server takes.
    TooLarge,
    /// Too often; later again.
    TooMany,
    /// The session is over, or this is not the step: the page itself says so.
    Elsewhere,
    /// A fault of ours; later again.
    Unavailable,
    /// Not of the portal: something on the way there has answered in its place.
    OnTheWay,
}

impl Reply {
    /// By HTTP status. The portal answers a script in JSON, whatever it says; a proxy in words of
    /// its own, and what its status means for a photo is not known.
    pub(super) fn of(status: u16, is_json: bool) -> Self {
        match status {
            _ if !is_json => Self::OnTheWay,
            200 => Self::Kept,
            413 => Self::TooLarge,
            422 => Self::Refused,
            429 => Self::TooMany,
            401 | 403 | 409 => Self::Elsewhere,
            _ => Self::Unavailable,
        }
    }
}

/// What a finding carries.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Carried {
    /// Nothing.
    Nothing,
    /// A count of bytes or pixels.
    Number(f64),
    /// The code of a file kind.
    Code(String),
}

/// The finding with this code; nothing for one this page does not know.
pub(super) fn finding(code: &str, carried: &Carried) -> Option<Finding> {
    #[expect(
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
pub(super) fn findings(list: &[Answer]) -> Vec<Finding> {
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

    #[test]
    fn a_status_says_what_to_do() {
        let of = |status| Reply::of(status, true);
        assert_eq!(of(200), Reply::Kept);
        assert_eq!(of(422), Reply::Refused);
        assert_eq!(of(413), Reply::TooLarge);
        assert_eq!(of(429), Reply::TooMany);
        assert_eq!([401, 403, 409].map(of), [Reply::Elsewhere; 3]);
        assert_eq!([500, 503, 0].map(of), [Reply::Unavailable; 3]);
    }

    #[test]
    fn what_a_proxy_says_is_not_taken_for_what_the_portal_says() {
        for status in [200, 403, 408, 413, 422, 429, 502, 503, 504] {
            assert_eq!(Reply::of(status, false), Reply::OnTheWay, "{status}");
        }
    }
}
