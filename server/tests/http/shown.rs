//! What is shown of a photo: the face upright, and a small picture of it on pages.

use photo_check::{Pixels, picture};
use rules::application::Page;
use rules::photo::{QuarterTurn, inspect};

use crate::photo::{at_the_photo, receipt};
use crate::support::{Browser, Kind, envelope_with, fixture};

/// What a browser shows of a file.
pub(crate) fn shown(photo: &[u8]) -> Pixels {
    picture(photo, &inspect(photo).facts).unwrap()
}

/// The portrait as a file whose picture is turned so, and nothing in it says so.
fn lying(turn: QuarterTurn) -> Vec<u8> {
    let picture = shown(&fixture("good.jpg")).turned(turn);
    let [width, height] = [picture.width, picture.height].map(|side| side.try_into().unwrap());
    let mut jpeg = Vec::new();
    jpeg_encoder::Encoder::new(&mut jpeg, 95)
        .encode(&picture.rgb, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    jpeg
}

/// The mean difference of two pictures' values, 0 to 255.
pub(crate) fn difference(one: &Pixels, other: &Pixels) -> u64 {
    assert_eq!((one.width, one.height), (other.width, other.height));
    let pairs = one.rgb.iter().zip(&other.rgb);
    let sum: u64 = pairs
        .map(|(one, other)| u64::from(one.abs_diff(*other)))
        .sum();
    sum / u64::try_from(one.rgb.len()).unwrap()
}

#[tokio::test]
async fn a_portrait_that_lies_on_its_side_or_stands_on_its_head_is_kept_upright_and_it_is_said() {
    let (portal, browser) = at_the_photo().await;
    let upright = shown(&fixture("good.jpg"));
    for (lies, turn) in [
        (QuarterTurn::None, QuarterTurn::None),
        (QuarterTurn::Right, QuarterTurn::Left),
        (QuarterTurn::Half, QuarterTurn::Half),
        (QuarterTurn::Left, QuarterTurn::Right),
    ] {
        browser.upload(&lying(lies)).await;
        let kept = browser.get("/photo/current").await.is(200).body;
        assert!(difference(&shown(&kept), &upright) < 4, "{lies:?}");
        let receipt = receipt(&portal).await;
        assert_eq!((receipt.width, receipt.height), (900, 1157), "{lies:?}");
        assert_eq!(receipt.turn, turn, "{lies:?}");
        let codes: Vec<_> = receipt
            .remarks
            .iter()
            .map(|one| one.code.as_str())
            .collect();
        assert_eq!(codes, ["background_not_plain"], "{lies:?}");
        let page = browser.get("/photo/check").await.is(200).text();
        let is_told = page.contains(app::words::words().picker.turned);
        assert_eq!(is_told, !turn.is_none(), "{lies:?}");
    }
}

#[tokio::test]
async fn what_was_turned_before_it_was_sent_is_not_turned_again_and_a_face_on_its_side_is_told() {
    let (portal, browser) = at_the_photo().await;
    let side = lying(QuarterTurn::Right);
    let body = envelope_with(&side, &[("turned", "right")]);
    browser
        .send(Browser::upload_request(Kind::Form, body.into()))
        .await;
    let kept = browser.get("/photo/current").await.is(200).body;
    assert!(difference(&shown(&kept), &shown(&side)) < 4);
    let receipt = receipt(&portal).await;
    assert_eq!(receipt.turn, QuarterTurn::Right);
    let tilted = receipt.remarks.iter().find(|one| one.code == "head_tilted");
    assert!(tilted.unwrap().score > 60_000, "{tilted:?}");
    let page = browser.get("/photo/check").await.is(200).text();
    assert!(page.contains("頭が傾いている"), "{page}");
}

/// The portrait as large as a phone's: nine times the pixels, with the noise of a sensor.
fn of_a_phone() -> Vec<u8> {
    const TIMES: usize = 3;
    let portrait = shown(&fixture("good.jpg"));
    let (width, height) = (portrait.width * TIMES, portrait.height * TIMES);
    let mut dice = 1_u32;
    let mut rgb = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let at = (y / TIMES * portrait.width + x / TIMES) * 3;
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = dice.to_be_bytes()[0] >> 4;
            rgb.extend([0, 1, 2].map(|colour| portrait.rgb[at + colour].saturating_add(noise)));
        }
    }
    let [width, height] = [width, height].map(|side| side.try_into().unwrap());
    let mut jpeg = Vec::new();
    jpeg_encoder::Encoder::new(&mut jpeg, 98)
        .encode(&rgb, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    jpeg
}

/// Where a page has the photo.
async fn address(browser: &Browser, page: &str) -> String {
    let page = browser.get(page).await.is(200).text();
    let (_, behind) = page.split_once("src=\"/photo/current/").unwrap();
    let (mark, _) = behind.split_once('"').unwrap();
    format!("/photo/current/{mark}")
}

#[tokio::test]
async fn pages_show_a_small_picture_of_a_large_photo_which_browsers_keep_for_themselves() {
    let (_portal, browser) = at_the_photo().await;
    let sent = of_a_phone();
    assert!(
        (5_500_000..7_340_032).contains(&sent.len()),
        "{}",
        sent.len()
    );
    browser.upload_as(Kind::Script, &sent).await.is(200);
    let first = address(&browser, "/photo/check").await;
    browser.go(Page::PhotoCheck, Page::Review).await;
    assert_eq!(address(&browser, "/review").await, first);

    let answer = browser.get(&first).await.is(200);
    assert_eq!(answer.header("content-type"), "image/jpeg");
    assert_eq!(answer.header("cache-control"), "private, max-age=1800");
    assert!(answer.body.len() < 20_000, "{}", answer.body.len());
    let (small, whole) = (shown(&answer.body), shown(&sent));
    assert_eq!((small.width, small.height), (400, 514));
    // The same picture: the wall, and the dark of the hair.
    let red = |picture: &Pixels, [x, y]: [usize; 2]| {
        let place = [x * picture.width / 100, y * picture.height / 100];
        picture.rgb[(place[1] * picture.width + place[0]) * 3]
    };
    for place in [[50, 30], [50, 50], [10, 90]] {
        let (one, other) = (red(&small, place), red(&whole, place));
        assert!(one.abs_diff(other) < 32, "{place:?}: {one} {other}");
    }
}

#[tokio::test]
async fn the_small_picture_is_its_own_sessions_and_another_photo_has_another_address() {
    let (portal, browser) = at_the_photo().await;
    browser.upload(&fixture("good.jpg")).await;
    let first = address(&browser, "/photo/check").await;
    browser.get(&first).await.is(200);
    portal.browser().get(&first).await.is(404);
    let other = portal.applicant_with_form(2, Page::PhotoCheck).await;
    other.get(&first).await.is(404);
    browser.upload(&fixture("grey.jpg")).await;
    let second = address(&browser, "/photo/check").await;
    assert_ne!(first, second);
    browser.get(&second).await.is(200);
    browser.get(&first).await.is(404);
}
