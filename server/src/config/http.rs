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
        /// Largest body of a request, in bytes. Forms are small.
        body_bytes: Count = count(64 * 1024);
        /// Largest body of a photo upload, in bytes: the photo and its envelope.
        upload_bytes: Count = count(8 * 1024 * 1024);
        /// The head of a request must have arrived after so many seconds.
        head_seconds: Count = count(10);
        /// A request's body must have arrived after so many seconds.
        body_seconds: Count = count(30);
        /// A request must be answered after so many seconds.
        answer_seconds: Count = count(30);
        /// At the end of the service, requests under way have so many seconds to finish.
        shutdown_seconds: Count = count(30);
    }
}
