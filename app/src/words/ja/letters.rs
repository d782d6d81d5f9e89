//! What the mails say.

use crate::words::letters::Letters;

/// What the mails say.
pub(super) const LETTERS: Letters = Letters {
    signature: include_str!("letters/signature.txt"),
    link_subject: include_str!("letters/link/subject.txt"),
    link: include_str!("letters/link/body.txt"),
    device_code_subject: include_str!("letters/device_code/subject.txt"),
    device_code: include_str!("letters/device_code/body.txt"),
    received_subject: include_str!("letters/received/subject.txt"),
    received: include_str!("letters/received/body.txt"),
    trial_subject: include_str!("letters/trial/subject.txt"),
    trial: include_str!("letters/trial/body.txt"),
};
