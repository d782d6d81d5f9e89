//! Name, address, birth date, application ID and photo: in no file of the database, no dump
//! of it, no kept photo, no log line and no address in the clear.

use std::path::{Path, PathBuf};
use std::process::Command;

use rules::application::Page;

use crate::fresh_database::on_a_fresh_database;
use crate::support::{Answer, MAIL, NAME, Plan, TestPortal, fields, fixture, form_id, log};

/// What must stand nowhere in the clear.
fn canaries() -> Vec<String> {
    let id = form_id(1);
    let known = [
        NAME,
        MAIL,
        "hanako.kanariya",
        "金成屋",
        "1998-03-27",
        "平成10年3月27日",
        "カナリヤ",
        "かなりや",
    ];
    known
        .map(str::to_owned)
        .into_iter()
        .chain([id.as_str().to_owned(), id.grouped()])
        .collect()
}

fn finds(bytes: &[u8], canary: &str) -> bool {
    bytes
        .windows(canary.len())
        .any(|window| window == canary.as_bytes())
}

/// A journey with everything in it that may go wrong, too.
async fn eventful(portal: &TestPortal) -> Vec<Answer> {
    let browser = portal.applicant_at(Page::Review).await;
    let mut details = crate::support::details();
    details.retain(|(name, _)| *name != "braille_wish");
    details.extend(fields(&[
        ("braille_wish", "yes"),
        ("braille", "カナリヤ　ハナコ"),
    ]));
    let refused = fields(&[
        ("year", "平成10年3月27日"),
        ("braille_wish", "yes"),
        ("braille", NAME),
    ]);
    let mut answers = vec![
        browser.post("/api/details/give", &details).await,
        browser.post("/api/details/give", &refused).await,
        browser.script("/api/details/give", &refused).await,
        browser.upload(&fixture("turned.jpg")).await,
        browser
            .get(&format!("/apply/{}", form_id(1).as_str()))
            .await,
    ];
    portal.store.set_broken(true);
    answers.push(browser.script("/api/details/give", &details).await);
    portal.store.set_broken(false);
    browser.go(Page::PhotoCheck, Page::Done).await;
    let page = browser.get("/done").await;
    let receipt = page
        .text()
        .split(['<', '>'])
        .find(|word| word.len() == 14 && word.matches('-').count() == 2)
        .unwrap()
        .to_owned();
    let look = fields(&[("receipt_number", &receipt), ("year", "1998-03-27")]);
    answers.push(browser.post("/api/status/look", &look).await);
    portal.post_mails().await;
    portal.keep_house().await;
    answers
}

/// What a photo must not show of itself: a piece from the middle, where every photo differs.
fn of_the_photo(jpeg: &[u8]) -> &[u8] {
    &jpeg[jpeg.len() / 2..][..24]
}

/// A portal that keeps its photos in this folder, and the bytes of one that was kept.
async fn told_everything(photos: &Path, change: impl FnOnce(&mut Plan)) -> (TestPortal, Vec<u8>) {
    let portal = TestPortal::planned(|plan| {
        plan.settings.photos.folder = photos.to_path_buf();
        change(plan);
    })
    .await;
    eventful(&portal).await;
    let second = portal.browser();
    second.give_form(2).await;
    second.go(Page::Terms, Page::PhotoCheck).await;
    let photo = second.get("/photo/current").await.is(200).body;
    (portal, photo.to_vec())
}

/// All files below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// No canary is in these bytes, whose name says where they are from.
fn insist_on_none(name: &str, bytes: &[u8], photo: &[u8]) {
    let place = |canary: &[u8]| {
        bytes
            .windows(canary.len())
            .position(|window| window == canary)
    };
    for canary in canaries() {
        // A dump spells bytes in hexadecimal.
        for spelled in [canary.clone(), hex::encode(&canary)] {
            if let Some(place) = place(spelled.as_bytes()) {
                let around = &bytes[place.saturating_sub(300)..(place + 100).min(bytes.len())];
                panic!("{canary} in {name}: {}", String::from_utf8_lossy(around));
            }
        }
    }
    let piece = of_the_photo(photo);
    let spelled = hex::encode(piece);
    assert!(
        place(piece).is_none() && place(spelled.as_bytes()).is_none(),
        "a photo in {name}"
    );
}

/// The log and the photos hold no canary; there are some of both.
fn insist_on_log_and_photos(portal: &TestPortal, photos: &Path, photo: &[u8]) {
    let log = log::heard();
    assert!(
        finds(&log, "mail.send") && finds(&log, "request"),
        "the log was listened to"
    );
    insist_on_none("the log", &log, photo);
    for letter in portal.letters() {
        for secret in portal.tokens().iter().chain(&portal.codes()) {
            assert!(
                !finds(&log, secret),
                "a secret of {:?} in the log",
                letter.id
            );
        }
    }
    let kept = files_below(photos);
    assert!(kept.len() >= 2, "{kept:?}");
    for file in kept {
        let bytes = std::fs::read(&file).unwrap();
        insist_on_none(&file.display().to_string(), &bytes, photo);
    }
}

#[tokio::test]
async fn no_file_of_the_database_no_photo_and_no_log_line_holds_them() {
    log::listen();
    let photos = tempfile::tempdir().unwrap();
    let (portal, photo) = told_everything(photos.path(), |_| {}).await;
    let files = portal.database_files();
    assert!(
        files.iter().any(|file| file
            .extension()
            .is_some_and(|ending| ending == "sqlite-wal")),
        "{files:?}"
    );
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        insist_on_none(&file.display().to_string(), &bytes, &photo);
    }
    insist_on_log_and_photos(&portal, photos.path(), &photo);
}

/// `pg_dump`, on the path or where Debian keeps the newest.
fn dump(url: &str) -> Vec<u8> {
    let of_debian = std::fs::read_dir("/usr/lib/postgresql").ok();
    let mut programs: Vec<_> = of_debian
        .into_iter()
        .flatten()
        .map(|version| version.unwrap().path().join("bin/pg_dump"))
        .filter(|program| program.exists())
        .collect();
    programs.sort();
    let program = programs.pop().unwrap_or_else(|| "pg_dump".into());
    let dump = Command::new(program).args(["--inserts", url]).output();
    let dump = dump.expect("pg_dump is part of PostgreSQL's client programs");
    let told = String::from_utf8_lossy(&dump.stderr);
    assert!(dump.status.success(), "{told}");
    dump.stdout
}

#[tokio::test]
async fn no_dump_of_a_database_server_no_photo_and_no_log_line_holds_them() {
    log::listen();
    let photos = tempfile::tempdir().unwrap();
    on_a_fresh_database(async |url| {
        let change = |plan: &mut Plan| plan.settings.database.url = url.parse().unwrap();
        let (portal, photo) = told_everything(photos.path(), change).await;
        let dump = dump(url);
        for table in ["journeys", "forms", "look_up_keys"] {
            assert!(finds(&dump, &format!("INSERT INTO public.{table}")));
        }
        insist_on_none("the dump", &dump, &photo);
        insist_on_log_and_photos(&portal, photos.path(), &photo);
    })
    .await;
}

#[tokio::test]
async fn no_address_that_a_browser_is_led_to_holds_them() {
    let portal = TestPortal::new().await;
    for answer in eventful(&portal).await {
        let location = answer.header("location");
        for canary in canaries() {
            assert!(!location.contains(&canary), "{location}");
        }
        assert!(!location.contains(['?', '%', '=']), "{location}");
    }
}
