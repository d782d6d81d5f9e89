//! Values that do not go together.

use super::*;

#[test]
fn values_that_contradict_each_other_are_reported() {
    for (flags, path) in [
        (&[("mail.user", "x")][..], "mail.password_file"),
        (&[("http.upload_bytes", "7340032")], "http.upload_bytes"),
        (&[("journey.code_minutes", "11")], "journey.code_minutes"),
        (
            &[("journey.session_idle_minutes", "1441")],
            "journey.session_idle_minutes",
        ),
        (
            &[("journey.link_hours", "49")],
            "retention.unverified_hours",
        ),
        (&[("journey.terms_file", "/no/such")], "journey.terms_file"),
        (&[("mail.ca_file", "/no/such")], "mail.ca_file"),
        (&[("database.ca_file", "/no/such")], "database.ca_file"),
        (
            &[("database.password_file", "/no/such")],
            "database.password_file",
        ),
        (&[("limits.proof_bits", "24")], "limits.proof_bits"),
        (
            &[("limits.ipv6_network_bits", "0")],
            "limits.ipv6_network_bits",
        ),
        (&[("limits.ipv6_site_bits", "65")], "limits.ipv6_site_bits"),
        (
            &[
                ("limits.ipv6_network_bits", "56"),
                ("limits.ipv6_site_bits", "57"),
            ],
            "limits.ipv6_site_bits",
        ),
        (
            &[("journey.birth_date_tries_in_all", "101")],
            "journey.birth_date_tries_in_all",
        ),
    ] {
        let mut flags: Vec<_> = flags
            .iter()
            .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
            .collect();
        flags.push(("mode".to_owned(), "demo".to_owned()));
        let settings = load(&Sources {
            flags,
            ..Sources::default()
        })
        .unwrap();
        assert_eq!(paths(&check(&settings)), [path]);
    }
}

#[test]
fn a_password_does_not_travel_in_the_clear_to_another_machine() {
    let unprotected = |host: &str| {
        let settings = load(&environment(&[
            ("SHINSEI__MODE", "demo"),
            ("SHINSEI__MAIL__USER", "x"),
            ("SHINSEI__MAIL__PASSWORD", "x"),
            ("SHINSEI__MAIL__TLS", "none"),
            ("SHINSEI__MAIL__HOST", host),
        ]));
        check(&settings.unwrap())
    };
    assert_eq!(paths(&unprotected("mail.town.lg.jp")), ["mail.tls"]);
    assert_eq!(unprotected("127.0.0.1"), []);
    assert_eq!(unprotected("localhost"), []);
}

/// What is wrong with object storage that is described by these settings.
fn storage(pairs: &[(&str, &str)]) -> Vec<ConfigProblem> {
    let whole = [
        ("SHINSEI__MODE", "demo"),
        ("SHINSEI__PHOTOS__PLACE", "s3"),
        ("SHINSEI__PHOTOS__BUCKET", "photos"),
        ("SHINSEI__PHOTOS__ACCESS_KEY_ID", "somebody"),
        ("SHINSEI__PHOTOS__SECRET_ACCESS_KEY", "hunter2"),
    ];
    let unset: Vec<_> = pairs.iter().filter(|(_, value)| value.is_empty()).collect();
    let is_kept = |name: &str| !unset.iter().any(|(unset, _)| *unset == name);
    let set = pairs.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<_> = whole
        .into_iter()
        .filter(|(name, _)| is_kept(name))
        .chain(set.copied())
        .collect();
    check(&load(&environment(&pairs)).unwrap())
}

#[test]
fn object_storage_must_be_described_whole() {
    assert_eq!(storage(&[]), []);
    for (pair, path) in [
        (("SHINSEI__PHOTOS__BUCKET", ""), "photos.bucket"),
        (("SHINSEI__PHOTOS__BUCKET", "a/b"), "photos.bucket"),
        (("SHINSEI__PHOTOS__BUCKET", "ab"), "photos.bucket"),
        (
            ("SHINSEI__PHOTOS__ACCESS_KEY_ID", ""),
            "photos.access_key_id",
        ),
        (
            ("SHINSEI__PHOTOS__SECRET_ACCESS_KEY", ""),
            "photos.secret_access_key_file",
        ),
        (
            ("SHINSEI__PHOTOS__SECRET_ACCESS_KEY_FILE", "/some/file"),
            "photos.secret_access_key",
        ),
        (("SHINSEI__PHOTOS__PREFIX", "../x"), "photos.prefix"),
        (("SHINSEI__PHOTOS__PREFIX", "x/"), "photos.prefix"),
        (("SHINSEI__PHOTOS__REGION", "x.y"), "photos.region"),
        (("SHINSEI__PHOTOS__CA_FILE", "/no/such"), "photos.ca_file"),
        (("SHINSEI__PHOTOS__PLACE", "folder"), "photos.place"),
    ] {
        let problems = storage(&[pair]);
        assert_eq!(paths(&problems), [path], "{pair:?}");
        assert!(!format!("{problems:?}").contains("hunter2"));
    }
}

#[test]
fn photos_travel_by_plain_http_on_this_machine_or_where_it_is_asked_for() {
    let endpoint = |url| ("SHINSEI__PHOTOS__ENDPOINT", url);
    let far = endpoint("http://s3.town.lg.jp");
    assert_eq!(paths(&storage(&[far])), ["photos.endpoint"]);
    assert_eq!(storage(&[far, ("SHINSEI__PHOTOS__PLAIN_HTTP", "true")]), []);
    for url in [
        "https://s3.town.lg.jp",
        "http://localhost:9000",
        "http://127.0.0.1:9000",
        "http://[::1]:9000",
    ] {
        assert_eq!(storage(&[endpoint(url)]), [], "{url}");
    }
    // Looks like this machine, but is a name that anybody can have.
    let alike = endpoint("http://127.0.0.1.example.jp");
    assert_eq!(paths(&storage(&[alike])), ["photos.endpoint"]);
}

#[test]
fn the_larger_ipv6_network_may_be_the_network_itself() {
    for bits in ["32", "48", "64"] {
        let settings = load(&environment(&[
            ("SHINSEI__MODE", "demo"),
            ("SHINSEI__LIMITS__IPV6_NETWORK_BITS", bits),
            ("SHINSEI__LIMITS__IPV6_SITE_BITS", bits),
        ]));
        assert_eq!(check(&settings.unwrap()), []);
    }
}
