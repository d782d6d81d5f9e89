//! A browser's session: what it holds, and how its cookie names it.

use app::portal::Flash;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rules::ReceiptNumber;
use rules::journey::{Access, Journey};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::chance::{Chance, NoChance};
use crate::store::{JourneyId, SessionDigest};

/// The cookie's value: 256 random bits. Only its digest is kept here.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// A new one.
    ///
    /// # Errors
    /// [`NoChance`] when there is no randomness.
    pub fn random(chance: &dyn Chance) -> Result<Self, NoChance> {
        Ok(Self(URL_SAFE_NO_PAD.encode(chance.bytes::<32>()?)))
    }

    /// A cookie's value, if it has the shape of one of ours.
    pub fn read(value: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
        (bytes.len() == 32).then(|| Self(value.to_owned()))
    }

    /// What goes into the cookie.
    pub fn cookie_value(&self) -> &str {
        &self.0
    }

    /// What is kept. 256 random bits need no slow digest.
    pub fn digest(&self) -> SessionDigest {
        Sha256::digest(self.0.as_bytes()).into()
    }
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
