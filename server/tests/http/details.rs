//! ⑦ The birth date against the office's record.

use app::refusal::Refusal;
use futures_util::future::join_all;
use rules::application::Page;
use rules::form::{Field, Problem};

use crate::support::{
    BIRTH, Browser, Fields, TestPortal, born, details, fields, form_id, on_each_database,
};

const HOUR: i64 = 60 * 60;

/// The details with another birth date.
fn with_birth(
    era: &'static str,
    year: &'static str,
    month: &'static str,
    day: &'static str,
) -> Fields<'static> {
    let mut given = details();
    given.retain(|(name, _)| born(BIRTH).iter().all(|(part, _)| part != name));
    given.extend(fields(&[
        ("era", era),
        ("year", year),
        ("month", month),
        ("day", day),
    ]));
    given
}

pub(crate) async fn told(browser: &Browser, given: &Fields<'_>) -> Problem {
    let told: Refusal = browser
        .script("/api/details/give", given)
        .await
        .is(422)
        .json();
    let Refusal::Form(problems) = told else {
        panic!("{told:?}")
    };
    assert_eq!(problems.len(), 1);
    problems.of(Field::BirthDate).unwrap()
}

#[tokio::test]
async fn the_answer_never_says_which_part_of_the_birth_date_is_wrong() {
    let wrong = [
        ("H", "11", "3", "27"),
        ("H", "10", "4", "27"),
        ("H", "10", "3", "28"),
        ("S", "10", "3", "27"),
    ];
    let mut pages = Vec::new();
    for (era, year, month, day) in wrong {
        let portal = TestPortal::new().await;
        let browser = portal.applicant_at(Page::Details).await;
        let page = browser
            .submit("/api/details/give", &with_birth(era, year, month, day))
            .await
            .is(200);
        pages.push(page.summary());
    }
    assert!(
        pages[0].contains("申請書IDと生年月日が一致しませんでした"),
        "{}",
        pages[0]
    );
    assert!(pages[0].contains("あと4回"), "{}", pages[0]);
    assert!(pages.iter().all(|page| *page == pages[0]));
}

#[tokio::test]
async fn a_birth_date_is_tried_five_times_and_then_an_hour_is_waited() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let wrong = wrong();
    for tries_left in (0..5).rev() {
        assert_eq!(
            told(&browser, &wrong).await,
            Problem::BirthDateMismatch { tries_left }
        );
    }
    let waits = Problem::TooMany { wait_seconds: 3600 };
    assert_eq!(told(&browser, &wrong).await, waits);
    assert_eq!(
        told(&browser, &details()).await,
        waits,
        "also the right one"
    );
    assert_eq!(portal.saved().await.stage, "photographed");
    // The session must be kept alive meanwhile.
    for _ in 0..3 {
        portal.wait(HOUR / 3);
        browser.get("/details").await.is(200);
    }
    assert_eq!(
        browser.led("/api/details/give", &details()).await,
        "/review"
    );
}

#[tokio::test]
async fn a_right_birth_date_costs_nothing_and_gives_back_none_of_the_wrong_ones() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let wrong = wrong();
    for tries_left in (1..5).rev() {
        assert_eq!(
            told(&browser, &wrong).await,
            Problem::BirthDateMismatch { tries_left }
        );
    }
    assert_eq!(
        browser.led("/api/details/give", &details()).await,
        "/review"
    );
    assert_eq!(
        told(&browser, &wrong).await,
        Problem::BirthDateMismatch { tries_left: 0 }
    );
}

#[tokio::test]
async fn a_stranger_with_an_application_of_the_same_form_locks_out_himself_only() {
    let portal = TestPortal::new().await;
    let stranger = portal.applicant_at(Page::Details).await;
    let rightful = portal.applicant_at(Page::Details).await;
    let wrong = wrong();
    for _ in 0..5 {
        told(&stranger, &wrong).await;
    }
    assert_eq!(
        told(&stranger, &wrong).await,
        Problem::TooMany { wait_seconds: 3600 }
    );
    assert_eq!(
        rightful.led("/api/details/give", &details()).await,
        "/review"
    );
}

/// Another's birth date.
pub(crate) fn wrong() -> Fields<'static> {
    with_birth("H", "11", "3", "27")
}

#[tokio::test]
async fn all_applications_with_a_form_try_its_birth_date_twenty_times_and_then_one_each_72_minutes()
{
    on_each_database(async |database| {
        let portal = database
            .portal(|plan| {
                // All of them get their mail, and the clock stands still.
                let limits = &mut plan.settings.limits;
                limits.least_form_seconds = 0;
                limits.mails_per_address = 50.try_into().unwrap();
                limits.mails_per_mailbox = 50.try_into().unwrap();
                limits.mails_per_form = 50.try_into().unwrap();
            })
            .await;
        for _ in 0..4 {
            let stranger = portal.applicant_at(Page::Details).await;
            for _ in 0..5 {
                told(&stranger, &wrong()).await;
            }
        }
        let rightful = portal.applicant_at(Page::Details).await;
        let waits = Problem::TooMany {
            wait_seconds: 72 * 60,
        };
        for given in [&details(), &wrong()].into_iter().cycle().take(12) {
            assert_eq!(told(&rightful, given).await, waits);
        }
        let other = portal.applicant_with_form(2, Page::Details).await;
        assert_eq!(other.led("/api/details/give", &details()).await, "/review");
        // The session must be kept alive meanwhile.
        for _ in 0..3 {
            portal.wait(24 * 60);
            rightful.get("/details").await.is(200);
        }
        // What was refused took nothing from its own five.
        let tries_left = 0;
        assert_eq!(
            told(&rightful, &wrong()).await,
            Problem::BirthDateMismatch { tries_left },
            "one of the form's day"
        );
        assert_eq!(told(&rightful, &details()).await, waits);
    })
    .await;
}

#[tokio::test]
async fn a_form_tried_too_often_in_all_is_locked_until_the_office_unlocks_it() {
    on_each_database(async |database| {
        let portal = database
            .portal(|plan| {
                plan.settings.journey.birth_date_tries_in_all = 7.try_into().unwrap();
                plan.settings.journey.birth_date_tries_per_day = 7.try_into().unwrap();
            })
            .await;
        let stranger = portal.applicant_at(Page::Details).await;
        let rightful = portal.applicant_at(Page::Details).await;
        for _ in 0..5 {
            told(&stranger, &wrong()).await;
        }
        // A right one does not count.
        for _ in 0..3 {
            let led = rightful.led("/api/details/give", &details()).await;
            assert_eq!(led, "/review");
        }
        for tries_left in [1, 0] {
            let mismatch = Problem::BirthDateMismatch { tries_left };
            assert_eq!(told(&rightful, &wrong()).await, mismatch);
        }
        // However long one waits.
        portal.wait(40 * 24 * HOUR);
        let third = portal.applicant_at(Page::Details).await;
        for given in [details(), wrong()] {
            assert_eq!(told(&third, &given).await, Problem::BirthDateLocked);
        }
        let other = portal.applicant_with_form(2, Page::Details).await;
        assert_eq!(other.led("/api/details/give", &details()).await, "/review");
        let id = form_id(1);
        assert!(portal.service.unlock_form(&id).await.unwrap());
        let led = third.led("/api/details/give", &details()).await;
        assert_eq!(led, "/review");
        assert!(!portal.service.unlock_form(&form_id(9)).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn whoever_is_unlocked_has_the_tries_of_a_day_again() {
    on_each_database(async |database| {
        let portal = database
            .portal(|plan| {
                plan.settings.journey.birth_date_tries_per_day = 1.try_into().unwrap();
            })
            .await;
        let browser = portal.applicant_at(Page::Details).await;
        told(&browser, &wrong()).await;
        let told = told(&browser, &details()).await;
        assert!(matches!(told, Problem::TooMany { .. }), "{told:?}");
        portal.service.unlock_form(&form_id(1)).await.unwrap();
        let led = browser.led("/api/details/give", &details()).await;
        assert_eq!(led, "/review");
    })
    .await;
}

#[tokio::test]
async fn fifty_tries_at_once_are_not_more_than_five() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let wrong = wrong();
    let told = join_all((0..50).map(|_| told(&browser, &wrong))).await;
    let compared = told
        .iter()
        .filter(|problem| matches!(problem, Problem::BirthDateMismatch { .. }));
    assert_eq!(compared.count(), 5);
}

#[tokio::test]
async fn a_birth_date_that_cannot_be_read_costs_no_try() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    for _ in 0..7 {
        let problem = told(&browser, &with_birth("H", "10", "13", "27")).await;
        assert!(matches!(problem, Problem::BirthDate(_)), "{problem:?}");
    }
    assert_eq!(
        browser.led("/api/details/give", &details()).await,
        "/review"
    );
}

#[tokio::test]
async fn certificates_that_contradict_themselves_are_asked_about() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let mut given = details();
    given.push(("decline_signature", "yes".to_owned()));
    let page = browser.submit("/api/details/give", &given).await.is(200);
    page.says("エラー：")
        .says("「発行する」か「発行しないものがある」");
    given.retain(|(name, _)| *name != "certificates");
    given.push(("certificates", "decline".to_owned()));
    assert_eq!(browser.led("/api/details/give", &given).await, "/review");
}

#[tokio::test]
async fn a_date_outside_its_era_is_taken_under_its_right_name_with_one_press() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    let mut given = with_birth("S", "73", "3", "27");
    browser
        .submit("/api/details/give", &given)
        .await
        .is(200)
        .says("平成10年3月27日として進む");
    given.extend(fields(&[("birth_date_correct", "yes")]));
    let next = browser.post("/api/details/give", &given).await.is(303);
    assert_eq!(next.location(), "/review");
}
