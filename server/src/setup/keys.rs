//! The operator's keys of the settings.

use super::SetupError;
use crate::config::{KeyBytes, Settings};
use crate::private;
use crate::seal::{Key, OperatorKey, OperatorKeys};

/// The operator's keys, the newest first. The database is not asked about them.
///
/// # Errors
/// [`SetupError`] when none is set, or it cannot be read.
pub fn operator_keys(settings: &Settings) -> Result<OperatorKeys, SetupError> {
    operator_keys_if_set(settings)?.ok_or(SetupError::NoKey)
}

/// The operator's keys, the newest first; none when none is set.
///
/// # Errors
/// [`SetupError`] when one is set and cannot be read.
pub fn operator_keys_if_set(settings: &Settings) -> Result<Option<OperatorKeys>, SetupError> {
    if let Some(file) = &settings.secrets.key_file {
        private::key_file(file);
    }
    let Some(given) = settings.secrets.read_keys()? else {
        return Ok(None);
    };
    let derive = |bytes: &KeyBytes| OperatorKey::derive(&Key::new(**bytes));
    Ok(Some(OperatorKeys::new(
        derive(&given.newest),
        given.older.iter().map(derive).collect(),
    )))
}
