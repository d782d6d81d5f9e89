//! What must stay secret.

use super::*;

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
fn a_key_file_holds_one_key_or_several_the_newest_first() {
    let [one, two] = ["11".repeat(32), "22".repeat(32)];
    let alone = GivenKeys::read(&one).unwrap();
    assert_eq!((*alone.newest, alone.older), ([0x11; 32], Vec::new()));
    let both = GivenKeys::read(&format!("\r\n{two}\r\n\r\n  {one} \n")).unwrap();
    assert_eq!(*both.newest, [0x22; 32]);
    assert_eq!(both.older, [[0x11; 32].into()]);
    assert_eq!(format!("{both:?}"), "GivenKeys(2)");
    for (text, problem) in [
        ("\n \n".to_owned(), KeyProblem::Secret(SecretProblem::Empty)),
        (format!("{one}\n{}", &two[1..]), KeyProblem::Shape(2)),
        (format!("{one} {two}"), KeyProblem::Shape(1)),
        (format!("{one}\n\n{one}\n"), KeyProblem::Again(3)),
    ] {
        assert_eq!(GivenKeys::read(&text), Err(problem));
    }
}
