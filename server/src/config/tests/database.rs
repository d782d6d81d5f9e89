//! The address of the database and the password for it.

use super::*;

/// The server of an address that is one.
fn server(text: &str) -> DatabaseServer {
    match text.parse::<DatabaseUrl>().unwrap().place() {
        DatabasePlace::Server(server) => server.clone(),
        DatabasePlace::File(file) => panic!("{text} is the file {}", file.display()),
    }
}

#[test]
fn a_database_is_a_file_or_on_a_server() {
    for (text, file) in [
        ("sqlite://shinsei.db", "shinsei.db"),
        (
            "sqlite:///var/lib/shinsei/shinsei.db",
            "/var/lib/shinsei/shinsei.db",
        ),
    ] {
        let url: DatabaseUrl = text.parse().unwrap();
        assert_eq!(url.place(), &DatabasePlace::File(file.into()));
        assert_eq!(String::from(url), text);
    }
    for (text, host, port, user) in [
        ("postgres://u@h/d", Some("h"), 5432, Some("u")),
        ("postgresql://u@h:1/d", Some("h"), 1, Some("u")),
        ("postgres://h/d", Some("h"), 5432, None),
        ("postgres:///d", None, 5432, None),
        ("postgres://u%40x@[::1]/d", Some("::1"), 5432, Some("u@x")),
        (
            "postgres://u@%2Frun%2Fpostgresql/d",
            Some("/run/postgresql"),
            5432,
            Some("u"),
        ),
    ] {
        let server = server(text);
        assert_eq!(
            (server.host.as_deref(), server.port),
            (host, port),
            "{text}"
        );
        assert_eq!(server.user.as_deref(), user, "{text}");
        assert_eq!(server.database, "d", "{text}");
    }
}

#[test]
fn what_is_no_address_of_a_database_is_explained() {
    for (text, problem) in [
        ("mysql://u@h/d", DatabaseUrlProblem::Kind),
        ("postgres:u@h/d", DatabaseUrlProblem::Kind),
        ("shinsei.db", DatabaseUrlProblem::Kind),
        ("sqlite://", DatabaseUrlProblem::Nameless),
        ("sqlite://x?mode=ro", DatabaseUrlProblem::Options),
        (
            "postgres://u@h/d?sslmode=disable",
            DatabaseUrlProblem::Options,
        ),
        ("postgres://u@h", DatabaseUrlProblem::NoDatabase),
        ("postgres://u@h/", DatabaseUrlProblem::NoDatabase),
        ("postgres://u@h/d/e", DatabaseUrlProblem::NoDatabase),
        ("postgres://u@h:port/d", DatabaseUrlProblem::Shape),
        ("postgres://u@h/%ff", DatabaseUrlProblem::Shape),
        ("postgres://u@h/%00", DatabaseUrlProblem::Shape),
    ] {
        assert_eq!(text.parse::<DatabaseUrl>(), Err(problem), "{text}");
    }
}

#[test]
fn a_server_on_this_machine_is_known_as_such() {
    for (host, is_here) in [
        ("", true),
        ("localhost", true),
        ("127.0.0.1", true),
        ("[::1]", true),
        ("%2Frun", true),
        ("db.town.lg.jp", false),
        ("192.0.2.1", false),
    ] {
        let server = server(&format!("postgres://{host}/d"));
        assert_eq!(server.is_on_this_machine(), is_here, "{host}");
    }
}

#[test]
fn the_password_comes_from_the_environment_or_a_file_and_from_one_place() {
    let folder = folder();
    let path = file(folder.path(), "password", "hunter2\n");
    let password_file = path.display().to_string();
    let password = |pairs: &[(&str, &str)]| {
        let database = load(&environment(pairs)).unwrap().database;
        database
            .read_password()
            .map(|secret| secret.map(|secret| secret.expose().to_owned()))
    };
    let within = ("SHINSEI__DATABASE__URL", "postgres://u:hunter2%2F@h/d");
    let beside = ("SHINSEI__DATABASE__PASSWORD_FILE", password_file.as_str());
    assert_eq!(password(&[]), Ok(None));
    assert_eq!(password(&[within]), Ok(Some("hunter2/".to_owned())));
    assert_eq!(password(&[beside]), Ok(Some("hunter2".to_owned())));
    assert_eq!(password(&[within, beside]), Err(SecretProblem::Twice));
}

#[test]
fn an_address_with_a_password_is_refused_in_files_and_flags() {
    let told = "database.password: a secret may only come from the environment \
                (SHINSEI__DATABASE__PASSWORD) or from a file (database.password_file)";
    assert_eq!(
        problems_of_file("[database]\nurl = \"postgres://u:hunter2@h/d\"\n"),
        [format!("f:2: {told}")]
    );
    let flags = vec![(
        "database.url".to_owned(),
        "postgres://u:hunter2@h/d".to_owned(),
    )];
    let sources = Sources {
        flags,
        ..Sources::default()
    };
    assert_eq!(problems(&sources), [format!("flag for {told}")]);
}

#[test]
fn the_password_of_an_address_is_never_printed() {
    let settings = load(&environment(&[(
        "SHINSEI__DATABASE__URL",
        "postgres://u:hunter2@h/d",
    )]))
    .unwrap();
    let shown: Vec<_> = settings
        .tables()
        .into_iter()
        .flat_map(|t| t.shown)
        .collect();
    let printed = format!("{settings:?} {:?} {shown:?}", check(&settings));
    assert!(printed.contains("postgres://u@h:5432/d"), "{printed}");
    assert!(!printed.contains("hunter2"), "{printed}");
    for wrong in [
        "postgres://u:hunter2@h:x/d",
        "postgres://u:hunter2@h",
        "pg://u:hunter2@h/d",
    ] {
        let told = problems(&environment(&[("SHINSEI__DATABASE__URL", wrong)])).join("");
        assert!(!told.contains("hunter2"), "{told}");
    }
}
