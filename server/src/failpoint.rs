//! Named places at which a process can be made to die, so that `make soak` meets each of
//! them and not only those that chance meets.
//!
//! A release holds none of it: without the feature `failpoints` a place is an empty function.
//! With it `SHINSEI_DIE_AT=before-commit:3` ends the process, as a crash would, the third
//! time it comes there.
//!
//! The crate `fail` (0.5) can do much more, but ends in a panic, which the portal outlives.

/// A place where a crash would show whether the order of things is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failpoint {
    /// A photo is in the vault and no row knows of it yet.
    PhotoWritten,
    /// Everything is written and nothing is committed.
    BeforeCommit,
    /// It is committed and nobody is answered.
    AfterCommit,
    /// The mail server has taken a mail that is not marked as sent.
    AfterSmtp250,
    /// A row is gone and its photo is not.
    InCleanup,
}

/// Passes a place.
#[cfg(not(feature = "failpoints"))]
pub(crate) const fn reached(_: Failpoint) {}

#[cfg(feature = "failpoints")]
pub(crate) use doomed::reached;

#[cfg(any(feature = "failpoints", test))]
mod doomed {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::Failpoint;

    /// Passes a place, or dies there.
    #[cfg(feature = "failpoints")]
    pub(crate) fn reached(place: Failpoint) {
        use std::sync::LazyLock;

        static DOOM: LazyLock<Option<Doom>> = LazyLock::new(|| {
            let told = std::env::var("SHINSEI_DIE_AT").ok()?;
            Doom::read(&told)
        });
        if DOOM.as_ref().is_some_and(|doom| doom.has_come(place)) {
            std::process::abort();
        }
    }

    /// Where and at which time the process dies.
    struct Doom {
        place: Failpoint,
        left: AtomicU32,
    }

    impl Doom {
        /// Reads `PLACE:TIME`.
        fn read(text: &str) -> Option<Self> {
            let (name, time) = text.split_once(':')?;
            Some(Self {
                place: place(name)?,
                left: AtomicU32::new(time.parse().ok()?),
            })
        }

        fn has_come(&self, place: Failpoint) -> bool {
            place == self.place && self.left.fetch_sub(1, Ordering::Relaxed) == 1
        }
    }

    fn place(name: &str) -> Option<Failpoint> {
        Some(match name {
            "photo-written" => Failpoint::PhotoWritten,
            "before-commit" => Failpoint::BeforeCommit,
            "after-commit" => Failpoint::AfterCommit,
            "after-smtp-250" => Failpoint::AfterSmtp250,
            "in-cleanup" => Failpoint::InCleanup,
            _ => return None,
        })
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_process_dies_at_its_place_and_time_only() {
            let doom = Doom::read("after-commit:2").unwrap();
            assert!(!doom.has_come(Failpoint::AfterCommit));
            assert!(!doom.has_come(Failpoint::BeforeCommit));
            assert!(doom.has_come(Failpoint::AfterCommit));
        }

        #[test]
        fn what_names_no_place_and_time_dooms_nobody() {
            for text in ["", "after-commit", "after-commit:x", "elsewhere:1"] {
                assert!(Doom::read(text).is_none(), "{text}");
            }
        }
    }
}
