//! The check before anything is sent.

use rules::photo::{Facts, Finding, Inspection, inspect, inspect_size};
use web_sys::Blob;

use crate::browser::file;

/// As much of a file as tells its format.
const HEAD_BYTES: u32 = 64;

/// Checks a file by the rules of the server. Nothing if it cannot be read.
pub(super) async fn check(picked: &Blob) -> Option<Inspection> {
    let size = file::size(picked);
    match inspect_size(size) {
        Some(too_many @ Finding::TooManyBytes { .. }) => {
            let head = file::head(picked, HEAD_BYTES).await?;
            Some(of_unread(size, too_many, inspect(&head)))
        }
        _ => file::bytes(picked).await.map(|bytes| inspect(&bytes)),
    }
}

/// A file too large to be read whole: another format is named, as that comes
/// first; of a JPEG nothing but the size is known.
fn of_unread(bytes: u64, too_many: Finding, head: Inspection) -> Inspection {
    let facts = Facts {
        bytes,
        ..Facts::default()
    };
    let is_other = |finding: &Finding| matches!(finding, Finding::NotJpeg { .. });
    let finding = head.findings.into_iter().find(is_other).unwrap_or(too_many);
    Inspection {
        facts,
        findings: vec![finding],
    }
}
