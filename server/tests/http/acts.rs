//! Every server function: out of order, with problems, accepted.

use app::refusal::Refusal;
use rules::application::Page;

use crate::support::{
    BIRTH, Fields, TestPortal, agreement, born, contact, details, fields, form_id,
};

/// Where an applicant may stand, which other pages may be seen from there, and
/// what may be done.
const STOPS: [(Page, &[Page], &[&str]); 11] = [
    (Page::Start, &[Page::Terms], &[]),
    (Page::Terms, &[], &["/api/terms/agree"]),
    (
        Page::Mail,
        &[Page::Terms],
        &["/api/terms/agree", "/api/mail/give"],
    ),
    (
        Page::MailCheck,
        &[Page::Terms, Page::Mail],
        &["/api/terms/agree", "/api/mail/give", "/api/mail/confirm"],
    ),
    (
        Page::MailSent,
        &[Page::Mail],
        &["/api/mail/give", "/api/mail/confirm", "/api/mail/resend"],
    ),
    (
        Page::Device,
        &[],
        &["/api/device/prove", "/api/device/resend"],
    ),
    (Page::Photo, &[Page::Terms], &["/api/terms/agree"]),
    (
        Page::PhotoCheck,
        &[Page::Terms, Page::Photo],
        &["/api/terms/agree", "/api/photo/confirm"],
    ),
    (
        Page::Details,
        &[Page::Terms, Page::Photo],
        &["/api/terms/agree", "/api/details/give"],
    ),
    (
        Page::Review,
        &[Page::Terms, Page::Photo, Page::Details],
        &["/api/terms/agree", "/api/details/give", "/api/submit"],
    ),
    (Page::Done, &[], &["/api/submit"]),
];

/// The guarded acts, filled in as they should be.
fn guarded() -> Vec<(&'static str, Fields<'static>)> {
    vec![
        ("/api/terms/agree", agreement()),
        ("/api/mail/give", contact("0".repeat(32).as_str())),
        ("/api/mail/confirm", fields(&[])),
        ("/api/mail/resend", fields(&[])),
        ("/api/device/prove", fields(&[("device_code", "123456")])),
        ("/api/device/resend", fields(&[])),
        (
            "/api/photo/confirm",
            fields(&[("photo_declaration", "yes")]),
        ),
        ("/api/details/give", details()),
        (
            "/api/submit",
            fields(&[("seen", "1"), ("submit_declaration", "yes")]),
        ),
    ]
}

/// What the portal holds of the application: all that an act could change.
async fn held(portal: &TestPortal, is_registered: bool) -> Option<(i64, Vec<u8>, usize)> {
    portal.post_mails().await;
    if !is_registered {
        return None;
    }
    let saved = portal.saved().await;
    Some((saved.version, saved.sealed, portal.letters().len()))
}

#[tokio::test]
async fn an_act_out_of_order_leads_to_the_right_page_and_changes_nothing() {
    for (stop, _, allowed) in STOPS {
        let portal = TestPortal::new().await;
        let browser = portal.applicant_at(stop).await;
        let before = held(&portal, stop >= Page::MailSent).await;
        for (act, given) in guarded() {
            if allowed.contains(&act) {
                continue;
            }
            assert_eq!(
                browser.led(act, &given).await,
                stop.path(),
                "{act} at {stop:?}"
            );
            let told = browser.script(act, &given).await.is(409);
            assert_eq!(
                told.json::<Refusal>(),
                Refusal::Elsewhere(stop),
                "{act} at {stop:?}"
            );
        }
        assert_eq!(
            held(&portal, stop >= Page::MailSent).await,
            before,
            "{stop:?}"
        );
        browser.get(stop.path()).await.is(200);
    }
}

#[tokio::test]
async fn a_page_out_of_order_leads_in_one_step_to_the_right_one() {
    for (stop, shown, _) in STOPS {
        let portal = TestPortal::new().await;
        let browser = portal.applicant_at(stop).await;
        for page in Page::ALL {
            let answer = browser.get(page.path()).await;
            if page == stop || page == Page::Start || shown.contains(&page) {
                assert_eq!(answer.status, 200, "{page:?} at {stop:?}");
            } else {
                assert_eq!(answer.location(), stop.path(), "{page:?} at {stop:?}");
            }
        }
    }
}

#[tokio::test]
async fn another_picture_keeps_what_was_typed() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Mail).await;
    let before = browser.challenge().await;
    let page = browser
        .submit("/api/mail/picture", &contact(&before))
        .await
        .is(200);
    assert_eq!(page.value_of("mail"), crate::support::MAIL);
    assert_ne!(page.value_of("captcha-challenge"), before);
    assert!(!page.title().contains("エラー"), "{}", page.title());
}

#[tokio::test]
async fn who_leaves_is_unknown_and_the_browser_is_told_to_forget() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let cookie = browser.cookie();
    let answer = browser.post("/api/leave", &fields(&[])).await;
    assert_eq!(answer.location(), "/");
    assert_eq!(
        answer.header("clear-site-data"),
        "\"cache\", \"cookies\", \"storage\""
    );
    assert_eq!(browser.cookie(), None);
    browser.take_cookie(cookie);
    browser
        .get("/review")
        .await
        .is(403)
        .hides(crate::support::NAME);
}

#[tokio::test]
async fn a_form_that_was_sent_in_cannot_be_begun_again() {
    let portal = TestPortal::new().await;
    portal.applicant_at(Page::Done).await;
    let other = portal.browser();
    let page = other.get(other.give_form(1).await.location()).await.is(200);
    page.says("この申請書IDでは、すでに申請を受け付けています");
    let given = fields(&[("application_id", form_id(1).as_str())]);
    let told = other.script("/api/start/give", &given).await.is(409);
    assert_eq!(told.json::<Refusal>(), Refusal::AlreadySubmitted);
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_malformed_and_says_nothing_of_the_inside() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    let given = fields(&[("seen", "many"), ("submit_declaration", "yes")]);
    let told = browser.script("/api/submit", &given).await.is(400);
    assert_eq!(told.json::<Refusal>(), Refusal::Malformed);
    let twice = fields(&[("adult", "yes"), ("adult", "yes")]);
    let unread = browser.script("/api/terms/agree", &twice).await.is(400);
    assert_eq!(unread.json::<Refusal>(), Refusal::Malformed);
    let form = browser.post("/api/terms/agree", &twice).await.is(400);
    assert_eq!(form.header("location"), "");
    form.says("送られた内容を読み取れませんでした");
    browser
        .post("/api/nowhere", &fields(&[]))
        .await
        .is(404)
        .hides("server function")
        .hides("macro");
}

#[tokio::test]
async fn a_birth_date_is_taken_in_every_writing_the_page_offers() {
    let writings = [
        [
            ("era", "AD"),
            ("year", "1998"),
            ("month", "3"),
            ("day", "27"),
        ],
        [
            ("era", "H"),
            ("year", "１０"),
            ("month", "０３"),
            ("day", "27"),
        ],
        [
            ("era", ""),
            ("year", "平成10年3月27日"),
            ("month", ""),
            ("day", ""),
        ],
    ];
    for writing in writings {
        let portal = TestPortal::new().await;
        let browser = portal.applicant_at(Page::Details).await;
        let mut given = details();
        given.retain(|(name, _)| born(BIRTH).iter().all(|(part, _)| part != name));
        given.extend(fields(&writing));
        assert_eq!(
            browser.led("/api/details/give", &given).await,
            "/review",
            "{writing:?}"
        );
    }
}

#[tokio::test]
async fn looking_around_needs_no_session() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    for page in Page::ALL
        .map(Page::path)
        .into_iter()
        .chain(["/help", "/privacy", "/status"])
    {
        browser.get(page).await;
    }
    assert_eq!(browser.cookie(), None);
}
