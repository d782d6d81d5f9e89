//! Formats, codings, colours and places, as the headers tell them.

use rules::photo::{Coding, Colour, FileKind, Finding, inspect};

use crate::handmade::{HALVED, Handmade, ONE, SOF0, THREE, directory, exif, picture};

fn findings(bytes: &[u8]) -> Vec<Finding> {
    inspect(bytes).findings
}

#[test]
fn other_formats_are_recognised_by_their_first_bytes() {
    let cases: [(&[u8], FileKind); 17] = [
        (b"\x89PNG\r\n\x1a\n....", FileKind::Png),
        (b"RIFF\x10\0\0\0WEBPVP8 ", FileKind::Webp),
        (b"RIFF\x10\0\0\0WAVEfmt ", FileKind::Other),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", FileKind::Heic),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1heic", FileKind::Heic),
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1avif", FileKind::Avif),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif", FileKind::Avif),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", FileKind::Other),
        (b"GIF89a", FileKind::Gif),
        (b"BM\x36\0", FileKind::Bmp),
        (b"II*\0", FileKind::Tiff),
        (b"MM\0*", FileKind::Tiff),
        (b"%PDF-1.7", FileKind::Pdf),
        (b"\xff\x0a\xfa", FileKind::Jxl),
        (b"\0\0\0\x0cJXL \r\n\x87\n", FileKind::Jxl),
        (b"\0\0\0\x0cjP  \r\n\x87\n", FileKind::Jp2),
        (b"\xff\x4f\xff\x51\0", FileKind::Jp2),
    ];
    for (bytes, kind) in cases {
        assert_eq!(findings(bytes), [Finding::NotJpeg { kind }], "{bytes:?}");
    }
}

#[test]
fn anything_else_is_another_format() {
    for bytes in [
        b"\xff".as_slice(),
        b"\xd8\xff",
        b"<svg/>",
        b"\0\0\0\x18ftyp",
        b" \xff\xd8\xff",
    ] {
        assert_eq!(
            findings(bytes),
            [Finding::NotJpeg {
                kind: FileKind::Other
            }],
            "{bytes:?}"
        );
    }
}

#[test]
fn baseline_and_extended_and_progressive_are_told_apart() {
    for (marker, coding) in [
        (0xC0, Coding::Baseline),
        (0xC1, Coding::Extended),
        (0xC2, Coding::Progressive),
    ] {
        let photo = Handmade::begun().frame(marker, (600, 700), &ONE);
        let photo = if coding == Coding::Progressive {
            photo
                .progressive_scan(&[1], [0, 0, 0], &[1; 8_000])
                .progressive_scan(&[1], [1, 63, 0], &[1; 8_000])
        } else {
            photo.scan(&[1], 8_000)
        };
        let photo = photo.ended();
        let inspection = inspect(&photo);
        assert_eq!(inspection.findings, [Finding::Greyscale]);
        assert_eq!(inspection.facts.coding, Some(coding));
    }
}

#[test]
fn rare_codings_are_refused_as_unsupported() {
    for marker in [0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF] {
        let photo = Handmade::begun()
            .frame(marker, (600, 700), &THREE)
            .scan(&[1, 2, 3], 200);
        assert_eq!(
            findings(&photo.ended()),
            [Finding::UnsupportedCoding],
            "{marker:x}"
        );
    }
    let jpeg_ls = Handmade::begun()
        .frame(0xF7, (600, 700), &THREE)
        .scan(&[1, 2, 3], 200);
    assert_eq!(findings(&jpeg_ls.ended()), [Finding::UnsupportedCoding]);
}

#[test]
fn twelve_bits_two_channels_a_height_told_later_and_odd_samplings_are_unsupported() {
    let twelve = Handmade::begun().frame_of_bits(12, 0xC1, (600, 700), &THREE);
    let two = Handmade::begun().frame(SOF0, (600, 700), &[(1, 0x11), (2, 0x11)]);
    let later = Handmade::begun().frame(SOF0, (600, 0), &THREE);
    let odd = Handmade::begun().frame(SOF0, (600, 700), &[(1, 0x31), (2, 0x21), (3, 0x11)]);
    for photo in [twelve, two, later, odd] {
        let photo = photo.scan(&[1], 20_000).ended();
        assert_eq!(findings(&photo), [Finding::UnsupportedCoding]);
    }
}

#[test]
fn four_channels_are_colours_for_printing() {
    let four = [(1, 0x11), (2, 0x11), (3, 0x11), (4, 0x11)];
    for transform in [None, Some(0), Some(2)] {
        let mut photo = Handmade::begun();
        if let Some(transform) = transform {
            photo = photo.segment(0xEE, &adobe(transform));
        }
        let photo = photo
            .frame(SOF0, (600, 700), &four)
            .scan(&[1, 2, 3, 4], 20_000)
            .ended();
        assert_eq!(findings(&photo), [Finding::ColourCmyk]);
    }
}

#[test]
fn a_profile_for_other_colours_does_not_change_those_of_the_channels() {
    for space in [b"CMYK", b"RGB ", b"GRAY"] {
        let mut profile = b"ICC_PROFILE\0\x01\x01".to_vec();
        profile.extend([0; 16]);
        profile.extend(space);
        let photo = Handmade::begun()
            .segment(0xE2, &profile)
            .frame(SOF0, (600, 700), &HALVED)
            .scan(&[1, 2, 3], 20_000);
        assert_eq!(findings(&photo.ended()), []);
    }
}

#[test]
fn red_green_and_blue_are_known_by_adobes_marker_or_by_the_channels_names() {
    let rgb = [(b'R', 0x11), (b'G', 0x11), (b'B', 0x11)];
    let jfif = b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0".to_vec();
    let short = jfif[..13].to_vec();
    let cases = [
        (vec![], rgb, Colour::Rgb),
        (vec![(0xE0, jfif.clone())], rgb, Colour::YCbCr),
        (vec![(0xE0, short.clone())], rgb, Colour::Rgb),
        (vec![(0xE0, short), (0xEE, adobe(0))], THREE, Colour::Rgb),
        (
            vec![(0xE0, jfif.clone()), (0xEE, adobe(0))],
            rgb,
            Colour::YCbCr,
        ),
        (vec![(0xEE, adobe(0)), (0xE0, jfif)], THREE, Colour::YCbCr),
        (vec![(0xEE, adobe(0)), (0xEE, adobe(1))], rgb, Colour::YCbCr),
        (vec![(0xEE, adobe(1)), (0xEE, adobe(0))], THREE, Colour::Rgb),
        (vec![(0xEE, adobe(2))], rgb, Colour::YCbCr),
        (vec![(0xEE, adobe(0)[..11].to_vec())], rgb, Colour::Rgb),
        (vec![(0xEE, adobe(0))], THREE, Colour::Rgb),
        (vec![(0xEE, adobe(1))], rgb, Colour::YCbCr),
        (vec![], THREE, Colour::YCbCr),
    ];
    for (segments, channels, colour) in cases {
        let photo = segments
            .iter()
            .fold(Handmade::begun(), |photo, (marker, content)| {
                photo.segment(*marker, content)
            })
            .frame(SOF0, (600, 700), &channels);
        assert_eq!(inspect(&photo.0).facts.colour, Some(colour), "{segments:?}");
    }
}

#[test]
fn a_position_is_found_in_exif_of_either_byte_order_and_in_xmp() {
    let place = directory(&[(0, 4, 0x0203_0000), (2, 5, 0), (4, 5, 0)]);
    let big = exif(&[(0x8825, 4, 26)], &place);
    let little = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0\
                   \x01\0\x02\0\x05\0\x03\0\0\0\0\0\0\0\0\0\0\0";
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"35,41.36N\"/>";
    for content in [big.as_slice(), little, xmp] {
        let photo = Handmade::begun().segment(0xE1, content);
        assert!(inspect(&photo.0).facts.has_position, "{content:?}");
    }
}

#[test]
fn a_gps_directory_with_only_a_version_is_no_position_but_a_broken_one_may_be() {
    let version_only = exif(&[(0x8825, 4, 26)], &directory(&[(0, 4, 0x0203_0000)]));
    let broken = exif(&[(0x8825, 4, 60_000)], &[]);
    for (content, has_position) in [(version_only, false), (broken, true)] {
        let photo = Handmade::begun().segment(0xE1, &content);
        assert_eq!(inspect(&photo.0).facts.has_position, has_position);
    }
}

#[test]
fn a_broken_exif_block_does_not_refuse_the_photo() {
    let endless = [0xFF; 60];
    for block in [
        b"".as_slice(),
        b"II*\0",
        b"MM\0*\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff",
        &endless,
    ] {
        let content = [b"Exif\0\0", block].concat();
        let photo = Handmade::begun()
            .segment(0xE1, &content)
            .frame(SOF0, (600, 700), &HALVED)
            .scan(&[1, 2, 3], 20_000);
        assert_eq!(findings(&photo.ended()), [], "{block:?}");
    }
}

#[test]
fn fill_bytes_and_stray_bytes_between_segments_are_passed_over() {
    let photo = Handmade::begun()
        .raw(&[0xFF, 0xFF, 0xFF])
        .segment(0xFE, b"a comment with \xff\xd9 inside")
        .raw(b"stray")
        .frame(SOF0, (600, 700), &HALVED)
        .scan(&[1, 2, 3], 20_000)
        .raw(&[0xFF, 0x00, 0x12, 0xFF, 0x00, 0xFF, 0xFF]);
    assert_eq!(findings(&photo.ended()), []);
}

#[test]
fn a_second_picture_behind_the_first_counts_as_trailing_bytes() {
    let mut photo = picture(600, 700).ended();
    let second = picture(6_001, 100).ended();
    photo.extend(&second);
    let inspection = inspect(&photo);
    assert_eq!(inspection.findings, []);
    assert_eq!(
        inspection.facts.trailing_bytes,
        u64::try_from(second.len()).unwrap()
    );
}

fn adobe(transform: u8) -> Vec<u8> {
    [b"Adobe\0\x64\0\0\0\0".as_slice(), &[transform]].concat()
}
