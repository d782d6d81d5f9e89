//! Documents that are printed from the code.
//!
//! `UPDATE_DOCS=1 cargo test -p server --test documents` writes them anew.

use std::fs;
use std::path::Path;

const MARK: &str = "<!-- sample: printed by server/tests/documents.rs, do not edit -->\n";

#[test]
fn the_operators_handbook_ends_with_the_sample_of_the_configuration() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/operations.md");
    let written = fs::read_to_string(&file).unwrap();
    let (before, _) = written.split_once(MARK).unwrap();
    let wanted = format!(
        "{before}{MARK}\n```toml\n{}\n```\n",
        server::config::sample().trim_end()
    );
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &wanted).unwrap();
    } else {
        assert!(
            written == wanted,
            "docs/operations.md is out of date: see the head of this test"
        );
    }
}
