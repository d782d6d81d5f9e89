//! How a browser's cookie names its session.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rules::Moment;
use sha2::{Digest as _, Sha256};

use crate::random::{NoRandom, Random};
use crate::seal::{Keys, Purpose};
use crate::store::SessionDigest;

/// Random bytes of a cookie's value.
const RANDOM_BYTES: usize = 21;
/// Bytes of its end behind them: hours since 1970. Random in what the version before made.
const END_BYTES: usize = 3;
/// Bytes of the mark behind both.
const MARK_BYTES: usize = 8;
const HOUR: i64 = 60 * 60;

/// The cookie's value: 168 random bits, the hour in which its session is over at the latest,
/// and a mark of 64 bits on both, by which the portal recognises what it has made itself
/// without asking the database. Only its digest is kept here.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// A new one.
    ///
    /// # Errors
    /// [`NoRandom`] when there is no randomness.
    pub fn random(keys: &Keys, ends: Moment, random: &dyn Random) -> Result<Self, NoRandom> {
        let random = random.bytes::<RANDOM_BYTES>()?;
        let text = [&random[..], &end(ends)].concat();
        let marked = [&text[..], &mark(keys, &text)].concat();
        Ok(Self(URL_SAFE_NO_PAD.encode(marked)))
    }

    /// Whether the portal has made it for a session that may still live: one of at most so
    /// many seconds. It says nothing of whether that was ended before.
    pub fn is_marked(&self, keys: &Keys, now: Moment, life: i64) -> bool {
        let bytes = URL_SAFE_NO_PAD.decode(&self.0).unwrap_or_default();
        let Some((text, found)) = bytes.split_last_chunk::<MARK_BYTES>() else {
            return false;
        };
        let Some((_, told)) = text.split_last_chunk::<END_BYTES>() else {
            return false;
        };
        // One that ends later than any session begun now has no end: it is of the version before.
        let is_of_now = (end(now)..=end(now.plus(life))).contains(told);
        // A guess is worth a place in a queue: how long the comparison takes tells too little.
        is_of_now && mark(keys, text) == *found
    }

    /// A cookie's value, if it has the shape of one of ours.
    pub fn read(value: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
        (bytes.len() == RANDOM_BYTES + END_BYTES + MARK_BYTES).then(|| Self(value.to_owned()))
    }

    /// What goes into the cookie.
    pub fn cookie_value(&self) -> &str {
        &self.0
    }

    /// What is kept. So many random bits need no slow digest.
    pub fn digest(&self) -> SessionDigest {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

/// The hour of a moment, which is over when the next begins.
fn end(moment: Moment) -> [u8; END_BYTES] {
    let hour = u32::try_from(moment.0.div_euclid(HOUR)).unwrap_or_default();
    let [_, hour @ ..] = hour.to_be_bytes();
    hour
}

fn mark(keys: &Keys, text: &[u8]) -> [u8; MARK_BYTES] {
    let digest = keys.digest(Purpose::SessionMark, text);
    std::array::from_fn(|at| digest[at])
}

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SessionToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;
    use crate::seal::{Key, OperatorKey, OperatorKeys};

    const NOW: Moment = Moment(1_795_359_600 + HOUR / 2);
    const LIFE: i64 = 24 * HOUR;

    fn keys(number: u8) -> Keys {
        let operator = OperatorKey::derive(&Key::new([number; 32]));
        let look_ups = operator.look_up_keys().clone();
        Keys::new(&OperatorKeys::new(operator, Vec::new()), look_ups)
    }

    fn token(keys: &Keys) -> SessionToken {
        SessionToken::random(keys, NOW.plus(LIFE), &SeededRandom::new(1)).unwrap()
    }

    #[test]
    fn a_mark_holds_for_the_life_of_a_session_and_the_hour_it_ends_in() {
        let (keys, token) = (keys(7), token(&keys(7)));
        assert_eq!(
            SessionToken::read(token.cookie_value()),
            Some(token.clone())
        );
        for (waited, is_marked) in [
            (0, true),
            (LIFE, true),
            (LIFE + HOUR / 2 - 1, true),
            (LIFE + HOUR / 2, false),
            (400 * LIFE, false),
        ] {
            let now = NOW.plus(waited);
            assert_eq!(token.is_marked(&keys, now, LIFE), is_marked, "{waited}");
        }
        assert!(
            !token.is_marked(&keys, NOW, LIFE - HOUR),
            "no session is as long"
        );
        assert!(!token.is_marked(&self::keys(8), NOW, LIFE));
    }

    #[test]
    fn the_end_cannot_be_put_off_and_a_cookie_of_the_version_before_is_a_newcomer_s() {
        let keys = keys(7);
        let marked = |text: [u8; RANDOM_BYTES + END_BYTES]| {
            let marked = [&text[..], &mark(&keys, &text)].concat();
            SessionToken(URL_SAFE_NO_PAD.encode(marked))
        };
        // All of it was random.
        let before = marked([0xA7; RANDOM_BYTES + END_BYTES]);
        assert!(!before.is_marked(&keys, NOW, LIFE));
        let mut bytes = URL_SAFE_NO_PAD.decode(token(&keys).cookie_value()).unwrap();
        bytes[RANDOM_BYTES + END_BYTES - 1] += 1;
        let changed = SessionToken(URL_SAFE_NO_PAD.encode(bytes));
        assert!(!changed.is_marked(&keys, NOW.plus(HOUR), LIFE));
    }
}
