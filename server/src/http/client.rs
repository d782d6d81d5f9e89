//! The address of the browser behind a request.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use ipnet::IpNet;

use super::AppState;
use super::share::Network;
use crate::service::network_of;

/// The address that limits count by.
///
/// `X-Forwarded-For` is believed only as far as trusted proxies wrote it: read
/// from the end, the first address that is not a trusted proxy's.
pub(super) fn address(request: &Request, trusted: &[IpNet]) -> IpAddr {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| {
            peer.0.ip().to_canonical()
        });
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    if !is_trusted(&peer) {
        return peer;
    }
    let headers = request.headers().get_all("x-forwarded-for").iter();
    let named: Vec<&str> = headers
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let mut believed = peer;
    for text in named.into_iter().rev() {
        let Some(address) = written(text.trim()) else {
            break;
        };
        believed = address.to_canonical();
        if !is_trusted(&believed) {
            break;
        }
    }
    believed
}

/// The network a request comes from.
pub(super) fn network(request: &Request, state: &AppState) -> Network {
    let client = address(request, &state.bounds.trusted_proxies);
    network_of(client, state.service.bounds().ipv6_site_bits)
}

/// An address as proxies write it: some add the port, or the brackets of an address in a URL.
/// One that is not understood would count everybody behind that proxy as one.
fn written(text: &str) -> Option<IpAddr> {
    let plain = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let plain = plain.unwrap_or(text).parse().ok();
    plain.or_else(|| {
        text.parse()
            .ok()
            .map(|with_port: SocketAddr| with_port.ip())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn seen(peer: &str, forwarded: Option<&str>) -> String {
        let mut request = Request::builder();
        if let Some(text) = forwarded {
            request = request.header("x-forwarded-for", text);
        }
        let mut request = request.body(Body::empty()).unwrap();
        let peer = SocketAddr::new(peer.parse().unwrap(), 1);
        request.extensions_mut().insert(ConnectInfo(peer));
        address(&request, &["10.0.0.0/8".parse().unwrap()]).to_string()
    }

    #[test]
    fn a_stranger_cannot_name_its_own_address() {
        assert_eq!(seen("192.0.2.1", Some("198.51.100.7")), "192.0.2.1");
    }

    #[test]
    fn a_trusted_proxy_names_the_client_and_what_stands_before_is_not_believed() {
        assert_eq!(
            seen("10.0.0.1", Some("203.0.113.9, 198.51.100.7")),
            "198.51.100.7"
        );
        assert_eq!(
            seen("10.0.0.1", Some("198.51.100.7, 10.0.0.2")),
            "198.51.100.7"
        );
        // Some proxies write the port too.
        assert_eq!(seen("10.0.0.1", Some("198.51.100.7:4711")), "198.51.100.7");
        assert_eq!(seen("10.0.0.1", Some("[2001:db8::7]:4711")), "2001:db8::7");
        assert_eq!(seen("10.0.0.1", Some("[2001:db8::7]")), "2001:db8::7");
        assert_eq!(seen("10.0.0.1", Some("nonsense")), "10.0.0.1");
        assert_eq!(seen("10.0.0.1", None), "10.0.0.1");
    }
}
