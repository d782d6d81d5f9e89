//! Times the check of photos, natively and in WebAssembly: `make bench`.

#![cfg_attr(
    not(target_arch = "wasm32"),
    expect(
        clippy::expect_used,
        clippy::print_stdout,
        reason = "a measuring tool prints and ends at the first surprise"
    )
)]

use photo_check::{Care, Checker, Exceptions, Frame};
use rules::CivilDate;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// A checker that a script can call.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Timed(Checker);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Timed {
    /// Unpacks the models.
    #[cfg_attr(target_arch = "wasm32", wasm_bindgen(constructor))]
    #[expect(clippy::new_without_default, reason = "only called by scripts")]
    pub fn new() -> Self {
        Self(Checker::new())
    }

    /// Checks a file; returns the report as JSON.
    pub fn check(&self, bytes: &[u8]) -> String {
        let report = self.0.check(bytes, CivilDate::LAST, Exceptions::NONE);
        serde_json::to_string(&report).unwrap_or_default()
    }

    /// Looks at a frame of red, green, blue and opacity; returns the hint.
    pub fn look(&self, rgba: &[u8], width: u32, height: u32) -> String {
        let frame = Frame::rgba(width, height, rgba);
        let look = frame.map(|frame| self.0.look(frame, Care::Thorough));
        serde_json::to_string(&look).unwrap_or_default()
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let timed = Timed::new();
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file).expect("the file can be read");
        let mut best = std::time::Duration::MAX;
        for _ in 0..5 {
            let start = std::time::Instant::now();
            std::hint::black_box(timed.check(std::hint::black_box(&bytes)));
            best = best.min(start.elapsed());
        }
        println!(
            "{file}: {:.1} ms (best of 5, wall)",
            best.as_secs_f64() * 1000.0
        );
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
