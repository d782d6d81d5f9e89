//! The hidden proof of work of the registration form.

use crate::words::proof::Proof;

/// The hidden proof of work of the registration form.
pub(super) const PROOF: Proof = Proof {
    under_way: "機械による送信でないことを確認しています…",
    done: "機械による送信でないことを確認できました",
};
