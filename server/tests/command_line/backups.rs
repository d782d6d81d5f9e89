//! Backups of either database, put back into the other.

use crate::fresh_database::on_a_fresh_database;
use crate::{shinsei, told, told_with_its_keys};

/// A backup of one database put back into another, and moved on from there.
fn a_backup_is_put_back(from: &str, to: &str) {
    let folder = tempfile::tempdir().unwrap();
    let told = |database: &str, arguments: &[&str]| told(folder.path(), database, arguments);
    let issue = [
        "forms",
        "issue",
        "--count",
        "3",
        "--birth-date",
        "1998-03-27",
    ];
    told(from, &issue);
    let made = told(from, &["backup", "copies/first"]);
    assert_eq!(
        made,
        "0 applications, 3 forms and 0 photos in copies/first\n"
    );
    let again = told(from, &["backup", "copies/first"]);
    assert!(again.contains("already and not empty"), "{again}");
    let whole = told(from, &["verify", "--backup", "copies/first"]);
    assert!(whole.ends_with("looked at: 0 problems\n"), "{whole}");
    let restored = told(to, &["restore", "copies/first"]);
    assert!(
        restored.contains("3 forms and 0 photos put back"),
        "{restored}"
    );
    let verified = told(to, &["verify"]);
    let expected = "0 applications, 0 photos, 3 forms and 6 other rows looked at: 0 problems\n";
    assert_eq!(verified, expected);
    told(to, &["purge"]);
    let recorded = told(to, &["audit", "list"]);
    let acts = recorded.lines().filter_map(|line| line.split('\t').nth(2));
    let wanted = ["add_forms", "backup", "restore", "verify", "purge"];
    assert_eq!(
        acts.collect::<Vec<_>>(),
        wanted.map(|act| format!("command_{act}"))
    );
    let again = told(to, &["restore", "copies/first"]);
    assert!(again.contains("it is not overwritten"), "{again}");
    std::fs::write(folder.path().join("key"), "08".repeat(32)).unwrap();
    let stranger = told_with_its_keys(folder.path(), to, &["verify"]);
    assert!(stranger.contains("does not fit the database"), "{stranger}");
}

/// A backup that nobody vouches for is put back with the flag only.
fn a_strange_backup_needs_the_flag(from: &str, to: &str) {
    let folder = tempfile::tempdir().unwrap();
    let told = |database: &str, arguments: &[&str]| told(folder.path(), database, arguments);
    told(from, &["backup", "copy"]);
    let voucher = folder.path().join("copy/manifest.hmac");
    assert!(voucher.exists());
    std::fs::remove_file(voucher).unwrap();
    let refused = told(from, &["verify", "--backup", "copy"]);
    assert!(refused.contains("nobody vouches for it"), "{refused}");
    let looked = told(from, &["verify", "--backup", "copy", "--unauthenticated"]);
    assert!(looked.contains("looked at: 0 problems"), "{looked}");
    let refused = told(to, &["restore", "copy"]);
    assert!(refused.contains("nobody vouches for it"), "{refused}");
    assert!(!refused.contains("put back;"), "{refused}");
    let restored = told(to, &["restore", "copy", "--unauthenticated"]);
    assert!(restored.contains("put back;"), "{restored}");
    assert!(restored.contains("not shown who made it"), "{restored}");
}

#[tokio::test]
async fn a_backup_that_nobody_vouches_for_is_put_back_with_the_flag_only() {
    on_a_fresh_database(async |url| {
        a_strange_backup_needs_the_flag("sqlite://a/portal.sqlite", url);
    })
    .await;
    on_a_fresh_database(async |url| {
        a_strange_backup_needs_the_flag(url, "sqlite://b/portal.sqlite");
    })
    .await;
}

#[tokio::test]
async fn a_backup_of_either_database_is_put_back_into_the_other() {
    on_a_fresh_database(async |url| a_backup_is_put_back("sqlite://a/portal.sqlite", url)).await;
    on_a_fresh_database(async |url| a_backup_is_put_back(url, "sqlite://b/portal.sqlite")).await;
}

#[test]
fn a_backup_that_is_not_whole_is_not_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let told = |database: &str, arguments: &[&str]| told(folder.path(), database, arguments);
    told("sqlite://a/portal.sqlite", &["backup", "copy"]);
    let copy = folder.path().join("copy/database.sqlite");
    let mut bytes = std::fs::read(&copy).unwrap();
    bytes[5000] ^= 1;
    std::fs::write(&copy, bytes).unwrap();
    let refused = told("sqlite://b/portal.sqlite", &["restore", "copy"]);
    assert!(
        refused.contains("PROBLEM database.sqlite is not what was written"),
        "{refused}"
    );
    assert!(!folder.path().join("b").exists());
    let status = shinsei(&["verify", "--backup", "copy"])
        .current_dir(folder.path())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(1));
    let none = told("sqlite://a/portal.sqlite", &["restore", "."]);
    assert!(none.contains("it is no backup"), "{none}");
}
