//! The place for photos of the settings.

use zeroize::Zeroizing;

use super::SetupError;
use crate::config::{PhotoPlace, Photos};
use crate::photos::{Bucket, S3Place};

/// Opens the place photos are kept in. Object storage is not asked yet.
///
/// # Errors
/// [`SetupError`] says what stands in the way.
pub fn open(settings: &Photos) -> Result<Bucket, SetupError> {
    Ok(match settings.place {
        PhotoPlace::Folder => Bucket::in_folder(&settings.folder)?,
        PhotoPlace::S3 => Bucket::in_s3(&place(settings)?)?,
    })
}

fn place(settings: &Photos) -> Result<S3Place, SetupError> {
    let secret = settings.read_secret_access_key();
    let secret = secret.map_err(SetupError::PhotoKey)?;
    let needed = |value: &Option<String>, name| value.clone().ok_or(SetupError::NotSet(name));
    let authorities = settings.ca_file.as_ref().map(std::fs::read).transpose();
    Ok(S3Place {
        bucket: needed(&settings.bucket, "photos.bucket")?,
        prefix: settings.prefix.clone(),
        region: settings.region.clone(),
        endpoint: settings.endpoint.as_ref().map(ToString::to_string),
        in_the_clear: settings.endpoint_is_safe(),
        authorities: authorities.map_err(SetupError::PhotoAuthorities)?,
        access_key_id: needed(&settings.access_key_id, "photos.access_key_id")?,
        secret_access_key: secret
            .map(|secret| Zeroizing::new(secret.expose().to_owned()))
            .ok_or(SetupError::NotSet("photos.secret_access_key_file"))?,
    })
}
