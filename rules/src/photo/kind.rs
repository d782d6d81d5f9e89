use serde::{Deserialize, Serialize};

/// A file format other than JPEG, told by the first bytes of the file.
///
/// The name of a file is never looked at: phones rename files freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// PNG, as screenshots are.
    Png,
    /// WebP, as pictures saved from web pages are.
    Webp,
    /// HEIC, as an iPhone writes in its "high efficiency" setting.
    Heic,
    /// AVIF.
    Avif,
    /// GIF.
    Gif,
    /// Windows bitmap.
    Bmp,
    /// TIFF, and the raw formats of cameras that are built on it.
    Tiff,
    /// A PDF document.
    Pdf,
    /// JPEG XL.
    Jxl,
    /// JPEG 2000.
    Jp2,
    /// None of these.
    Other,
}

impl FileKind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Png,
        Self::Webp,
        Self::Heic,
        Self::Avif,
        Self::Gif,
        Self::Bmp,
        Self::Tiff,
        Self::Pdf,
        Self::Jxl,
        Self::Jp2,
        Self::Other,
    ];

    /// A short name that never changes, for logs and tests.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Heic => "heic",
            Self::Avif => "avif",
            Self::Gif => "gif",
            Self::Bmp => "bmp",
            Self::Tiff => "tiff",
            Self::Pdf => "pdf",
            Self::Jxl => "jxl",
            Self::Jp2 => "jp2",
            Self::Other => "other",
        }
    }

    /// What a file that does not begin like a JPEG is instead.
    pub(super) fn of(bytes: &[u8]) -> Self {
        SIGNATURES
            .iter()
            .find(|(signature, _)| bytes.starts_with(signature))
            .map_or_else(|| Self::of_container(bytes), |(_, kind)| *kind)
    }

    /// The formats whose mark stands behind a length.
    fn of_container(bytes: &[u8]) -> Self {
        match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
            (Some(b"RIFF"), _, Some(b"WEBP")) => Self::Webp,
            (_, Some(b"ftyp"), _) => Self::of_brands(bytes),
            _ => Self::Other,
        }
    }

    /// HEIC and AVIF share a container. Its header lists the "brands" a reader
    /// must know, four letters each; the general ones (`mif1`) stand in both.
    fn of_brands(bytes: &[u8]) -> Self {
        let header = bytes
            .get(8..bytes.len().min(LONGEST_BRAND_LIST))
            .unwrap_or_default();
        let has = |wanted: &[&[u8]]| header.chunks_exact(4).any(|brand| wanted.contains(&brand));
        if has(&[b"avif", b"avis"]) {
            Self::Avif
        } else if has(&[
            b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1",
        ]) {
            Self::Heic
        } else {
            Self::Other
        }
    }
}

/// Bytes of a container's header that are looked at. Real lists are half as long.
const LONGEST_BRAND_LIST: usize = 64;

const SIGNATURES: [(&[u8], FileKind); 10] = [
    (b"\x89PNG\r\n\x1a\n", FileKind::Png),
    (b"GIF8", FileKind::Gif),
    (b"BM", FileKind::Bmp),
    (b"II*\0", FileKind::Tiff),
    (b"MM\0*", FileKind::Tiff),
    (b"%PDF", FileKind::Pdf),
    (b"\xff\x0a", FileKind::Jxl),
    (b"\0\0\0\x0cJXL ", FileKind::Jxl),
    (b"\0\0\0\x0cjP  ", FileKind::Jp2),
    (b"\xff\x4f\xff\x51", FileKind::Jp2),
];
