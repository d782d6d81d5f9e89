//! How many places of something scarce one holder may have.
//!
//! Whatever is scarce here has a share for each holder, so that nobody alone can take all of it.
//! Which things those are, and what a holder is, stands in
//! `docs/decisions/0035-a-share-and-an-end.md`.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Who is counted together outside: an address, or the site of an IPv6 address. A site may have
/// given out as many smaller networks as are wanted; whoever shares it with others has no less
/// than those who share an IPv4 address.
pub(super) type Network = Vec<u8>;

/// Who has how many places. Takes memory for those who have one, and for nobody else.
pub(super) struct Shares<H>(Arc<Mutex<HashMap<H, usize>>>);

impl<H> Clone for Shares<H> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<H> Default for Shares<H> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<H> Shares<H> {
    fn held(&self) -> MutexGuard<'_, HashMap<H, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<H: Eq + Hash + Clone> Shares<H> {
    /// One place more for this holder, if it has fewer than so many. Never waits.
    pub(super) fn take(&self, holder: H, at_most: usize) -> Option<Share<H>> {
        let mut held = self.held();
        let has = held.get(&holder).copied().unwrap_or(0);
        if has >= at_most {
            return None;
        }
        held.insert(holder.clone(), has + 1);
        drop(held);
        Some(Share {
            of: self.clone(),
            holder,
        })
    }
}

/// A place of a holder; given back when it is dropped.
pub(super) struct Share<H: Eq + Hash> {
    of: Shares<H>,
    holder: H,
}

impl<H: Eq + Hash> Drop for Share<H> {
    fn drop(&mut self) {
        let mut held = self.of.held();
        match held.get_mut(&self.holder) {
            Some(has) if *has > 1 => *has -= 1,
            _ => {
                held.remove(&self.holder);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_holder_has_its_share_and_others_have_theirs() {
        let shares = Shares::default();
        let first = shares.take("a", 2);
        let second = shares.take("a", 2);
        assert!(first.is_some() && second.is_some());
        assert!(shares.take("a", 2).is_none());
        assert!(shares.take("b", 2).is_some());
        drop(first);
        assert!(shares.take("a", 2).is_some());
    }

    #[test]
    fn nothing_is_remembered_of_whoever_has_no_place() {
        let shares = Shares::default();
        for holder in 0..1000 {
            let taken = [shares.take(holder, 2), shares.take(holder, 2)];
            assert!(shares.take(holder, 2).is_none());
            assert_eq!(shares.held().len(), 1);
            drop(taken);
            assert!(shares.held().is_empty());
        }
    }

    #[test]
    fn a_share_of_nothing_is_nothing() {
        assert!(Shares::default().take("a", 0).is_none());
    }
}
