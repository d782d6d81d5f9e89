//! The browser behind a request.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use super::session::SessionToken;
use crate::seal::Keys;

/// What happens to the browser's cookie with the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CookieChange {
    /// Set to a new session.
    Set(SessionToken),
    /// Removed, with everything else the browser keeps for this site.
    Clear,
}

/// The browser behind a request; shared between the layer that reads and
/// writes its cookie and the service that decides about its session.
#[derive(Clone, Debug)]
pub struct Visitor {
    client: IpAddr,
    shown: Option<SessionToken>,
    change: Arc<Mutex<Option<CookieChange>>>,
}

impl Visitor {
    /// A browser at this address that showed this cookie.
    pub fn new(client: IpAddr, shown: Option<SessionToken>) -> Self {
        Self {
            client,
            shown,
            change: Arc::default(),
        }
    }

    /// The cookie that counts: the one just set, else the one shown.
    pub fn token(&self) -> Option<SessionToken> {
        match self.cookie_change() {
            Some(CookieChange::Set(token)) => Some(token),
            Some(CookieChange::Clear) => None,
            None => self.shown.clone(),
        }
    }

    /// Whether it showed a cookie of ours.
    pub fn showed_cookie(&self) -> bool {
        self.shown.is_some()
    }

    /// Whether it showed a cookie that this portal has made: somebody who was let in before.
    pub fn was_let_in(&self, keys: &Keys) -> bool {
        self.shown
            .as_ref()
            .is_some_and(|token| token.is_marked(keys))
    }

    /// What limits count it by: the address, or the network of an IPv6 address.
    pub fn network(&self, ipv6_bits: u8) -> Vec<u8> {
        match self.client.to_canonical() {
            IpAddr::V4(address) => address.octets().to_vec(),
            IpAddr::V6(address) => {
                let mask = u128::MAX
                    .checked_shl(128 - u32::from(ipv6_bits.min(128)))
                    .unwrap_or(0);
                (address.to_bits() & mask).to_be_bytes().to_vec()
            }
        }
    }

    /// Whether it has an IPv6 address.
    pub fn is_ipv6(&self) -> bool {
        self.client.to_canonical().is_ipv6()
    }

    /// Changes the cookie with the answer.
    pub fn change_cookie(&self, change: CookieChange) {
        *self.change.lock().unwrap_or_else(PoisonError::into_inner) = Some(change);
    }

    /// The change to make.
    pub fn cookie_change(&self) -> Option<CookieChange> {
        self.change
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}
