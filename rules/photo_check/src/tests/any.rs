//! Whatever the bytes, a report comes back.

use rules::CivilDate;

use super::PORTRAIT;
use super::paint::Dice;
use crate::{Checker, Exceptions};

#[test]
fn a_photo_with_bytes_changed_anywhere_never_stops_the_check() {
    let checker = Checker::new();
    let mut dice = Dice::new(5);
    let length = u16::try_from(PORTRAIT.len() / 8).unwrap();
    for _ in 0..24 {
        let mut photo = PORTRAIT.to_vec();
        for _ in 0..6 {
            let at = crate::resample::floor(dice.roll() * f32::from(length) * 8.0);
            photo[at] = photo[at].wrapping_add(crate::resample::to_byte(dice.roll() * 255.0));
        }
        let report = checker.check(&photo, CivilDate::FIRST, Exceptions::NONE);
        for measured in report.measured {
            assert!(measured.score.is_finite(), "{measured:?}");
        }
    }
}
