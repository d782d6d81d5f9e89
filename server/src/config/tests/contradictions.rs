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
