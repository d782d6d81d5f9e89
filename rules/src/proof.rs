//! Hidden proof of work: the browser spends a second, the server one hash.
//!
//! Every registration carries a number (the nonce) that is costly to find and
//! cheap to check: the SHA-256 of the challenge's text and the nonce has to
//! begin with a given count of zero bits. A person never notices; who wants to
//! send ten thousand registrations pays ten thousand times.
//!
//! This module only searches and checks. That a challenge is ours, is fresh, is
//! used once and belongs to one form is the server's to see to: a nonce proves
//! work for whatever text it is given.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How many bytes of chance a challenge carries: 128 bits never repeat.
pub const TEXT_BYTES: usize = 16;

/// The least difficulty a challenge can have, in bits: two hashes on average.
pub const LEAST_BITS: u8 = 1;

/// The most difficulty a challenge can have, in bits.
///
/// A browser refuses more, so that a broken or hostile challenge cannot keep a
/// phone busy for hours. A server under load asks for some bits more than
/// [`DEFAULT_BITS`].
pub const MOST_BITS: u8 = 26;

/// The difficulty asked for when nothing is wrong, in bits: 131,072 hashes on
/// average, three times that in one search of twenty.
///
/// Chosen by measuring [`Search`] under Node 20 on a loaded desktop core
/// (2026-11-22): 0.9 million hashes a second in WebAssembly built for size, 3.1
/// million built for speed, 14 million native. A cheap phone, taken as five
/// times slower, then needs 0.7 s on average in the worst of these builds.
pub const DEFAULT_BITS: u8 = 17;

/// How much more a server may ask for in a rush, in bits: sixteen times the work, 2 million
/// hashes. That is some 3.5 s of the cheap phone of [`DEFAULT_BITS`] with the module built for
/// speed, beside the time it takes to fill in the form.
pub const MOST_MORE_BITS: u8 = 4;

/// What is wrong with a text that should be a challenge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ChallengeProblem {
    /// It is not difficulty, hyphen and 32 letters of hexadecimal.
    #[error("not a challenge")]
    Shape,
    /// Its difficulty is not within [`LEAST_BITS`] and [`MOST_BITS`].
    #[error("no such difficulty")]
    Difficulty,
}

/// A puzzle for a browser: a text by chance and a difficulty.
///
/// Travels as one short string, `17-00112233445566778899aabbccddeeff`: the
/// difficulty in bits, a hyphen, the text in lower-case hexadecimal.
///
/// ```
/// use rules::proof::{Challenge, Search};
///
/// let challenge: Challenge = "4-00112233445566778899aabbccddeeff".parse()?;
/// let nonce = Search::new(challenge).step(10_000).expect("sixteen hashes on average");
/// assert!(challenge.holds(nonce));
/// # Ok::<(), rules::proof::ChallengeProblem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Challenge {
    text: [u8; TEXT_BYTES],
    bits: u8,
}

impl Challenge {
    /// A challenge of this text and difficulty.
    ///
    /// The text must come from a cryptographic source of chance: whoever can
    /// foretell it can do the work in advance.
    ///
    /// # Errors
    ///
    /// [`ChallengeProblem::Difficulty`] when `bits` is not within
    /// [`LEAST_BITS`] and [`MOST_BITS`].
    pub fn new(text: [u8; TEXT_BYTES], bits: u8) -> Result<Self, ChallengeProblem> {
        if (LEAST_BITS..=MOST_BITS).contains(&bits) {
            Ok(Self { text, bits })
        } else {
            Err(ChallengeProblem::Difficulty)
        }
    }

    /// The text by chance.
    pub fn text(&self) -> &[u8; TEXT_BYTES] {
        &self.text
    }

    /// How many zero bits a hash has to begin with.
    pub fn bits(&self) -> u8 {
        self.bits
    }

    /// Whether this nonce answers the challenge: SHA-256 of the text and the
    /// nonce (eight bytes, big endian) begins with [`bits`](Self::bits) zero
    /// bits. Costs one hash.
    pub fn holds(&self, nonce: u64) -> bool {
        self.begun().holds(nonce)
    }

    fn begun(&self) -> Begun {
        Begun {
            hash: Sha256::new_with_prefix(self.text),
            bits: self.bits,
        }
    }
}

/// A challenge whose text is hashed already; only the nonce is left to add.
#[derive(Clone, Debug)]
struct Begun {
    hash: Sha256,
    bits: u8,
}

impl Begun {
    fn holds(&self, nonce: u64) -> bool {
        let hash = self
            .hash
            .clone()
            .chain_update(nonce.to_be_bytes())
            .finalize();
        // `MOST_BITS` is below 32, so the first four bytes say it all.
        let [first, second, third, fourth, ..] = <[u8; 32]>::from(hash);
        let head = u32::from_be_bytes([first, second, third, fourth]);
        head.leading_zeros() >= u32::from(self.bits)
    }
}

impl fmt::Display for Challenge {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-", self.bits)?;
        self.text
            .iter()
            .try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl FromStr for Challenge {
    type Err = ChallengeProblem;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let (bits, text) = written.split_once('-').ok_or(ChallengeProblem::Shape)?;
        let text = text_from_hexadecimal(text).ok_or(ChallengeProblem::Shape)?;
        let challenge = Self::new(text, bits.parse().map_err(|_| ChallengeProblem::Shape)?)?;
        // One challenge has one spelling ("017-…" and "+17-…" are none), so
        // that the string can be signed and counted as it stands.
        if challenge.to_string() == written {
            Ok(challenge)
        } else {
            Err(ChallengeProblem::Shape)
        }
    }
}

impl TryFrom<String> for Challenge {
    type Error = ChallengeProblem;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        written.parse()
    }
}

impl From<Challenge> for String {
    fn from(challenge: Challenge) -> Self {
        challenge.to_string()
    }
}

fn text_from_hexadecimal(letters: &str) -> Option<[u8; TEXT_BYTES]> {
    let (pairs, rest) = letters.as_bytes().as_chunks::<2>();
    if pairs.len() != TEXT_BYTES || !rest.is_empty() {
        return None;
    }
    let mut text = [0; TEXT_BYTES];
    for (byte, pair) in text.iter_mut().zip(pairs) {
        *byte = u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(text)
}

/// A search for the nonce, in slices, so that a page stays lively meanwhile.
///
/// Tries 0, 1, 2 … in order: the same challenge gives the same nonce.
#[derive(Clone, Debug)]
pub struct Search {
    begun: Begun,
    next: u64,
}

impl Search {
    /// A search that has not tried anything yet.
    pub fn new(challenge: Challenge) -> Self {
        Self {
            begun: challenge.begun(),
            next: 0,
        }
    }

    /// Tries the next `at_most` nonces and gives the first that holds.
    ///
    /// After a find, a further call goes on to the next one.
    pub fn step(&mut self, at_most: u32) -> Option<u64> {
        for _ in 0..at_most {
            let nonce = self.next;
            self.next = self.next.wrapping_add(1);
            if self.begun.holds(nonce) {
                return Some(nonce);
            }
        }
        None
    }

    /// How many nonces have been tried.
    pub fn tried(&self) -> u64 {
        self.next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn challenge(bits: u8) -> Challenge {
        Challenge::new(*b"sixteen letters.", bits).expect("a difficulty there is")
    }

    #[test]
    fn a_found_nonce_holds_and_is_the_first_that_does() {
        let challenge = challenge(12);
        let nonce = Search::new(challenge)
            .step(1 << 17)
            .expect("found in 32 times the mean");
        assert!(challenge.holds(nonce));
        assert!((0..nonce).all(|lower| !challenge.holds(lower)));
    }

    #[test]
    fn a_wrong_nonce_is_refused() {
        let challenge = challenge(20);
        assert!((0..1_000).all(|nonce| !challenge.holds(nonce)));
    }

    #[test]
    fn a_nonce_for_one_challenge_does_not_answer_another() {
        let other = Challenge::new(*b"sixteen letters!", 12).expect("a difficulty there is");
        let nonce = Search::new(challenge(12)).step(1 << 17).expect("found");
        assert!(!other.holds(nonce));
    }

    #[test]
    fn the_hash_is_sha_256_of_text_and_nonce_in_big_endian() {
        let challenge = challenge(8);
        let nonce = Search::new(challenge).step(1 << 14).expect("found");
        let whole = [challenge.text().as_slice(), &nonce.to_be_bytes()].concat();
        assert_eq!(Sha256::digest(whole).first(), Some(&0));
    }

    #[test]
    fn difficulty_counts_bits_and_not_bytes() {
        let nonce = Search::new(challenge(11)).step(1 << 16).expect("found");
        let head = Sha256::new_with_prefix(challenge(11).text())
            .chain_update(nonce.to_be_bytes())
            .finalize();
        let zeros = u8::try_from(u16::from_be_bytes([head[0], head[1]]).leading_zeros());
        let zeros = zeros.expect("at most sixteen");
        assert!(zeros >= 11);
        for bits in LEAST_BITS..=15 {
            assert_eq!(challenge(bits).holds(nonce), bits <= zeros, "{bits}");
        }
    }

    #[test]
    fn slices_find_what_one_go_finds() {
        let mut sliced = Search::new(challenge(10));
        let found = (0..10_000).find_map(|_| sliced.step(7));
        assert_eq!(found, Search::new(challenge(10)).step(70_000));
        assert_eq!(Some(sliced.tried() - 1), found);
    }

    #[test]
    fn a_step_of_nothing_finds_nothing() {
        assert_eq!(Search::new(challenge(1)).step(0), None);
    }

    #[test]
    fn a_challenge_survives_being_written_and_read() {
        for bits in LEAST_BITS..=MOST_BITS {
            let written = challenge(bits).to_string();
            assert_eq!(written.parse(), Ok(challenge(bits)));
            let json = serde_json::to_string(&challenge(bits)).expect("a string");
            assert_eq!(json, format!("\"{written}\""));
            assert_eq!(
                serde_json::from_str::<Challenge>(&json).expect("the same"),
                challenge(bits)
            );
        }
    }

    #[test]
    fn other_spellings_are_no_challenge() {
        let text = "00112233445566778899aabbccddeeff";
        for written in [
            String::new(),
            text.to_owned(),
            format!("-{text}"),
            format!("017-{text}"),
            format!("+17-{text}"),
            format!("17-{}", text.to_uppercase()),
            format!("17-{text}0"),
            format!("17-{text}00"),
            format!("17-+1{}", &text[2..]),
            format!("17-{}あ", &text[3..]),
            format!("17-{text} "),
            format!("999-{text}"),
        ] {
            assert_eq!(
                written.parse::<Challenge>(),
                Err(ChallengeProblem::Shape),
                "{written}"
            );
        }
    }

    #[test]
    fn no_challenge_is_endless_or_free() {
        let text = "00112233445566778899aabbccddeeff";
        for bits in [0, MOST_BITS + 1, 64, 255] {
            assert_eq!(
                Challenge::new([0; TEXT_BYTES], bits),
                Err(ChallengeProblem::Difficulty)
            );
            let written = format!("{bits}-{text}");
            assert_eq!(
                written.parse::<Challenge>(),
                Err(ChallengeProblem::Difficulty)
            );
        }
    }

    // The default leaves room to ask for more.
    const _: () = assert!(DEFAULT_BITS >= 16 && DEFAULT_BITS + 3 + 4 <= MOST_BITS);
}
