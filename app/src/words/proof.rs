//! The hidden proof of work of the registration form.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// The hidden proof of work of the registration form.
    pub struct Proof {
        /// While it goes on.
        under_way: Text,
        /// When it is done.
        done: Text,
    }
}
