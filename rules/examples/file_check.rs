//! The photo file check as a module of its own, for `make bench`: the same code
//! timed in WebAssembly and natively.

#![cfg_attr(
    not(target_arch = "wasm32"),
    expect(
        clippy::expect_used,
        clippy::print_stdout,
        reason = "a measuring tool prints and ends at the first surprise"
    )
)]

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Checks a file; returns how many findings there are.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn check(bytes: &[u8]) -> usize {
    rules::photo::inspect(bytes).findings.len()
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let file = std::env::args().nth(1).expect("a file");
    let bytes = std::fs::read(file).expect("the file can be read");
    let mut best = std::time::Duration::MAX;
    let mut findings = 0;
    for _ in 0..50 {
        let start = std::time::Instant::now();
        findings = check(std::hint::black_box(&bytes));
        best = best.min(start.elapsed());
    }
    println!(
        "{{\"ms\": {:.3}, \"findings\": {findings}}}",
        best.as_secs_f64() * 1000.0
    );
}

#[cfg(target_arch = "wasm32")]
fn main() {}
