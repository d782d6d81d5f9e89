//! What the commands print: results to standard output, problems to standard error.

use std::io::Write as _;

/// A line of the result.
pub(super) fn line(text: &str) {
    // A reader that has gone away (`| head`) is no failure of ours.
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// A line about a problem.
pub(super) fn problem(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
