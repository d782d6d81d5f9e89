//! `shinsei photo`: the check of photos without the portal.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::Subcommand;
use photo_check::{Checker, Exceptions, Report, Verdict, fit};
use rules::CivilDate;
use rules::photo::{Finding, QuarterTurn, Weight, spec};
use serde::Serialize;

use super::{Failure, output};
use crate::clock::{Clock, SystemClock};
use crate::lossless::wide;

#[derive(Debug, Subcommand)]
pub(super) enum PhotoCommand {
    /// Check photos as the portal does; status 1 if one would be refused, 2 if one could not be
    /// read
    Check {
        /// The photos
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// One JSON object for each photo, on a line of its own
        #[arg(long)]
        json: bool,
    },
    /// Cut out the part of a photo that the card is to show
    Fit {
        /// The photo
        file: PathBuf,
        /// The JPEG to write
        output: PathBuf,
    },
}

/// What is printed about a photo.
#[derive(Serialize)]
struct Line {
    file: String,
    verdict: Verdict,
    findings: Vec<Found>,
    /// How the picture is turned for its face to stand upright; the boxes are in that picture.
    turn: QuarterTurn,
    face_boxes: Vec<[f32; 4]>,
    ms: u64,
}

/// A finding of the file or of the picture.
#[derive(Serialize)]
struct Found {
    code: &'static str,
    weight: Weight,
    /// What was found and the limit, where it is a number.
    score: Option<f64>,
    limit: Option<f64>,
}

pub(super) fn run(command: PhotoCommand) -> Result<ExitCode, Failure> {
    match command {
        PhotoCommand::Check { files, json } => check(&files, json),
        PhotoCommand::Fit { file, output } => cut(&file, &output),
    }
}

fn check(files: &[PathBuf], json: bool) -> Result<ExitCode, Failure> {
    let checker = Checker::new();
    let mut worst = Outcome::Taken;
    for file in files {
        let bytes = match read(file) {
            Ok(bytes) => bytes,
            Err(failure) => {
                output::problem(&failure.to_string());
                worst = worst.max(Outcome::Unread);
                continue;
            }
        };
        let line = line(&checker, file, &bytes);
        if line.verdict == Verdict::Refuse {
            worst = worst.max(Outcome::Refused);
        }
        if json {
            output::line(&serde_json::to_string(&line)?);
        } else {
            print(&line);
        }
    }
    Ok(ExitCode::from(worst.status()))
}

/// What came of a list of photos, the worst last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Taken,
    Refused,
    Unread,
}

impl Outcome {
    fn status(self) -> u8 {
        match self {
            Self::Taken => 0,
            Self::Refused => 1,
            Self::Unread => 2,
        }
    }
}

fn line(checker: &Checker, file: &Path, bytes: &[u8]) -> Line {
    let began = Instant::now();
    let report = checker.check(bytes, today(), Exceptions::NONE);
    Line {
        file: file.display().to_string(),
        verdict: report.verdict,
        findings: found(&report),
        turn: report.turn,
        face_boxes: report
            .faces
            .iter()
            .map(|face| [face.x, face.y, face.width, face.height])
            .collect(),
        ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
    }
}

fn print(line: &Line) {
    let verdict = match line.verdict {
        Verdict::Accept => "accepted",
        Verdict::Advise => "accepted, with advice",
        Verdict::Refuse => "refused",
    };
    output::line(&format!("{}: {verdict}", line.file));
    if let Some(turned) = turned(line.turn) {
        output::line(&format!("  {turned}"));
    }
    for found in &line.findings {
        let weight = match found.weight {
            Weight::Refuses => "refuses",
            Weight::Advises => "advises",
        };
        let numbers = found.score.zip(found.limit);
        let numbers = numbers.map(|(score, limit)| format!(" ({score:.3}, limit {limit:.3})"));
        output::line(&format!(
            "  {weight}: {}{}",
            found.code,
            numbers.unwrap_or_default()
        ));
    }
}

/// How a picture was turned, in words.
const fn turned(turn: QuarterTurn) -> Option<&'static str> {
    match turn {
        QuarterTurn::None => None,
        QuarterTurn::Right => Some("turned by a quarter to the right"),
        QuarterTurn::Half => Some("turned by half"),
        QuarterTurn::Left => Some("turned by a quarter to the left"),
    }
}

fn found(report: &Report) -> Vec<Found> {
    let of_file = report.file.findings.iter().map(|finding| {
        let (score, limit) = numbers(*finding).unzip();
        Found {
            code: finding.code(),
            weight: finding.weight(),
            score,
            limit,
        }
    });
    let of_picture = report.findings.iter().map(|found| Found {
        code: found.concern.code(),
        weight: found.weight,
        score: Some(found.score.into()),
        limit: Some(found.limit.into()),
    });
    of_file.chain(of_picture).collect()
}

/// What a finding of the file says in numbers, and the limit.
fn numbers(finding: Finding) -> Option<(f64, f64)> {
    let (score, limit) = match finding {
        Finding::TooFewBytes { bytes } => (bytes, spec::FEWEST_BYTES),
        Finding::TooManyBytes { bytes } => (bytes, spec::MOST_BYTES),
        Finding::TooNarrow { pixels } | Finding::TooLow { pixels } => {
            (pixels.into(), spec::SHORTEST_SIDE.into())
        }
        Finding::TooWide { pixels } | Finding::TooHigh { pixels } => {
            (pixels.into(), spec::LONGEST_SIDE.into())
        }
        Finding::Empty
        | Finding::NotJpeg { .. }
        | Finding::ColourCmyk
        | Finding::UnsupportedCoding
        | Finding::Incomplete
        | Finding::TooManyScans
        | Finding::Damaged
        | Finding::SentBefore
        | Finding::NoFace
        | Finding::SeveralFaces
        | Finding::Greyscale => return None,
    };
    #[expect(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        reason = "sizes of files are small"
    )]
    Some((score as f64, limit as f64))
}

fn cut(file: &Path, output: &Path) -> Result<ExitCode, Failure> {
    let bytes = read(file)?;
    let report = photo_check::check(&bytes, today(), Exceptions::NONE);
    let proposal = report
        .crop
        .ok_or("no face was found to trim the photo around")?;
    let fitted = fit(&bytes, report.turn, proposal.crop)?;
    fs::write(output, &fitted.jpeg).map_err(|error| format!("{}: {error}", output.display()))?;
    let (width, height, bytes) = (fitted.width, fitted.height, fitted.jpeg.len());
    let turned = turned(report.turn).map(|turned| format!(", {turned}"));
    output::line(&format!(
        "{}: {width} x {height} pixels, {bytes} bytes{}",
        output.display(),
        turned.unwrap_or_default()
    ));
    Ok(ExitCode::SUCCESS)
}

/// What is read of a file, in bytes: several times a photo that is too large. A device or a pipe
/// has no end.
const MOST_READ: u64 = 10 * spec::MOST_BYTES;

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = fs::File::open(file)
        .and_then(|opened| opened.take(MOST_READ + 1).read_to_end(&mut bytes))
        .map_err(|error| format!("{}: {error}", file.display()))?;
    if wide(read) > MOST_READ {
        return Err(format!("{}: it is too large for a photo", file.display()).into());
    }
    Ok(bytes)
}

fn today() -> CivilDate {
    SystemClock.now().japan_day()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json_of(name: &str) -> serde_json::Value {
        let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/tests/data/photos");
        let file = photos.join(name);
        let bytes = fs::read(&file).unwrap();
        serde_json::to_value(line(&Checker::new(), &file, &bytes)).unwrap()
    }

    #[test]
    fn a_photo_with_a_face_has_its_box_and_its_advice() {
        let line = json_of("good.jpg");
        assert_eq!(line["verdict"], "advise");
        assert_eq!(line["findings"][0]["code"], "background_not_plain");
        assert_eq!(line["findings"][0]["weight"], "advises");
        assert!(line["findings"][0]["score"].as_f64() > line["findings"][0]["limit"].as_f64());
        assert_eq!(line["face_boxes"][0].as_array().unwrap().len(), 4);
        assert!(line["ms"].is_u64());
    }

    #[test]
    fn photos_from_the_field_are_checked_and_trimmed_as_is_right() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/tests/data/field");
        let index = fs::read(folder.join("index.json")).unwrap();
        let index: Vec<serde_json::Value> = serde_json::from_slice(&index).unwrap();
        let (checker, written) = (Checker::new(), tempfile::tempdir().unwrap());
        for entry in index {
            let name = entry["file"].as_str().unwrap();
            let is_sound = entry["expected"].as_str().unwrap().starts_with("accept");
            let file = folder.join(name);
            let line = line(&checker, &file, &fs::read(&file).unwrap());
            assert_eq!(line.verdict != Verdict::Refuse, is_sound, "{name}");
            let trimmed = cut(&file, &written.path().join(name));
            assert_eq!(trimmed.is_ok(), is_sound, "{name}");
        }
    }

    #[test]
    fn a_file_without_end_is_not_read_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("large.jpg");
        fs::File::create(&file)
            .and_then(|made| made.set_len(MOST_READ + 1))
            .unwrap();
        let told = read(&file).unwrap_err().to_string();
        assert!(told.ends_with("it is too large for a photo"), "{told}");
    }

    #[test]
    fn what_the_file_rules_refuse_is_told_with_its_numbers() {
        let line = json_of("small_side.jpg");
        assert_eq!(line["verdict"], "refuse");
        assert_eq!(line["findings"][0]["code"], "too_narrow");
        assert_eq!(line["findings"][0]["score"], 400.0);
        assert_eq!(line["findings"][0]["limit"], 480.0);
        assert!(json_of("cmyk.jpg")["findings"][0]["score"].is_null());
    }
}
