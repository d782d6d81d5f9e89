//! Makes a voice higher or lower and, apart from that, longer or shorter.

use std::f32::consts::TAU;

use super::number::{real, whole};

/// Length of one piece: 30 ms at 16 kHz, two or more periods of a voice.
const PIECE: usize = 480;
/// From one piece to the next in what comes out: pieces overlap by half.
const HOP: usize = PIECE / 2;
/// How far a piece may be moved so that its waves fit those before it: 8 ms,
/// one period of a low voice.
const REACH: usize = 128;
/// Only every fourth sample is compared: enough to find the period.
const COARSE: usize = 4;

/// Plays a sound `pitch` times as high, which makes it as much shorter.
pub(super) fn resampled(sound: &[f32], pitch: f32) -> Vec<f32> {
    let length = whole(real(sound.len()) / pitch);
    (0..length)
        .map(|place| between(sound, real(place) * pitch))
        .collect()
}

fn between(sound: &[f32], place: f32) -> f32 {
    let before = whole(place);
    let part = place.fract();
    at(sound, before) * (1.0 - part) + at(sound, before + 1) * part
}

fn at(sound: &[f32], place: usize) -> f32 {
    sound.get(place).copied().unwrap_or_default()
}

/// Makes a sound `longer` times as long without changing its pitch.
///
/// Pieces are taken from the sound at a steady pace, each moved a little to
/// where it best continues the last one, and blended into each other
/// ("waveform similarity overlap-add", Verhelst and Roelands 1993).
pub(super) fn stretched(sound: &[f32], longer: f32) -> Vec<f32> {
    let length = whole(real(sound.len()) * longer);
    let mut out = vec![0.0; length + PIECE];
    let mut follows = 0;
    for start in (0..length).step_by(HOP) {
        let wanted = whole(real(start) / longer);
        let from = if start == 0 {
            0
        } else {
            best_fit(sound, wanted, follows)
        };
        blend(&mut out, start, sound.get(from..).unwrap_or_default());
        follows = from + HOP;
    }
    out.truncate(length);
    out
}

/// Where, near `wanted`, the sound is most like it is at `follows`.
fn best_fit(sound: &[f32], wanted: usize, follows: usize) -> usize {
    let likeness = |from: usize| -> f32 {
        let here = sound.get(from..).unwrap_or_default().iter();
        let there = sound.get(follows..).unwrap_or_default().iter();
        here.zip(there)
            .take(HOP)
            .step_by(COARSE)
            .map(|(one, other)| one * other)
            .sum()
    };
    (wanted.saturating_sub(REACH)..=wanted + REACH)
        .step_by(2)
        .map(|from| (from, likeness(from)))
        .max_by(|one, other| one.1.total_cmp(&other.1))
        .map_or(wanted, |(from, _)| from)
}

/// Adds a piece, swelling and fading so that overlapping pieces sum up to one.
fn blend(out: &mut [f32], start: usize, piece: &[f32]) {
    let places = out.iter_mut().skip(start).zip(piece).take(PIECE);
    for (place, (sample, new)) in places.enumerate() {
        let fade = 0.5 - 0.5 * (TAU * real(place) / real(PIECE)).cos();
        // Nothing overlaps the first half of the first piece.
        let fade = if start == 0 && place < HOP { 1.0 } else { fade };
        *sample += fade * new;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(hertz: f32) -> Vec<f32> {
        (0..16_000)
            .map(|place| (TAU * hertz * real(place) / 16_000.0).sin())
            .collect()
    }

    /// Times the sound passes zero upwards.
    fn waves(sound: &[f32]) -> usize {
        sound
            .windows(2)
            .filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0)
            .count()
    }

    #[test]
    fn resampling_raises_the_pitch_and_shortens() {
        let higher = resampled(&tone(200.0), 1.08);
        assert_eq!(higher.len(), 14_814);
        assert!(waves(&higher).abs_diff(200) <= 1);
    }

    #[test]
    fn stretching_changes_the_length_and_not_the_pitch() {
        for longer in [0.83, 0.95, 1.0, 1.1, 1.2] {
            let sound = stretched(&tone(200.0), longer);
            assert_eq!(sound.len(), whole(16_000.0 * longer));
            let expected = whole(200.0 * longer);
            assert!(
                waves(&sound).abs_diff(expected) <= 3,
                "{longer}: {}",
                waves(&sound)
            );
        }
    }

    #[test]
    fn stretching_keeps_the_loudness() {
        let sound = stretched(&tone(150.0), 1.13);
        let middle = &sound[1_000..sound.len() - 1_000];
        let square = middle.iter().map(|sample| sample * sample).sum::<f32>();
        let square = square / real(middle.len());
        assert!((0.45..0.55).contains(&square), "{square}");
    }

    #[test]
    fn nothing_stays_nothing() {
        assert!(resampled(&[], 1.1).is_empty());
        assert!(stretched(&[], 1.1).is_empty());
        assert_eq!(stretched(&[0.5], 1.0).len(), 1);
    }
}
