//! A database of migration 8 is migrated while a process of that version goes on, and everything
//! in it opens (`tests/data/database_0008`).

use std::path::{Path, PathBuf};
use std::process::Command;

use rules::application::{ApplicantEvent, CaseStage, Journey};
use rules::{Moment, ReceiptNumber};
use serde_json::Value as Json;
use server::clock::Clock as _;
use server::seal::{Place, seal};
use server::service::LoadedApplication;
use server::store::{JourneyId, SavedJourney};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use crate::fresh_database::on_a_fresh_database;
use crate::old_process::{OldProcess, Value};
use crate::support::{Fields, TestPortal};

fn data(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/database_0008");
    folder.join(name)
}

/// What is in it.
fn content() -> Json {
    let text = std::fs::read_to_string(data("content.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn text<'j>(of: &'j Json, name: &str) -> &'j str {
    of[name].as_str().unwrap()
}

/// The applications that are told of, and of which this is known.
fn told_with<'j>(content: &'j Json, name: &str) -> impl Iterator<Item = &'j Json> {
    let told = content["told"].as_array().unwrap().iter();
    told.filter(move |told| told[name].is_string())
}

fn told<'j>(content: &'j Json, name: &str) -> &'j Json {
    let mut all = content["told"].as_array().unwrap().iter();
    all.find(|told| told["name"] == name).unwrap()
}

/// Tells a story on a copy of both databases, with the address of the database.
async fn on_each_old_database(story: impl AsyncFn(&str, &Path)) {
    for is_server in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let copied = Command::new("cp")
            .arg("-r")
            .args([data("photos"), folder.path().to_path_buf()])
            .status();
        assert!(copied.unwrap().success());
        if is_server {
            on_a_fresh_database(async |url| {
                let dump = std::fs::read_to_string(data("portal.postgres.sql")).unwrap();
                let mut connection = PgConnection::connect(url).await.unwrap();
                connection.execute(AssertSqlSafe(dump)).await.unwrap();
                story(url, folder.path()).await;
            })
            .await;
        } else {
            let file = folder.path().join("portal.sqlite");
            std::fs::copy(data("portal.sqlite"), &file).unwrap();
            story(&format!("sqlite://{}", file.display()), folder.path()).await;
        }
    }
}

/// A portal of this version on it, at the moment at which the old one was left.
async fn migrated(url: &str, folder: &Path, now: i64) -> TestPortal {
    let portal = TestPortal::planned(|plan| {
        plan.settings.database.url = url.parse().unwrap();
        plan.settings.database.connections = 3.try_into().unwrap();
        plan.settings.photos.folder = folder.join("photos");
    })
    .await;
    let begin = portal.clock.now();
    portal.wait(Moment(now).seconds_since(begin));
    portal
}

impl TestPortal {
    async fn kept(&self, id: &str) -> (SavedJourney, LoadedApplication) {
        let id: JourneyId = serde_json::from_value(id.into()).unwrap();
        let saved = self.store.journey(&id).await.unwrap().unwrap();
        let case = self.service.open_case(saved.clone()).unwrap();
        (saved, case)
    }

    /// Follows the chain to its end and insists that this hash is in it.
    async fn insist_on_chain(&self, hash: &str) {
        let hash = hex::decode(hash).unwrap().try_into().unwrap();
        let followed = self.service.follow_chain(None, Some(hash)).await.unwrap();
        assert_eq!((followed.broken, followed.is_met), (None, true));
    }
}

fn asked(told: &Json) -> Fields<'static> {
    let born = told["born"].as_array().unwrap().iter();
    let names = ["era", "year", "month", "day"].into_iter();
    let mut fields: Fields<'static> = names
        .zip(born.map(|part| part.as_str().unwrap().to_owned()))
        .collect();
    fields.push(("receipt_number", text(told, "receipt").to_owned()));
    fields
}

#[tokio::test]
async fn everything_in_a_database_of_migration_8_opens() {
    let content = content();
    let now = content["now"].as_i64().unwrap();
    on_each_old_database(async |url, folder| {
        let portal = migrated(url, folder, now).await;
        let verified = portal.service.verify().await.unwrap();
        assert_eq!(verified.problems, []);
        assert_eq!(Some(verified.forms), content["forms"].as_u64());
        assert_eq!(
            Some(verified.applications),
            content["applications"].as_u64()
        );
        assert_eq!(Some(verified.photos), content["photos"].as_u64());
        for told in told_with(&content, "id") {
            let (saved, case) = portal.kept(text(told, "id")).await;
            let name = text(told, "name");
            assert_eq!(saved.stage, text(told, "stage"), "{name}");
            assert_eq!(saved.receipt.as_deref(), told["receipt"].as_str(), "{name}");
            assert_eq!(saved.photo_key.as_deref(), told["photo"].as_str(), "{name}");
            let photo = portal.service.kept_photo(&case).await.unwrap();
            assert_eq!(photo.is_some(), told["photo"].is_string(), "{name}");
            let at = saved.case.map(|case| case.submitted_at.0);
            let wanted = told["receipt"]
                .is_string()
                .then_some(told["changed_at"].as_i64());
            assert_eq!(at, wanted.flatten(), "{name}");
        }
        let (saved, case) = portal.kept(text(told(&content, "handed over"), "id")).await;
        assert_eq!(saved.case.unwrap().stage, CaseStage::HandedOver);
        assert_eq!(case.journey.case().unwrap().stage(), CaseStage::HandedOver);
        for told in told_with(&content, "receipt") {
            let (browser, asked) = (portal.browser(), asked(told));
            let page = browser.submit("/api/status/look", &asked).await;
            page.is(200).says("受付");
        }
    })
    .await;
}

#[tokio::test]
async fn its_browsers_go_on_and_its_mails_go_out() {
    let content = content();
    let now = content["now"].as_i64().unwrap();
    on_each_old_database(async |url, folder| {
        // While the oldest of the sessions still lived.
        let portal = migrated(url, folder, now - 25 * 60).await;
        for (name, path) in [
            ("identified", "/terms"),
            ("agreed", "/mail"),
            ("addressed", "/mail/check"),
            ("opened", "/photo"),
            ("pictured", "/photo/check"),
            ("photographed", "/details"),
            ("described", "/review"),
            ("infant", "/done"),
            ("opened with details", "/photo"),
            ("challenged", "/device"),
        ] {
            let browser = portal.browser();
            browser.take_cookies(text(told(&content, name), "cookies"));
            browser.get(path).await.is(200);
        }
        let described = portal.browser();
        described.take_cookies(text(told(&content, "described"), "cookies"));
        let sent = described.reviewed().await;
        assert_eq!(described.led("/api/submit", &sent).await, "/done");

        portal.wait(60 * 60);
        portal.post_mails().await;
        // Three that had waited, and that of the application that was sent in here.
        assert_eq!(portal.letters().len(), 4);
        let left = portal.store.open_jobs(99).await.unwrap();
        let kinds: Vec<_> = left
            .iter()
            .map(|job| (job.kind.as_str(), job.has_failed))
            .collect();
        assert_eq!(kinds, [("link", true), ("discard_photo", false)]);
        portal.keep_house().await;
        let left = portal.store.open_jobs(99).await.unwrap();
        assert_eq!(left.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_audit_log_goes_on_where_it_was() {
    let content = content();
    let now = content["now"].as_i64().unwrap();
    on_each_old_database(async |url, folder| {
        let portal = migrated(url, folder, now).await;
        portal.keep_house().await;
        portal.insist_on_chain(text(&content, "audit_hash")).await;
        let entries = portal.service.audit_page(0).await.unwrap();
        let old =
            content["audit_head"].as_i64().unwrap() + content["audit_waiting"].as_i64().unwrap();
        for entry in &entries {
            assert_eq!(entry.actor.is_none(), entry.number <= old, "{entry:?}");
        }
        let who: Vec<_> = entries
            .iter()
            .filter_map(|entry| entry.actor.as_deref())
            .collect();
        assert_eq!(who, ["operator", "system"], "forms added, a photo removed");
    })
    .await;
}

/// Waits until somebody waits for a row of this database.
async fn somebody_waits(url: &str) {
    let mut beside = PgConnection::connect(url).await.unwrap();
    let waiting = "select exists (select 1 from pg_stat_activity \
                   where datname = current_database() and wait_event_type = 'Lock')";
    while !sqlx::query_scalar::<_, bool>(waiting)
        .fetch_one(&mut beside)
        .await
        .unwrap()
    {}
}

#[tokio::test]
async fn a_process_of_the_version_before_goes_on_while_it_is_migrated_and_after() {
    on_each_old_database(async |url, folder| Box::pin(goes_on(url, folder)).await).await;
}

async fn goes_on(url: &str, folder: &Path) {
    let content = content();
    let now = content["now"].as_i64().unwrap();
    let mut old = OldProcess::on(url).await;
    // Before: every statement is prepared.
    let mut before = old.begins(0xA1).await;
    old.sends_in(&mut before, "A1", now).await;
    let mut during = old.begins(0xA2).await;
    old.chains().await;
    // Meanwhile: a transaction is under way, which the migration waits for.
    old.says("begin").await;
    old.comes_to(&mut during, "opened", None, now).await;
    let (portal, ()) = tokio::join!(migrated(url, folder, now), async {
        if url.starts_with("postgres") {
            somebody_waits(url).await;
        }
        old.comes_to(&mut during, "submitted", Some("A2"), now + 1)
            .await;
        old.records(now, "submitted", &during.id).await;
        old.says("commit").await;
    });
    // After: the same statements, on the same connection.
    let mut after = old.begins(0xA3).await;
    old.sends_in(&mut after, "A3", now + 2).await;
    for (begun, at) in [(&before, now), (&during, now + 1), (&after, now + 2)] {
        let id: JourneyId = serde_json::from_value(begun.id.clone().into()).unwrap();
        let saved = portal.store.journey(&id).await.unwrap().unwrap();
        let case = saved.case.unwrap();
        assert_eq!((case.submitted_at.0, case.stage), (at, CaseStage::Received));
    }
    let handed_over = [Value::from(&*after.id), (now + 3).into()];
    assert_eq!(old.does("hand_over", &handed_over).await, 1);
    let id: JourneyId = serde_json::from_value(after.id.clone().into()).unwrap();
    let saved = portal.store.journey(&id).await.unwrap().unwrap();
    assert_eq!(saved.case.unwrap().stage, CaseStage::HandedOver);
    assert_eq!(saved.case.unwrap().handed_over_at, Some(Moment(now + 3)));
    // Both chain, one after the other, what both have recorded.
    assert!(old.chains().await > 0);
    portal.keep_house().await;
    old.records(now, "registered", &after.id).await;
    portal.keep_house().await;
    portal.insist_on_chain(text(&content, "audit_hash")).await;
}

#[tokio::test]
async fn what_the_version_before_seals_after_the_migration_opens() {
    let content = content();
    let now = content["now"].as_i64().unwrap();
    on_each_old_database(async |url, folder| {
        let portal = migrated(url, folder, now).await;
        let mut old = OldProcess::on(url).await;
        let (saved, case) = portal.kept(text(told(&content, "described"), "id")).await;
        let receipt = ReceiptNumber::from_random([5; 16]);
        let submitted = ApplicantEvent::Submitted(receipt.clone());
        let journey = case.journey.clone().apply(submitted, Moment(now)).unwrap();
        let mut sealed = serde_json::to_value(journey.next).unwrap();
        let fields = sealed["Submitted"].as_object_mut().unwrap();
        assert!(fields.remove("case").is_some());
        let place = Place {
            table: "journeys",
            row: saved.id.as_str(),
            column: "sealed",
        };
        let clear = serde_json::to_vec(&sealed).unwrap();
        let sealed = seal(&case.key, place, &clear, &*portal.random).unwrap();
        let values = [
            Value::from(saved.id.as_str()),
            (saved.version + 1).into(),
            "submitted".into(),
            sealed.as_slice().into(),
            Value::Text(saved.photo_key.clone()),
            receipt.as_str().into(),
            now.into(),
        ];
        assert_eq!(old.does("change_application", &values).await, 1);
        let (_, case) = portal.kept(saved.id.as_str()).await;
        assert!(matches!(case.journey, Journey::Submitted { .. }));
        assert_eq!(portal.service.verify().await.unwrap().problems, []);
    })
    .await;
}
