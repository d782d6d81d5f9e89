//! Photo files that are made to cost their reader more than their bytes are worth: the tests
//! of the rules, of the decoder and of the server share them, the fuzz target begins with
//! them, and `examples/hostile_photos.rs` writes them for the soak.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "tests and a tool include this file, each uses a part, and a helper that fails fails its test"
)]

/// A real photograph, baseline.
pub const GOOD: &[u8] = include_bytes!("../data/photos/good.jpg");
/// A real photograph in ten passes.
pub const PROGRESSIVE: &[u8] = include_bytes!("../data/photos/progressive.jpg");

const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const SOF2: u8 = 0xC2;
const DHT: u8 = 0xC4;
const SOS: u8 = 0xDA;
const DQT: u8 = 0xDB;
const DRI: u8 = 0xDD;
const COM: u8 = 0xFE;

/// What can be in the content of one segment.
const LONGEST: usize = 65_533;

/// One kind of file.
pub struct Kind {
    /// What it is made of.
    pub name: &'static str,
    /// The code of what it is refused for; none where it is a sound photo all the same.
    pub refused: Option<&'static str>,
    /// Whether only the coded data shows that, and not the headers.
    pub is_read: bool,
    /// Makes one with about so many bytes beside those of the photo in it.
    pub make: fn(usize) -> Vec<u8>,
}

/// All kinds.
pub const KINDS: &[Kind] = &[
    kind("exif_directories", None, exif_directories),
    kind("exif_repeated", None, exif_repeated),
    kind("exif_cycle", None, exif_cycle),
    kind("exif_empty", None, exif_empty),
    kind("xmp", None, xmp),
    kind("profile_parts", None, profile_parts),
    kind("profile_repeated", None, profile_repeated),
    kind("profile_tags", None, profile_tags),
    kind("codes", Some("damaged"), codes),
    kind("codes_together", Some("damaged"), codes_together),
    kind("steps", Some("damaged"), steps),
    kind("comments", None, comments),
    kind("intervals", None, intervals),
    kind("fill", None, fill),
    kind("marks", None, marks),
    kind("stuffing", None, stuffing),
    kind("behind", None, behind),
    kind("scans", Some("too_many_scans"), scans),
    kind("scans_of_nothing", Some("too_many_scans"), scans_of_nothing),
    kind("mean_values", Some("incomplete"), mean_values),
    broken("restarts", "damaged", restarts),
];

const fn kind(
    name: &'static str,
    refused: Option<&'static str>,
    make: fn(usize) -> Vec<u8>,
) -> Kind {
    Kind {
        name,
        refused,
        is_read: false,
        make,
    }
}

/// One that is only refused once its coded data is read.
const fn broken(name: &'static str, refused: &'static str, make: fn(usize) -> Vec<u8>) -> Kind {
    Kind {
        name,
        refused: Some(refused),
        is_read: true,
        make,
    }
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], content].concat()
}

/// The photograph with this behind its first two bytes.
fn with(inserted: &[u8]) -> Vec<u8> {
    [&GOOD[..2], inserted, &GOOD[2..]].concat()
}

/// So often that it has about so many bytes, at least once.
fn filled(part: &[u8], bytes: usize) -> Vec<u8> {
    part.repeat((bytes / part.len()).max(1))
}

fn entry(tag: u16, kind: u16, count: usize, value: usize) -> Vec<u8> {
    let [count, value] = [count, value].map(|number| u32::try_from(number).unwrap());
    let mut bytes = [tag.to_be_bytes(), kind.to_be_bytes()].concat();
    bytes.extend(count.to_be_bytes());
    bytes.extend(value.to_be_bytes());
    bytes
}

/// An EXIF segment: a directory of so many entries that all point at a second one, of as
/// many entries that all name the whole block as their text.
pub fn directories(entries: usize) -> Vec<u8> {
    let count = u16::try_from(entries).unwrap().to_be_bytes();
    let second = 8 + 2 + entries * 12;
    let length = second + 2 + entries * 12;
    let mut block = b"MM\0*\0\0\0\x08".to_vec();
    block.extend(count);
    // The name of the program, which is searched for many words, is the whole block too.
    block.extend(entry(0x0131, 2, length, 0));
    for tag in [0x8769, 0x8825].iter().cycle().take(entries - 1) {
        block.extend(entry(*tag, 4, 1, second));
    }
    block.extend(count);
    for tag in [0x9286, 0x9003].iter().cycle().take(entries) {
        block.extend(entry(*tag, 7, length, 0));
    }
    segment(APP1, &[b"Exif\0\0", &block[..]].concat())
}

/// The whole of a segment, 2,700 entries twice; of few bytes less of it.
fn exif_directories(bytes: usize) -> Vec<u8> {
    with(&directories((bytes / 24).clamp(3, 2_700)))
}

fn exif_repeated(bytes: usize) -> Vec<u8> {
    with(&filled(&directories((bytes / 240).clamp(3, 2_700)), bytes))
}

/// A directory that says it is its own details and its own place.
fn exif_cycle(bytes: usize) -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    let entries = (bytes / 12).clamp(2, 5_000);
    block.extend(u16::try_from(entries).unwrap().to_be_bytes());
    for tag in [0x8769, 0x8825].iter().cycle().take(entries) {
        block.extend(entry(*tag, 4, 1, 8));
    }
    with(&filled(&segment(APP1, &block), bytes))
}

fn exif_empty(bytes: usize) -> Vec<u8> {
    with(&filled(&segment(APP1, b"Exif\0\0"), bytes))
}

/// Almost the words that are looked for, over and over.
fn xmp(bytes: usize) -> Vec<u8> {
    let name = b"http://ns.adobe.com/xap/1.0/\0";
    let text = b"GPSLatitudScreenshoGPSLatitudScreensho".repeat(1_724);
    let content = [&name[..], &text].concat();
    let content = &content[..content.len().min(LONGEST).min(bytes.max(name.len()))];
    with(&filled(&segment(APP1, content), bytes))
}

fn part(number: u8, count: u8, content: &[u8]) -> Vec<u8> {
    let head = [b"ICC_PROFILE\0".as_slice(), &[number, count]].concat();
    segment(APP2, &[&head, content].concat())
}

/// A profile in 255 parts, the last one first.
fn profile_parts(bytes: usize) -> Vec<u8> {
    let mut content = vec![b'A'; (bytes / 255).clamp(20, LONGEST - 14)];
    content[16..20].copy_from_slice(b"RGB ");
    let parts = (1..=255).rev().map(|number| part(number, 255, &content));
    with(&parts.collect::<Vec<_>>().concat())
}

/// The same part over and over.
fn profile_repeated(bytes: usize) -> Vec<u8> {
    with(&filled(&part(1, 1, b"A"), bytes))
}

/// The profile of [`profile_tags`]: a table of tags that all name the rest of the profile as
/// the same table of colours.
pub fn profile(bytes: usize) -> Vec<u8> {
    let tags = bytes / 24;
    let table = 132 + tags * 12;
    // A table of 3 to 3 channels with so many points on each side.
    let room = (bytes - bytes / 2).saturating_sub(48 + 2 * 768) / 3;
    let points = (2..=255_usize)
        .rev()
        .find(|side| side.pow(3) <= room)
        .unwrap_or(2);
    let mut colours = b"mft1\0\0\0\0\x03\x03".to_vec();
    colours.extend([u8::try_from(points).unwrap(), 0]);
    for one in [1, 0, 0, 0, 1, 0, 0, 0, 1_u32] {
        colours.extend((one << 16).to_be_bytes());
    }
    colours.extend(vec![0x80; 2 * 768 + 3 * points.pow(3)]);
    let length = u32::try_from(table + colours.len()).unwrap();
    let mut profile = vec![0; 128];
    profile[..4].copy_from_slice(&length.to_be_bytes());
    profile[8] = 2;
    profile[12..24].copy_from_slice(b"mntrRGB XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    profile.extend(u32::try_from(tags).unwrap().to_be_bytes());
    for name in [b"A2B0", b"A2B1", b"B2A0"].iter().cycle().take(tags) {
        profile.extend(*name);
        profile.extend(u32::try_from(table).unwrap().to_be_bytes());
        profile.extend(u32::try_from(colours.len()).unwrap().to_be_bytes());
    }
    profile.extend(colours);
    profile
}

/// A profile that reads one table thousands of times.
fn profile_tags(bytes: usize) -> Vec<u8> {
    let profile = profile(bytes.max(2_000));
    let parts: Vec<_> = profile.chunks(LONGEST - 14).collect();
    let count = u8::try_from(parts.len()).unwrap();
    let parts = (1..)
        .zip(parts)
        .map(|(number, content)| part(number, count, content));
    with(&parts.collect::<Vec<_>>().concat())
}

/// A table with one code, of other coefficients: the dearest to build for its bytes.
fn table_of_codes() -> Vec<u8> {
    let mut table = vec![0x13, 1];
    table.extend([0; 15]);
    table.push(0);
    table
}

fn codes(bytes: usize) -> Vec<u8> {
    with(&filled(&segment(DHT, &table_of_codes()), bytes.max(20_000)))
}

fn codes_together(bytes: usize) -> Vec<u8> {
    let content = filled(&table_of_codes(), LONGEST);
    with(&filled(&segment(DHT, &content), bytes))
}

fn steps(bytes: usize) -> Vec<u8> {
    let table = [vec![3], vec![1; 64]].concat();
    with(&filled(&segment(DQT, &table), bytes.max(40_000)))
}

fn comments(bytes: usize) -> Vec<u8> {
    with(&filled(&segment(COM, b""), bytes))
}

fn intervals(bytes: usize) -> Vec<u8> {
    with(&filled(&segment(DRI, &[0, 0]), bytes))
}

fn fill(bytes: usize) -> Vec<u8> {
    with(&vec![0xFF; bytes])
}

/// Markers that stand alone.
fn marks(bytes: usize) -> Vec<u8> {
    with(&filled(&[0xFF, 0x01], bytes))
}

/// What looks like coded data before there is any.
fn stuffing(bytes: usize) -> Vec<u8> {
    with(&filled(&[0xFF, 0x00], bytes))
}

fn behind(bytes: usize) -> Vec<u8> {
    let more = [table_of_codes(), directories(100)].concat();
    [GOOD, &filled(&segment(DHT, &more), bytes)].concat()
}

/// A frame in passes.
fn in_passes(width: u16, height: u16) -> Vec<u8> {
    let ([h1, h0], [w1, w0]) = (height.to_be_bytes(), width.to_be_bytes());
    let frame = [8, h1, h0, w1, w0, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0];
    let mut file = vec![0xFF, 0xD8];
    file.extend(segment(DQT, &[vec![0], vec![1; 64]].concat()));
    // One bit each: a mean value as before, and 32,767 blocks of nothing.
    file.extend(segment(DHT, &[&[0, 1], &[0; 15][..], &[0]].concat()));
    file.extend(segment(DHT, &[&[0x10, 1], &[0; 15][..], &[0xE0]].concat()));
    file.extend(segment(SOF2, &frame));
    file
}

fn of_mean_values(coded: usize) -> Vec<u8> {
    let header = [3, 1, 0, 2, 0, 3, 0, 0, 0, 0];
    [segment(SOS, &header), vec![0; coded]].concat()
}

/// Nothing new for all blocks of the first channel, or one more bit of nothing.
fn of_nothing(approximation: u8) -> Vec<u8> {
    [
        segment(SOS, &[1, 1, 0, 1, 63, approximation]),
        vec![0x7F; 128],
    ]
    .concat()
}

/// A photo in passes whose last pass comes over and over.
fn scans(bytes: usize) -> Vec<u8> {
    let end = PROGRESSIVE.len() - 2;
    let last = PROGRESSIVE
        .windows(2)
        .rposition(|pair| pair == [0xFF, SOS])
        .unwrap();
    let scan = &PROGRESSIVE[last..end];
    let times = (bytes / scan.len()).max(40);
    [
        &PROGRESSIVE[..end],
        &scan.repeat(times),
        &PROGRESSIVE[end..],
    ]
    .concat()
}

/// The largest picture in as few bytes as it can have, walked over again and again.
fn scans_of_nothing(_: usize) -> Vec<u8> {
    let mut file = in_passes(6_000, 6_000);
    file.extend(of_mean_values(106_000));
    file.extend(of_nothing(1));
    file.extend(of_nothing(0x10).repeat(28));
    file.extend([0xFF, 0xD9]);
    file
}

/// The largest picture in next to no bytes.
fn mean_values(_: usize) -> Vec<u8> {
    let mut file = in_passes(6_000, 6_000);
    file.extend(of_mean_values(20_000));
    file.extend([0xFF, 0xD9]);
    file
}

/// Coded data of nothing but markers.
fn restarts(bytes: usize) -> Vec<u8> {
    let mut file = GOOD[..2].to_vec();
    file.extend(segment(DRI, &[0, 1]));
    file.extend(&GOOD[2..GOOD.len() - 2]);
    for number in (0xD0..=0xD7_u8).cycle().take(bytes.max(20_000) / 2) {
        file.extend([0xFF, number]);
    }
    file.extend([0xFF, 0xD9]);
    file
}
