//! ⑥ The face photo: what is found in it, and what is kept of it.

use futures_util::TryStreamExt;
use photo_check::Exceptions;
use rules::application::Page;
use rules::photo::{Finding, Weight, inspect};
use rules::{CivilDate, PhotoReceipt};
use serde_json::{Value, json};
use server::photos::{PhotoVault, VaultKey};
use server::store::{JobKind, JourneyId, Queued, Write};

use crate::shown::{difference, shown};
use crate::support::{Browser, Kind, TestPortal, envelope_with, fixture, on_both};

/// The photos that are refused, and the code of what refuses them.
const REFUSED: [(&str, &str); 7] = [
    ("cmyk.jpg", "colour_cmyk"),
    ("small_side.jpg", "too_narrow"),
    ("few_bytes.jpg", "too_few_bytes"),
    ("truncated.jpg", "incomplete"),
    ("photo.png", "not_jpeg"),
    ("photo.webp", "not_jpeg"),
    ("photo.heic", "not_jpeg"),
];

pub(crate) async fn at_the_photo() -> (TestPortal, Browser) {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    (portal, browser)
}

/// The photos kept, sealed.
pub(crate) async fn sealed(portal: &TestPortal) -> Vec<Vec<u8>> {
    let keys: Vec<_> = portal
        .vault
        .list()
        .map_ok(|kept| kept.key)
        .try_collect()
        .await
        .unwrap();
    let mut photos = Vec::new();
    for key in keys {
        photos.push(portal.vault.fetch(&key).await.unwrap());
    }
    photos
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What the file is found to be: by its headers, or by its picture.
fn found(photo: &[u8]) -> Vec<Finding> {
    let report = photo_check::check(photo, CivilDate::LAST, Exceptions::NONE);
    report.file.findings
}

#[tokio::test]
async fn a_script_is_told_every_finding_and_nothing_is_kept() {
    let (portal, browser) = at_the_photo().await;
    for (name, code) in REFUSED {
        let photo = fixture(name);
        let told: Value = browser.upload_as(Kind::Script, &photo).await.is(422).json();
        let findings = found(&photo);
        assert_eq!(
            told["findings"],
            serde_json::to_value(&findings).unwrap(),
            "{name}"
        );
        assert_eq!(findings[0].code(), code, "{name}");
    }
    assert!(sealed(&portal).await.is_empty());
    assert_eq!(portal.saved().await.stage, "opened");
}

#[tokio::test]
async fn a_form_is_led_back_to_the_page_which_says_what_is_wrong_and_the_remedy() {
    let (_portal, browser) = at_the_photo().await;
    for (name, _) in REFUSED {
        let photo = fixture(name);
        let answer = browser.upload(&photo).await;
        assert_eq!(answer.location(), "/photo", "{name}");
        let page = browser.get("/photo").await.is(200);
        assert!(page.title().starts_with("エラー："), "{name}");
        for finding in found(&photo) {
            let words = app::words::words().finding(&finding);
            assert!(
                page.summary().contains(words.remedy),
                "{name}: {}",
                page.summary()
            );
        }
    }
}

#[tokio::test]
async fn photos_that_meet_the_specification_are_kept() {
    for name in [
        "good.jpg",
        "grey.jpg",
        "progressive.jpg",
        "restarts.jpg",
        "turned.jpg",
    ] {
        for kind in Kind::BOTH {
            let (portal, browser) = at_the_photo().await;
            let answer = browser.upload_as(kind, &fixture(name)).await;
            match kind {
                Kind::Form => assert_eq!(answer.location(), "/photo/check", "{name}"),
                Kind::Script => assert_eq!(answer.is(200).json::<Value>()["next"], "/photo/check"),
            }
            assert_eq!(portal.saved().await.stage, "pictured", "{name}");
        }
    }
}

/// Files that people sent to programs in the field, and whether each is right.
fn cases() -> Vec<(String, Vec<u8>, bool)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/tests/data/field");
    let index = std::fs::read(folder.join("index.json")).unwrap();
    let index: Vec<Value> = serde_json::from_slice(&index).unwrap();
    let case = |entry: &Value| {
        let name = entry["file"].as_str().unwrap().to_owned();
        let is_sound = entry["expected"].as_str().unwrap().starts_with("accept");
        let file = std::fs::read(folder.join(&name)).unwrap();
        (name, file, is_sound)
    };
    index.iter().map(case).collect()
}

#[tokio::test]
async fn photos_from_the_field_are_kept_in_the_colours_that_browsers_show_or_refused() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.limits.uploads_per_application = 10_000.try_into().unwrap();
    });
    let browser = portal.await.applicant_at(Page::Photo).await;
    for (name, file, is_sound) in cases() {
        let answer = browser.upload_as(Kind::Script, &file).await;
        if !is_sound {
            let told: Value = answer.is(422).json();
            let told = serde_json::from_value::<Vec<Finding>>(told["findings"].clone());
            assert_eq!(told.unwrap(), [Finding::Incomplete], "{name}");
            continue;
        }
        assert_eq!(answer.status, 200, "{name}: {}", answer.text());
        let kept = browser.get("/photo/current").await.is(200).body;
        let mean = difference(&shown(&kept), &shown(&file));
        // Only the profile for grey changes the colours; `photos::colours` knows by how much.
        let most = if name.contains("gray_profile") { 20 } else { 2 };
        assert!(mean <= most, "{name}: {mean}");
    }
}

#[tokio::test]
async fn the_kept_photo_is_upright_without_metadata_and_shown_to_its_session_only() {
    let (portal, browser) = at_the_photo().await;
    let sent = fixture("turned.jpg");
    browser.upload(&sent).await;
    let shown = browser.get("/photo/current").await.is(200);
    assert_eq!(shown.header("content-type"), "image/jpeg");
    assert_eq!(
        shown.header("content-disposition"),
        "inline; filename=\"photo.jpg\""
    );
    assert_eq!(shown.header("cache-control"), "no-store");
    assert_eq!(shown.header("cross-origin-resource-policy"), "same-origin");
    for trace in [
        b"Exif".as_slice(),
        b"CANARY",
        b"IMG_0001",
        b"GPS",
        b"ICC_PROFILE",
        b"\xff\xfe",
    ] {
        assert!(
            !holds(&shown.body, trace),
            "{}",
            String::from_utf8_lossy(trace)
        );
    }
    let inspection = inspect(&shown.body);
    assert!(!inspection.refuses(), "{:?}", inspection.findings);
    portal.browser().get("/photo/current").await.is(404);
}

#[tokio::test]
async fn in_the_vault_a_photo_is_sealed() {
    let (portal, browser) = at_the_photo().await;
    browser.upload(&fixture("good.jpg")).await;
    let shown = browser.get("/photo/current").await.is(200);
    let kept = sealed(&portal).await;
    let [kept] = kept.as_slice() else {
        panic!("one photo, not {}", kept.len())
    };
    assert!(!holds(kept, b"\xff\xd8\xff"), "the beginning of a JPEG");
    assert!(!holds(kept, b"JFIF"));
    let middle = shown.body.len() / 2;
    assert!(
        !holds(kept, &shown.body[middle..middle + 16]),
        "a piece of the face"
    );
}

/// What is kept with the application about its photo.
pub(crate) async fn receipt(portal: &TestPortal) -> PhotoReceipt {
    let case = portal.service.open_case(portal.saved().await).unwrap();
    case.journey.photo().unwrap().clone()
}

#[tokio::test]
async fn what_the_check_found_and_what_the_applicant_said_is_kept_for_the_office() {
    let (portal, browser) = at_the_photo().await;
    browser.upload(&fixture("good.jpg")).await;
    let kept = receipt(&portal).await;
    // The wall of the portrait is not plain.
    let remark = kept.remarks.first().unwrap();
    assert_eq!(remark.code, "background_not_plain");
    assert_eq!(remark.weight, Weight::Advises);
    assert_eq!(remark.limit, 50);
    assert!(remark.score > remark.limit, "{remark:?}");
    assert_eq!(kept.exceptions, Vec::<String>::new());
    assert!(!kept.use_anyway);

    let said = [
        ("exception", "equipment"),
        ("exception", "posture"),
        ("exception", "whim"),
        ("use_anyway", "yes"),
    ];
    let body = envelope_with(&fixture("good.jpg"), &said);
    let answer = browser
        .send(Browser::upload_request(Kind::Form, body.into()))
        .await;
    assert_eq!(answer.location(), "/photo/check");
    let kept_now = receipt(&portal).await;
    // A reason takes nothing away from what the office sees.
    assert_eq!(kept_now.remarks, kept.remarks);
    assert_eq!(kept_now.exceptions, ["equipment", "posture"]);
    assert!(kept_now.use_anyway);
}

#[tokio::test]
async fn a_photo_that_was_replaced_is_discarded() {
    let (portal, browser) = at_the_photo().await;
    browser.upload(&fixture("good.jpg")).await;
    let first = sealed(&portal).await;
    browser.upload(&fixture("grey.jpg")).await;
    assert_eq!(sealed(&portal).await.len(), 2);
    portal.keep_house().await;
    let left = sealed(&portal).await;
    assert_eq!(left.len(), 1);
    assert_ne!(left, first);
    browser.get("/photo/current").await.is(200);
}

#[tokio::test]
async fn a_refused_photo_leaves_the_one_before_in_place() {
    let (portal, browser) = at_the_photo().await;
    browser.upload(&fixture("good.jpg")).await;
    let before = (sealed(&portal).await, portal.saved().await);
    browser.upload(&fixture("cmyk.jpg")).await;
    assert_eq!((sealed(&portal).await, portal.saved().await), before);
}

/// A picture in which nobody is: noise of the right size.
fn nobody() -> Vec<u8> {
    let (width, height) = (600_u16, 772_u16);
    let pixels: Vec<u8> = (0..u32::from(width) * u32::from(height) * 3)
        .map(|place| place.wrapping_mul(2_654_435_761).to_be_bytes()[0] / 4 + 96)
        .collect();
    let mut jpeg = Vec::new();
    jpeg_encoder::Encoder::new(&mut jpeg, 90)
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    jpeg
}

#[tokio::test]
async fn a_picture_without_a_face_is_refused_also_where_the_page_did_not_check_it() {
    let (portal, browser) = at_the_photo().await;
    let photo = nobody();
    assert!(!inspect(&photo).refuses());
    let told: Value = browser.upload_as(Kind::Script, &photo).await.is(422).json();
    assert_eq!(told["findings"][0], "no_face", "{told}");
    let told: Value = browser.upload_as(Kind::Script, &photo).await.is(422).json();
    assert_eq!(told["findings"], json!(["sent_before", "no_face"]));
    let answer = browser.upload_as(Kind::Form, &photo).await;
    assert_eq!(answer.location(), "/photo");
    let told = browser.get("/photo").await.is(200).summary();
    assert!(told.contains("顔が見つかりませんでした。"), "{told}");
    assert!(sealed(&portal).await.is_empty());
}

#[tokio::test]
async fn however_many_photos_were_replaced_all_are_removed_in_one_round() {
    on_both(async |portal| {
        let now = portal.service.now();
        let replaced = (0..250).map(|number: u32| {
            let journey = JourneyId::random(&*portal.random).unwrap();
            let photo_key = VaultKey::new(journey.as_str(), &format!("{number:032x}"));
            Write::Queue(Queued {
                id: format!("{number:032x}"),
                kind: JobKind::DiscardPhoto,
                journey,
                session: None,
                photo_key: photo_key.map(|key| key.as_str().to_owned()),
                secret: None,
                queued_at: now,
                due_at: now,
            })
        });
        portal.store.commit(replaced.collect()).await.unwrap();
        assert_eq!(portal.store.open_jobs(300).await.unwrap().len(), 250);
        portal.keep_house().await;
        assert_eq!(portal.store.open_jobs(300).await.unwrap(), []);
    })
    .await;
}
