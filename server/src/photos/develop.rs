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
/// and 310 MB. So call it through a [`PhotoWorkers`](super::PhotoWorkers). The
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
mod tests;
