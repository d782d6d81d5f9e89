use serde::{Deserialize, Serialize};

use super::jpeg::{self, End};
use super::outline::Outline;
use super::{Colour, Facts, FileKind, Finding, Steps, Weight, spec};

/// What was found out about a photo file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// What the file is.
    pub facts: Facts,
    /// What is wrong with it or worth saying, in a fixed order, each once.
    pub findings: Vec<Finding>,
}

impl Inspection {
    /// Whether any finding refuses the photo.
    pub fn refuses(&self) -> bool {
        self.refusals().next().is_some()
    }

    /// The findings that refuse the photo.
    pub fn refusals(&self) -> impl Iterator<Item = Finding> {
        self.of_weight(Weight::Refuses)
    }

    /// The findings that only advise.
    pub fn advices(&self) -> impl Iterator<Item = Finding> {
        self.of_weight(Weight::Advises)
    }

    /// Adds a finding that reading the picture brought: before those that only advise.
    #[must_use]
    pub fn with(mut self, finding: Finding) -> Self {
        let advises = |other: &Finding| other.weight() == Weight::Advises;
        let place = self.findings.iter().position(advises);
        let place = place.unwrap_or(self.findings.len());
        self.findings.insert(place, finding);
        self
    }

    fn of_weight(&self, weight: Weight) -> impl Iterator<Item = Finding> {
        let findings = self.findings.iter().copied();
        findings.filter(move |finding| finding.weight() == weight)
    }
}

/// Reads a photo file and reports every problem at once.
///
/// It never panics, decodes nothing, and takes steps in proportion to the bytes
/// ([`Steps`]; a few milliseconds for the largest file). A file without a refusing finding
/// has a known, supported frame whose sides are within the limits; only
/// reading the coded data can tell whether all of the picture is there.
///
/// ```
/// use rules::photo::{FileKind, Finding, inspect};
///
/// let inspection = inspect(b"\x89PNG\r\n\x1a\n");
/// assert_eq!(inspection.findings, [Finding::NotJpeg { kind: FileKind::Png }]);
/// ```
pub fn inspect(bytes: &[u8]) -> Inspection {
    inspect_within(bytes, &mut Steps::to_inspect(bytes.len()))
}

/// The same within a budget, which tells afterwards what the reading cost. A file that
/// needs more than there is counts as damaged.
pub fn inspect_within(bytes: &[u8], steps: &mut Steps) -> Inspection {
    let mut facts = Facts {
        bytes: length(bytes),
        ..Facts::default()
    };
    let mut findings = Vec::new();
    if bytes.is_empty() {
        findings.push(Finding::Empty);
    } else if let Some((outline, end)) = jpeg::read(bytes, steps) {
        facts.fill(&outline, end);
        findings.extend(inspect_size(facts.bytes));
        findings.extend(findings_on_sides(&facts));
        findings.extend(findings_on_coding(&facts, &outline, end));
    } else {
        findings.push(Finding::NotJpeg {
            kind: FileKind::of(bytes),
        });
    }
    Inspection { facts, findings }
}

/// What is wrong with a file of so many bytes, before any of them is read.
pub const fn inspect_size(bytes: u64) -> Option<Finding> {
    match bytes {
        0 => Some(Finding::Empty),
        1..spec::FEWEST_BYTES => Some(Finding::TooFewBytes { bytes }),
        spec::FEWEST_BYTES..=spec::MOST_BYTES => None,
        _ => Some(Finding::TooManyBytes { bytes }),
    }
}

fn findings_on_sides(facts: &Facts) -> impl Iterator<Item = Finding> + use<> {
    let (width, height) = (facts.width, facts.height);
    // 0 stands for "not known": no frame, or a height that is told later.
    let is_short = |side| (1..spec::SHORTEST_SIDE).contains(&side);
    let is_long = |side| side > spec::LONGEST_SIDE;
    [
        is_short(width).then_some(Finding::TooNarrow { pixels: width }),
        is_long(width).then_some(Finding::TooWide { pixels: width }),
        is_short(height).then_some(Finding::TooLow { pixels: height }),
        is_long(height).then_some(Finding::TooHigh { pixels: height }),
    ]
    .into_iter()
    .flatten()
}

fn findings_on_coding(
    facts: &Facts,
    outline: &Outline,
    end: End,
) -> impl Iterator<Item = Finding> + use<> {
    [
        (facts.colour == Some(Colour::Cmyk)).then_some(Finding::ColourCmyk),
        outline
            .is_unsupported()
            .then_some(Finding::UnsupportedCoding),
        (end == End::Early).then_some(Finding::Incomplete),
        (end == End::TooManyScans).then_some(Finding::TooManyScans),
        (end == End::Damaged).then_some(Finding::Damaged),
        (facts.colour == Some(Colour::Grey)).then_some(Finding::Greyscale),
    ]
    .into_iter()
    .flatten()
}

impl Facts {
    fn fill(&mut self, outline: &Outline, end: End) {
        self.orientation = outline.orientation();
        self.scans = outline.scans;
        self.has_position = outline.has_position();
        self.colour = outline.colour();
        self.taken_on = outline.taken_on();
        self.is_edited = outline.is_edited();
        self.is_screenshot = outline.is_screenshot();
        if let Some(frame) = &outline.frame {
            self.coding = frame.coding();
            let (width, height) = (frame.width().into(), frame.height().into());
            (self.width, self.height) = if self.orientation.swaps_sides() {
                (height, width)
            } else {
                (width, height)
            };
        }
        if let End::Whole { trailing } = end {
            self.trailing_bytes = trailing.try_into().unwrap_or(u64::MAX);
        }
    }
}

fn length(bytes: &[u8]) -> u64 {
    bytes.len().try_into().unwrap_or(u64::MAX)
}
