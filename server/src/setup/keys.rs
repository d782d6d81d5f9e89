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
    if let Some(file) = &settings.secrets.key_file {
        private::key_file(file);
    }
    let given = settings.secrets.read_keys()?.ok_or(SetupError::NoKey)?;
    let derive = |bytes: &KeyBytes| OperatorKey::derive(&Key::new(**bytes));
    Ok(OperatorKeys::new(
        derive(&given.newest),
        given.older.iter().map(derive).collect(),
    ))
}
