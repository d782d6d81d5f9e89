//! The photo check without an application.

use crate::words::sentence::{Text, catalogue};

catalogue! {
    /// The photo check without an application.
    pub struct Checker {
        /// Heading.
        title: Text,
        /// The link to the page, from others.
        link: Text,
        /// What the page is for.
        lead: Text,
        /// Heading of the notice.
        kept_here_title: Text,
        /// What happens to the photo.
        kept_here: Text,
        /// Where scripting is off.
        needs_script: Text,
        /// Where the page's modules do not come, or the browser has no WebAssembly.
        not_awake: Text,
        /// What the result is worth.
        estimate: Text,
        /// To the application.
        apply: Text,
        /// The device cannot check.
        unable: Text,
        /// Broken off by the person.
        cancelled: Text,
        /// Above a list of what the applicant should look at.
        advised: Text,
    }
}
