//! What the routes and the connections keep to, of the settings.

use std::path::Path;
use std::time::Duration;

use leptos::config::{LeptosOptions, get_configuration};

use crate::config::{Count, Settings};
use crate::http::{AdmissionBounds, ConnectionBounds, HttpBounds, Patience, UploadBounds};

pub(super) fn seconds(count: Count) -> Duration {
    Duration::from_secs(count.get().into())
}

/// What the routes need to know.
pub fn http_bounds(settings: &Settings) -> HttpBounds {
    let http = &settings.http;
    let count = |count: Count| usize::try_from(count.get()).unwrap_or(usize::MAX);
    HttpBounds {
        base_url: http.base_url.as_str().to_owned(),
        any_host: !settings.is_production(),
        trusted_proxies: http.trusted_proxies.clone(),
        body_bytes: count(http.body_bytes),
        uploads: UploadBounds {
            at_once: count(http.uploads_at_once),
            per_application: count(http.uploads_at_once_per_application),
            per_network: count(http.uploads_at_once_per_network),
            bytes: count(http.upload_bytes),
            pause: seconds(http.body_seconds),
            bytes_per_second: settings.limits.upload_bytes_per_second.get().into(),
            whole: seconds(http.upload_seconds),
            wait: Duration::from_secs(http.wait_seconds.into()),
        },
        answer: seconds(http.answer_seconds),
        drawings_per_network: count(http.drawings_per_network),
        requests_under_way_per_client: count(http.connections_per_client),
        language: super::language(settings),
        admissions: AdmissionBounds {
            requests: count(http.requests_at_once),
            newcomers: count(http.newcomers_at_once),
            requests_per_network: count(http.requests_per_network),
            newcomers_per_network: count(http.newcomers_per_network),
            requests_per_session: count(http.requests_per_session),
            wait: Duration::from_secs(http.wait_seconds.into()),
            come_again_seconds: http.come_again_seconds.get(),
        },
    }
}

/// How many connections are held.
pub fn connections(settings: &Settings) -> ConnectionBounds {
    let http = &settings.http;
    let count = |count: Count| usize::try_from(count.get()).unwrap_or(usize::MAX);
    ConnectionBounds {
        at_once: count(http.connections_at_once),
        per_client: count(http.connections_per_client),
        trusted_proxies: http.trusted_proxies.clone(),
        ipv6_site_bits: settings.limits.ipv6_site_bits,
    }
}

/// How long connections are waited for.
pub fn patience(settings: &Settings) -> Patience {
    Patience {
        head: seconds(settings.http.head_seconds),
        write_timeout: seconds(settings.http.answer_seconds),
        end: seconds(settings.http.shutdown_seconds),
    }
}

/// What Leptos needs to know: from `cargo leptos` while it watches, else from
/// the settings.
pub fn leptos_options(settings: &Settings) -> LeptosOptions {
    if std::env::var_os("LEPTOS_OUTPUT_NAME").is_some()
        && let Ok(watched) = get_configuration(None)
    {
        return watched.leptos_options;
    }
    LeptosOptions::builder()
        .output_name("shinsei")
        .site_root(site_root(&settings.http.site_root))
        .site_pkg_dir("pkg")
        .site_addr(settings.http.address)
        .hash_files(true)
        .build()
}

fn site_root(folder: &Path) -> String {
    folder.display().to_string()
}
