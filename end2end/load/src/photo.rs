//! Photos in their envelopes, made once and shared by all uploads.

use std::path::Path;

use bytes::Bytes;

/// The type of an envelope.
pub const KIND: &str = "multipart/form-data; boundary=----load-5d1f0c0e8b7a";

const HEAD: &str = "------load-5d1f0c0e8b7a\r\n\
    Content-Disposition: form-data; name=\"photo\"; filename=\"photo.jpg\"\r\n\
    Content-Type: image/jpeg\r\n\r\n";

const FOOT: &str = "\r\n------load-5d1f0c0e8b7a--\r\n";

/// A photo as a form sends it.
pub struct Photo {
    /// All bytes of the body.
    pub envelope: Bytes,
}

impl Photo {
    /// Reads a photo.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(file: &Path) -> std::io::Result<Self> {
        let envelope = [HEAD.as_bytes(), &std::fs::read(file)?, FOOT.as_bytes()].concat();
        Ok(Self {
            envelope: envelope.into(),
        })
    }
}
