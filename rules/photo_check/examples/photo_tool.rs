//! Checks photos as a program of its own and as a module for scripts:
//! `.make/parity.sh` compares what both come to, `make bench` how long it takes.

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
pub struct Tool(Checker);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Tool {
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

    /// What the stages come to, as JSON.
    pub fn traces(&self, bytes: &[u8]) -> String {
        serde_json::to_string(&self.0.traces(bytes)).unwrap_or_default()
    }

    /// Looks at a frame of red, green, blue and opacity; returns the hint.
    pub fn look(&self, rgba: &[u8], width: u32, height: u32) -> String {
        let frame = Frame::rgba(width, height, rgba);
        let look = frame.map(|frame| self.0.look(frame, Care::Thorough));
        serde_json::to_string(&look).unwrap_or_default()
    }
}

/// For every file named, what it comes to; with `--time` first how often it is
/// checked, to be timed from outside.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let tool = Tool::new();
    let mut arguments = std::env::args().skip(1).peekable();
    let times = if arguments.next_if_eq("--time").is_some() {
        let times = arguments.next().and_then(|times| times.parse().ok());
        times.expect("how often")
    } else {
        1
    };
    for file in arguments {
        let bytes = std::fs::read(&file).expect("the file can be read");
        for _ in 1..times {
            std::hint::black_box(tool.check(&bytes));
        }
        println!("{} {} {}", file, tool.check(&bytes), tool.traces(&bytes));
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
