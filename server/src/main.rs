//! shinsei.
fn main() {}
