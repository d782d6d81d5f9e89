//! The whole journey, from the QR code to the receipt.

use rules::application::Page;
use rules::{BirthDate, BirthDateFields};
use server::service::FormOnRecord;

use crate::support::{
    Kind, MAIL, NAME, TestPortal, agreement, contact, details, fields, fixture, form_id,
};

#[tokio::test]
#[expect(
    clippy::too_many_lines,
    reason = "one story from the first page to the last"
)]
async fn an_applicant_comes_from_the_qr_code_to_the_receipt_by_forms_alone() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let page = browser
        .get(&format!("/apply/{}", form_id(1).as_str()))
        .await
        .is(200);
    let given = vec![
        ("application_id", page.hidden("application_id")),
        ("by", page.hidden("by")),
    ];
    browser
        .submit("/api/start/give", &given)
        .await
        .is(200)
        .says("利用規約を確認してください");
    let page = browser
        .submit("/api/terms/agree", &agreement())
        .await
        .is(200);
    portal.wait(3);
    let contact = contact(&page.value_of("captcha-challenge"));
    browser
        .submit("/api/mail/give", &contact)
        .await
        .is(200)
        .says(NAME)
        .says(MAIL);
    browser
        .submit("/api/mail/confirm", &fields(&[]))
        .await
        .is(200)
        .says(MAIL);
    let token = portal.token().await;
    browser
        .get(&format!("/open/{token}"))
        .await
        .is(200)
        .says("申請を続けますか")
        .hides(NAME);
    browser
        .submit("/api/link/open", &fields(&[("token", &token)]))
        .await
        .says("顔写真を登録してください");
    let answer = browser.upload(&fixture("good.jpg")).await;
    browser
        .get(answer.location())
        .await
        .is(200)
        .says("/photo/current");
    let declared = fields(&[("photo_declaration", "yes")]);
    browser
        .submit("/api/photo/confirm", &declared)
        .await
        .is(200)
        .says("申請情報を入力してください");
    let review = browser
        .submit("/api/details/give", &details())
        .await
        .is(200);
    let review = review
        .says(NAME)
        .says(MAIL)
        .says("平成10年3月27日（1998年3月27日）");
    let sent = vec![
        ("seen", review.hidden("seen")),
        ("submit_declaration", "yes".to_owned()),
    ];
    browser
        .submit("/api/submit", &sent)
        .await
        .is(200)
        .says("申請を受け付けました");
    assert_eq!(portal.completion_mails().await, 1);
    let letter = &portal.letters()[0];
    assert_eq!(letter.to.as_str(), MAIL);
    assert_eq!(
        letter.subject.as_str(),
        "【個人番号カード】申請受付完了のお知らせ"
    );
}

#[tokio::test]
async fn the_same_server_functions_take_an_applicant_there_as_scripts() {
    let portal = TestPortal::new().await;
    let browser = portal.browser();
    let led = async |path: &str, fields| browser.script(path, &fields).await.location().to_owned();
    let form = fields(&[("application_id", form_id(1).as_str())]);
    assert_eq!(led("/api/start/give", form).await, "/terms");
    assert_eq!(led("/api/terms/agree", agreement()).await, "/mail");
    let contact = contact(&browser.challenge().await);
    assert_eq!(led("/api/mail/give", contact).await, "/mail/check");
    assert_eq!(led("/api/mail/confirm", fields(&[])).await, "/mail/sent");
    let token = portal.token().await;
    assert_eq!(
        led("/api/link/open", fields(&[("token", &token)])).await,
        "/photo"
    );
    let sent = browser
        .upload_as(Kind::Script, &fixture("good.jpg"))
        .await
        .is(200);
    assert_eq!(sent.json::<serde_json::Value>()["next"], "/photo/check");
    assert_eq!(
        led(
            "/api/photo/confirm",
            fields(&[("photo_declaration", "yes")])
        )
        .await,
        "/details"
    );
    assert_eq!(led("/api/details/give", details()).await, "/review");
    let sent = browser.reviewed().await;
    assert_eq!(led("/api/submit", sent).await, "/done");
    assert_eq!(portal.completion_mails().await, 1);
}

#[tokio::test]
async fn a_child_under_one_has_no_photo_step() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Terms).await;
    let parent = fields(&[
        ("adult", "yes"),
        ("consent", "yes"),
        ("applicant", "infant"),
    ]);
    assert_eq!(browser.led("/api/terms/agree", &parent).await, "/mail");
    browser.go(Page::Mail, Page::MailSent).await;
    assert_eq!(browser.open_link().await.location(), "/details");
    assert_eq!(browser.get("/photo").await.location(), "/details");
    assert_eq!(
        browser.upload(&fixture("good.jpg")).await.location(),
        "/details"
    );
    // The form belongs to an adult, which is said at the birth date.
    let page = browser
        .submit("/api/details/give", &details())
        .await
        .is(200);
    page.says("申請する方を選び直してください");
}

#[tokio::test]
async fn from_the_review_each_answer_is_changed_and_leads_back_to_it() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Review).await;
    assert_eq!(
        browser.led("/api/terms/agree", &agreement()).await,
        "/review"
    );
    let mut changed = details();
    changed.retain(|(name, _)| *name != "braille_wish");
    changed.extend(fields(&[
        ("braille_wish", "yes"),
        ("braille", "カナリヤ　ハナコ"),
    ]));
    assert_eq!(browser.led("/api/details/give", &changed).await, "/review");
    browser.get("/review").await.is(200).says("かなりや");
    assert_eq!(
        browser.upload(&fixture("grey.jpg")).await.location(),
        "/photo/check"
    );
    let declared = fields(&[("photo_declaration", "yes")]);
    assert_eq!(
        browser.led("/api/photo/confirm", &declared).await,
        "/review"
    );
}

#[tokio::test]
async fn two_members_of_a_family_apply_one_after_the_other_in_one_browser() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Done).await;
    let first = browser.get("/done").await.is(200).text();
    assert_eq!(browser.give_form(2).await.location(), "/terms");
    browser.go(Page::Terms, Page::Done).await;
    assert_ne!(browser.get("/done").await.is(200).text(), first);
    assert_eq!(portal.completion_mails().await, 2);
}

/// The details of somebody with another birth date.
fn born_on(era: &str, year: i64, month: u8, day: u8) -> crate::support::Fields<'static> {
    let mut given = crate::support::details();
    given.retain(|(name, _)| !matches!(*name, "era" | "year" | "month" | "day"));
    given.extend([
        ("era", era.to_owned()),
        ("year", year.to_string()),
        ("month", month.to_string()),
        ("day", day.to_string()),
    ]);
    given
}

fn who(applicant: &str) -> crate::support::Fields<'static> {
    fields(&[
        ("adult", "yes"),
        ("consent", "yes"),
        ("applicant", applicant),
    ])
}

#[tokio::test]
async fn what_a_birth_date_changes_beside_is_said_on_the_next_page_and_why() {
    let portal = TestPortal::new().await;
    let today = portal.service.now().japan_day();
    let born = today.year();
    let [era, year, month, day] = ["AD", &born.to_string(), "1", "1"].map(str::to_owned);
    let fields_of_date = BirthDateFields {
        era,
        year,
        month,
        day,
        ..BirthDateFields::default()
    };
    let form = form_id(4);
    let on_record = FormOnRecord {
        id: form.clone(),
        birth_date: BirthDate::read(&fields_of_date, today).unwrap(),
    };
    let added = portal
        .service
        .add_forms(std::slice::from_ref(&on_record), false);
    assert_eq!(added.await.unwrap().added, 1);
    let browser = portal.browser();
    let given = fields(&[("application_id", form.as_str())]);
    assert_eq!(browser.led("/api/start/give", &given).await, "/terms");
    assert_eq!(
        browser.led("/api/terms/agree", &who("parent")).await,
        "/mail"
    );
    browser.go(Page::Mail, Page::Details).await;
    assert!(portal.saved().await.photo_key.is_some());
    let page = browser
        .submit("/api/details/give", &born_on("AD", born.into(), 1, 1))
        .await
        .is(200);
    let page = page.says("「申請する方」を「1歳未満の子ども」に変えました");
    let page = page.says("登録した写真は削除しました");
    page.says("生年月日から");
    assert!(portal.saved().await.photo_key.is_none());
    // Once: it is no news for ever.
    browser.go(Page::Review, Page::Done).await;
    browser.get("/done").await.hides("に変えました");
}

#[tokio::test]
async fn what_another_applicant_changes_beside_is_said_on_the_next_page() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Details).await;
    for (applicant, said) in [
        ("infant", "登録した写真を削除しました"),
        ("parent", "顔写真が必要になりました"),
    ] {
        let page = browser.submit("/api/terms/agree", &who(applicant)).await;
        page.is(200).says(said);
    }
    let unchanged = portal.applicant_with_form(2, Page::Details).await;
    let page = unchanged.submit("/api/terms/agree", &who("myself")).await;
    page.is(200).hides("削除しました").hides("必要になりました");
}
