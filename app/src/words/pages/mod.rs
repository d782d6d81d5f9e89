//! What each page says.

pub(super) mod accessibility;
pub(super) mod checker;
pub(super) mod common;
pub(super) mod crowded;
pub(super) mod demo;
pub(super) mod details;
pub(super) mod device;
pub(super) mod done;
pub(super) mod gallery;
pub(super) mod help;
pub(super) mod mail;
pub(super) mod not_found;
pub(super) mod open_link;
pub(super) mod other;
pub(super) mod photo;
pub(super) mod privacy;
pub(super) mod review;
pub(super) mod start;
pub(super) mod status;
pub(super) mod terms;
