//! Words of the QR reader.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// Words of the QR reader.
    pub struct Qr {
        /// The button.
        open: Text,
        /// Names the camera's picture.
        video: Text,
        /// Label of the control that takes a picture.
        file: Text,
        /// The button that closes the reader.
        stop: Text,
        /// While the reader is loaded.
        loading: Text,
        /// It could not be loaded.
        failed: Text,
        /// While the browser asks for the camera.
        starting: Text,
        /// The camera is on.
        aim: Text,
        /// The camera was not allowed.
        denied: Text,
        /// There is no camera.
        missing: Text,
        /// The camera is in use.
        busy: Text,
        /// While a picture is searched.
        reading: Text,
        /// No code in the picture.
        nothing: Text,
        /// Another code.
        other: Text,
        /// The file is no picture the browser can open.
        unopened: Text,
        /// The ID is in its field.
        found: Text,
        /// Closed by the applicant.
        stopped: Text,
    }
}
