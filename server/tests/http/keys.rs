//! One of the operator's keys follows the other while processes answer, on both databases.

use rules::application::Page;
use server::config::DatabasePlace;
use server::seal::OperatorKey;
use server::service::{KeysFault, Rewrapped, key_uses, rewrap};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, Executor as _, PgConnection};

use crate::fresh_database::on_a_fresh_database;
use crate::idempotency::receipt;
use crate::support::{Answer, Browser, TestPortal, details, fields, form_id, operator_keys};

/// Tells it on an `SQLite` file and on a `PostgreSQL` server, begun with the key 1.
async fn on_both_databases(test: impl AsyncFn(TestPortal)) {
    let begun = async |url: Option<&str>| {
        TestPortal::planned(|plan| {
            if let Some(url) = url {
                plan.settings.database.url = url.parse().unwrap();
                plan.settings.database.connections = 3.try_into().unwrap();
            }
            plan.keys = &[1];
        })
        .await
    };
    test(begun(None).await).await;
    on_a_fresh_database(async |url| test(begun(Some(url)).await).await).await;
}

/// How many rows are under the key of this number.
async fn rows_under(portal: &TestPortal, number: u8) -> u64 {
    let operator = operator_keys(&[1, 2, 3]);
    let uses = key_uses(&*portal.store, &operator).await.unwrap();
    let key = Some(operator_keys(&[number]).newest().id());
    let under = uses.iter().filter(|used| used.key == key);
    under.map(|used| used.rows).sum()
}

async fn rewrapped(portal: &TestPortal) -> Rewrapped {
    rewrap(&**portal.store, &portal.keys, &*portal.random)
        .await
        .unwrap()
}

/// The browser goes on at a process from where it was.
async fn goes_on(browser: &Browser, portal: &TestPortal, from: Page, to: Page) -> Browser {
    let browser = browser.at(portal);
    browser.go(from, to).await;
    browser
}

/// What is said to who begins with the form that was sent in.
async fn begun_again(browser: &Browser) -> Answer {
    let id = vec![("application_id", form_id(1).as_str().to_owned())];
    browser.submit("/api/start/give", &id).await
}

#[tokio::test]
async fn applicants_go_on_through_a_change_of_the_key_process_by_process() {
    on_both_databases(async |first| {
        let one = first.browser();
        one.give_form(1).await;
        one.go(Page::Terms, Page::Details).await;
        let two = first.browser();
        two.give_form(2).await;
        two.go(Page::Terms, Page::MailSent).await;
        // Every process knows the new key before any seals with it.
        let second = first.beside(&[1, 2]).await;
        let third = first.beside(&[2, 1]).await;
        let one = goes_on(&one, &third, Page::Details, Page::Review).await;
        assert!(rows_under(&third, 2).await > 0);
        let one = goes_on(&one, &second, Page::Review, Page::Done).await;
        let done = rewrapped(&third).await;
        assert!(done.anew > 5 && done.closed == 0, "{done:?}");
        assert_eq!(rows_under(&third, 1).await, 0);
        // Now the old one is taken away.
        let last = first.beside(&[2]).await;
        one.at(&last).get("/done").await.is(200);
        let two = goes_on(&two, &last, Page::MailSent, Page::Done).await;
        two.get("/done").await.is(200);
        assert_eq!(last.completion_mails().await, 2);
    })
    .await;
}

#[tokio::test]
async fn links_codes_receipts_and_forms_of_before_are_found_after_it() {
    on_both_databases(async |first| {
        let sent_in = first.applicant_at(Page::Done).await;
        let receipt = receipt(&sent_in).await;
        let waiting = first.browser();
        waiting.give_form(2).await;
        waiting.go(Page::Terms, Page::MailSent).await;
        let link = fields(&[("token", first.token().await.as_str())]);
        let third = first.browser();
        third.give_form(3).await;
        third.go(Page::Terms, Page::MailSent).await;
        let device = first.browser();
        device.open_link().await;
        let code = fields(&[("device_code", first.code().await.as_str())]);

        rewrapped(&first.beside(&[2, 1]).await).await;
        let last = first.beside(&[2]).await;

        let opened = waiting.at(&last).post("/api/link/open", &link).await;
        assert_eq!(opened.location(), "/photo");
        let proved = device.at(&last).post("/api/device/prove", &code).await;
        assert_eq!(proved.location(), "/photo");
        let look = fields(&[("receipt_number", receipt.as_str()), ("year", "1998-03-27")]);
        let looked = last.browser().submit("/api/status/look", &look).await;
        looked.is(200).says("申請を受け付けました");
        let again = begun_again(&last.browser()).await;
        again.says("この申請書IDでは、すでに申請を受け付けています");
    })
    .await;
}

/// Says something to the database itself, beside the portal.
pub(crate) async fn tell_the_database(portal: &TestPortal, statement: &'static str) {
    match portal.settings().database.url.place() {
        DatabasePlace::File(file) => {
            let options = SqliteConnectOptions::new().filename(file);
            let mut desk = options.connect().await.unwrap();
            desk.execute(statement).await.unwrap();
        }
        DatabasePlace::Server(_) => {
            let url = String::from(portal.settings().database.url.clone());
            let mut desk = PgConnection::connect(&url).await.unwrap();
            desk.execute(statement).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_database_of_the_version_before_keeps_its_digests_whatever_key_is_first() {
    on_both_databases(async |first| {
        first.applicant_at(Page::Done).await;
        for keys in [&[1][..], &[1, 2], &[2, 1]] {
            // That version knew no look-up keys.
            tell_the_database(&first, "delete from look_up_keys").await;
            let second = first.beside(keys).await;
            let browser = second.browser();
            assert_eq!(browser.give_form(2).await.location(), "/terms");
            let again = begun_again(&browser).await;
            again.says("すでに申請を受け付けています");
        }
    })
    .await;
}

#[tokio::test]
async fn new_rows_are_under_the_new_key_and_rows_of_before_stay_until_they_are_sealed_anew() {
    on_both_databases(async |first| {
        first.applicant_at(Page::Photo).await;
        let before = rows_under(&first, 1).await;
        let second = first.beside(&[2, 1]).await;
        assert_eq!(rows_under(&second, 2).await, 0);
        second.browser().give_form(2).await;
        assert_eq!(rows_under(&second, 2).await, 1);
        assert_eq!(rows_under(&second, 1).await, before);
        // Back again and forth again: whichever is the newest gets everything.
        let back = first.beside(&[1, 2]).await;
        assert_eq!(rewrapped(&back).await.anew, 1);
        assert_eq!(rewrapped(&back).await.anew, 0);
        assert_eq!(rewrapped(&second).await.anew, before + 1);
        assert_eq!(rows_under(&second, 1).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_process_does_not_start_with_a_wrong_key_or_without_one_that_rows_need() {
    on_both_databases(async |first| {
        let told = first.starts_with(&[3]).await.unwrap_err();
        assert!(matches!(told, KeysFault::NoneFits(_)), "{told:?}");
        assert!(told.to_string().contains("does not fit"), "{told}");
        let second = first.beside(&[2, 1]).await;
        second.browser().give_form(1).await;
        let two = operator_keys(&[2]).newest().id();
        for keys in [&[1][..], &[3, 1]] {
            let told = first.starts_with(keys).await.unwrap_err();
            assert!(
                matches!(told, KeysFault::Missing { key, rows: 1 } if key == two),
                "{told:?}"
            );
            assert!(told.to_string().contains(&two.to_string()), "{told}");
        }
        let told = first.starts_with(&[2]).await.unwrap_err();
        assert!(matches!(told, KeysFault::NoneFits(_)), "{told:?}");
        first.starts_with(&[3, 1, 2]).await.unwrap();
        rewrapped(&second).await;
        first.starts_with(&[2]).await.unwrap();
        assert!(first.starts_with(&[1]).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_damaged_row_is_left_alone_and_keeps_nobody_from_the_new_key() {
    let first = TestPortal::planned(|plan| plan.keys = &[1]).await;
    first.applicant_at(Page::Photo).await;
    let mut damaged = first.saved().await;
    damaged.id = serde_json::from_str("\"0000\"").unwrap();
    damaged.wrapped_key[30] ^= 1;
    let open = vec![server::store::Write::OpenJourney(damaged)];
    first.store.commit(open).await.unwrap();
    first.starts_with(&[1]).await.unwrap();
    let second = first.beside(&[2, 1]).await;
    assert_eq!(rewrapped(&second).await.closed, 1);
    assert_eq!(rows_under(&second, 1).await, 0);
}

#[tokio::test]
async fn applicants_who_write_while_rows_are_sealed_anew_lose_nothing() {
    on_both_databases(async |first| {
        let browser = first.applicant_at(Page::Review).await;
        let second = first.beside(&[2, 1]).await;
        let browser = browser.at(&second);
        let rewrapping = async {
            for _ in 0..5 {
                rewrapped(&second).await;
                tokio::task::yield_now().await;
            }
        };
        let applying = async {
            for _ in 0..5 {
                browser.post("/api/details/give", &details()).await;
            }
            browser.go(Page::Review, Page::Done).await;
        };
        tokio::join!(rewrapping, applying);
        browser.get("/done").await.is(200);
        let operator = operator_keys(&[1, 2]);
        let uses = key_uses(&*second.store, &operator).await.unwrap();
        let newest = operator_keys(&[2]);
        let newest = newest.iter().map(OperatorKey::id).next();
        assert!(uses.iter().all(|used| used.key == newest), "{uses:?}");
    })
    .await;
}
