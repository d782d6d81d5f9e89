//! The settings as an operator meets them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::*;

const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn environment(pairs: &[(&str, &str)]) -> Sources {
    let environment = pairs
        .iter()
        .map(|(name, value)| (OsString::from(name), OsString::from(value)))
        .collect();
    Sources {
        environment,
        ..Sources::default()
    }
}

fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn problems(sources: &Sources) -> Vec<String> {
    load(sources)
        .unwrap_err()
        .0
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// Loads a file with this text; problems begin with `f:LINE: `.
fn problems_of_file(text: &str) -> Vec<String> {
    let folder = folder();
    let file = file(folder.path(), "f", text);
    let sources = Sources {
        file: Some(file.clone()),
        ..Sources::default()
    };
    let name = file.display().to_string();
    problems(&sources)
        .iter()
        .map(|problem| problem.replace(&name, "f"))
        .collect()
}

fn paths(problems: &[ConfigProblem]) -> Vec<&str> {
    problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect()
}

/// Settings that production takes.
fn production(folder: &Path) -> Sources {
    let text = format!(
        "mode = \"production\"\n\
         [http]\nbase_url = \"https://card.town.lg.jp\"\n\
         [office]\nname = \"Town\"\nphone = \"0120\"\nhours = \"9-17\"\n\
         [secrets]\nkey_file = \"{}\"\n\
         [mail]\ntransport = \"smtp\"\nhost = \"mail.town.lg.jp\"\nfrom = \"card@town.lg.jp\"\n",
        file(folder, "key", &format!("{KEY}\n")).display()
    );
    Sources {
        file: Some(file(folder, "shinsei.toml", &text)),
        ..Sources::default()
    }
}

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
        settings.secrets.read_key().unwrap().unwrap()[..3],
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
        "f:11: database.url: must be sqlite://FILE",
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

#[test]
fn secrets_are_refused_in_files_and_flags() {
    let hint = "a secret may only come from the environment (SHINSEI__MAIL__PASSWORD) \
                or from a file (mail.password_file)";
    assert_eq!(
        problems_of_file("[mail]\npassword = \"hunter2\"\n"),
        [format!("f:2: mail.password: {hint}")]
    );
    let flags = vec![("mail.password".to_owned(), "hunter2".to_owned())];
    let sources = Sources {
        flags,
        ..Sources::default()
    };
    assert_eq!(
        problems(&sources),
        [format!("flag for mail.password: {hint}")]
    );
}

#[test]
fn nothing_that_is_printed_holds_a_secret() {
    let settings = load(&environment(&[
        ("SHINSEI__MAIL__PASSWORD", "hunter2"),
        ("SHINSEI__SECRETS__KEY", "not-a-key-but-secret"),
    ]))
    .unwrap();
    let found = check(&settings);
    assert!(paths(&found).contains(&"secrets.key"));
    let printed = format!("{settings:?} {found:?} {}", ConfigProblems(found.clone()));
    assert!(
        !printed.contains("hunter2") && !printed.contains("but-secret"),
        "{printed}"
    );
    assert!(toml::Value::try_from(settings.mail.password).is_err());
}

#[test]
fn a_secret_comes_from_one_place() {
    let folder = folder();
    let path = file(folder.path(), "password", "from file\r\n");
    let mail = Mail {
        password_file: Some(path),
        ..Mail::default()
    };
    assert_eq!(mail.read_password().unwrap().unwrap().expose(), "from file");
    let twice = Mail {
        password: Some(Secret::try_from("x".to_owned()).unwrap()),
        ..mail
    };
    assert_eq!(twice.read_password(), Err(SecretProblem::Twice));
    let empty = file(folder.path(), "empty", "\n");
    let mail = Mail {
        password_file: Some(empty),
        ..Mail::default()
    };
    assert_eq!(mail.read_password(), Err(SecretProblem::Empty));
}

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

#[test]
fn the_sample_changes_nothing() {
    let folder = folder();
    let file = file(folder.path(), "sample.toml", &sample());
    let settings = load(&Sources {
        file: Some(file),
        ..Sources::default()
    })
    .unwrap();
    assert_eq!(settings, Settings::default());
}

#[test]
fn the_sample_with_every_key_switched_on_says_the_defaults_and_the_examples() {
    let folder = folder();
    let text: String = sample()
        .lines()
        .map(|line| {
            line.strip_prefix('#')
                .filter(|rest| !rest.starts_with(' '))
                .unwrap_or(line)
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    let file = file(folder.path(), "sample.toml", &text);
    let mut settings = load(&Sources {
        file: Some(file),
        ..Sources::default()
    })
    .unwrap();
    assert_eq!(settings.mail.user.as_deref(), Some("shinsei"));
    let examples = [
        &mut settings.mail.password_file,
        &mut settings.secrets.key_file,
    ];
    assert!(examples.into_iter().all(|example| example.take().is_some()));
    settings.mail = Mail {
        host: settings.mail.host,
        port: settings.mail.port,
        ..Mail::default()
    };
    assert!(settings.journey.terms_file.take().is_some());
    assert_eq!(settings, Settings::default());
}

#[test]
fn the_sample_names_every_key_once_with_its_explanation() {
    let sample = sample();
    for table in Settings::default().tables() {
        for (path, key) in table.paths() {
            let line = match key.note {
                section::Note::Environment => problem::variable(&path),
                _ => format!("\n#{} = ", key.name),
            };
            assert!(sample.contains(&line), "{path}");
            assert!(
                key.about
                    .iter()
                    .all(|about| sample.contains(&format!("#{about}\n"))),
                "{path}"
            );
        }
    }
    assert!(
        sample.lines().all(|line| line.chars().count() <= 100),
        "{sample}"
    );
}

#[test]
fn a_base_url_is_scheme_and_host_only() {
    for (text, shown) in [
        ("https://card.example.jp", "https://card.example.jp"),
        ("https://card.example.jp/", "https://card.example.jp"),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
    ] {
        assert_eq!(text.parse::<BaseUrl>().unwrap().as_str(), shown);
    }
    for text in [
        "https://h/x",
        "https://h/?q",
        "https://h/#f",
        "https://u@h/",
        "ftp://h",
        "h",
        "",
        "https://",
    ] {
        assert!(text.parse::<BaseUrl>().is_err(), "{text}");
    }
}

#[test]
fn a_database_is_a_file_of_sqlite() {
    for (text, file) in [
        ("sqlite://shinsei.db", "shinsei.db"),
        (
            "sqlite:///var/lib/shinsei/shinsei.db",
            "/var/lib/shinsei/shinsei.db",
        ),
    ] {
        assert_eq!(text.parse::<DatabaseUrl>().unwrap().file(), Path::new(file));
    }
    for (text, problem) in [
        ("postgres://u:p@h/d", DatabaseUrlProblem::Kind),
        ("shinsei.db", DatabaseUrlProblem::Kind),
        ("sqlite://", DatabaseUrlProblem::Nameless),
        ("sqlite://x?mode=ro", DatabaseUrlProblem::Options),
    ] {
        assert_eq!(text.parse::<DatabaseUrl>(), Err(problem), "{text}");
    }
}

#[test]
fn a_line_is_one_line() {
    for text in [
        "a\r\nBcc: x",
        "a\nb",
        "a\0",
        "a\u{85}b",
        "a\u{2028}b",
        "\u{7f}",
    ] {
        assert_eq!(Line::parse(text), Err(LineProblem::Control), "{text:?}");
    }
    for text in ["", "  ", "\u{3000}"] {
        assert_eq!(Line::parse(text), Err(LineProblem::Empty), "{text:?}");
    }
    assert_eq!(Line::parse(&"あ".repeat(201)), Err(LineProblem::TooLong));
    assert_eq!(Line::parse(" 住民課 ").unwrap().as_str(), "住民課");
}

#[test]
fn the_words_that_come_with_the_program_are_lines() {
    let office = Office::default();
    for line in [
        &office.name,
        &office.phone,
        &office.hours,
        &Mail::default().received_subject,
    ] {
        assert_eq!(Line::parse(line.as_str()).as_ref(), Ok(line));
    }
}
