//! Name, address and birth date: in no file, no log line and no address in the clear.

use std::io::{self, Write};
use std::sync::{Arc, LazyLock, Mutex};

use rules::journey::Page;

use crate::support::{Answer, MAIL, NAME, TestPortal, fields, fixture, form_id};

/// Everything that this process has logged.
static LOG: LazyLock<Log> = LazyLock::new(|| {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    drop(tracing::subscriber::set_global_default(subscriber));
    log
});

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

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

#[tokio::test]
async fn no_file_of_the_database_and_no_log_line_holds_them() {
    let log = LOG.clone();
    let portal = TestPortal::new().await;
    eventful(&portal).await;
    let files = portal.database_files();
    assert!(
        files.iter().any(|file| file
            .extension()
            .is_some_and(|ending| ending == "sqlite-wal")),
        "{files:?}"
    );
    let log = log.0.lock().unwrap().clone();
    assert!(
        finds(&log, "mail.send") && finds(&log, "request"),
        "the log was listened to"
    );
    for canary in canaries() {
        for file in &files {
            assert!(
                !finds(&std::fs::read(file).unwrap(), &canary),
                "{canary} in {}",
                file.display()
            );
        }
        if let Some(place) = log
            .windows(canary.len())
            .position(|window| window == canary.as_bytes())
        {
            let around = &log[place.saturating_sub(300)..(place + 100).min(log.len())];
            panic!("{canary} in the log: {}", String::from_utf8_lossy(around));
        }
    }
    for letter in portal.letters() {
        for secret in portal.tokens().iter().chain(&portal.codes()) {
            assert!(
                !finds(&log, secret),
                "a secret of {:?} in the log",
                letter.id
            );
        }
    }
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
