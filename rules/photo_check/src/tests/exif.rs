//! Headers as cameras and programs write them.

use rules::photo::Orientation;

/// The photo with an EXIF block that says these things.
pub(super) fn with(photo: &[u8], taken: &str, software: &str, comment: &str) -> Vec<u8> {
    let (software, taken) = (format!("{software}\0"), format!("{taken}\0"));
    let comment = format!("ASCII\0\0\0{comment}");
    // One directory with the program and the way to the second one.
    let second = 8 + 2 + 2 * 12 + 4;
    let values = second + 2 + 2 * 12 + 4;
    let at = [
        values,
        values + software.len(),
        values + software.len() + taken.len(),
    ];
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    directory(
        &mut tiff,
        [(0x0131, 2, software.len(), at[0]), (0x8769, 4, 1, second)],
    );
    directory(
        &mut tiff,
        [
            (0x9003, 2, taken.len(), at[1]),
            (0x9286, 7, comment.len(), at[2]),
        ],
    );
    for text in [&software, &taken, &comment] {
        tiff.extend(text.as_bytes());
    }
    let mut out = photo[..2].to_vec();
    out.extend([0xFF, 0xE1]);
    out.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    out.extend(b"Exif\0\0");
    out.extend(tiff);
    out.extend(&photo[2..]);
    out
}

/// Entries of tag, type, count and value or place.
fn directory(tiff: &mut Vec<u8>, entries: [(u16, u16, usize, usize); 2]) {
    tiff.extend(2_u16.to_le_bytes());
    for (tag, kind, count, value) in entries {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(u32::try_from(count).unwrap().to_le_bytes());
        tiff.extend(u32::try_from(value).unwrap().to_le_bytes());
    }
    tiff.extend([0; 4]);
}

/// The photo with an EXIF block that says how it is to be shown.
pub(super) fn oriented(photo: &[u8], orientation: Orientation) -> Vec<u8> {
    let mut block = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    block.extend([orientation.exif(), 0, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
    let (start, rest) = photo.split_at(2);
    [start, &[0xFF, 0xE1], &length, &block, rest].concat()
}
