//! Colours of other profiles, brought to sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use rules::photo::Steps;

/// Converts red, green and blue from the colours of an embedded profile to
/// sRGB, which is what a picture without a profile is taken for. If the profile is for
/// grey, all three are the same.
///
/// The photos of many phones are in "Display P3": without this step they would
/// look dull once the profile is gone. A profile that cannot be read or applied
/// leaves the colours as they are, as a viewer does that ignores profiles.
pub(super) fn to_srgb(pixels: Vec<u8>, profile: &[u8]) -> Vec<u8> {
    converted(&pixels, profile).unwrap_or(pixels)
}

/// Whether a profile gives other colours than sRGB, by more than rounding. One that
/// cannot be read or applied does not.
pub(super) fn are_other(profile: &[u8]) -> bool {
    const LEVELS: [u8; 6] = [0, 51, 102, 153, 204, 255];
    const ROUNDING: u8 = 2;
    let is_grey = profile
        .get(16..)
        .is_some_and(|kind| kind.starts_with(b"GRAY"));
    let reds = LEVELS
        .iter()
        .flat_map(|red| LEVELS.map(|green| [*red, green]));
    let colours = reds.flat_map(|[red, green]| LEVELS.map(|blue| [red, green, blue]));
    let colours = colours.filter(|[red, green, blue]| !is_grey || red == green && green == blue);
    let colours: Vec<u8> = colours.flatten().collect();
    let differ = |converted: Vec<u8>| {
        let mut pairs = converted.iter().zip(&colours);
        pairs.any(|(to, from)| to.abs_diff(*from) > ROUNDING)
    };
    converted(&colours, profile).is_some_and(differ)
}

/// Bytes of a pixel: red, green, blue.
const CHANNELS: usize = 3;

/// Where the tags of a profile begin, behind their number.
const TAGS_AT: usize = 132;
const TAG_BYTES: usize = 12;

/// Tags that a profile may have: the standard knows some sixty.
const MOST_TAGS: usize = 100;

/// How often the bytes of a profile may be read on the whole. Tags may share what they
/// name, as the curves of red, green and blue do, or six tables of colours.
const MOST_READINGS: u64 = 8;

/// Whether reading a profile costs no more than its bytes are worth: a table of thousands
/// of tags may name the same bytes thousands of times.
fn is_worth(profile: &[u8]) -> bool {
    let mut steps = Steps::new(profile.len(), MOST_READINGS, 0);
    costs(profile, &mut steps).is_some()
}

fn costs(profile: &[u8], steps: &mut Steps) -> Option<()> {
    let (count, tags) = profile.get(TAGS_AT - 4..)?.split_first_chunk()?;
    let count = usize::try_from(u32::from_be_bytes(*count)).ok()?;
    let tags = tags.as_chunks::<TAG_BYTES>().0.get(..count)?;
    if count > MOST_TAGS {
        return None;
    }
    for [.., s3, s2, s1, s0] in tags {
        // Of a tag without a length as much is read as there is.
        match usize::try_from(u32::from_be_bytes([*s3, *s2, *s1, *s0])).ok()? {
            0 => steps.take(profile.len())?,
            length => steps.take(length)?,
        }
    }
    Some(())
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "of the colour spaces of a profile these are photos'"
)]
fn converted(pixels: &[u8], profile: &[u8]) -> Option<Vec<u8>> {
    let profile = Some(profile).filter(|profile| is_worth(profile))?;
    let from = ColorProfile::new_from_slice(profile).ok()?;
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let mut converted = vec![0; pixels.len()];
    match from.color_space {
        DataColorSpace::Rgb => from
            .create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options)
            .ok()?
            .transform(pixels, &mut converted)
            .ok()?,
        DataColorSpace::Gray => {
            let greys: Vec<u8> = pixels.iter().step_by(CHANNELS).copied().collect();
            from.create_transform_8bit(Layout::Gray, &srgb, Layout::Rgb, options)
                .ok()?
                .transform(&greys, &mut converted)
                .ok()?;
        }
        _ => return None,
    }
    Some(converted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photos::hostile;

    #[test]
    fn a_profile_that_names_the_same_bytes_over_and_over_is_not_read() {
        for bytes in [10_000, 100_000, 1_000_000] {
            let profile = hostile::profile(bytes);
            let tags = u64::try_from(bytes / 24).unwrap();
            let mut steps = Steps::new(0, 0, u64::MAX);
            costs(&profile, &mut steps);
            assert!(tags > 100 && steps.taken() == 0, "{steps:?} of {tags} tags");
            assert!(!is_worth(&profile));
        }
    }

    #[test]
    fn tags_that_share_their_bytes_are_read_as_often_as_any_profile_needs() {
        let mut profile = vec![0; TAGS_AT];
        let tag = |length: u32| [[0; 8].as_slice(), &length.to_be_bytes()].concat();
        for length in [100, 100, 0] {
            profile.extend(tag(length));
        }
        profile.resize(1_000, 0);
        for (length, worth) in [(3_390, true), (3_400, true), (3_401, false)] {
            profile[TAGS_AT - 4..TAGS_AT].copy_from_slice(&5_u32.to_be_bytes());
            profile.splice(TAGS_AT + 36..TAGS_AT + 48, tag(3_400));
            profile.splice(TAGS_AT + 48..TAGS_AT + 60, tag(length));
            assert_eq!(is_worth(&profile), worth, "{length}");
        }
    }

    #[test]
    fn only_a_profile_of_other_colours_than_srgb_is_one() {
        assert!(!are_other(&ColorProfile::new_srgb().encode().unwrap()));
        assert!(!are_other(b"no profile"));
        for other in [
            ColorProfile::new_display_p3(),
            ColorProfile::new_adobe_rgb(),
            ColorProfile::new_bt2020(),
        ] {
            assert!(are_other(&other.encode().unwrap()));
        }
    }

    #[test]
    fn a_profile_for_grey_is_applied_to_greys() {
        let profile = ColorProfile::new_gray_with_gamma(1.8).encode().unwrap();
        assert!(are_other(&profile));
        assert!(!are_other(
            &ColorProfile::new_gray_with_gamma(2.2).encode().unwrap()[..100]
        ));
        let pixels = to_srgb([[0; 3], [128; 3], [255; 3]].concat(), &profile);
        let [black, grey, white] = [0, 3, 6].map(|at| pixels[at]);
        assert!(black == 0 && white == 255 && grey > 135, "{pixels:?}");
        assert!(
            pixels
                .as_chunks::<3>()
                .0
                .iter()
                .all(|[r, g, b]| r == g && g == b)
        );
    }

    #[test]
    fn the_red_of_display_p3_becomes_the_strongest_red_of_srgb() {
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let [red, grey] = [[255, 0, 0], [128, 128, 128]];
        let pixels = to_srgb([red, grey, red].concat(), &profile);
        assert_eq!(pixels[..3], red);
        assert!(
            pixels[3..6].iter().all(|value| value.abs_diff(128) <= 1),
            "{pixels:?}"
        );
    }

    #[test]
    fn a_dull_red_of_display_p3_becomes_a_stronger_one() {
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let pixels = to_srgb(vec![180, 60, 50], &profile);
        assert!(pixels[0] > 185 && pixels[1] < 58, "{pixels:?}");
    }

    #[test]
    fn srgb_stays_as_it_is() {
        let profile = ColorProfile::new_srgb().encode().unwrap();
        let before: Vec<u8> = (0..=254).collect();
        let after = to_srgb(before.clone(), &profile);
        assert!(
            before
                .iter()
                .zip(&after)
                .all(|(before, after)| before.abs_diff(*after) <= 1)
        );
    }

    #[test]
    fn a_profile_that_cannot_be_read_changes_nothing() {
        assert_eq!(to_srgb(vec![1, 2, 3], b"no profile"), [1, 2, 3]);
        assert_eq!(to_srgb(vec![1, 2, 3], &[]), [1, 2, 3]);
    }
}
