//! File, environment and flags.

use super::*;

#[test]
fn nothing_given_means_production_and_names_all_that_is_missing() {
    let settings = load(&Sources::default()).unwrap();
    assert!(settings.is_production());
    assert_eq!(
        paths(&check(&settings)),
        [
            "secrets.key_file",
            "http.base_url",
            "mail.transport",
            "mail.from",
            "office.name",
            "office.phone",
            "office.hours"
        ]
    );
}

#[test]
fn all_defaults_are_a_working_demonstration() {
    let settings = load(&environment(&[("SHINSEI__MODE", "demo")])).unwrap();
    assert!(!settings.is_production());
    assert_eq!(check(&settings), []);
}

#[test]
fn production_takes_settings_that_are_complete() {
    let folder = folder();
    let settings = load(&production(folder.path())).unwrap();
    assert_eq!(check(&settings), []);
    assert_eq!(
        settings.secrets.read_keys().unwrap().unwrap().newest[..3],
        [0x00, 0x11, 0x22]
    );
}

#[test]
fn production_refuses_each_demonstration_value() {
    let folder = folder();
    for (path, value) in [
        ("mail.transport", "memory"),
        ("mail.transport", "folder"),
        ("mail.from", "card@example.co.jp"),
        ("mail.from", "card@portal.test"),
        ("mail.reply_to", "card@example.com"),
        ("http.base_url", "http://card.town.lg.jp"),
        ("http.trusted_proxies", "[\"0.0.0.0/0\"]"),
        ("secrets.key_file", "/no/such/key"),
    ] {
        let mut sources = production(folder.path());
        sources.flags.push((path.to_owned(), value.to_owned()));
        assert_eq!(paths(&check(&load(&sources).unwrap())), [path], "{value}");
    }
}

#[test]
fn flags_win_over_the_environment_and_that_over_the_file() {
    let folder = folder();
    let text = "[http]\naddress = \"127.0.0.1:1\"\nbody_bytes = 1\nanswer_seconds = 1\n";
    let mut sources = environment(&[
        ("SHINSEI__HTTP__BODY_BYTES", "2"),
        ("SHINSEI__HTTP__ANSWER_SECONDS", "2"),
    ]);
    sources.file = Some(file(folder.path(), "shinsei.toml", text));
    sources.flags = vec![("http.answer_seconds".to_owned(), "3".to_owned())];
    let http = load(&sources).unwrap().http;
    assert_eq!(http.address.port(), 1);
    assert_eq!((http.body_bytes.get(), http.answer_seconds.get()), (2, 3));
    assert_eq!(http.body_seconds, Http::default().body_seconds);
}

#[test]
fn every_mistake_in_a_file_is_reported_with_its_line() {
    let found = problems_of_file(
        "mod = \"demo\"\n[htp]\naddress = \"x\"\n[mail]\nadress = 1\nport = 99999\n\
         tls = \"ssl\"\nper_second = 0\nbase_url = \"x\"\n[database]\nurl = \"mysql://x\"\n",
    );
    let expected = [
        "f:1: mod: there is no such setting; did you mean mode?",
        "f:2: htp: there is no such setting; did you mean http?",
        "f:5: mail.adress: there is no such setting",
        "f:6: mail.port: invalid value: integer `99999`",
        "f:7: mail.tls: unknown variant `ssl`, expected one of `starttls`, `tls`, `none`",
        "f:8: mail.per_second: invalid value: integer `0`",
        "f:9: mail.base_url: there is no such setting; did you mean http.base_url?",
        "f:11: database.url: must be sqlite://FILE or postgres://USER@HOST/DATABASE",
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found} / {expected}");
    }
}

#[test]
fn a_file_that_is_not_toml_is_reported_with_its_line() {
    let found = problems_of_file("[http]\n\naddress = \n");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("f:3: "), "{found:?}");
}

#[test]
fn a_section_written_as_a_value_is_explained() {
    let found = problems_of_file("http = 3\n");
    assert_eq!(
        found,
        ["f:1: http: is a section: write [http] and its keys below"]
    );
}

#[test]
fn a_file_that_is_named_must_be_there() {
    let sources = Sources {
        file: Some(PathBuf::from("/no/such.toml")),
        ..Sources::default()
    };
    assert_eq!(
        problems(&sources),
        ["/no/such.toml:1: cannot be read (entity not found)"]
    );
}

#[test]
fn unknown_variables_are_refused_by_name_with_what_was_probably_meant() {
    let sources = environment(&[
        ("SHINSEI__HTTP__ADRESS", "x"),
        ("SHINSEI__QQQQQ", "x"),
        ("PATH", "/"),
    ]);
    assert_eq!(
        problems(&sources),
        [
            "SHINSEI__HTTP__ADRESS: there is no such setting; did you mean SHINSEI__HTTP__ADDRESS?",
            "SHINSEI__QQQQQ: there is no such setting",
        ]
    );
}

#[test]
fn variables_are_read_as_the_type_of_their_key() {
    let settings = load(&environment(&[
        ("SHINSEI__MAIL__PASSWORD", "123456"),
        ("SHINSEI__MAIL__USER", "true"),
        ("SHINSEI__MAIL__PORT", "2525"),
        ("SHINSEI__MAIL__RECEIVED_SUBJECT", "[\"x\"]"),
        (
            "SHINSEI__HTTP__TRUSTED_PROXIES",
            "[\"10.0.0.0/8\", \"fd00::/8\"]",
        ),
        ("SHINSEI__HTTP__BASE_URL", ""),
    ]))
    .unwrap();
    assert_eq!(
        settings.mail.read_password().unwrap().unwrap().expose(),
        "123456"
    );
    assert_eq!(settings.mail.user.as_deref(), Some("true"));
    assert_eq!(settings.mail.port, 2525);
    assert_eq!(settings.mail.received_subject.as_str(), "[\"x\"]");
    assert_eq!(settings.http.trusted_proxies.len(), 2);
    assert_eq!(settings.http.base_url, Http::default().base_url);
}
