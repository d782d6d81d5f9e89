//! `shinsei`: the portal and everything its operator does with it.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run()
}
