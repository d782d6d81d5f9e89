//! `shinsei birth-date` and `shinsei check` as a shell sees them, and the commands that
//! need a database.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper that fails fails its test"
)]

#[path = "command_line/backups.rs"]
mod backups;
#[path = "support/fresh_database.rs"]
mod fresh_database;
#[path = "command_line/modes.rs"]
mod modes;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use fresh_database::on_a_fresh_database;

fn shinsei(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shinsei"));
    command.args(arguments);
    command
}

/// What is printed to standard output, and the exit status.
fn answered(arguments: &[&str], input: &[u8]) -> (String, Option<i32>) {
    let mut process = shinsei(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // A command that was given its text does not wait for this one.
    let _ = process.stdin.take().unwrap().write_all(input);
    let output = process.wait_with_output().unwrap();
    (
        String::from_utf8(output.stdout).unwrap(),
        output.status.code(),
    )
}

const TODAY: [&str; 3] = ["birth-date", "--today", "2026-11-22"];

#[test]
fn a_text_is_judged_and_the_status_says_whether_it_is_taken() {
    for (text, told, status) in [
        ("平成10年1月1日", r#"{"ok":"1998-01-01"}"#, 0),
        ("大正10年月日不詳", r#"{"partial":"1921-00-00"}"#, 0),
        ("", r#"{"err":"empty"}"#, 1),
        ("-1998-01-01", r#"{"err":"syntax"}"#, 1),
        ("令和8年11月23日", r#"{"err":"future"}"#, 1),
        (
            "昭和64年1月8日",
            r#"{"err":"era_range","suggestion":"1989-01-08"}"#,
            1,
        ),
    ] {
        let arguments = [&TODAY[..], &[text]].concat();
        assert_eq!(
            answered(&arguments, b""),
            (format!("{told}\n"), Some(status)),
            "{text}"
        );
    }
}

#[test]
fn without_a_text_standard_input_is_the_text() {
    let (told, status) = answered(&TODAY, "H10.1.1\n".as_bytes());
    assert_eq!(
        (told.as_str(), status),
        ("{\"ok\":\"1998-01-01\"}\n", Some(0))
    );
    let (told, _) = answered(&TODAY, b"\xff");
    assert_eq!(told, "{\"err\":\"syntax\"}\n");
}

#[test]
fn the_day_of_judgement_can_be_given() {
    let judged = |today: &str| answered(&["birth-date", "--today", today, "2024-02-29"], b"").0;
    assert_eq!(judged("2024-02-28"), "{\"err\":\"future\"}\n");
    assert_eq!(judged("2024-02-29"), "{\"ok\":\"2024-02-29\"}\n");
    let (_, status) = answered(&["birth-date", "--today", "2023-02-29", "x"], b"");
    assert_eq!(status, Some(2));
}

#[test]
fn each_line_is_answered_and_a_malformed_one_stops_nothing() {
    let input = concat!(
        "{\"id\":1,\"input\":\"㍻元年5月5日\"}\n",
        "{\"id\":\"two\",\"input\":\"1998\\u202e-01-01\"}\n",
        "\n",
        "not JSON\n",
        "{\"id\":5,\"input\":\"\\ud800\"}\n",
        "{\"id\":6,\"input\":\"昭和10年3月上旬\"}",
    );
    let told = concat!(
        "{\"id\":1,\"ok\":\"1989-05-05\"}\n",
        "{\"id\":\"two\",\"err\":\"syntax\"}\n",
        "{\"line\":4,\"err\":\"syntax\",\"reason\":\"malformed\"}\n",
        "{\"id\":5,\"err\":\"syntax\"}\n",
        "{\"id\":6,\"partial\":\"1935-03-A1\"}\n",
    );
    let arguments = [&TODAY[..], &["--jsonl"]].concat();
    assert_eq!(
        answered(&arguments, input.as_bytes()),
        (told.to_owned(), Some(1))
    );
}

#[test]
fn a_line_is_answered_before_the_next_is_asked() {
    let mut process = shinsei(&["check", "mail", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = process.stdin.take().unwrap();
    let mut answers = BufReader::new(process.stdout.take().unwrap()).lines();
    for (mail, told) in [
        ("Taro@EXAMPLE.jp", r#"{"id":null,"ok":"Taro@example.jp"}"#),
        ("a@b.jp\\r\\nBcc: c@d.jp", r#"{"id":null,"err":"control"}"#),
    ] {
        writeln!(questions, "{{\"input\":\"{mail}\"}}").unwrap();
        questions.flush().unwrap();
        assert_eq!(answers.next().unwrap().unwrap(), told);
    }
    drop(questions);
    assert!(process.wait().unwrap().success());
}

#[test]
fn the_other_fields_are_judged_too() {
    for (field, text, told) in [
        ("name", "　山﨑　太郎", r#"{"ok":"山﨑　太郎"}"#),
        ("name", "髙橋", r#"{"err":"charset"}"#),
        (
            "name",
            "1234 5678 9018",
            r#"{"err":"syntax","reason":"individual_number"}"#,
        ),
        (
            "mail",
            "taro..@docomo.ne.jp",
            r#"{"ok":"taro..@docomo.ne.jp"}"#,
        ),
        (
            "application-id",
            "１２３４ 5678-9012 3456 7890 123",
            r#"{"ok":"12345678901234567890123"}"#,
        ),
        ("application-id", "1234", r#"{"err":"length"}"#),
    ] {
        assert_eq!(
            answered(&["check", field, text], b"").0,
            format!("{told}\n"),
            "{field} {text}"
        );
    }
}

#[test]
fn wrong_usage_has_a_status_of_its_own() {
    for arguments in [
        &["birth-date", "x", "--jsonl"][..],
        &["check", "shoe-size", "x"],
        &["check"],
    ] {
        assert_eq!(answered(arguments, b"").1, Some(2), "{arguments:?}");
    }
}

/// What a command says, on either output, with this database and a folder for the rest.
fn told(folder: &Path, database: &str, arguments: &[&str]) -> String {
    std::fs::write(folder.join("key"), "07".repeat(32)).unwrap();
    told_with_its_keys(folder, database, arguments)
}

/// The same with the keys that are in the folder.
fn told_with_its_keys(folder: &Path, database: &str, arguments: &[&str]) -> String {
    let output = shinsei(arguments)
        .current_dir(folder)
        .env("SHINSEI__MODE", "demo")
        .env("SHINSEI__DATABASE__URL", database)
        .env("SHINSEI__DATABASE__WAIT_SECONDS", "1")
        .env("SHINSEI__SECRETS__KEY_FILE", "key")
        .output()
        .unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

/// Forms issued, imported and found again with this database.
fn forms_are_kept(database: &str) {
    let folder = tempfile::tempdir().unwrap();
    let told = |arguments: &[&str]| told(folder.path(), database, arguments);
    assert_eq!(told(&["migrate"]), "The database is up to date.\n");
    let issued = told(&[
        "forms",
        "issue",
        "--count",
        "2",
        "--birth-date",
        "1998-03-27",
    ]);
    assert_eq!(issued.lines().count(), 2, "{issued}");
    let rows = issued.lines().map(|id| format!("{id},1998-03-27\n"));
    let rows = rows.chain(["12345678901234567890123,1955-11-03\n".to_owned()]);
    std::fs::write(folder.path().join("forms.csv"), rows.collect::<String>()).unwrap();
    let import = told(&["forms", "import", "forms.csv"]);
    assert_eq!(import, "1 added, 2 known already\n");
    let doctor = told(&["doctor"]);
    assert!(doctor.contains("opens, and the key fits"), "{doctor}");
    assert!(doctor.contains("outbox: 0 waiting, 0 given up"), "{doctor}");
    assert_eq!(told(&["mail", "list"]), "0 waiting, 0 given up\n");
    let retried = told(&["mail", "retry", "--failed"]);
    assert_eq!(retried, "0 mails are tried again.\n");
    let retried = told(&["mail", "retry", "nothing"]);
    assert_eq!(retried, "nothing: no mail of this name was given up\n");
    let bounced = told(&["mail", "bounce", "forms.csv"]);
    assert!(
        bounced.starts_with("forms.csv: it is no delivery status"),
        "{bounced}"
    );
}

#[tokio::test]
async fn forms_are_kept_in_a_file_and_on_a_server_alike() {
    forms_are_kept("sqlite://data/portal.sqlite");
    on_a_fresh_database(async |url| forms_are_kept(url)).await;
}

/// One key follows the other with this database, as docs/operations.md has it.
fn a_key_follows_the_other(database: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    let told = |arguments: &[&str]| told_with_its_keys(folder.path(), database, arguments);
    let issue = || told(&["forms", "issue", "--birth-date", "1998-03-27"]);
    let printed = told(&["key", "new"]);
    std::fs::write(&file, &printed).unwrap();
    assert_eq!(printed.trim_end().len(), 64, "{printed}");
    let first_form = issue();
    let added = told(&["key", "new", "--append", "key"]);
    assert!(
        added.ends_with(" added to key\n") || added.contains("/key\n"),
        "{added}"
    );
    let keys = std::fs::read_to_string(&file).unwrap();
    let (old, new) = keys.trim_end().split_once('\n').unwrap();
    assert!(told(&["key", "status"]).contains("(newest): 1 forms, 6 look-up keys\n"));

    std::fs::write(&file, format!("{new}\n{old}\n")).unwrap();
    issue();
    let status = told(&["key", "status"]);
    assert!(status.contains("(newest): 1 forms\n"), "{status}");
    assert!(
        status.contains("(older): 1 forms, 6 look-up keys\n"),
        "{status}"
    );
    assert!(status.contains("6 rows are under older keys"), "{status}");
    std::fs::write(&file, new).unwrap();
    let refused = told(&["serve"]);
    assert!(
        refused.contains("secrets.key_file does not fit"),
        "{refused}"
    );

    std::fs::write(&file, format!("{new}\n{old}\n")).unwrap();
    let done = told(&["key", "rewrap"]);
    assert!(done.starts_with("6 rows sealed anew\n"), "{done}");
    assert!(done.ends_with("Nothing is under an older key.\n"), "{done}");
    std::fs::write(&file, new).unwrap();
    let import = format!("{},1998-03-27\n", first_form.trim_end());
    std::fs::write(folder.path().join("forms.csv"), import).unwrap();
    let import = told(&["forms", "import", "forms.csv"]);
    assert_eq!(import, "0 added, 1 known already\n");
    assert!(told(&["doctor"]).contains("opens, and the key fits"));

    std::fs::write(&file, old).unwrap();
    let refused = told(&["serve"]);
    assert!(refused.contains("misses the key"), "{refused}");
    let status = told(&["key", "status"]);
    assert!(status.contains("which is not given"), "{status}");
    std::fs::remove_file(&file).unwrap();
    let refused = told(&["serve"]);
    assert!(
        refused.contains("secrets.key_file: cannot be read"),
        "{refused}"
    );
}

#[tokio::test]
async fn one_key_follows_the_other_in_a_file_and_on_a_server_alike() {
    a_key_follows_the_other("sqlite://data/portal.sqlite");
    on_a_fresh_database(async |url| a_key_follows_the_other(url)).await;
}

#[test]
fn doctor_says_in_words_why_the_database_cannot_be_reached_and_no_password() {
    let folder = tempfile::tempdir().unwrap();
    for (database, words) in [
        (
            "postgres://u:hunter2@127.0.0.1:1/d",
            "is PostgreSQL running",
        ),
        ("postgres://u:hunter2@localhost/", "names no database"),
    ] {
        let doctor = told(folder.path(), database, &["doctor"]);
        assert!(doctor.contains(words), "{doctor}");
        assert!(!doctor.contains("hunter2"), "{doctor}");
    }
}

#[test]
fn a_trial_mail_arrives_or_it_is_said_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let mails = format!("mail.folder={}", folder.path().display());
    let test = |settings: &[&str]| {
        let mut arguments = vec!["mail", "test", "taro@example.jp", "--set", "mode=demo"];
        for setting in settings {
            arguments.extend(["--set", setting]);
        }
        answered(&arguments, b"")
    };
    let (told, status) = test(&["mail.transport=folder", &mails]);
    assert_eq!(status, Some(0), "{told}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    // Nobody listens on port 1.
    let (told, status) = test(&[
        "mail.transport=smtp",
        "mail.host=127.0.0.1",
        "mail.port=1",
        "mail.tls=none",
    ]);
    assert_eq!(status, Some(1));
    assert!(
        told.starts_with("PROBLEM the mail server cannot be reached"),
        "{told}"
    );
    assert!(told.contains("mail.host"), "{told}");
}
