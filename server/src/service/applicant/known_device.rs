//! The devices of an application: those it has proof of, known again by a cookie of their own
//! that outlives the session (`docs/decisions/0044-links-and-devices.md`).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::random::{NoRandom, Random};
use crate::seal::{Digest, Purpose};
use crate::service::{ApplicantRequest, Fault};
use crate::store::{JourneyId, SavedDevice, Write};

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

/// A device that an application is to know: what to write for that, and its name.
pub(in crate::service) struct Introduced {
    pub(in crate::service) writes: Vec<Write>,
    token: DeviceToken,
}

impl ApplicantRequest {
    fn device_digest(&self, token: &DeviceToken) -> Digest {
        let text = token.cookie_value().as_bytes();
        self.service.keys.digest(Purpose::Device, text)
    }

    /// Whether an application knows the device behind this request.
    pub(in crate::service) async fn is_known_device(
        &self,
        journey: &JourneyId,
    ) -> Result<bool, Fault> {
        let Some(token) = self.visitor.device() else {
            return Ok(false);
        };
        let device = SavedDevice {
            digest: self.device_digest(&token),
            journey: journey.clone(),
        };
        Ok(self.service.store.knows_device(&device).await?)
    }

    /// Makes the device known to an application. It gets a new name with it, for all its
    /// applications: a name known beforehand, to whoever, is worth nothing afterwards.
    pub(in crate::service) fn introduce(&self, journey: &JourneyId) -> Result<Introduced, Fault> {
        let token = DeviceToken::random(&*self.service.random)?;
        let digest = self.device_digest(&token);
        let before = self.visitor.device().map(|before| Write::RenameDevice {
            from: self.device_digest(&before),
            to: digest,
        });
        let known = Write::KnowDevice(SavedDevice {
            digest,
            journey: journey.clone(),
        });
        Ok(Introduced {
            writes: before.into_iter().chain([known]).collect(),
            token,
        })
    }

    /// Gives the browser its name, once that is written.
    pub(in crate::service) fn introduced(&self, device: Introduced) {
        self.visitor.keep_device(device.token);
    }

    /// Has the browser keep its name for as long again.
    pub(in crate::service) fn keep_being_known(&self) {
        if let Some(token) = self.visitor.device() {
            self.visitor.keep_device(token);
        }
    }

    /// No application knows the device any more; nothing to write for one without a name.
    pub(in crate::service) fn forget_device(&self) -> Option<Write> {
        let token = self.visitor.device()?;
        Some(Write::ForgetDevice(self.device_digest(&token)))
    }
}
