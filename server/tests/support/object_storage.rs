//! A place in real object storage for one test. Shared by the tests of the vault
//! (`src/photos`) and the portal's (`tests/http`).

use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

/// The bucket that the server was started with (`.make/test.sh`).
pub(crate) const BUCKET: &str = "shinsei-test";
/// The one access key of the server, and its secret.
pub(crate) const ACCESS_KEY: [&str; 2] = ["S3RVER", "S3RVER"];

/// Where the server is.
///
/// # Panics
/// Without a server.
pub(crate) fn endpoint() -> String {
    std::env::var("SHINSEI_TEST_S3").expect(
        "this test needs a server of S3-compatible object storage: `make unit` starts one and \
         runs the tests; or set SHINSEI_TEST_S3 to the address of an s3rver with the bucket \
         shinsei-test",
    )
}

/// A prefix in the bucket that no other test has.
pub(crate) fn fresh_prefix() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let since_1970 = std::time::UNIX_EPOCH.elapsed().unwrap();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("t{}-{}-{number}", since_1970.as_nanos(), process::id())
}
