//! What object storage says when it does not do what it is asked.

use std::error::Error;

use object_store::client::{HttpError, HttpErrorKind};

/// Why object storage did not do what it was asked. Says nothing of keys, signatures or
/// what else the server quotes in its answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum S3Fault {
    /// The bucket is not there.
    #[error("there is no such bucket (photos.bucket)")]
    NoBucket,
    /// The server does not know the access key's name.
    #[error("the server does not know this access key (photos.access_key_id)")]
    UnknownKey,
    /// The signature made with the secret is not the server's.
    #[error("the access key's secret is a wrong one (photos.secret_access_key_file)")]
    WrongSecret,
    /// The key is right, but may not do this.
    #[error("the access key has no permission for this")]
    NotAllowed,
    /// Clocks are too far apart.
    #[error("the clocks of this machine and of the server are too far apart")]
    Clock,
    /// The bucket is in another region.
    #[error("the bucket is in another region (photos.region)")]
    Region,
    /// Nobody answers, or not with a certificate that is trusted; with the cause.
    #[error("the server cannot be reached: {0}")]
    Unreachable(String),
    /// The answer took too long.
    #[error("the server does not answer in time")]
    Slow,
    /// Anything else: the server's word for it, or that of the library.
    #[error("the server refused: {0}")]
    Other(String),
}

impl S3Fault {
    /// The fault behind an error of the object store.
    pub(super) fn of(error: &object_store::Error) -> Self {
        let causes = causes(error);
        let text = error.to_string();
        if let Some(code) = code(&text) {
            return Self::of_code(code);
        }
        let http = causes
            .iter()
            .find_map(|cause| cause.downcast_ref::<HttpError>());
        match http.map(HttpError::kind) {
            Some(HttpErrorKind::Timeout) => Self::Slow,
            Some(_) => Self::Unreachable(causes.last().map_or(text, ToString::to_string)),
            None if text.contains("incorrectly configured region") => Self::Region,
            None => Self::Other(kind(error).to_owned()),
        }
    }

    /// Whether an error says that the object is missing, in the words of object storage:
    /// the bucket may be what is not found, or the whole service.
    pub(super) fn is_missing_object(error: &object_store::Error) -> bool {
        let is_missing = matches!(error, object_store::Error::NotFound { .. });
        is_missing && code(&error.to_string()) == Some("NoSuchKey")
    }

    /// The fault behind the server's word for it.
    fn of_code(code: &str) -> Self {
        match code {
            "NoSuchBucket" => Self::NoBucket,
            "InvalidAccessKeyId" => Self::UnknownKey,
            "SignatureDoesNotMatch" => Self::WrongSecret,
            "AccessDenied" => Self::NotAllowed,
            "RequestTimeTooSkewed" => Self::Clock,
            "AuthorizationHeaderMalformed" | "PermanentRedirect" => Self::Region,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// An error and what caused it, down to the first cause.
fn causes(error: &object_store::Error) -> Vec<&(dyn Error + 'static)> {
    let mut causes = Vec::new();
    let mut next: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(cause) = next {
        causes.push(cause);
        next = cause.source();
    }
    causes
}

/// What stands between `<Code>` and `</Code>`, if it is a word.
fn code(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("<Code>")?;
    let (code, _) = rest.split_once("</Code>")?;
    code.bytes()
        .all(|byte| byte.is_ascii_alphanumeric())
        .then_some(code)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's list of faults is open"
)]
fn kind(error: &object_store::Error) -> &'static str {
    match error {
        object_store::Error::PermissionDenied { .. } => "forbidden",
        object_store::Error::Unauthenticated { .. } => "not authenticated",
        _ => "an answer that is not understood",
    }
}
