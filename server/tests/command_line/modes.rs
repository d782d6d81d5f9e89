//! What the program keeps is for its own account only, under the usual umask too.

use std::fs::{self, Permissions};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::fresh_database::on_a_fresh_database;

/// The program under the umask of a usual shell.
fn usual(folder: &Path, database: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", "umask 022; exec \"$0\" \"$@\""])
        .arg(env!("CARGO_BIN_EXE_shinsei"))
        .args(arguments)
        .current_dir(folder)
        .env("SHINSEI__MODE", "demo")
        .env("SHINSEI__DATABASE__URL", database)
        .env("SHINSEI__SECRETS__KEY_FILE", "key");
    command
}

fn said(folder: &Path, database: &str, arguments: &[&str]) -> String {
    let output = usual(folder, database, arguments).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{arguments:?}: {said}");
    said
}

/// Everything below a folder, with what may be done with it.
fn modes(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let metadata = fs::metadata(&path).unwrap();
        found.push((path.clone(), metadata.permissions().mode() & 0o777));
        if metadata.is_dir() {
            found.extend(modes(&path));
        }
    }
    found
}

fn names(found: &[(PathBuf, u32)]) -> Vec<&str> {
    let names = found
        .iter()
        .filter_map(|(path, _)| path.file_name()?.to_str());
    let mut names: Vec<_> = names.collect();
    names.sort_unstable();
    names
}

fn insist(found: &[(PathBuf, u32)]) {
    for (path, mode) in found {
        let private = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(*mode, private, "{}: {mode:o}", path.display());
    }
}

fn open_wide(path: &Path) {
    let wide = if path.is_dir() { 0o755 } else { 0o644 };
    fs::set_permissions(path, Permissions::from_mode(wide)).unwrap();
}

fn everything_is_private(database: &str) {
    let folder = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| said(folder.path(), database, arguments);
    said(&["key", "new", "--append", "key"]);
    said(&["migrate"]);
    fs::create_dir(folder.path().join("second")).unwrap();
    open_wide(&folder.path().join("second"));
    for copy in ["first", "second"] {
        said(&["backup", copy]);
    }
    insist(&modes(folder.path()));
    // As the version before left it.
    for (path, _) in modes(folder.path()) {
        open_wide(&path);
    }
    let told = said(&["key", "new", "--prepend", "key"]);
    assert!(
        told.contains("key could be read by other accounts"),
        "{told}"
    );
    said(&["verify"]);
    let met = ["key", "photos", "data/portal.sqlite"].map(|name| folder.path().join(name));
    let all = modes(folder.path()).into_iter();
    insist(
        &all.filter(|(path, _)| met.contains(path))
            .collect::<Vec<_>>(),
    );
}

#[tokio::test]
async fn keys_database_photos_and_backups_are_for_this_account_only() {
    everything_is_private("sqlite://data/portal.sqlite");
    on_a_fresh_database(async |url| everything_is_private(url)).await;
}

#[test]
fn the_demonstration_keeps_its_data_for_this_account_only() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["demo", "--data", "data", "--address", "127.0.0.1:0"];
    let mut demo = usual(folder.path(), "", &arguments);
    demo.env_remove("SHINSEI__DATABASE__URL")
        .env_remove("SHINSEI__SECRETS__KEY_FILE")
        .stdout(Stdio::piped());
    let mut process = demo.spawn().unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let is_up = lines.any(|line| line.unwrap().contains("Stop:"));
    let found = modes(folder.path());
    process.kill().unwrap();
    process.wait().unwrap();
    assert!(is_up);
    let kept = [
        "data",
        "key",
        "photos",
        "shinsei.db",
        "shinsei.db-shm",
        "shinsei.db-wal",
    ];
    assert_eq!(names(&found), kept);
    insist(&found);
}
