//! QR reader.
