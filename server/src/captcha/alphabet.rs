//! The letters of an answer and how one is made.

use super::dice::{Dice, Use};

/// The 31 letters and digits that are drawn and spoken: `a`–`z` and `0`–`9`
/// without those that look alike (`0` `o`, `1` `i` `l`).
pub const ALPHABET: [char; 31] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'u', 'v',
    'w', 'x', 'y', 'z', '2', '3', '4', '5', '6', '7', '8', '9',
];

/// How many letters an answer has: 31⁶, close to 900 million answers.
pub const ANSWER_LENGTH: usize = 6;

/// The answer that belongs to a seed: [`ANSWER_LENGTH`] letters of
/// [`ALPHABET`], each as likely as the other.
///
/// Who knows the seed knows the answer, so the seed stays on the server.
pub fn answer(seed: &[u8; 32]) -> String {
    let mut dice = Dice::new(seed, Use::Answer);
    (0..ANSWER_LENGTH)
        .filter_map(|_| dice.pick(&ALPHABET))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::captcha::tests::seed;

    #[test]
    fn an_answer_has_six_letters_of_the_alphabet() {
        for number in 0..2_000 {
            let answer = answer(&seed(number));
            assert_eq!(answer.chars().count(), ANSWER_LENGTH);
            assert!(
                answer.chars().all(|letter| ALPHABET.contains(&letter)),
                "{answer}"
            );
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_answer_and_another_seed_another() {
        assert_eq!(answer(&seed(1)), answer(&seed(1)));
        assert_ne!(answer(&seed(1)), answer(&seed(2)));
    }

    /// Chi squared with 30 degrees of freedom: 59.7 is passed by random once in
    /// a thousand; the seeds are fixed, so this does not flicker.
    #[test]
    fn every_letter_is_equally_likely_at_every_place() {
        const ANSWERS: u32 = 31_000;
        let mut counts = [[0_u32; ALPHABET.len()]; ANSWER_LENGTH];
        for number in 0..ANSWERS {
            for (place, letter) in answer(&seed(number)).chars().enumerate() {
                let index = ALPHABET.iter().position(|known| *known == letter);
                counts[place][index.expect("a letter of the alphabet")] += 1;
            }
        }
        let mean = f64::from(ANSWERS) / 31.0;
        for (place, letters) in counts.iter().enumerate() {
            let chi: f64 = letters
                .iter()
                .map(|count| (f64::from(*count) - mean).powi(2) / mean)
                .sum();
            assert!(chi < 59.7, "place {place}: {chi}");
        }
    }
}
