//! What the mails say.

use crate::words::letters::{Letters, letter};

/// What the mails say.
pub(super) const LETTERS: Letters = Letters {
    signature: include_str!("letters/signature.txt"),
    trial: letter!("trial"),
    kinds: [letter!("link"), letter!("device_code"), letter!("received")],
};
