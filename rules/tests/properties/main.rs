//! What holds for every day and for any text.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

mod birth_dates;
mod every_day;
mod other_fields;
