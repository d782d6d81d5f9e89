//! The words of each page, in the order of the journey.

pub mod accessibility;
pub mod checker;
pub mod common;
pub mod crowded;
pub mod demo;
pub mod details;
pub mod device;
pub mod done;
pub mod gallery;
pub mod help;
pub mod mail;
pub mod not_found;
pub mod open_link;
pub mod other;
pub mod photo;
pub mod privacy;
pub mod review;
pub mod start;
pub mod status;
pub mod terms;
