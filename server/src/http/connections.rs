//! How many connections are held, and by whom.

use std::net::IpAddr;
use std::sync::Arc;

use ipnet::IpNet;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::share::{Network, Share, Shares};
use crate::service::network_of;
use crate::telemetry;

/// How many connections are held.
#[derive(Clone, Debug)]
pub struct ConnectionBounds {
    /// In all.
    pub at_once: usize,
    /// From one network.
    pub per_client: usize,
    /// Networks of proxies, which carry everybody's requests and have no share of their own.
    pub trusted_proxies: Vec<IpNet>,
    /// Length of the network an IPv6 address counts by, in bits.
    pub ipv6_site_bits: u8,
}

/// The connections held.
pub(super) struct Connections {
    places: Arc<Semaphore>,
    by_client: Shares<Network>,
    bounds: ConnectionBounds,
}

/// A connection's place, until it is dropped.
pub(super) struct Connection {
    _place: OwnedSemaphorePermit,
    _share: Option<Share<Network>>,
}

impl Connections {
    pub(super) fn new(bounds: ConnectionBounds) -> Self {
        Self {
            places: Arc::new(Semaphore::new(bounds.at_once.min(Semaphore::MAX_PERMITS))),
            by_client: Shares::default(),
            bounds,
        }
    }

    /// A place for a connection from there, if there is one. Never waits.
    pub(super) fn take(&self, peer: IpAddr) -> Option<Connection> {
        let taken = self.place(peer);
        if taken.is_none() {
            telemetry::turned_away("connection");
        }
        taken
    }

    fn place(&self, peer: IpAddr) -> Option<Connection> {
        let peer = peer.to_canonical();
        let mut proxies = self.bounds.trusted_proxies.iter();
        let share = if proxies.any(|network| network.contains(&peer)) {
            None
        } else {
            let client = network_of(peer, self.bounds.ipv6_site_bits);
            Some(self.by_client.take(client, self.bounds.per_client)?)
        };
        let place = Arc::clone(&self.places).try_acquire_owned().ok()?;
        Some(Connection {
            _place: place,
            _share: share,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connections() -> Connections {
        Connections::new(ConnectionBounds {
            at_once: 4,
            per_client: 2,
            trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
            ipv6_site_bits: 48,
        })
    }

    fn some(connections: &Connections, peer: &str) -> Option<Connection> {
        connections.take(peer.parse().unwrap())
    }

    #[test]
    fn a_client_has_its_share_and_leaves_the_rest_to_others() {
        let all = connections();
        let first = some(&all, "192.0.2.1");
        let _second = some(&all, "::ffff:192.0.2.1");
        assert!(some(&all, "192.0.2.1").is_none());
        assert!(some(&all, "192.0.2.2").is_some());
        drop(first);
        assert!(some(&all, "192.0.2.1").is_some());
    }

    #[test]
    fn the_addresses_of_one_ipv6_site_share() {
        let all = connections();
        let _held = [some(&all, "2001:db8::1"), some(&all, "2001:db8:0:1::2")];
        assert!(some(&all, "2001:db8:0:2::3").is_none());
        assert!(some(&all, "2001:db8:1::3").is_some());
    }

    #[test]
    fn a_proxy_has_all_there_is_and_no_more() {
        let all = connections();
        let held: Vec<_> = (0..4).map(|_| some(&all, "10.0.0.1")).collect();
        assert!(held.iter().all(Option::is_some));
        assert!(some(&all, "10.0.0.1").is_none());
        assert!(some(&all, "192.0.2.1").is_none());
    }
}
