//! The devices of an application: those it has proof of, known again by a cookie of their own
//! that outlives the session (`docs/decisions/0044-links-and-devices.md`).

use super::device_token::DeviceToken;
use crate::seal::{Digest, Purpose};
use crate::service::{ApplicantRequest, Fault};
use crate::store::{JourneyId, SavedDevice, Write};

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
