//! What is said about a photo file, in the browser and on the server alike.

use photo_check::Concern;
use rules::photo::{FileKind, Finding};

use super::concerns::concern;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWords {
    /// What was found.
    pub what: String,
    /// What the applicant can do about it.
    pub remedy: &'static str,
}

const LARGER: &str = "幅と高さがどちらも480ピクセル以上の写真を選んでください。";
const SMALLER: &str = "幅と高さがどちらも6000ピクセル以下の写真を選んでください。";
const AS_TAKEN: &str = "カメラやスマートフォンで撮ったままの写真を選んでください。";

/// The words for a finding: what it is, and its remedy.
pub fn finding(finding: &Finding) -> FindingWords {
    let what = match *finding {
        Finding::NotJpeg { kind } => not_jpeg(kind),
        Finding::TooFewBytes { bytes } => {
            format!(
                "ファイルが小さすぎます（{}KB）。",
                tenths(bytes * 10 / 1_000)
            )
        }
        Finding::TooManyBytes { bytes } => {
            let megabytes = tenths((bytes * 10).div_ceil(1_048_576));
            format!("ファイルが大きすぎます（{megabytes}MB）。")
        }
        Finding::TooNarrow { pixels } => format!("写真の幅が足りません（{pixels}ピクセル）。"),
        Finding::TooWide { pixels } => format!("写真の幅が大きすぎます（{pixels}ピクセル）。"),
        Finding::TooLow { pixels } => format!("写真の高さが足りません（{pixels}ピクセル）。"),
        Finding::TooHigh { pixels } => format!("写真の高さが大きすぎます（{pixels}ピクセル）。"),
        Finding::Empty => "ファイルの中身がありません。".to_owned(),
        Finding::ColourCmyk => "印刷用の色（CMYK）の写真です。".to_owned(),
        Finding::UnsupportedCoding => "あまり使われない方式のJPEGです。".to_owned(),
        Finding::Incomplete => "写真のファイルが途中で切れています。".to_owned(),
        Finding::TooManyScans => "表示に時間がかかる方式のJPEGです。".to_owned(),
        Finding::Damaged => "写真を開けませんでした。".to_owned(),
        Finding::SentBefore => "前に使えなかった写真と同じ写真です。".to_owned(),
        Finding::NoFace => concern(Concern::NoFace).what.to_owned(),
        Finding::SeveralFaces => concern(Concern::SeveralFaces).what.to_owned(),
        Finding::Greyscale => "白黒の写真です。".to_owned(),
    };
    FindingWords {
        what,
        remedy: remedy(finding),
    }
}

fn remedy(finding: &Finding) -> &'static str {
    match finding {
        Finding::Empty => "写真のファイルを選び直してください。",
        Finding::NotJpeg { kind } => remedy_for_kind(*kind),
        Finding::TooFewBytes { .. } => "20KB以上の、加工していない写真を選んでください。",
        Finding::TooManyBytes { .. } => "7MB以下の写真を選んでください。",
        Finding::TooNarrow { .. } | Finding::TooLow { .. } => LARGER,
        Finding::TooWide { .. } | Finding::TooHigh { .. } => SMALLER,
        Finding::ColourCmyk => "画面用の色（RGB）で保存した写真を選んでください。",
        Finding::UnsupportedCoding | Finding::TooManyScans => AS_TAKEN,
        Finding::Incomplete => "元の写真を選び直すか、撮り直してください。",
        Finding::Damaged | Finding::SentBefore => "別の写真を選ぶか、撮り直してください。",
        Finding::NoFace => concern(Concern::NoFace).remedy,
        Finding::SeveralFaces => concern(Concern::SeveralFaces).remedy,
        Finding::Greyscale => "白黒の写真でも申請できます。",
    }
}

fn not_jpeg(kind: FileKind) -> String {
    match name(kind) {
        Some(name) => format!("選んだファイルは{name}形式です。"),
        None => "選んだファイルはJPEG形式の写真ではありません。".to_owned(),
    }
}

fn remedy_for_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Heic => {
            "JPEG形式の写真を選んでください。iPhoneでは、設定の「カメラ」の「フォーマット」で\
             「互換性優先」を選ぶと、JPEG形式で撮れます。"
        }
        FileKind::Png | FileKind::Webp | FileKind::Avif => {
            "JPEG形式の写真を選んでください。画面を写した画像ではなく、撮った写真を選んでください。"
        }
        FileKind::Tiff => "JPEG形式の写真を選んでください。RAWは、JPEGに書き出してください。",
        FileKind::Pdf => "PDFの書類ではなく、JPEG形式の写真を選んでください。",
        FileKind::Gif | FileKind::Bmp | FileKind::Jxl | FileKind::Jp2 | FileKind::Other => {
            "JPEG形式の写真を選んでください。"
        }
    }
}

fn name(kind: FileKind) -> Option<&'static str> {
    Some(match kind {
        FileKind::Png => "PNG",
        FileKind::Webp => "WebP",
        FileKind::Heic => "HEIC",
        FileKind::Avif => "AVIF",
        FileKind::Gif => "GIF",
        FileKind::Bmp => "BMP",
        FileKind::Tiff => "TIFFまたはRAW",
        FileKind::Pdf => "PDF",
        FileKind::Jxl => "JPEG XL",
        FileKind::Jp2 => "JPEG 2000",
        FileKind::Other => return None,
    })
}

/// A number of tenths with one decimal place, without the machinery of floats.
fn tenths(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let words = finding(&one);
            assert!(words.what.ends_with('。'), "{}: {}", one.code(), words.what);
            assert!(
                words.remedy.ends_with("。"),
                "{}: {}",
                one.code(),
                words.remedy
            );
        }
    }

    #[test]
    fn a_size_is_rounded_away_from_the_limit_it_breaks() {
        let few = finding(&Finding::TooFewBytes { bytes: 19_999 });
        assert_eq!(few.what, "ファイルが小さすぎます（19.9KB）。");
        let many = finding(&Finding::TooManyBytes { bytes: 7_340_033 });
        assert_eq!(many.what, "ファイルが大きすぎます（7.1MB）。");
    }

    #[test]
    fn another_format_is_called_by_its_name() {
        let heic = finding(&Finding::NotJpeg {
            kind: FileKind::Heic,
        });
        assert_eq!(heic.what, "選んだファイルはHEIC形式です。");
        assert!(heic.remedy.contains("互換性優先"));
        let other = finding(&Finding::NotJpeg {
            kind: FileKind::Other,
        });
        assert_eq!(other.what, "選んだファイルはJPEG形式の写真ではありません。");
    }
}
