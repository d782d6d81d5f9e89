//! Why coded data is no picture.

use rules::photo::Finding;

/// The coded data of a file is no whole picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A part of the picture is missing.
    #[error("a part of the picture is missing")]
    Incomplete,
    /// What is there is no picture.
    #[error("the coded data is no picture")]
    Damaged,
}

impl From<Broken> for Finding {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::Incomplete => Self::Incomplete,
            Broken::Damaged => Self::Damaged,
        }
    }
}
