//! Two processes on one `PostgreSQL` database and one bucket, with requests going now to one and now to
//! the other: no browser is tied to a process.

use futures_util::TryStreamExt;
use futures_util::future::join_all;
use rules::application::Page;
use server::config::{PhotoPlace, Photos};
use server::photos::PhotoVault;

use crate::fresh_database::on_a_fresh_database;
use crate::idempotency::receipt;
use crate::object_storage;
use crate::support::{Kind, TestPortal, fixture};

/// Photos in object storage, under a prefix that no other test has.
pub(crate) fn keep_in_bucket(photos: &mut Photos) {
    photos.place = PhotoPlace::S3;
    photos.bucket = Some(object_storage::BUCKET.to_owned());
    photos.prefix = Some(object_storage::fresh_prefix());
    photos.endpoint = Some(object_storage::endpoint().parse().unwrap());
    let [name, secret] = object_storage::ACCESS_KEY.map(str::to_owned);
    photos.access_key_id = Some(name);
    photos.secret_access_key = Some(secret.try_into().unwrap());
}

/// Two processes that share database, key, bucket and nothing else.
async fn two_processes(url: &str) -> TestPortal {
    TestPortal::planned(|plan| {
        plan.settings.database.url = url.parse().unwrap();
        plan.settings.database.connections = 4.try_into().unwrap();
        keep_in_bucket(&mut plan.settings.photos);
        plan.processes = 2;
    })
    .await
}

#[tokio::test]
async fn an_applicant_comes_to_the_receipt_whichever_process_answers() {
    on_a_fresh_database(async |url| {
        let portal = two_processes(url).await;
        // Once more from each turn, so that every step meets either process.
        for (family, turn) in [1, 2, 3].into_iter().zip(0..) {
            let browser = portal.browser();
            for _ in 0..turn {
                browser.get("/").await.is(200);
            }
            assert_eq!(browser.give_form(family).await.location(), "/terms");
            browser.go(Page::Terms, Page::Done).await;
            browser
                .get("/done")
                .await
                .is(200)
                .says("申請を受け付けました");
        }
        assert_eq!(portal.completion_mails().await, 3);
        portal.keep_house().await;
        let photos: Vec<_> = portal.vault.list().try_collect().await.unwrap();
        assert_eq!(photos.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_second_device_is_let_in_by_the_code_whichever_process_answers() {
    on_a_fresh_database(async |url| {
        let portal = two_processes(url).await;
        let second = portal.applicant_at(Page::Device).await;
        second.go(Page::Device, Page::Done).await;
        assert_eq!(portal.completion_mails().await, 1);
    })
    .await;
}

#[tokio::test]
async fn many_clicks_on_both_processes_send_an_application_in_once() {
    on_a_fresh_database(async |url| {
        let portal = two_processes(url).await;
        let browser = portal.applicant_at(Page::Review).await;
        let sent = browser.reviewed().await;
        let tries = (0..10).map(|_| {
            let (tab, sent) = (browser.clone(), sent.clone());
            async move {
                assert_eq!(tab.led("/api/submit", &sent).await, "/done");
                receipt(&tab).await
            }
        });
        let mut receipts = join_all(tries).await;
        receipts.dedup();
        assert_eq!(receipts.len(), 1, "{receipts:?}");
        assert_eq!(portal.completion_mails().await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_opened_by_many_devices_on_two_processes_sends_no_more_codes_than_are_allowed() {
    on_a_fresh_database(async |url| {
        let portal = two_processes(url).await;
        portal.applicant_at(Page::MailSent).await;
        let token = vec![("token", portal.token().await)];
        let devices: Vec<_> = (0..6).map(|_| portal.browser()).collect();
        let opened = join_all(
            devices
                .iter()
                .map(|device| device.script("/api/link/open", &token)),
        )
        .await;
        let let_in = opened.iter().filter(|answer| answer.status == 303).count();
        assert_eq!(let_in, 6);
        portal.post_mails().await;
        assert_eq!(portal.codes().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn the_limits_hold_for_both_processes_together() {
    on_a_fresh_database(async |url| {
        let portal = two_processes(url).await;
        let browser = portal.browser();
        for number in 0..portal.service.bounds().unknown.burst {
            browser.get(&format!("/open/{number:043}")).await.is(200);
        }
        for number in 100..104 {
            browser.get(&format!("/open/{number:043}")).await.is(429);
        }
    })
    .await;
}

#[tokio::test]
async fn a_photo_that_object_storage_does_not_take_is_answered_busy_and_can_be_sent_again() {
    let portal = TestPortal::planned(|plan| {
        keep_in_bucket(&mut plan.settings.photos);
        // Nobody listens there: the port of a server that is away.
        plan.settings.photos.endpoint = Some("http://127.0.0.1:9".parse().unwrap());
    })
    .await;
    let browser = portal.applicant_at(Page::Photo).await;
    let photo = fixture("good.jpg");
    browser.upload_as(Kind::Script, &photo).await.is(503);
    assert_eq!(portal.saved().await.stage, "opened");
    browser.get("/photo").await.is(200);
}
