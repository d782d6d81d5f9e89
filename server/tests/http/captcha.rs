//! ③ The captcha: each picture is answered once.

use app::refusal::Refusal;
use axum::body::Body;
use futures_util::future::join_all;
use http::Method;
use rules::application::Page;
use rules::form::{Field, Problem};
use rules::proof::{Challenge, Search};

use server::store::{SealedTable, Which};

use crate::support::{
    Browser, Fields, Kind, MAIL, Plan, TestPortal, contact, contact_at, on_both, on_each_database,
};

/// What is wrong with the answer.
async fn told(browser: &Browser, given: &Fields<'_>) -> Problem {
    let told: Refusal = browser.script("/api/mail/give", given).await.is(422).json();
    let Refusal::Form(problems) = told else {
        panic!("{told:?}")
    };
    problems.of(Field::Captcha).unwrap()
}

fn answered(challenge: &str, answer: &str) -> Fields<'static> {
    let mut given = contact(challenge);
    given.retain(|(name, _)| *name != "captcha");
    given.push(("captcha", answer.to_owned()));
    given
}

async fn at_the_mail_page(plan: impl FnOnce(&mut Plan)) -> Browser {
    TestPortal::planned(plan)
        .await
        .applicant_at(Page::Mail)
        .await
}

#[tokio::test]
async fn an_answer_is_read_as_people_type_it() {
    for answer in ["ABC234", "ａｂｃ２３４", " abc 234 "] {
        let browser = at_the_mail_page(|_| {}).await;
        let given = answered(&browser.challenge().await, answer);
        assert_eq!(
            browser.led("/api/mail/give", &given).await,
            "/mail/check",
            "{answer}"
        );
    }
}

#[tokio::test]
async fn a_picture_is_answered_once_whether_rightly_or_wrongly() {
    let browser = at_the_mail_page(|_| {}).await;
    let first = browser.challenge().await;
    assert_eq!(
        told(&browser, &answered(&first, "xxx777")).await,
        Problem::CaptchaWrong
    );
    assert_eq!(
        told(&browser, &contact(&first)).await,
        Problem::CaptchaExpired
    );
    let second = browser.challenge().await;
    assert_eq!(
        browser.led("/api/mail/give", &contact(&second)).await,
        "/mail/check"
    );
    let other = browser.portal.applicant_with_form(2, Page::Mail).await;
    assert_eq!(
        told(&other, &contact(&second)).await,
        Problem::CaptchaExpired
    );
}

/// The same registration without a picture.
fn without_picture(mail: &str) -> Fields<'static> {
    let mut given = contact_at("", mail);
    given.retain(|(name, _)| !matches!(*name, "challenge" | "captcha"));
    given
}

fn many(plan: &mut Plan) {
    let limits = &mut plan.settings.limits;
    limits.registrations_per_client = 200.try_into().unwrap();
    limits.captcha_tries = 200.try_into().unwrap();
    limits.mails_per_form = 200.try_into().unwrap();
}

#[tokio::test]
async fn a_slip_in_another_field_does_not_ask_for_the_picture_again() {
    let browser = at_the_mail_page(|_| {}).await;
    let mut slipped = contact(&browser.challenge().await);
    slipped.retain(|(name, _)| *name != "mail_again");
    slipped.push(("mail_again", "hanako@example.jp".to_owned()));
    let page = browser.submit("/api/mail/give", &slipped).await.is(200);
    let page = page.says("画像認証は済んでいます");
    page.hides("captcha-picture");
    let given = without_picture(MAIL);
    assert_eq!(browser.led("/api/mail/give", &given).await, "/mail/check");
    // And a letter that was mistyped in the address.
    browser
        .get("/mail")
        .await
        .is(200)
        .says("画像認証は済んでいます");
    let corrected = without_picture("hanako2@example.jp");
    let led = browser.led("/api/mail/give", &corrected).await;
    assert_eq!(led, "/mail/check");
    browser.get("/mail/check").await.says("hanako2@example.jp");
}

#[tokio::test]
async fn a_wrong_answer_beside_a_slip_is_told_with_it_and_asks_for_another_picture() {
    let browser = at_the_mail_page(|_| {}).await;
    let mut slipped = answered(&browser.challenge().await, "xxx777");
    slipped.retain(|(name, _)| *name != "mail_again");
    let page = browser.submit("/api/mail/give", &slipped).await.is(200);
    let summary = page.summary();
    assert!(
        summary.contains("#captcha") && summary.contains("#mail_again"),
        "{summary}"
    );
    page.says("captcha-picture");
}

#[tokio::test]
async fn one_right_answer_is_good_for_three_addresses_and_half_an_hour() {
    let browser = at_the_mail_page(many).await;
    browser.give_contact().await;
    for (number, is_taken) in [(1, true), (2, true), (3, false)] {
        let given = without_picture(&format!("hanako{number}@example.jp"));
        let answer = browser.script("/api/mail/give", &given).await;
        assert_eq!(answer.status == 303, is_taken, "{number}");
    }
    browser.get("/mail").await.is(200).says("captcha-picture");
    browser.give_contact().await;
    for (waited, status) in [(29 * 60, 303), (60, 422)] {
        browser.portal.wait(waited);
        let answer = browser
            .script("/api/mail/give", &without_picture(MAIL))
            .await;
        assert_eq!(answer.status, status, "{waited}");
    }
}

/// Whoever solves one picture wants as many mails as possible for it.
#[tokio::test]
async fn one_solved_picture_sends_one_mail_whatever_is_tried() {
    let portal = TestPortal::planned(many).await;
    let attacker = portal.applicant_at(Page::Mail).await;
    let solved = contact(&attacker.challenge().await);
    assert_eq!(attacker.led("/api/mail/give", &solved).await, "/mail/check");
    // At once, and by copies of the browser.
    let nothing = Fields::new();
    let copies: Vec<_> = (0..10).map(|_| attacker.clone()).collect();
    let tries = copies
        .iter()
        .map(|copy| copy.script("/api/mail/confirm", &nothing));
    join_all(tries).await;
    // The address "corrected" to many others.
    for number in 0..10 {
        let given = without_picture(&format!("victim{number}@example.jp"));
        attacker.script("/api/mail/give", &given).await.is(422);
        let replayed = contact_at(&solved[3].1, &format!("victim{number}@example.jp"));
        attacker.script("/api/mail/give", &replayed).await.is(422);
    }
    // Other forms begun in the same session, and each of them gone on with.
    for form in [2, 3, 2, 1] {
        attacker.give_form(form).await;
        attacker
            .post("/api/terms/agree", &crate::support::agreement())
            .await;
        let given = without_picture("victim@example.jp");
        let answer = attacker.script("/api/mail/give", &given).await;
        assert_ne!(answer.status, 303, "{form}");
        let held = attacker.get("/other").await.is(200).text();
        let held = held.split("name=\"about\" value=\"").skip(1);
        for about in held.filter_map(|rest| rest.split('"').next()) {
            let mut given = without_picture("victim@example.jp");
            given.push(("about", about.to_owned()));
            attacker.script("/api/mail/give", &given).await;
            let named = vec![("about", about.to_owned())];
            attacker.post("/api/other/continue", &named).await.is(303);
            attacker.script("/api/mail/confirm", &named).await;
        }
    }
    portal.post_mails().await;
    assert_eq!(portal.letters().len(), 1);
}

#[tokio::test]
async fn another_picture_is_shown_where_the_old_one_was() {
    let browser = at_the_mail_page(|_| {}).await;
    let answer = browser.post("/api/mail/picture", &contact("")).await;
    assert_eq!(answer.location(), "/mail#picture");
    let page = browser.get("/mail").await.is(200).text();
    let (_, part) = page.split_once("id=\"picture\"").unwrap();
    assert!(part.contains("画像を新しくしました"), "{part}");
}

#[tokio::test]
async fn of_fifty_right_answers_to_one_picture_at_once_no_more_are_taken_than_one_is_good_for() {
    on_each_database(async |place| {
        let browser = place.portal(many).await.applicant_at(Page::Mail).await;
        let given = contact(&browser.challenge().await);
        let answers = join_all((0..50).map(|_| browser.script("/api/mail/give", &given))).await;
        let taken = answers.iter().filter(|answer| answer.status == 303).count();
        assert!((1..=3).contains(&taken), "{taken}");
    })
    .await;
}

#[tokio::test]
async fn a_picture_lives_for_five_minutes() {
    let browser = at_the_mail_page(|_| {}).await;
    let (first, second) = (browser.challenge().await, browser.challenge().await);
    // Each was looked at for three seconds.
    browser.portal.wait(300 - 6);
    assert_eq!(
        told(&browser, &contact(&first)).await,
        Problem::CaptchaExpired
    );
    browser.get(&format!("/captcha/{first}.png")).await.is(404);
    assert_eq!(
        browser.led("/api/mail/give", &contact(&second)).await,
        "/mail/check"
    );
}

#[tokio::test]
async fn a_picture_nobody_was_shown_is_answered_like_an_old_one() {
    // A server takes no NUL in a text, and says so as a fault.
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::Mail).await;
        let never_shown = "f".repeat(32);
        for made_up in [
            "",
            "0",
            &never_shown,
            "../../etc/passwd",
            "' or 1=1 --",
            "\0",
            "a\0b",
        ] {
            assert_eq!(
                told(&browser, &contact(made_up)).await,
                Problem::CaptchaExpired,
                "{made_up:?}"
            );
        }
        for made_up in [
            "0",
            &never_shown,
            "%00",
            "a%00b",
            "%27",
            "..%2f..%2fetc%2fpasswd",
        ] {
            browser
                .get(&format!("/captcha/{made_up}.png"))
                .await
                .is(404);
        }
    })
    .await;
}

#[tokio::test]
async fn who_fills_in_what_no_person_sees_is_told_the_answer_was_wrong() {
    let browser = at_the_mail_page(|_| {}).await;
    let mut given = contact(&browser.challenge().await);
    given.push(("website", "https://spam.example".to_owned()));
    assert_eq!(told(&browser, &given).await, Problem::CaptchaWrong);
}

#[tokio::test]
async fn nobody_reads_and_answers_in_less_than_three_seconds() {
    let browser = at_the_mail_page(|_| {}).await;
    for (seconds, is_taken) in [(0, false), (2, false), (3, true)] {
        let page = browser.get("/mail").await.is(200);
        browser.portal.wait(seconds);
        let given = contact(&page.value_of("captcha-challenge"));
        if is_taken {
            assert_eq!(browser.led("/api/mail/give", &given).await, "/mail/check");
        } else {
            assert_eq!(
                told(&browser, &given).await,
                Problem::CaptchaWrong,
                "{seconds} seconds"
            );
        }
    }
}

#[tokio::test]
async fn picture_and_sound_are_there_until_the_answer() {
    let browser = at_the_mail_page(|_| {}).await;
    let challenge = browser.challenge().await;
    for (ending, kind, magic) in [
        ("png", "image/png", b"\x89PNG"),
        ("wav", "audio/wav", b"RIFF"),
    ] {
        let answer = browser
            .get(&format!("/captcha/{challenge}.{ending}"))
            .await
            .is(200);
        assert_eq!(answer.header("content-type"), kind);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(answer.body.starts_with(magic));
    }
    browser
        .get(&format!("/captcha/{challenge}.svg"))
        .await
        .is(404);
    browser.post("/api/mail/give", &contact(&challenge)).await;
    browser
        .get(&format!("/captcha/{challenge}.png"))
        .await
        .is(404);
}

/// As Safari does before it plays anything.
#[tokio::test]
async fn the_sound_is_there_in_parts() {
    let browser = at_the_mail_page(|_| {}).await;
    let path = format!("/captcha/{}.wav", browser.challenge().await);
    let whole = browser.get(&path).await.is(200);
    assert_eq!(whole.header("accept-ranges"), "bytes");
    let part = async |range: &str| {
        let request = Browser::request(Kind::Form, Method::GET, &path).header("range", range);
        browser
            .send(request.body(Body::empty()).unwrap())
            .await
            .is(206)
    };
    let begin = part("bytes=0-1").await;
    assert_eq!(begin.body, "RI");
    assert_eq!(
        begin.header("content-range"),
        format!("bytes 0-1/{}", whole.body.len())
    );
    assert_eq!(begin.header("content-type"), "audio/wav");
    assert_eq!(part("bytes=2-").await.body, whole.body[2..]);
}

/// How many pictures are stored.
async fn stored(portal: &TestPortal) -> usize {
    let store = &portal.store;
    let rows = store.sealed_rows(SealedTable::Challenges, "", Which::All, 999);
    rows.await.unwrap().len()
}

#[tokio::test]
async fn fifty_looks_at_the_page_leave_four_pictures_and_two_tabs_keep_working() {
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::Mail).await;
        let tab = browser.challenge().await;
        browser.challenge().await;
        let given = contact(&tab);
        assert_eq!(browser.led("/api/mail/give", &given).await, "/mail/check");
        let browser = portal.applicant_with_form(2, Page::Mail).await;
        let others = stored(&portal).await;
        let first = browser.challenge().await;
        for _ in 0..50 {
            browser.get("/mail").await.is(200);
        }
        assert_eq!(stored(&portal).await - others, 4);
        browser.get(&format!("/captcha/{first}.png")).await.is(404);
        let last = browser.challenge().await;
        browser.get(&format!("/captcha/{last}.png")).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn a_picture_shown_to_another_session_is_as_unknown() {
    on_both(async |portal| {
        let shown = portal.applicant_at(Page::Mail).await;
        let other = portal.applicant_with_form(2, Page::Mail).await;
        let challenge = shown.challenge().await;
        for ending in ["png", "wav"] {
            let path = format!("/captcha/{challenge}.{ending}");
            other.get(&path).await.is(404);
            portal.browser().get(&path).await.is(404);
        }
        let given = contact(&challenge);
        assert_eq!(told(&other, &given).await, Problem::CaptchaExpired);
        // It was not used up by that.
        assert_eq!(shown.led("/api/mail/give", &given).await, "/mail/check");
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_drawn_a_few_times_whichever_process_is_asked_and_answered_all_the_same() {
    let two = |plan: &mut Plan| plan.processes = 2;
    let browser = at_the_mail_page(two).await;
    let challenge = browser.challenge().await;
    let path = format!("/captcha/{challenge}.png");
    let (mut drawn, first) = (1, browser.get(&path).await.is(200).body);
    for _ in 0..50 {
        let answer = browser.get(&path).await;
        if answer.status == 200 {
            assert_eq!(answer.body, first);
            drawn += 1;
        }
    }
    assert_eq!(drawn, 12);
    let given = contact(&challenge);
    assert_eq!(browser.led("/api/mail/give", &given).await, "/mail/check");
}

/// The hidden proof of work that a page asks for.
fn asked(text: &str) -> Challenge {
    text.split(['"', '&', ';', '>', '<'])
        .find_map(|word| word.parse().ok())
        .unwrap_or_else(|| panic!("no work in {text}"))
}

#[tokio::test]
async fn the_hidden_work_is_harder_in_a_rush_and_what_was_given_before_stays_as_it_was() {
    let plan = |plan: &mut Plan| {
        plan.settings.limits.usual_captchas_per_minute = 2.try_into().unwrap();
        plan.settings.limits.proof_bits = 4;
    };
    let browser = at_the_mail_page(plan).await;
    let early = browser.portal.applicant_at(Page::Mail).await;
    let before = worked(&early).await;
    let bits_of = async |browser: &Browser| {
        let text = browser.get("/mail").await.is(200).text();
        let asked = asked(&text).to_string();
        asked.split_once('-').unwrap().0.to_owned()
    };
    let bits = async || bits_of(&browser).await;
    // One who looks over and over is no rush.
    for _ in 0..100 {
        assert_eq!(bits().await, "4");
    }
    let many = async || {
        let another = browser.portal.applicant_at(Page::Mail).await;
        bits_of(&another).await
    };
    while many().await == "4" {}
    assert_eq!(bits().await, "6");
    let answer = early.script("/api/mail/give", &before).await;
    assert_eq!(answer.status, 303);
    browser.portal.wait(120);
    assert_eq!(bits().await, "4");
}

/// The same, done.
async fn worked(browser: &Browser) -> Fields<'static> {
    let page = browser.get("/mail").await.is(200);
    browser.portal.wait(3);
    let challenge = asked(&page.text());
    let nonce = Search::new(challenge).step(u32::MAX).unwrap();
    let mut given = contact(&page.value_of("captcha-challenge"));
    given.push(("nonce", nonce.to_string()));
    given
}

/// How many come through of these registrations from one network, with the hidden work or without.
async fn registered(with_work: impl IntoIterator<Item = bool>) -> u32 {
    let slow = |plan: &mut Plan| {
        plan.settings.limits.registrations_refill_seconds = 3600.try_into().unwrap();
    };
    let portal = TestPortal::planned(slow).await;
    // One network, and a browser for each registration.
    let network = portal.browser();
    let mut taken = 0;
    for works in with_work {
        let browser = network.clone();
        browser.give_form(1).await;
        browser.go(Page::Terms, Page::Mail).await;
        let given = if works {
            worked(&browser).await
        } else {
            contact(&browser.challenge().await)
        };
        let answer = browser.script("/api/mail/give", &given).await;
        taken += u32::from(answer.status == 303);
    }
    taken
}

#[tokio::test]
async fn with_the_hidden_work_more_registrations_are_allowed_than_without() {
    assert_eq!(registered([true; 8]).await, 5);
    assert_eq!(registered([false; 8]).await, 3);
}

#[tokio::test]
async fn whoever_registers_with_and_without_the_hidden_work_is_allowed_no_more() {
    let mixed = [false, true, false, true, false, true, true, true];
    assert_eq!(registered(mixed).await, 5);
}
