//! What a vault in S3-compatible object storage needs besides the object store.

use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path as Location;
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, Certificate, ClientOptions, ObjectStore, RetryConfig};
use zeroize::Zeroizing;

use super::VaultError;

/// A server must accept a connection within this time.
const CONNECT: Duration = Duration::from_secs(3);
/// One request, with the whole photo on its way, must be over within this time.
const REQUEST: Duration = Duration::from_secs(10);
/// So often a request is repeated when the server failed or was not reached.
const REPEATS: usize = 2;
/// No repetition begins later than this after the first try.
const LAST_REPEAT: Duration = Duration::from_secs(8);
/// The first repetition waits at least so long.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// No repetition waits longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);
/// An act on the vault is given up after this time, whatever the server does. Shorter
/// than a browser waits for an answer (`http.answer_seconds`, 30).
pub(super) const WHOLE: Duration = Duration::from_secs(20);

/// A place for photos in S3-compatible object storage, and the key to it. Has no `Debug`.
pub struct S3Place {
    /// The bucket.
    pub bucket: String,
    /// What the name of every photo begins with, before a slash.
    pub prefix: Option<String>,
    /// Region of the bucket; servers of other makers mostly take any.
    pub region: String,
    /// Scheme and host of the server; none for AWS.
    pub endpoint: Option<String>,
    /// Whether the endpoint may be one of plain http.
    pub in_the_clear: bool,
    /// Certificates (PEM) of authorities that are trusted beside those of the web.
    pub authorities: Option<Vec<u8>>,
    /// Name of the access key.
    pub access_key_id: String,
    /// The access key itself.
    pub secret_access_key: Zeroizing<String>,
}

/// The object store at this place. Nothing is asked of the server yet.
pub(super) fn store(place: &S3Place) -> Result<Arc<dyn ObjectStore>, VaultError> {
    let store = bucket(place)?;
    Ok(match &place.prefix {
        Some(prefix) => {
            let prefix = Location::parse(prefix).map_err(VaultError::failed)?;
            Arc::new(PrefixStore::new(store, prefix))
        }
        None => Arc::new(store),
    })
}

fn bucket(place: &S3Place) -> Result<AmazonS3, VaultError> {
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&place.bucket)
        .with_region(&place.region)
        .with_access_key_id(&place.access_key_id)
        .with_secret_access_key(place.secret_access_key.as_str())
        // Servers of other makers do not all know how to delete many at once.
        .with_disable_bulk_delete(true)
        .with_retry(repeats())
        .with_client_options(client(place)?);
    if let Some(endpoint) = &place.endpoint {
        builder = builder.with_endpoint(endpoint);
    }
    builder.build().map_err(VaultError::failed)
}

fn repeats() -> RetryConfig {
    RetryConfig {
        backoff: BackoffConfig {
            init_backoff: FIRST_PAUSE,
            max_backoff: LONGEST_PAUSE,
            ..BackoffConfig::default()
        },
        max_retries: REPEATS,
        retry_timeout: LAST_REPEAT,
    }
}

/// TLS as for mail and database: by *ring*, with the authorities of the web that come
/// with the program, whatever this machine trusts.
fn client(place: &S3Place) -> Result<ClientOptions, VaultError> {
    // Refused when one is set already: then it is this one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut options = ClientOptions::new()
        .with_connect_timeout(CONNECT)
        .with_timeout(REQUEST)
        .with_allow_http(place.in_the_clear)
        .with_no_system_certificates(true);
    for authority in webpki_root_certs::TLS_SERVER_ROOT_CERTS {
        options = options.with_root_certificate(Certificate::from_der(authority).map_err(failed)?);
    }
    let own = place.authorities.as_deref().unwrap_or_default();
    for authority in Certificate::from_pem_bundle(own).map_err(failed)? {
        options = options.with_root_certificate(authority);
    }
    Ok(options)
}

fn failed(error: object_store::Error) -> VaultError {
    VaultError::failed(error)
}
