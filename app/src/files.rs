//! The addresses of files that are served as they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::use_context;

/// Digests of files by their names. A file asked for with the digest of what it holds never
/// changes, so that a browser keeps it.
#[derive(Clone, Debug, Default)]
pub struct FileDigests(Arc<BTreeMap<String, String>>);

impl FileDigests {
    /// Of these files: name and digest.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(Arc::new(files.into_iter().collect()))
    }

    /// The digest of a file; none of one that is not known, or may change.
    pub fn of(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// The address of a file, with its digest where that is known.
pub(crate) fn address(name: &str) -> String {
    let digests = use_context::<FileDigests>().unwrap_or_default();
    match digests.of(name) {
        Some(digest) => format!("/{name}?{digest}"),
        None => format!("/{name}"),
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::{Owner, provide_context};

    use super::*;

    #[test]
    fn an_address_holds_the_digest_where_it_is_known() {
        Owner::new().with(|| {
            assert_eq!(address("session.js"), "/session.js");
            let known = ("session.js".to_owned(), "0123".to_owned());
            provide_context(FileDigests::new([known]));
            assert_eq!(address("session.js"), "/session.js?0123");
            assert_eq!(address("other.js"), "/other.js");
        });
    }
}
