//! The office takes over what was sent in; what has been kept long enough goes.

use std::fs;
use std::path::Path;

use rules::Moment;
use rules::application::Page;
use serde_json::{Value, json};
use server::hand_over::{ApplicationFault, HandOverError, hand_over};
use server::photos::{PhotoVault, VaultKey};
use server::service::{FormOnRecord, Service};
use server::store::SavedJourney;
use sha2::{Digest as _, Sha256};

use crate::support::{MAIL, NAME, TestPortal, fields, form_id, on_both};

const DAY: i64 = 24 * 60 * 60;

impl TestPortal {
    /// An application that was sent in with the form of this number.
    async fn sent_in(&self, number: u8) -> SavedJourney {
        self.at(number, Page::Done).await
    }

    /// An application with the form of this number that stands at this page.
    async fn at(&self, number: u8, page: Page) -> SavedJourney {
        let browser = self.browser();
        assert_eq!(browser.give_form(number).await.location(), "/terms");
        browser.go(Page::Terms, page).await;
        self.saved().await
    }

    async fn has(&self, journey: &SavedJourney) -> bool {
        let found = self.store.journey(&journey.id).await.unwrap();
        found.is_some()
    }

    /// Whether the form of this number can be begun with.
    async fn takes_form(&self, number: u8) -> bool {
        let answer = self.browser().give_form(number).await;
        answer.location() == "/terms"
    }

    fn set_clock(&self, moment: Moment) {
        let now = self.service.now();
        self.wait(moment.seconds_since(now));
    }
}

fn read(folder: &Path, journey: &SavedJourney, ending: &str) -> Vec<u8> {
    let receipt = journey.receipt.as_deref().unwrap();
    fs::read(folder.join(format!("{receipt}.{ending}"))).unwrap()
}

/// The files of an application in the folder.
fn files(folder: &Path, journey: &SavedJourney) -> [Vec<u8>; 2] {
    ["jpg", "json"].map(|ending| read(folder, journey, ending))
}

async fn photo(service: &Service, journey: &SavedJourney) -> Vec<u8> {
    let case = service.open_case(journey.clone()).unwrap();
    service.kept_photo(&case).await.unwrap().unwrap()
}

#[tokio::test]
async fn the_office_gets_what_was_sent_in_whole_and_once() {
    on_both(async |portal| {
        let sent = portal.sent_in(1).await;
        portal.at(2, Page::Review).await;
        let folder = tempfile::tempdir().unwrap();
        let report = hand_over(&portal.service, folder.path()).await.unwrap();
        assert_eq!((report.handed_over, report.failed.len()), (1, 0));
        let [jpeg, record] = files(folder.path(), &sent);
        assert!(jpeg == photo(&portal.service, &sent).await);
        let record: Value = serde_json::from_slice(&record).unwrap();
        let receipt = sent.receipt.as_deref().unwrap();
        assert_eq!(record["receipt"], receipt);
        assert_eq!(record["application_id"], form_id(1).as_str());
        assert_eq!(record["contact_name"], NAME);
        assert_eq!(record["mail"], MAIL);
        let birth = json!({"iso": "1998-03-27", "wareki": "平成10年3月27日"});
        assert_eq!(record["birth_date"], birth);
        let both = json!({"signature": true, "authentication": true});
        assert_eq!(record["certificates"], both);
        assert_eq!(record["braille"], Value::Null);
        assert_eq!(record["photo"]["file"], format!("{receipt}.jpg"));
        let digest = hex::encode(Sha256::digest(&jpeg));
        assert_eq!(record["photo"]["sha256"], digest);
        assert!(record["photo"]["remarks"].is_array());
        let again = hand_over(&portal.service, folder.path()).await.unwrap();
        assert_eq!(again.handed_over, 0);
    })
    .await;
}

#[tokio::test]
async fn every_field_of_the_record_is_described_to_the_operator() {
    let portal = TestPortal::new().await;
    let sent = portal.sent_in(1).await;
    let folder = tempfile::tempdir().unwrap();
    hand_over(&portal.service, folder.path()).await.unwrap();
    let record: Value = serde_json::from_slice(&read(folder.path(), &sent, "json")).unwrap();
    let handbook = include_str!("../../../docs/operations.md");
    let mut names = Vec::new();
    for (name, value) in record.as_object().unwrap() {
        names.push(name.clone());
        let parts = value.as_object().into_iter().flatten();
        names.extend(parts.map(|(part, _)| format!("{name}.{part}")));
    }
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        assert!(handbook.contains(&format!("`{name}`")), "{name}");
    }
}

#[tokio::test]
async fn a_hand_over_that_was_broken_off_writes_the_same_files_again() {
    on_both(async |portal| {
        let sent = portal.sent_in(1).await;
        let folder = tempfile::tempdir().unwrap();
        // Between photo and record: a folder is in the record's way.
        let receipt = sent.receipt.as_deref().unwrap();
        let in_the_way = folder.path().join(format!("{receipt}.json"));
        fs::create_dir(&in_the_way).unwrap();
        let told = hand_over(&portal.service, folder.path()).await;
        assert!(matches!(told, Err(HandOverError::Folder(_))), "{told:?}");
        let first = read(folder.path(), &sent, "jpg");
        fs::remove_dir(in_the_way).unwrap();
        // Between files and entry: the database takes nothing.
        portal.store.set_full(true);
        let told = hand_over(&portal.service, folder.path()).await;
        assert!(matches!(told, Err(HandOverError::Database(_))), "{told:?}");
        portal.store.set_full(false);
        let written = files(folder.path(), &sent);
        assert!(written[0] == first);
        portal.wait(DAY);
        let report = hand_over(&portal.service, folder.path()).await.unwrap();
        assert_eq!(report.handed_over, 1);
        assert!(files(folder.path(), &sent) == written);
    })
    .await;
}

#[tokio::test]
async fn an_application_that_cannot_be_read_does_not_stop_the_others() {
    let portal = TestPortal::new().await;
    let broken = portal.sent_in(1).await;
    let sound = portal.sent_in(2).await;
    let key = VaultKey::parse(broken.photo_key.as_deref().unwrap()).unwrap();
    portal.vault.discard(&key).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let report = hand_over(&portal.service, folder.path()).await.unwrap();
    assert_eq!(report.handed_over, 1);
    files(folder.path(), &sound);
    let [(receipt, ApplicationFault::Unreadable(_))] = &report.failed[..] else {
        panic!("{report:?}");
    };
    assert_eq!(Some(receipt), broken.receipt.as_ref());
    let waiting = portal.service.submissions(None, true).await.unwrap();
    assert_eq!(waiting.len(), 1);
}

/// The days that the privacy page names, from the top of its table.
async fn days_told(portal: &TestPortal) -> Vec<i64> {
    let page = portal.browser().get("/privacy").await.is(200).text();
    let cells = page.split("<td>").skip(1);
    cells
        .map(|cell| cell.split_once('日').unwrap().0.parse().unwrap())
        .collect()
}

#[tokio::test]
async fn everything_goes_after_exactly_the_days_that_the_privacy_page_names() {
    let portal = TestPortal::planned(|plan| {
        let retention = &mut plan.settings.retention;
        retention.unverified_hours = 72.try_into().unwrap();
        retention.handed_over_days = 5.try_into().unwrap();
        retention.unfinished_days = 11.try_into().unwrap();
        retention.unused_form_days = 23.try_into().unwrap();
        retention.audit_years = 2.try_into().unwrap();
    })
    .await;
    let [unverified, unfinished, handed_over, unused_form, record] = days_told(&portal).await[..]
    else {
        panic!("the table has other rows");
    };
    let issued = portal.service.now();
    portal.issue(4).await;
    let registered = portal.at(1, Page::MailSent).await;
    let begun = portal.at(2, Page::Details).await;
    let sent = portal.sent_in(3).await;
    let folder = tempfile::tempdir().unwrap();
    hand_over(&portal.service, folder.path()).await.unwrap();
    let taken = portal.service.now();
    for (journey, since, days) in [
        (&registered, registered.changed_at, unverified),
        (&sent, taken, handed_over),
        (&begun, begun.changed_at, unfinished),
    ] {
        for (second, is_left) in [(0, true), (1, false)] {
            portal.set_clock(since.plus(days * DAY + second));
            portal.keep_house().await;
            assert_eq!(portal.has(journey).await, is_left, "{days} days, {second}");
        }
    }
    for (second, is_left) in [(0, true), (1, false)] {
        portal.set_clock(issued.plus(unused_form * DAY + second));
        portal.keep_house().await;
        assert_eq!(portal.takes_form(4).await, is_left, "{second}");
    }
    // Records go a day's together: at most a day later.
    for (second, is_left) in [(0, true), (DAY + 1, false)] {
        portal.set_clock(issued.plus(record * DAY + second));
        portal.keep_house().await;
        let oldest = &portal.service.audit_page(0).await.unwrap()[0];
        assert_eq!(oldest.number == 1, is_left, "{second}");
    }
}

impl TestPortal {
    /// Issues one more form, to the person of the others.
    async fn issue(&self, number: u8) {
        let birth_date = rules::BirthDate::from_register("1998-03-27").unwrap();
        let form = FormOnRecord {
            id: form_id(number),
            birth_date,
        };
        self.service.add_forms(&[form], false).await.unwrap();
    }
}

#[tokio::test]
async fn what_was_sent_in_stays_until_the_office_has_it_however_the_clock_jumps() {
    on_both(async |portal| {
        let sent = portal.sent_in(1).await;
        for jump in [31 * DAY, -60 * 60, 4000 * DAY] {
            portal.wait(jump);
            portal.keep_house().await;
            assert!(portal.has(&sent).await, "{jump}");
        }
        let folder = tempfile::tempdir().unwrap();
        hand_over(&portal.service, folder.path()).await.unwrap();
        // Back again, and to the last second of ninety days.
        for (jump, is_left) in [(-4000 * DAY, true), (4090 * DAY, true), (1, false)] {
            portal.wait(jump);
            portal.keep_house().await;
            assert_eq!(portal.has(&sent).await, is_left, "{jump}");
        }
        let key = sent.photo_key.as_deref().and_then(VaultKey::parse).unwrap();
        assert!(portal.vault.fetch(&key).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn nobody_applies_again_with_the_form_of_an_application_that_is_gone() {
    let portal = TestPortal::new().await;
    portal.sent_in(1).await;
    let folder = tempfile::tempdir().unwrap();
    hand_over(&portal.service, folder.path()).await.unwrap();
    portal.wait(90 * DAY + 1);
    portal.keep_house().await;
    let browser = portal.browser();
    let refused = browser.give_form(1).await;
    assert_ne!(refused.location(), "/terms");
    assert!(portal.takes_form(2).await);
    // The office may give the same paper the right again.
    portal.issue(1).await;
    let form = fields(&[("application_id", form_id(1).as_str())]);
    assert_eq!(browser.led("/api/start/give", &form).await, "/terms");
}
