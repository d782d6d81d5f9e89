//! Whether the place for photos is described whole.

use super::Findings;
use crate::config::{PhotoPlace, Photos};

/// How long a bucket's name is, by the rules of AWS, which all others keep to.
const BUCKET_CHARACTERS: std::ops::RangeInclusive<usize> = 3..=63;

/// What is missing, contradictory or of the wrong shape.
pub(super) fn photos(photos: &Photos, findings: &mut Findings) {
    match photos.place {
        PhotoPlace::Folder => findings.note(
            photos.bucket.is_some(),
            "photos.place",
            "must be \"s3\" for the bucket given to be used",
        ),
        PhotoPlace::S3 => {
            names(photos, findings);
            access_key(photos, findings);
            findings.note(
                !photos.endpoint_is_safe(),
                "photos.endpoint",
                "must begin with https://, or photos.plain_http must allow otherwise",
            );
        }
    }
}

fn names(photos: &Photos, findings: &mut Findings) {
    match photos.bucket.as_deref() {
        None => findings.note(true, "photos.bucket", "is needed for place = \"s3\""),
        Some(name) => findings.note(
            !is_bucket(name),
            "photos.bucket",
            "is no name of a bucket: 3 to 63 of a-z, 0-9, - and .",
        ),
    }
    let is_prefix = |prefix: &str| prefix.split('/').all(is_word);
    findings.note(
        photos
            .prefix
            .as_deref()
            .is_some_and(|prefix| !is_prefix(prefix)),
        "photos.prefix",
        "is made of A-Z, a-z, 0-9, - and _, with / only in between",
    );
    findings.note(
        !is_word(&photos.region),
        "photos.region",
        "is made of A-Z, a-z, 0-9, - and _",
    );
}

fn access_key(photos: &Photos, findings: &mut Findings) {
    findings.note(
        photos.access_key_id.as_deref().is_none_or(str::is_empty),
        "photos.access_key_id",
        "is needed for place = \"s3\"",
    );
    let path = if photos.secret_access_key.is_some() {
        "photos.secret_access_key"
    } else {
        "photos.secret_access_key_file"
    };
    match photos.read_secret_access_key() {
        Err(problem) => findings.note(true, path, problem.to_string()),
        Ok(secret) => findings.note(secret.is_none(), path, "is needed for place = \"s3\""),
    }
}

fn is_bucket(name: &str) -> bool {
    let is_plain = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.')
    };
    BUCKET_CHARACTERS.contains(&name.len())
        && name.bytes().all(is_plain)
        && !name.starts_with(['-', '.'])
        && !name.ends_with(['-', '.'])
}

fn is_word(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !text.is_empty() && text.bytes().all(is_plain)
}
