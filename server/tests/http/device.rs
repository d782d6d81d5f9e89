//! ⑤ The second device: sees nothing before the code.

use app::refusal::Refusal;
use futures_util::future::join_all;
use rules::application::Page;

use crate::support::{Browser, Fields, MAIL, NAME, TestPortal, fields, on_both, on_each_database};

const MINUTE: i64 = 60;

fn many_mails(plan: &mut crate::support::Plan) {
    let limits = &mut plan.settings.limits;
    limits.mails_per_address = 50.try_into().unwrap();
    limits.mails_per_mailbox = 50.try_into().unwrap();
    limits.mails_per_form = 50.try_into().unwrap();
}

fn code(code: &str) -> Fields<'static> {
    fields(&[("device_code", code)])
}

/// A code that is another one than this.
fn other_than(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

const WRONG: &str = "認証番号を確認できませんでした";
const OVER: &str = "入力できる回数か時間を過ぎたため使えません";

/// How a browser that may not go on is told that its code is another one.
async fn told(browser: &Browser, given: &str) -> Refusal {
    told_as(WRONG, browser, given).await
}

/// How a browser that may not go on is told, with these words.
async fn told_as(words: &str, browser: &Browser, given: &str) -> Refusal {
    let page = browser
        .submit("/api/device/prove", &code(given))
        .await
        .is(200);
    page.says(words);
    browser
        .script("/api/device/prove", &code(given))
        .await
        .is(422)
        .json()
}

#[tokio::test]
async fn a_second_device_sees_nothing_of_the_application_before_the_code() {
    for reached in [Page::PhotoCheck, Page::Review] {
        let portal = TestPortal::new().await;
        let first = portal.applicant_at(reached).await;
        let old = portal.token().await;
        first
            .post("/api/link/renew", &fields(&[("token", &old)]))
            .await;
        let second = portal.browser();
        assert_eq!(second.open_link().await.location(), "/device");
        for page in Page::ALL {
            let page = second.get(page.path()).await;
            for secret in [NAME, MAIL, "平成10年", "1998", "/photo/current"] {
                assert!(!page.text().contains(secret), "{secret}");
            }
        }
        second.get("/photo/current").await.is(404);
        second.get("/device").await.is(200).says("h***@example.jp");
        let code_given = portal.code().await;
        assert_eq!(
            second.led("/api/device/prove", &code(&code_given)).await,
            reached.path()
        );
        second.get("/photo/current").await.is(200);
    }
}

#[tokio::test]
async fn codes_that_are_over_are_told_alike_and_wrong_and_foreign_ones_too() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Device).await;
    let right = portal.code().await;
    let wrong = told(&browser, &other_than(&right)).await;
    portal.wait(10 * MINUTE);
    let over = told_as(OVER, &browser, &right).await;
    let expired = told_as(OVER, &browser, &other_than(&right)).await;
    assert_eq!(expired, over, "a wrong one is told as the right one");
    browser.post("/api/device/resend", &fields(&[])).await;
    let second = portal.code().await;
    assert_eq!(told(&browser, &right).await, wrong, "replaced");
    // Another browser that opened another link of the same application.
    let link = portal.tokens().remove(0);
    let other = portal.browser();
    other
        .post("/api/link/renew", &fields(&[("token", &link)]))
        .await;
    other.open_link().await;
    portal.post_mails().await;
    assert_eq!(told(&other, &second).await, wrong, "another browser's");
    assert_eq!(
        browser.led("/api/device/prove", &code(&second)).await,
        "/photo"
    );
}

#[tokio::test]
async fn the_code_of_one_application_opens_no_other_one() {
    let portal = TestPortal::new().await;
    let mut waiting = Vec::new();
    for number in [1, 2] {
        let registrant = portal.browser();
        registrant.give_form(number).await;
        registrant.go(Page::Terms, Page::MailSent).await;
        let browser = portal.browser();
        assert_eq!(browser.open_link().await.location(), "/device");
        waiting.push((browser, portal.code().await));
    }
    let ((first, first_code), (second, second_code)) = (&waiting[0], &waiting[1]);
    let wrong = told(first, second_code).await;
    assert_eq!(told(second, first_code).await, wrong);
    assert_eq!(
        first.led("/api/device/prove", &code(first_code)).await,
        "/photo"
    );
    assert_eq!(
        second.led("/api/device/prove", &code(second_code)).await,
        "/photo"
    );
}

#[tokio::test]
async fn a_code_is_tried_five_times_and_then_even_the_right_one_is_refused() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Device).await;
    let right = portal.code().await;
    let wrong = code(&other_than(&right));
    for _ in 0..5 {
        browser.script("/api/device/prove", &wrong).await.is(422);
    }
    let refused = told_as(OVER, &browser, &right).await;
    assert_eq!(told_as(OVER, &browser, &other_than(&right)).await, refused);
    browser.post("/api/device/resend", &fields(&[])).await;
    let second = portal.code().await;
    assert_eq!(
        browser.led("/api/device/prove", &code(&second)).await,
        "/photo"
    );
}

#[tokio::test]
async fn two_hundred_wrong_codes_at_once_are_compared_five_times_at_most() {
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::Device).await;
        let right = portal.code().await;
        let wrong = code(&other_than(&right));
        let tries = join_all((0..200).map(|_| browser.script("/api/device/prove", &wrong))).await;
        assert!(tries.iter().all(|answer| answer.status == 422));
        browser
            .script("/api/device/prove", &code(&right))
            .await
            .is(422);
    })
    .await;
}

#[tokio::test]
async fn of_fifty_right_codes_at_once_one_succeeds() {
    on_each_database(async |place| {
        let portal = place
            .portal(|plan| plan.settings.journey.code_tries = 60.try_into().unwrap())
            .await;
        let browser = portal.applicant_at(Page::Device).await;
        let right = code(&portal.code().await);
        let tries = (0..50).map(|_| {
            let (browser, right) = (browser.clone(), right.clone());
            async move { (browser.script("/api/device/prove", &right).await, browser) }
        });
        let tries = join_all(tries).await;
        let won: Vec<_> = tries
            .iter()
            .filter(|(answer, _)| answer.status == 303)
            .collect();
        assert_eq!(won.len(), 1);
        won[0].1.get("/photo").await.is(200);
    })
    .await;
}

#[tokio::test]
async fn codes_go_out_three_times_an_hour_and_no_more() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Device).await;
    // Before the next is asked for: of two that go out together, the older may come too late.
    portal.post_mails().await;
    for _ in 0..2 {
        let page = browser
            .submit("/api/device/resend", &fields(&[]))
            .await
            .is(200);
        page.says("認証番号をもう一度送りました");
        portal.post_mails().await;
    }
    assert_eq!(portal.codes().len(), 3);
    let told: Refusal = browser
        .script("/api/device/resend", &fields(&[]))
        .await
        .is(429)
        .json();
    let Refusal::TooMany { wait_seconds } = told else {
        panic!("{told:?}")
    };
    browser
        .submit("/api/device/resend", &fields(&[]))
        .await
        .is(200)
        .says("短い時間に何度も操作がありました");
    portal.wait(i64::from(wait_seconds));
    browser
        .script("/api/device/resend", &fields(&[]))
        .await
        .is(303);
    portal.post_mails().await;
    assert_eq!(portal.codes().len(), 4);
}

#[tokio::test]
async fn links_opened_again_and_again_send_no_more_codes_than_asking_for_them() {
    let portal = TestPortal::planned(many_mails).await;
    portal.applicant_at(Page::Device).await;
    for _ in 0..5 {
        let link = portal.tokens().remove(0);
        let browser = portal.browser();
        browser
            .post("/api/link/renew", &fields(&[("token", &link)]))
            .await;
        assert_eq!(browser.open_link().await.location(), "/device");
    }
    portal.post_mails().await;
    assert_eq!(portal.codes().len(), 3);
}

#[tokio::test]
async fn the_browser_that_registered_needs_no_code_and_uses_none_up() {
    let portal = TestPortal::planned(many_mails).await;
    let browser = portal.applicant_at(Page::Photo).await;
    for _ in 0..4 {
        let link = portal.tokens().remove(0);
        browser
            .post("/api/link/renew", &fields(&[("token", &link)]))
            .await;
        assert_eq!(browser.open_link().await.location(), "/photo");
    }
    portal.post_mails().await;
    assert_eq!(portal.codes().len(), 0);
    let link = portal.tokens().remove(0);
    let second = portal.browser();
    second
        .post("/api/link/renew", &fields(&[("token", &link)]))
        .await;
    second.open_link().await;
    portal.post_mails().await;
    assert_eq!(
        portal.codes().len(),
        1,
        "the second device gets its code all the same"
    );
}
