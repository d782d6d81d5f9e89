//! Photos whose headers are made to be dear to read: they cost what their bytes are worth, and
//! only where few are read at once.

use std::time::Duration;

use rules::application::Page;
use rules::photo::{Steps, inspect_within};
use serde_json::Value;
use server::photos::PhotoWorkers;

use crate::hostile::KINDS;
use crate::support::{Kind, TestPortal, fixture};
use crate::upload::hold;

#[tokio::test]
async fn no_photo_is_read_before_there_is_a_place_for_it_and_others_are_answered_meanwhile() {
    let room = PhotoWorkers::new(1, Duration::ZERO);
    let portal = TestPortal::planned(|plan| plan.room = Some(room.clone())).await;
    let browser = portal.applicant_at(Page::Photo).await;
    let (release, worked_on) = hold(&room).await;
    // Its headers alone refuse the second one, and nobody reads them.
    for name in ["good.jpg", "truncated.jpg"] {
        browser
            .upload_as(Kind::Script, &fixture(name))
            .await
            .is(503);
        portal.browser().get("/healthz").await.is(200);
    }
    drop(release);
    worked_on.await.unwrap();
    browser
        .upload_as(Kind::Script, &fixture("truncated.jpg"))
        .await
        .is(422);
}

#[tokio::test]
async fn whatever_is_in_a_photo_it_costs_what_its_bytes_are_worth_and_is_answered() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.limits.uploads_per_application = 10_000.try_into().unwrap();
    });
    let browser = portal.await.applicant_at(Page::Photo).await;
    for kind in KINDS {
        let photo = (kind.make)(65_000);
        let mut steps = Steps::new(photo.len(), 4, 16_384);
        inspect_within(&photo, &mut steps);
        assert!(!steps.are_spent(), "{}: {steps:?}", kind.name);
        let told = browser.upload_as(Kind::Script, &photo).await;
        match kind.refused {
            None => assert_eq!(told.is(200).json::<Value>()["next"], "/photo/check"),
            Some(code) => {
                let told: Value = told.is(422).json();
                let found: rules::photo::Finding =
                    serde_json::from_value(told["findings"][0].clone()).unwrap();
                assert_eq!(found.code(), code, "{}", kind.name);
            }
        }
    }
}
