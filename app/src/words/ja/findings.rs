//! What is said about a photo file.

use crate::words::findings::Findings;
use crate::words::sentence::Template;

/// What is said about a photo file.
pub(super) const FINDINGS: Findings = Findings {
    not_jpeg: Template("選んだファイルは{format}形式です。"),
    not_jpeg_unnamed: "選んだファイルはJPEG形式の写真ではありません。",
    tiff: "TIFFまたはRAW",
    too_few_bytes: Template("ファイルが小さすぎます（{kilobytes}KB）。"),
    too_many_bytes: Template("ファイルが大きすぎます（{megabytes}MB）。"),
    too_narrow: Template("写真の幅が足りません（{pixels}ピクセル）。"),
    too_wide: Template("写真の幅が大きすぎます（{pixels}ピクセル）。"),
    too_low: Template("写真の高さが足りません（{pixels}ピクセル）。"),
    too_high: Template("写真の高さが大きすぎます（{pixels}ピクセル）。"),
    empty: "ファイルの中身がありません。",
    colour_cmyk: "印刷用の色（CMYK）の写真です。",
    unsupported_coding: "あまり使われない方式のJPEGです。",
    incomplete: "写真のファイルが途中で切れています。",
    too_many_scans: "表示に時間がかかる方式のJPEGです。",
    damaged: "写真を開けませんでした。",
    sent_before: "前に使えなかった写真と同じ写真です。",
    greyscale: "白黒の写真です。",
    choose_again: "写真のファイルを選び直してください。",
    choose_jpeg: "JPEG形式の写真を選んでください。",
    choose_jpeg_iphone: "JPEG形式の写真を選んでください。iPhoneでは、設定の「カメラ」の「フォーマット」で「互換性優先」を選ぶと、JPEG形式で撮れます。",
    choose_jpeg_taken: "JPEG形式の写真を選んでください。画面を写した画像ではなく、撮った写真を選んでください。",
    choose_jpeg_exported: "JPEG形式の写真を選んでください。RAWは、JPEGに書き出してください。",
    choose_jpeg_no_paper: "PDFの書類ではなく、JPEG形式の写真を選んでください。",
    larger_file: "20KB以上の、加工していない写真を選んでください。",
    smaller_file: "7MB以下の写真を選んでください。",
    larger: "幅と高さがどちらも480ピクセル以上の写真を選んでください。",
    smaller: "幅と高さがどちらも6000ピクセル以下の写真を選んでください。",
    in_rgb: "画面用の色（RGB）で保存した写真を選んでください。",
    as_taken: "カメラやスマートフォンで撮ったままの写真を選んでください。",
    whole: "元の写真を選び直すか、撮り直してください。",
    another: "別の写真を選ぶか、撮り直してください。",
    greyscale_is_fine: "白黒の写真でも申請できます。",
};
