//! From the file that was sent to the photo that is kept.

use std::panic::{UnwindSafe, catch_unwind};

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use photo_check::{Broken, Check, Exceptions, FitError, NotRewritten, Pixels, picture, profile};
use rules::CivilDate;
use rules::photo::{Facts, Finding, Inspection, Orientation, QuarterTurn, inspect};

use super::colours;

/// Quality of the coded photo, of 100. At 92 the eye sees no difference even
/// side by side, and a phone's photo keeps about its size.
const QUALITY: u8 = 92;

/// A photo fit to be kept: a baseline JPEG in sRGB, upright, of one scan and
/// without metadata.
#[derive(Clone, PartialEq, Eq)]
pub struct Developed {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl std::fmt::Debug for Developed {
    /// A face is personal data: only its measures are shown.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "Developed({} x {}, {} bytes)",
            self.width,
            self.height,
            self.jpeg.len()
        )
    }
}

/// A photo was not developed.
#[derive(Debug, thiserror::Error)]
pub enum DevelopError {
    /// The photo is not acceptable; the findings say why, at least one of them
    /// refusing. For the applicant.
    #[error("the photo was refused")]
    Refused(Vec<Finding>),
    /// Too many photos are being worked on. The applicant may try again soon.
    #[error("too many photos at once")]
    Busy,
    /// The photo could be read but not be coded again. For the operator.
    #[error("the photo could not be coded")]
    Code(#[from] jpeg_encoder::EncodingError),
    /// A kept photo could not be read to be shown. For the operator.
    #[error("a kept photo could not be read: {0}")]
    Show(#[from] FitError),
    /// The work was broken off: the process is stopping. For the operator.
    #[error("the work on the photo was broken off")]
    Stopped(#[from] tokio::task::JoinError),
}

/// What was read of a photo that can be kept, once it is known which way up it is.
pub struct Readable<'a> {
    bytes: &'a [u8],
    facts: Facts,
    seen: Seen,
}

/// What was seen in a file.
enum Seen {
    /// All that is kept, if the picture is not to be turned.
    File(Vec<u8>),
    /// A picture that is to be coded.
    Picture(Pixels),
}

/// Reads a photo that was sent, and begins its check; [`Readable::develop`] makes what is kept
/// when the check has told how the picture is turned.
///
/// A baseline file that is upright and in sRGB is written anew without loss
/// ([`Check::rewriting`]), and what that read is what the check looks at. Any other is
/// decoded and coded again: 13 ms, and for the largest (36 megapixels) half a second
/// and 310 MB. So call it through a [`DevelopingRoom`](super::DevelopingRoom). The
/// largest that are coded again also grow: 6.3 MB became 9.1 MB.
///
/// # Errors
/// [`DevelopError::Refused`] with what the rules found, or with [`Finding::Incomplete`] or
/// [`Finding::Damaged`] when the coded data is no whole picture.
pub fn read(
    bytes: &[u8],
    today: CivilDate,
    exceptions: Exceptions,
) -> Result<(Readable<'_>, Check<&[u8]>), DevelopError> {
    let inspection = inspect(bytes);
    if inspection.refuses() {
        return Err(DevelopError::Refused(inspection.findings));
    }
    let facts = inspection.facts;
    let read = guarded(|| {
        let (check, anew) = match Check::rewriting(bytes, today, exceptions) {
            Ok((check, anew)) => (check, Some(anew)),
            Err(NotRewritten::OtherKind) => (Check::new(bytes, today, exceptions), None),
            Err(NotRewritten::Broken(broken)) => return Err(broken),
        };
        Ok((look_at(bytes, anew, &facts)?, check))
    });
    match read {
        Ok((seen, check)) => Ok((Readable { bytes, facts, seen }, check)),
        Err(broken) => Err(refused(inspection, broken)),
    }
}

impl Readable<'_> {
    /// The photo that is kept, turned as the check turned it.
    ///
    /// # Errors
    /// As [`read`].
    pub fn develop(self, turn: QuarterTurn) -> Result<Developed, DevelopError> {
        let Self { bytes, facts, seen } = self;
        match seen {
            Seen::File(jpeg) if turn.is_none() => Ok(Developed {
                jpeg,
                width: facts.width,
                height: facts.height,
            }),
            Seen::File(_) => match guarded(|| picture(bytes, &facts.turned(turn))) {
                Ok(picture) => code(&picture),
                Err(broken) => Err(refused(inspect(bytes), broken)),
            },
            Seen::Picture(picture) if turn.is_none() => code(&picture),
            Seen::Picture(picture) => code(&picture.turned(turn)),
        }
    }
}

/// The reader reads what anybody may have made; a fault of it must refuse this one file and
/// nothing else.
fn guarded<T>(read: impl FnOnce() -> Result<T, Broken> + UnwindSafe) -> Result<T, Broken> {
    catch_unwind(read).unwrap_or(Err(Broken::Damaged))
}

fn refused(inspection: Inspection, broken: Broken) -> DevelopError {
    DevelopError::Refused(inspection.with(broken.into()).findings)
}

/// At a file, written anew where it could be.
fn look_at(bytes: &[u8], anew: Option<Vec<u8>>, facts: &Facts) -> Result<Seen, Broken> {
    let colour = facts.colour.ok_or(Broken::Damaged)?;
    let profile = profile(bytes, colour).filter(|profile| colours::are_other(profile));
    if let (Some(jpeg), None, Orientation::Upright) = (anew, &profile, facts.orientation) {
        return Ok(Seen::File(jpeg));
    }
    let mut picture = picture(bytes, facts)?;
    if let Some(profile) = profile {
        picture.rgb = colours::to_srgb(picture.rgb, &profile);
    }
    Ok(Seen::Picture(picture))
}

/// A fresh file. All channels in one scan: some decoders read files with
/// a scan for each channel wrongly.
fn code(picture: &Pixels) -> Result<Developed, DevelopError> {
    let width = u16::try_from(picture.width).unwrap_or(u16::MAX);
    let height = u16::try_from(picture.height).unwrap_or(u16::MAX);
    // About what a photo needs; it saves growing in steps.
    let mut jpeg = Vec::with_capacity(picture.rgb.len() / 8);
    let mut encoder = Encoder::new(&mut jpeg, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode(&picture.rgb, width, height, ColorType::Rgb)?;
    Ok(Developed {
        jpeg,
        width: width.into(),
        height: height.into(),
    })
}

#[cfg(test)]
mod tests {
    use rules::photo::{Coding, Colour};

    use super::*;

    const CHANNELS: usize = 3;

    const GOOD: &[u8] = include_bytes!("../../../rules/tests/data/photos/good.jpg");
    const GREY: &[u8] = include_bytes!("../../../rules/tests/data/photos/grey.jpg");
    const PROGRESSIVE: &[u8] = include_bytes!("../../../rules/tests/data/photos/progressive.jpg");
    const RESTARTS: &[u8] = include_bytes!("../../../rules/tests/data/photos/restarts.jpg");
    const TURNED: &[u8] = include_bytes!("../../../rules/tests/data/photos/turned.jpg");
    const CMYK: &[u8] = include_bytes!("../../../rules/tests/data/photos/cmyk.jpg");
    const TRUNCATED: &[u8] = include_bytes!("../../../rules/tests/data/photos/truncated.jpg");

    fn develop(bytes: &[u8]) -> Result<Developed, DevelopError> {
        turned(bytes, QuarterTurn::None)
    }

    fn turned(bytes: &[u8], turn: QuarterTurn) -> Result<Developed, DevelopError> {
        let (readable, _) = read(bytes, CivilDate::LAST, Exceptions::NONE)?;
        readable.develop(turn)
    }

    fn decoded(jpeg: &[u8]) -> Pixels {
        picture(jpeg, &inspect(jpeg).facts).unwrap()
    }

    /// The mean difference of two pictures' values, 0 to 255.
    fn difference(one: &Pixels, other: &Pixels) -> f64 {
        assert_eq!((one.width, one.height), (other.width, other.height));
        let pairs = one.rgb.iter().zip(&other.rgb);
        let sum: u64 = pairs
            .map(|(one, other)| u64::from(one.abs_diff(*other)))
            .sum();
        f64::from(u32::try_from(sum).unwrap()) / f64::from(u32::try_from(one.rgb.len()).unwrap())
    }

    /// The findings of a refusal; none when the photo was not refused.
    fn refused(bytes: &[u8]) -> Vec<Finding> {
        match develop(bytes) {
            Err(DevelopError::Refused(findings)) => findings,
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_developed_photo_looks_the_same_and_meets_the_rules_itself() {
        for (photo, name) in [(GOOD, "good"), (PROGRESSIVE, "progressive"), (GREY, "grey")] {
            let developed = develop(photo).unwrap();
            let inspection = inspect(&developed.jpeg);
            assert_eq!(inspection.findings, [], "{name}");
            let facts = inspection.facts;
            assert_eq!(
                (facts.width, facts.height),
                (developed.width, developed.height)
            );
            assert_eq!((facts.coding, facts.scans), (Some(Coding::Baseline), 1));
            assert_eq!(facts.colour, Some(Colour::YCbCr));
            let difference = difference(&decoded(photo), &decoded(&developed.jpeg));
            assert!(difference < 1.5, "{name}: {difference}");
        }
    }

    #[test]
    fn a_plain_photo_loses_nothing() {
        for photo in [GOOD, RESTARTS] {
            let developed = develop(photo).unwrap();
            assert_ne!(developed.jpeg, photo);
            assert_eq!(decoded(&developed.jpeg), decoded(photo));
        }
    }

    #[test]
    fn a_file_that_was_cut_and_closed_by_hand_is_incomplete() {
        for (photo, parts) in [(GOOD, 3), (TURNED, 2), (PROGRESSIVE, 50)] {
            let mut cut = photo[..photo.len() * (parts - 1) / parts].to_vec();
            cut.extend([0xFF, 0xD9]);
            assert!(!inspect(&cut).refuses());
            assert_eq!(refused(&cut), [Finding::Incomplete]);
        }
    }

    #[test]
    fn nothing_but_the_picture_is_left_of_a_photo_with_a_place_a_comment_and_an_appendix() {
        let holds = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
        assert!(holds(TURNED, b"CANARY-7f3a") && holds(TURNED, b"Exif"));
        let developed = develop(TURNED).unwrap();
        for text in [
            b"CANARY".as_slice(),
            b"Exif",
            b"http",
            b"ICC_PROFILE",
            b"Adobe",
        ] {
            assert!(!holds(&developed.jpeg, text));
        }
        let facts = inspect(&developed.jpeg).facts;
        assert!(!facts.has_position);
        assert_eq!(facts.trailing_bytes, 0);
        assert_eq!(
            application_segments(&developed.jpeg),
            [0xE0],
            "only JFIF, which says nothing"
        );
    }

    #[test]
    fn a_photo_lying_on_its_side_is_stored_upright() {
        let developed = develop(TURNED).unwrap();
        assert_eq!((developed.width, developed.height), (700, 900));
        assert!(difference(&decoded(TURNED), &decoded(&developed.jpeg)) < 1.5);
        // The background is above the head and a dark collar below the chin.
        let stored = decoded(&developed.jpeg);
        let red = |x: usize, y: usize| stored.rgb[(y * stored.width + x) * CHANNELS];
        assert!(red(30, 30) > 150 && red(350, 880) < 60);
    }

    #[test]
    fn a_picture_that_is_to_be_turned_is_kept_turned_whatever_its_coding_and_colours() {
        for (photo, name) in [
            (GOOD, "good"),
            (GREY, "grey"),
            (PROGRESSIVE, "progressive"),
            (TURNED, "turned"),
        ] {
            for turn in QuarterTurn::ALL {
                let kept = turned(photo, turn).unwrap();
                let expected = decoded(photo).turned(turn);
                let difference = difference(&expected, &decoded(&kept.jpeg));
                assert!(difference < 2.5, "{name}, {turn:?}: {difference}");
            }
        }
    }

    #[test]
    fn what_the_rules_refuse_is_refused_with_all_findings() {
        assert_eq!(refused(CMYK), [Finding::ColourCmyk]);
        assert_eq!(refused(TRUNCATED), [Finding::Incomplete]);
        assert_eq!(refused(b""), [Finding::Empty]);
    }

    #[test]
    fn what_the_decoder_cannot_read_is_damaged() {
        // The tables of steps are gone; the headers look right.
        let mut photo = GOOD.to_vec();
        let table = photo
            .windows(2)
            .position(|pair| pair == [0xFF, 0xDB])
            .unwrap();
        photo[table + 1] = 0xFE;
        assert!(!inspect(&photo).refuses());
        assert_eq!(refused(&photo), [Finding::Damaged]);
    }

    #[test]
    fn channels_in_scans_of_their_own_are_read_rightly() {
        let picture = decoded(GOOD);
        let (width, height) = (u16::try_from(picture.width), u16::try_from(picture.height));
        let mut jpeg = Vec::new();
        let mut encoder = Encoder::new(&mut jpeg, QUALITY);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        // This makes the encoder write three scans.
        encoder.set_optimized_huffman_tables(true);
        encoder
            .encode(
                &picture.rgb,
                width.unwrap(),
                height.unwrap(),
                ColorType::Rgb,
            )
            .unwrap();
        assert_eq!(inspect(&jpeg).facts.scans, 3);
        let developed = develop(&jpeg).unwrap();
        assert!(difference(&picture, &decoded(&developed.jpeg)) < 2.0);
    }

    #[test]
    fn the_colours_of_an_embedded_profile_are_brought_to_srgb() {
        let picture = decoded(GOOD);
        let (width, height) = (u16::try_from(picture.width), u16::try_from(picture.height));
        let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
        let mut jpeg = Vec::new();
        let mut encoder = Encoder::new(&mut jpeg, QUALITY);
        encoder.add_icc_profile(&profile).unwrap();
        encoder
            .encode(
                &picture.rgb,
                width.unwrap(),
                height.unwrap(),
                ColorType::Rgb,
            )
            .unwrap();
        let stored = decoded(&develop(&jpeg).unwrap().jpeg);
        let spread = |picture: &Pixels| -> u64 {
            let pixels = picture.rgb.chunks_exact(CHANNELS);
            pixels
                .map(|pixel| u64::from(pixel[0].abs_diff(pixel[2])))
                .sum()
        };
        assert!(
            spread(&stored) > spread(&picture) * 21 / 20,
            "colours are not stronger"
        );
    }

    #[test]
    fn grey_is_kept_as_its_profile_shows_it() {
        let file = include_bytes!("../../../rules/tests/data/field/grey_with_gray_profile.jpg");
        let (sent, kept) = (decoded(file), decoded(&develop(file).unwrap().jpeg));
        // By lcms and in Chromium it is about eleven levels lighter than its numbers are.
        let mean = |picture: &Pixels| {
            let sum: u64 = picture.rgb.iter().copied().map(u64::from).sum();
            sum / u64::try_from(picture.rgb.len()).unwrap()
        };
        let lighter = mean(&kept).saturating_sub(mean(&sent));
        assert!((9..=13).contains(&lighter), "{lighter}");
    }

    #[test]
    fn a_profile_for_inks_in_a_file_of_colours_changes_nothing() {
        let file = include_bytes!("../../../rules/tests/data/field/rgb_with_cmyk_profile.jpg");
        let developed = develop(file).unwrap();
        assert_eq!(decoded(&developed.jpeg), decoded(file));
    }

    #[test]
    fn changed_photos_never_break_the_process() {
        // A fixed chain of numbers chooses the places; every result is fine.
        let mut number = 1_u32;
        let mut next = move || {
            number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            usize::try_from(number >> 8).unwrap()
        };
        for round in 0..60 {
            let mut photo = PROGRESSIVE.to_vec();
            let range = if round % 2 == 0 { 700 } else { photo.len() };
            for _ in 0..4 {
                let at = next() % range;
                photo[at] = u8::try_from(next() % 256).unwrap();
            }
            let is_sound = match develop(&photo) {
                Ok(developed) => !developed.jpeg.is_empty(),
                Err(DevelopError::Refused(findings)) => !findings.is_empty(),
                Err(_) => false,
            };
            assert!(is_sound, "round {round}");
        }
    }

    fn application_segments(jpeg: &[u8]) -> Vec<u8> {
        let mut found = Vec::new();
        let mut at = 2;
        while jpeg[at + 1] != 0xDA {
            if matches!(jpeg[at + 1], 0xE0..=0xEF | 0xFE) {
                found.push(jpeg[at + 1]);
            }
            at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        }
        found
    }
}
