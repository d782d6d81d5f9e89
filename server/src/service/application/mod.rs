//! What both actors share: an application loaded and opened, its mails, its form, its audit entries.

pub(super) mod audit;
pub(super) mod forms;
pub(super) mod letters;
pub(super) mod loaded;
pub(super) mod photo;
pub(super) mod sealed;
pub(super) mod secret;
