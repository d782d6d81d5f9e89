//! The portal's server: everything with side effects.
//!
//! `cli` sets it up from the configuration; `http` answers browsers and asks
//! `service`, which loads, applies the rules and writes through `store` and
//! `photos`; `work` does what the outbox asks for. Time and randomness come
//! from `clock` and `random` only.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod backup;
pub mod captcha;
pub mod cli;
pub mod clock;
pub mod config;
mod failpoint;
pub mod forms;
pub mod hand_over;
pub mod heap;
pub mod http;
mod lossless;
pub mod mail;
pub mod outbox;
pub mod photos;
mod private;
pub mod random;
pub mod room;
pub mod seal;
pub mod service;
pub mod setup;
pub mod store;
pub mod telemetry;
pub mod terms;
pub mod work;
