//! Who found no place.

use crate::telemetry;

/// Somebody of this kind found no place, and was counted as such.
#[derive(Debug)]
pub(super) struct TurnedAway(pub(super) &'static str);

impl TurnedAway {
    /// Counts somebody who found no place of this kind.
    pub(super) fn from(kind: &'static str) -> Self {
        telemetry::turned_away(kind);
        Self(kind)
    }
}
