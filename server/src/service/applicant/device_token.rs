//! The name of a device, which its cookie holds.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::random::{NoRandom, Random};

/// Random bytes of a device's name.
const NAME_BYTES: usize = 32;

/// The value of the cookie by which applications know a device: 256 random bits. By itself it
/// opens nothing: who has it and an application's link goes on without a device code.
#[derive(Clone, PartialEq, Eq)]
pub struct DeviceToken(String);

impl DeviceToken {
    /// A new one.
    ///
    /// # Errors
    /// [`NoRandom`] when there is no randomness.
    pub fn random(random: &dyn Random) -> Result<Self, NoRandom> {
        let random = random.bytes::<NAME_BYTES>()?;
        Ok(Self(URL_SAFE_NO_PAD.encode(random)))
    }

    /// A cookie's value, if it has the shape of one of ours.
    pub fn read(value: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
        (bytes.len() == NAME_BYTES).then(|| Self(value.to_owned()))
    }

    /// What goes into the cookie.
    pub fn cookie_value(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for DeviceToken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("DeviceToken(…)")
    }
}
