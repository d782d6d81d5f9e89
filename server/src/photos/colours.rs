//! Colours of other profiles, brought to sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Converts red, green and blue from the colours of an embedded profile to
/// sRGB, which is what a picture without a profile is taken for.
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
    let reds = LEVELS
        .iter()
        .flat_map(|red| LEVELS.map(|green| [*red, green]));
    let colours = reds.flat_map(|[red, green]| LEVELS.map(|blue| [red, green, blue]));
    let colours: Vec<u8> = colours.flatten().collect();
    let differ = |converted: Vec<u8>| {
        let mut pairs = converted.iter().zip(&colours);
        pairs.any(|(to, from)| to.abs_diff(*from) > ROUNDING)
    };
    converted(&colours, profile).is_some_and(differ)
}

fn converted(pixels: &[u8], profile: &[u8]) -> Option<Vec<u8>> {
    let from = ColorProfile::new_from_slice(profile).ok()?;
    if from.color_space != DataColorSpace::Rgb {
        return None;
    }
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform = from
        .create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options)
        .ok()?;
    let mut converted = vec![0; pixels.len()];
    transform.transform(pixels, &mut converted).ok()?;
    Some(converted)
}

#[cfg(test)]
mod tests {
    use super::*;

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
