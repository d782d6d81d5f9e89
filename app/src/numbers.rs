//! Numbers as people read them, without the machinery of floats, which would weigh on the
//! module a phone loads.

use rules::photo::Finding;

/// As the limits are counted.
const MEGABYTE: u64 = 1_048_576;
const KILOBYTE: u64 = 1_000;

/// In KB of 1,000 bytes, or from 1 MB of 1,048,576 bytes on in tenths of that: 312KB, 7.0MB.
#[cfg(any(feature = "hydrate", test))]
pub(crate) fn size(bytes: u64) -> String {
    let (mut size, unit) = if bytes < MEGABYTE {
        ((bytes / KILOBYTE).to_string(), "KB")
    } else {
        (tenths(bytes.saturating_mul(10) / MEGABYTE), "MB")
    };
    size.push_str(unit);
    size
}

/// What a finding measured, as its sentence's gap names and prints it. A size is rounded away
/// from the limit it breaks.
pub(crate) fn measured(finding: &Finding) -> Option<(&'static str, String)> {
    Some(match *finding {
        Finding::TooFewBytes { bytes } => ("kilobytes", tenths(bytes * 10 / KILOBYTE)),
        Finding::TooManyBytes { bytes } => {
            let tenths_of_megabytes = bytes.saturating_mul(10).div_ceil(MEGABYTE);
            ("megabytes", tenths(tenths_of_megabytes))
        }
        Finding::TooNarrow { pixels }
        | Finding::TooWide { pixels }
        | Finding::TooLow { pixels }
        | Finding::TooHigh { pixels } => ("pixels", pixels.to_string()),
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
    })
}

/// A number of tenths with one decimal place.
fn tenths(tenths: u64) -> String {
    let mut number = (tenths / 10).to_string();
    number.push('.');
    number.push_str(&(tenths % 10).to_string());
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_told_in_the_unit_of_its_limit() {
        assert_eq!(size(312_400), "312KB");
        assert_eq!(size(7_340_032), "7.0MB");
        assert_eq!(size(1_048_576), "1.0MB");
        assert_eq!(size(999), "0KB");
    }

    #[test]
    fn a_size_is_rounded_away_from_the_limit_it_breaks() {
        let few = measured(&Finding::TooFewBytes { bytes: 19_999 });
        assert_eq!(few, Some(("kilobytes", "19.9".to_owned())));
        let many = measured(&Finding::TooManyBytes { bytes: 7_340_033 });
        assert_eq!(many, Some(("megabytes", "7.1".to_owned())));
    }
}
