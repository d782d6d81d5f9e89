//! Where the portal listens and what it takes in.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use ipnet::IpNet;

use super::kinds::{BaseUrl, Count, count};
use super::section::section;

section! {
    /// Where the portal listens, how it is reached, and how much and how long a
    /// request may take.
    Http {
        /// Address and port to listen on. TLS is the business of the proxy in front.
        address: SocketAddr = SocketAddr::from((Ipv4Addr::LOCALHOST, 3000));
        /// Where browsers reach the portal: scheme and host, nothing after it. Stands
        /// in mails and QR codes, and is the only origin that forms are taken from.
        /// In production it begins with https://.
        base_url: BaseUrl = BaseUrl::local();
        /// Networks of the proxies in front, for example `["10.0.0.0/8"]`. Only they
        /// are believed when they name a client's address (`X-Forwarded-For`).
        trusted_proxies: Vec<IpNet> = Vec::new();
        /// Folder with the built style sheets, pictures and WebAssembly.
        site_root: PathBuf = PathBuf::from("target/site");
        /// So many requests for pages are answered at once; assets are not counted.
        requests_at_once: Count = count(200);
        /// So many of these may come from people who were not let in before, so that those
        /// who are inside always find a place.
        newcomers_at_once: Count = count(100);
        /// So many requests for pages may come from one network (a client's address, or the
        /// `limits.ipv6_site_bits` of an IPv6 address) at once, so that nobody alone takes all
        /// places.
        requests_per_network: Count = count(100);
        /// So many of them may come at once from people of one network who were not let in
        /// before, those who wait for a place included. Mobile networks put many people behind
        /// one address; but each holds a place for some milliseconds only.
        newcomers_per_network: Count = count(40);
        /// So many may come at once from one browser that was let in.
        requests_per_session: Count = count(8);
        /// So many photos are taken in at once; a slow phone holds its place for long. When
        /// places run short, the slowest of them loses its place.
        uploads_at_once: Count = count(128);
        /// So many of them may be of one application.
        uploads_at_once_per_application: Count = count(2);
        /// So many of them may come from one network.
        uploads_at_once_per_network: Count = count(8);
        /// A photo must have arrived whole after so many seconds, unless it is the only one
        /// that its network sends.
        upload_seconds: Count = count(300);
        /// So many captchas are drawn or spoken at once.
        drawings_at_once: Count = count(4);
        /// So many may be asked for by one network at once, those that wait included.
        drawings_per_network: Count = count(8);
        /// So many connections are held at once; each takes an open file.
        connections_at_once: Count = count(4096);
        /// So many of them may come from one network. Those from `trusted_proxies` are not
        /// counted, for they carry everybody's requests; of these so many of one network may
        /// be under way at once.
        connections_per_client: Count = count(512);
        /// Who finds no place waits so many seconds for one; 0 turns away at once.
        wait_seconds: u32 = 3;
        /// Who still found none is asked to come again after so many seconds; the page
        /// does so by itself.
        come_again_seconds: Count = count(20);
        /// Largest body of a form, in bytes. The largest one that can be right has less than
        /// half of it.
        body_bytes: Count = count(16 * 1024);
        /// Largest body of a photo upload, in bytes: the photo and its envelope.
        upload_bytes: Count = count(8 * 1024 * 1024);
        /// The head of a request must have arrived after so many seconds.
        head_seconds: Count = count(10);
        /// A request's body must have arrived after so many seconds.
        body_seconds: Count = count(30);
        /// A request must be answered after so many seconds; an answer of which nothing is
        /// read for as long is given up.
        answer_seconds: Count = count(30);
        /// At the end of the service, requests under way have so many seconds to finish.
        shutdown_seconds: Count = count(30);
    }
}
