//! Tables of what people type and what is said to it. They run natively and in
//! WebAssembly, so that the browser and the server cannot disagree.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

#[cfg(not(target_arch = "wasm32"))]
use core::prelude::v1::test;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod ask;
mod boxes;
mod mail_addresses;
mod mail_domains;
mod mailboxes;
mod mistakes;
mod names;
mod notations;
mod travelling;
mod unknown_parts;
