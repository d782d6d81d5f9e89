//! Where a photo is kept, and what its seal is bound to.

use crate::photos::VaultKey;
use crate::seal::Place;
use crate::store::JourneyId;

/// Under which key the vault keeps a photo of an application.
pub(in crate::service) fn vault_key(
    journey: &JourneyId,
    photo: &rules::PhotoKey,
) -> Option<String> {
    VaultKey::new(journey.as_str(), photo.as_str()).map(|key| key.as_str().to_owned())
}

pub(in crate::service) fn place(key: &VaultKey) -> Place<'_> {
    Place {
        table: "photos",
        row: key.as_str(),
        column: "jpeg",
    }
}
