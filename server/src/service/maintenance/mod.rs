//! What the operator does, and the worker for the operator: follow the audit log, look after the
//! outbox, remove what is too old, rotate keys, verify that everything opens.

pub(super) mod audit;
pub(super) mod outbox;
pub(super) mod photos;
pub(super) mod purge;
pub(super) mod rotation;
pub(super) mod verify;
