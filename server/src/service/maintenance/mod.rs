//! What the operator does: follow the audit log, rotate keys, verify that everything opens.

pub(super) mod audit;
pub(super) mod rotation;
pub(super) mod verify;
