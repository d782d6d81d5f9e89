//! Whom a limit counts: who a proxy says it is, IPv4 in IPv6, the networks of one IPv6 site.

use std::net::IpAddr;

use axum::body::Body;
use http::Method;
use http::header::CONTENT_TYPE;

use crate::support::{Browser, Kind, Plan, TestPortal, form_id};

fn at(portal: &TestPortal, address: &str) -> Browser {
    portal.browser_at(address.parse().unwrap())
}

/// Tries an unknown form from this peer under this forwarded address.
async fn tries(portal: &TestPortal, peer: &str, forwarded: &str) -> u16 {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("application_id", form_id(9).as_str())
        .finish();
    let request = Browser::request(Kind::Script, Method::POST, "/api/start/give")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("x-forwarded-for", forwarded)
        .body(Body::from(body))
        .unwrap();
    at(portal, peer).send(request).await.status.as_u16()
}

#[tokio::test]
async fn forwarded_addresses_are_believed_from_trusted_proxies_only() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.http.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()];
        plan.settings.limits.unknown_links = 1.try_into().unwrap();
    })
    .await;
    assert_eq!(tries(&portal, "10.0.0.1", "203.0.113.1").await, 422);
    assert_eq!(
        tries(&portal, "10.0.0.2", "203.0.113.1").await,
        429,
        "the same client by another proxy"
    );
    assert_eq!(
        tries(&portal, "10.0.0.1", "203.0.113.2").await,
        422,
        "another client"
    );
    assert_eq!(
        tries(&portal, "10.0.0.1", "203.0.113.3, 203.0.113.1").await,
        429,
        "what it says of itself"
    );
    assert_eq!(tries(&portal, "192.0.2.9", "203.0.113.4").await, 422);
    assert_eq!(
        tries(&portal, "192.0.2.9", "203.0.113.5").await,
        429,
        "a stranger names no address"
    );
}

#[tokio::test]
async fn an_ipv4_address_and_its_ipv6_writing_are_one() {
    let portal =
        TestPortal::planned(|plan| plan.settings.limits.unknown_links = 1.try_into().unwrap())
            .await;
    assert_eq!(tries(&portal, "192.0.2.1", "").await, 422);
    let mapped: IpAddr = "::ffff:192.0.2.1".parse().unwrap();
    assert_eq!(tries(&portal, &mapped.to_string(), "").await, 429);
}

/// Two tries each half hour for a network, three times that for a site.
fn few_tries(plan: &mut Plan) {
    let limits = &mut plan.settings.limits;
    limits.unknown_links = 2.try_into().unwrap();
    limits.ipv6_site_networks = 3.try_into().unwrap();
}

#[tokio::test]
async fn networks_of_one_ipv6_site_have_together_what_some_have() {
    let portal = TestPortal::planned(few_tries).await;
    for network in 1..=3 {
        for host in 1..=2 {
            let address = format!("2001:db8:7:{network}::{host}");
            assert_eq!(tries(&portal, &address, "").await, 422, "{address}");
        }
        let address = format!("2001:db8:7:{network}::3");
        assert_eq!(tries(&portal, &address, "").await, 429, "{address}");
    }
    // The last network of the site, which did nothing yet; often, which costs nothing.
    for _ in 0..10 {
        assert_eq!(tries(&portal, "2001:db8:7:ffff::1", "").await, 429);
    }
    for other in ["2001:db8:8::1", "2001:db8:6:ffff::1", "192.0.2.1"] {
        assert_eq!(tries(&portal, other, "").await, 422, "{other}");
    }
    // The site has three each half hour, so one each ten minutes.
    for _ in 0..2 {
        portal.wait(599);
        assert_eq!(tries(&portal, "2001:db8:7:ffff::1", "").await, 429);
        portal.wait(1);
        assert_eq!(tries(&portal, "2001:db8:7:ffff::1", "").await, 422);
    }
}

#[tokio::test]
async fn a_site_that_is_used_up_stores_nothing_for_its_further_networks() {
    let portal = TestPortal::planned(few_tries).await;
    for number in 0..6 {
        let address = format!("2001:db8:7:{}::1", number / 2);
        assert_eq!(tries(&portal, &address, "").await, 422, "{address}");
    }
    portal.store.take_calls();
    for network in 10..20 {
        let address = format!("2001:db8:7:{network}::1");
        assert_eq!(tries(&portal, &address, "").await, 429, "{address}");
    }
    let calls = portal.store.take_calls();
    let named = |name| calls.iter().filter(|call| call.name == name).count();
    assert_eq!((named("take"), named("give_back")), (10, 0));
}

#[tokio::test]
async fn what_is_found_costs_neither_the_network_nor_its_site_anything() {
    let portal = TestPortal::planned(few_tries).await;
    for number in 0..20 {
        let browser = at(&portal, &format!("2001:db8:7:{number}::1"));
        assert_eq!(browser.give_form(1).await.location(), "/terms");
    }
    for network in 1..=3 {
        for expected in [422, 422, 429] {
            let address = format!("2001:db8:7:{network}::1");
            assert_eq!(tries(&portal, &address, "").await, expected, "{address}");
        }
    }
}
