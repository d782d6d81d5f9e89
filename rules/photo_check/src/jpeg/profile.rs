//! The colour profile of a file.

use rules::photo::{Colour, Part, Parts};

/// Number of the application segments that hold a profile.
const APPLICATION: u8 = 2;
const NAME: &[u8] = b"ICC_PROFILE\0";

/// Where a profile names the kind of colours it is for.
const COLOURS_AT: usize = 16;

/// Most bytes of a colour profile. Those of cameras have some thousand; those with tables
/// for every colour that scanners and screens give, some hundred thousand.
const MOST_PROFILE_BYTES: usize = 1 << 20;

/// The colour profile (ICC) of a JPEG file in these colours; none if it has none, one for
/// other colours, not all of it, or one of over a megabyte. One for inks often is left over
/// from before a picture was converted.
pub fn profile(file: &[u8], colour: Colour) -> Option<Vec<u8>> {
    let kind = match colour {
        Colour::Grey => b"GRAY",
        Colour::YCbCr | Colour::Rgb => b"RGB ",
        Colour::Cmyk => return None,
    };
    let is_for_colour = |profile: &Vec<u8>| {
        let named = profile.get(COLOURS_AT..);
        named.is_some_and(|named| named.starts_with(kind))
    };
    any_profile(file).filter(is_for_colour)
}

/// The segments before the first scan that hold a part of a profile, behind the name.
fn segments(file: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut parts = Parts::of(file);
    let before_scan = std::iter::from_fn(move || match parts.as_mut()?.next_part().ok()? {
        Part::Scan(_) | Part::End { .. } => None,
        Part::Application(APPLICATION, segment) => Some(segment),
        _ => Some([].as_slice()),
    });
    before_scan.filter_map(|segment| segment.strip_prefix(NAME))
}

fn any_profile(file: &[u8]) -> Option<Vec<u8>> {
    let mut parts = [None; u8::MAX as usize];
    let mut expected: Option<u8> = None;
    for part in segments(file) {
        let [number, count, part @ ..] = part else {
            continue;
        };
        // Two parts with one number are no profile, nor are those of several.
        let place = parts.get_mut(usize::from(number.checked_sub(1)?))?;
        if place.replace(part).is_some() || *expected.get_or_insert(*count) != *count {
            return None;
        }
    }
    let (parts, beyond) = parts.split_at_checked(usize::from(expected?))?;
    if beyond.iter().any(Option::is_some) {
        return None;
    }
    let bytes: usize = parts.iter().flatten().map(|part| part.len()).sum();
    if bytes > MOST_PROFILE_BYTES {
        return None;
    }
    parts
        .iter()
        .copied()
        .collect::<Option<Vec<_>>>()
        .map(|parts| parts.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(number: u8, count: u8, byte: u8) -> Vec<u8> {
        let mut segment = vec![0xFF, 0xE2, 0, 18];
        segment.extend(b"ICC_PROFILE\0");
        segment.extend([number, count, byte, byte]);
        segment
    }

    fn file(parts: &[Vec<u8>]) -> Vec<u8> {
        let end = vec![0xFF, 0xDA, 0, 2];
        [vec![0xFF, 0xD8], parts.concat(), end, part(1, 1, 9)].concat()
    }

    #[test]
    fn a_profile_in_parts_is_put_together_and_half_of_one_is_none() {
        let whole = [part(2, 2, 5), part(1, 2, 4)];
        assert_eq!(any_profile(&file(&whole)), Some(vec![4, 4, 5, 5]));
        assert_eq!(any_profile(&file(&whole[..1])), None);
        assert_eq!(any_profile(&file(&[part(1, 1, 4), part(1, 1, 4)])), None);
        assert_eq!(any_profile(&file(&[part(1, 1, 4), part(2, 1, 4)])), None);
        assert_eq!(any_profile(&file(&[part(0, 1, 4)])), None);
        assert_eq!(any_profile(&file(&[part(1, 2, 4), part(2, 3, 4)])), None);
        assert_eq!(any_profile(&file(&[])), None);
    }

    #[test]
    fn a_profile_for_other_colours_than_the_file_has_is_none() {
        let profile_of = |kind: &[u8; 4]| {
            let content = [&[0; 16][..], kind].concat();
            let mut segment = vec![0xFF, 0xE2, 0, 36];
            segment.extend([b"ICC_PROFILE\0\x01\x01", &content[..]].concat());
            let file = file(&[segment]);
            [Colour::Grey, Colour::YCbCr, Colour::Rgb, Colour::Cmyk]
                .map(|colour| profile(&file, colour).is_some())
        };
        assert_eq!(profile_of(b"GRAY"), [true, false, false, false]);
        assert_eq!(profile_of(b"RGB "), [false, true, true, false]);
        assert_eq!(profile_of(b"CMYK"), [false; 4]);
    }
}
