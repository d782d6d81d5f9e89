//! Speaks an answer: the way for people who do not see the picture.
//!
//! Letter names are put together from short samples of a synthetic voice (see
//! `samples/make.py`), each time a little higher or lower, faster or slower,
//! over soft murmur. The murmur is speech played backwards: it sounds like
//! people in the room, and no letter can be heard in it.

use std::ops::Range;

use super::{
    alphabet::ALPHABET,
    dice::{Dice, Use},
    number::{byte, whole},
    stretch,
};

/// Samples a second of the voice and of what comes out.
pub(super) const RATE: u16 = 16_000;

const PITCH: Range<f32> = 0.92..1.08;
const SPEED: Range<f32> = 0.90..1.10;
/// Silence before, between and after the letters, in seconds.
const EDGE: f32 = 0.3;
const GAP: Range<f32> = 0.45..0.60;
/// How loud one murmuring voice is beside the voice that counts.
const MURMUR: f32 = 0.05;
const MURMURING_VOICES: usize = 3;

macro_rules! voice {
    ($($letter:literal)*) => {
        &[$(($letter, include_bytes!(concat!("samples/", $letter, ".ulaw")))),*]
    };
}

/// The name of each letter, as 8-bit µ-law.
const VOICE: &[(char, &[u8])] = voice! {
    'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'j' 'k' 'm' 'n' 'p' 'q' 'r' 's' 't' 'u' 'v' 'w' 'x' 'y' 'z'
    '2' '3' '4' '5' '6' '7' '8' '9'
};

/// The spoken answer as a WAV file: 16 kHz, one channel, 8 bits, 4 to 12
/// seconds for six letters, under 200 KB.
///
/// The same answer and seed give the same bytes. A character outside the
/// alphabet is not spoken; there is none in what [`answer`](super::answer)
/// makes.
pub fn speech(answer: &str, seed: &[u8; 32]) -> Vec<u8> {
    let mut dice = Dice::new(seed, Use::Speech);
    let mut sound = vec![0.0; samples(EDGE)];
    for (place, letter) in answer.chars().filter_map(recorded).enumerate() {
        if place > 0 {
            sound.resize(sound.len() + samples(dice.within(&GAP)), 0.0);
        }
        sound.extend(varied(&sounding(letter), &mut dice));
    }
    sound.resize(sound.len() + samples(EDGE), 0.0);
    for _ in 0..MURMURING_VOICES {
        add_murmur(&mut sound, &mut dice);
    }
    wave_file(&sound)
}

/// How many samples last so many seconds.
fn samples(seconds: f32) -> usize {
    whole(seconds * f32::from(RATE))
}

fn recorded(letter: char) -> Option<&'static [u8]> {
    VOICE
        .iter()
        .find(|(name, _)| *name == letter)
        .map(|(_, sample)| *sample)
}

fn varied(sound: &[f32], dice: &mut Dice) -> Vec<f32> {
    let pitch = dice.within(&PITCH);
    let speed = dice.within(&SPEED);
    stretch::stretched(&stretch::resampled(sound, pitch), pitch / speed)
}

fn add_murmur(sound: &mut [f32], dice: &mut Dice) {
    let mut from = 0;
    while from < sound.len() {
        let Some(sample) = dice.pick(&ALPHABET).copied().and_then(recorded) else {
            return;
        };
        let mut voice = stretch::resampled(&sounding(sample), dice.within(&(0.8..1.25)));
        voice.reverse();
        for (loud, soft) in sound.iter_mut().skip(from).zip(&voice) {
            *loud += MURMUR * soft;
        }
        from += voice.len();
    }
}

/// Unpacks µ-law (ITU-T G.711) to samples from -1 to 1.
fn sounding(packed: &[u8]) -> Vec<f32> {
    packed.iter().map(|code| unpacked(*code)).collect()
}

fn unpacked(code: u8) -> f32 {
    let code = !code;
    let segment = (code >> 4) & 7;
    let size = ((u16::from(code & 15) << 3) + 132) << segment;
    let size = f32::from(size - 132) / 32_768.0;
    if code & 128 == 0 { size } else { -size }
}

/// Wraps samples into a WAV file of unsigned bytes.
fn wave_file(sound: &[f32]) -> Vec<u8> {
    let rate = u32::from(RATE);
    // Longer than 4 GB is not spoken; the header could not say it either.
    let length = u32::try_from(sound.len()).unwrap_or(u32::MAX - 64);
    // A chunk of odd length is followed by one byte that does not count.
    let padding = length % 2;
    let mut file = Vec::with_capacity(sound.len() + 45);
    file.extend(b"RIFF");
    file.extend((36 + length + padding).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend(1_u16.to_le_bytes()); // plain samples
    file.extend(1_u16.to_le_bytes()); // one channel
    file.extend(rate.to_le_bytes());
    file.extend(rate.to_le_bytes()); // bytes a second
    file.extend(1_u16.to_le_bytes()); // bytes a moment
    file.extend(8_u16.to_le_bytes()); // bits a sample
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(sound.iter().map(|sample| byte(128.0 + 127.0 * sample)));
    if padding == 1 {
        file.push(128);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::captcha::{answer, number::real, tests::seed};

    fn number(file: &[u8], at: usize) -> u32 {
        u32::from_le_bytes(file[at..at + 4].try_into().expect("four bytes"))
    }

    /// The length of a file's sound in seconds.
    fn seconds(file: &[u8]) -> f32 {
        real(file.len() - 44) / f32::from(RATE)
    }

    #[test]
    fn every_letter_has_a_sample_that_can_be_heard_and_is_not_another_letters() {
        for (index, letter) in ALPHABET.into_iter().enumerate() {
            let sample = recorded(letter).expect("a sample");
            let sound = sounding(sample);
            assert!(
                (0.3..1.2).contains(&(real(sound.len()) / f32::from(RATE))),
                "{letter}"
            );
            let loudest = sound
                .iter()
                .fold(0.0_f32, |most, sample| most.max(sample.abs()));
            assert!((0.3..=1.0).contains(&loudest), "{letter}: {loudest}");
            let others = ALPHABET.into_iter().take(index).filter_map(recorded);
            assert!(others.into_iter().all(|other| other != sample), "{letter}");
        }
        assert_eq!(VOICE.len(), ALPHABET.len());
    }

    #[test]
    fn mu_law_is_unpacked_as_the_standard_says() {
        // G.711, table 2a: the largest, a middle and the smallest values.
        for (code, size) in [(0x80, 32_124.0), (0xBF, 1_884.0 + 64.0), (0xFF, 0.0)] {
            let (positive, negative) = (unpacked(code), unpacked(code & 0x7F));
            assert!(
                (positive * 32_768.0 - size).abs() < 70.0,
                "{code:x}: {positive}"
            );
            assert!((positive + negative).abs() < f32::EPSILON);
        }
    }

    #[test]
    fn the_file_is_a_wave_file_of_16_kilohertz_one_channel_and_8_bits() {
        for count in 0..10 {
            let file = speech(&answer(&seed(count)), &seed(count));
            assert_eq!((&file[..4], &file[8..16]), (&b"RIFF"[..], &b"WAVEfmt "[..]));
            assert_eq!(usize::try_from(number(&file, 4)).unwrap(), file.len() - 8);
            assert_eq!((number(&file, 16), number(&file, 20)), (16, 0x0001_0001));
            assert_eq!((number(&file, 24), number(&file, 28)), (16_000, 16_000));
            assert_eq!(
                (number(&file, 32), &file[36..40]),
                (0x0008_0001, &b"data"[..])
            );
            let length = usize::try_from(number(&file, 40)).unwrap();
            assert_eq!(file.len(), 44 + length + length % 2);
            assert!(file.len() <= 200_000, "{}", file.len());
        }
    }

    #[test]
    fn a_spoken_answer_lasts_between_3_and_12_seconds_even_of_the_longest_letters() {
        let length = |letter: char| recorded(letter).map_or(0, <[u8]>::len);
        let longest = ALPHABET.into_iter().max_by_key(|letter| length(*letter));
        let shortest = ALPHABET.into_iter().min_by_key(|letter| length(*letter));
        for letter in longest.into_iter().chain(shortest) {
            for count in 0..10 {
                let file = speech(&letter.to_string().repeat(6), &seed(count));
                assert!(
                    (3.0..=12.0).contains(&seconds(&file)),
                    "{letter}: {}",
                    seconds(&file)
                );
                assert!(file.len() <= 200_000);
            }
        }
    }

    #[test]
    fn no_seed_can_make_a_spoken_answer_longer_than_12_or_shorter_than_3_seconds() {
        let lengths = || ALPHABET.into_iter().filter_map(recorded).map(<[u8]>::len);
        let (longest, shortest) = (lengths().max().expect("31"), lengths().min().expect("31"));
        let whole = |sample: usize, speed: f32, gap: f32| {
            6.0 * real(sample) / f32::from(RATE) / speed + 5.0 * gap + 2.0 * EDGE
        };
        assert!(whole(longest, SPEED.start, GAP.end) <= 12.0);
        assert!(whole(shortest, SPEED.end, GAP.start) >= 3.0);
    }

    #[test]
    fn the_same_seed_speaks_the_same_and_another_seed_differently() {
        assert_eq!(speech("abc234", &seed(1)), speech("abc234", &seed(1)));
        assert_ne!(speech("abc234", &seed(1)), speech("abc234", &seed(2)));
        assert_ne!(speech("abc234", &seed(1)), speech("abc235", &seed(1)));
    }

    #[test]
    fn the_voice_stands_well_above_the_murmur() {
        let loudness = |file: &[u8]| -> f32 {
            let squares = file
                .iter()
                .skip(44)
                .map(|byte| (f32::from(*byte) - 128.0).powi(2));
            (squares.sum::<f32>() / real(file.len() - 44)).sqrt()
        };
        // A text without a letter leaves the murmur alone to be heard.
        let murmur = loudness(&speech("", &seed(3)));
        let voice = loudness(&speech("kmx47w", &seed(3)));
        assert!(
            murmur > 0.3 && voice > 5.0 * murmur,
            "{voice} over {murmur}"
        );
    }
}
