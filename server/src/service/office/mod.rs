//! What the office does: issue forms, take applications over.

pub(super) mod forms;
pub(super) mod hand_over;
