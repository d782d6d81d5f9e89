//! Where face photos are kept.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::kinds::{BaseUrl, Count, Secret, SecretProblem, count};
use super::section::section;

section! {
    /// Where face photos are kept, encrypted, and how many are worked on at once.
    Photos {
        /// "folder" keeps them on this machine or a network drive, "s3" in a bucket of
        /// S3-compatible object storage, for any number of machines.
        place: PhotoPlace = PhotoPlace::Folder;
        /// Folder for the place "folder".
        folder: PathBuf = PathBuf::from("photos");
        /// Bucket for the place "s3". It keeps no versions: what is deleted must be gone.
        bucket: Option<String> = None => Example("shinsei-photos");
        /// What the names of all photos in the bucket begin with, where it holds other
        /// things too.
        prefix: Option<String> = None => Example("portal");
        /// Region of the bucket.
        region: String = String::from("ap-northeast-1");
        /// Where the object storage is reached, scheme and host; unset, it is AWS.
        endpoint: Option<BaseUrl> = None => Example("https://s3.town.lg.jp");
        /// Whether an endpoint on another machine may be one of plain http, in a network
        /// of your own.
        plain_http: bool = false;
        /// Certificate (PEM) of an authority of the house that signed the endpoint's
        /// certificate, beside the usual authorities of the web.
        ca_file: Option<PathBuf> = None => Example("storage-ca.pem");
        /// Name of the access key. It needs s3:PutObject, s3:GetObject, s3:DeleteObject
        /// and s3:ListBucket.
        access_key_id: Option<String> = None => Example("AKIA0000000000000000");
        /// The access key's secret.
        secret_access_key: Option<Secret> = None => Environment;
        /// File with the access key's secret.
        secret_access_key_file: Option<PathBuf> = None => Example("/run/credentials/shinsei/photos-key");
        /// So many photos are decoded at once; one may take 200 MB of memory for a while.
        at_once: Count = count(2);
        /// A further photo waits so many seconds before its sender is told to come back.
        wait_seconds: Count = count(5);
    }
}

/// The kind of place photos are kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PhotoPlace {
    /// A folder.
    Folder,
    /// A bucket of S3-compatible object storage.
    S3,
}

impl Photos {
    /// The access key's secret, from wherever it is given.
    ///
    /// # Errors
    /// [`SecretProblem`] when it is given twice or its file gives nothing.
    pub fn read_secret_access_key(&self) -> Result<Option<Secret>, SecretProblem> {
        let (direct, file) = (&self.secret_access_key, &self.secret_access_key_file);
        Secret::from_either(direct.as_ref(), file.as_deref())
    }

    /// Whether requests may go to the endpoint as they are: it has TLS, is on this
    /// machine, or the operator said so.
    pub fn endpoint_is_safe(&self) -> bool {
        let is_safe = |url: &BaseUrl| url.is_https() || url.is_on_this_machine();
        self.plain_http || self.endpoint.as_ref().is_none_or(is_safe)
    }
}
