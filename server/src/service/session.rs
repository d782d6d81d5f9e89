//! A browser's session: what it holds, and how its cookie names it.

use app::portal::Flash;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rules::ReceiptNumber;
use rules::journey::{Access, Journey};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::chance::{Chance, NoChance};
use crate::seal::{Keys, Purpose};
use crate::store::{JourneyId, SessionDigest};

/// Random bytes of a cookie's value.
const RANDOM_BYTES: usize = 24;
/// Bytes of the mark behind them.
const MARK_BYTES: usize = 8;

/// The cookie's value: 192 random bits, and a mark of 64 bits by which the portal
/// recognises what it has made itself without asking the database. Only its digest is
/// kept here.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// A new one.
    ///
    /// # Errors
    /// [`NoChance`] when there is no randomness.
    pub fn random(keys: &Keys, chance: &dyn Chance) -> Result<Self, NoChance> {
        let random = chance.bytes::<RANDOM_BYTES>()?;
        let marked = [&random[..], &mark(keys, &random)].concat();
        Ok(Self(URL_SAFE_NO_PAD.encode(marked)))
    }

    /// Whether the portal has made it. It says nothing of whether the session lives.
    pub fn is_marked(&self, keys: &Keys) -> bool {
        let bytes = URL_SAFE_NO_PAD.decode(&self.0).unwrap_or_default();
        let parts = bytes.split_last_chunk::<MARK_BYTES>();
        // A guess is worth a place in a queue: how long the comparison takes tells too little.
        parts.is_some_and(|(random, found)| mark(keys, random) == *found)
    }

    /// A cookie's value, if it has the shape of one of ours.
    pub fn read(value: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
        (bytes.len() == RANDOM_BYTES + MARK_BYTES).then(|| Self(value.to_owned()))
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

fn mark(keys: &Keys, random: &[u8]) -> [u8; MARK_BYTES] {
    let digest = keys.digest(Purpose::SessionMark, random);
    std::array::from_fn(|at| digest[at])
}

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SessionToken(…)")
    }
}

/// The application a session is tied to, and what the browser may do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// The application.
    pub journey: JourneyId,
    /// What the browser may do.
    pub access: Access,
}

/// What a session holds; sealed in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionContent {
    /// What was given before the address was registered.
    #[serde(default)]
    pub draft: Journey,
    /// The application, from the registration on.
    pub tie: Option<Tie>,
    /// What was typed and refused, and on which page.
    pub flash: Option<(String, Flash)>,
    /// The application whose status was asked for.
    pub looked_up: Option<ReceiptNumber>,
}
