//! The audit log of what applicants, the office and the portal do: nothing is missing,
//! nothing personal is in it, and nobody can fill it.

use rules::ReceiptNumber;
use rules::application::Page;
use server::mail::TRIES;
use server::service::Followed;
use server::store::{Chained, SavedJourney};

use crate::details::{told, wrong};
use crate::status;
use crate::support::{
    Browser, MAIL, NAME, TestPortal, fields, fixture, form_id, on_both, on_each_database,
};

const DAY: i64 = 24 * 60 * 60;

impl TestPortal {
    /// All entries, chained and followed.
    async fn entries(&self) -> Vec<Chained> {
        self.keep_house().await;
        let followed: Followed = self.service.follow_chain(None, None).await.unwrap();
        assert_eq!(followed.broken, None);
        let entries = self.service.audit_page(0).await.unwrap();
        assert_eq!(i64::try_from(entries.len()), Ok(followed.head.number));
        entries
    }

    /// What was done with an application, in order: acts with their details.
    async fn told_of(&self, journey: &SavedJourney) -> Vec<String> {
        let entries = self.entries().await;
        let of_it = entries
            .into_iter()
            .filter(|entry| entry.subject == journey.id.as_str());
        of_it
            .map(|entry| format!("{} {}", entry.act, entry.detail).trim().to_owned())
            .collect()
    }
}

#[tokio::test]
async fn every_entry_says_who_did_it() {
    on_both(async |portal| {
        portal.applicant_at(Page::Done).await;
        portal.post_mails().await;
        let folder = tempfile::tempdir().unwrap();
        server::hand_over::hand_over(&portal.service, folder.path())
            .await
            .unwrap();
        portal.wait(90 * DAY + 1);
        portal.keep_house().await;
        for entry in portal.entries().await {
            let wanted = match &*entry.act {
                "registered" | "mail_queued" | "link_opened" | "photo_kept" | "submitted" => {
                    "applicant"
                }
                "mail_sent" | "deleted" | "photo_removed" | "checkpoint" => "system",
                _ => "operator",
            };
            assert_eq!(entry.actor.as_deref(), Some(wanted), "{entry:?}");
        }
    })
    .await;
}

fn count(told: &[String], act: &str) -> usize {
    told.iter().filter(|line| *line == act).count()
}

#[tokio::test]
async fn every_step_of_an_application_is_recorded_to_its_deletion_and_nothing_personal() {
    on_both(async |portal| {
        portal.applicant_at(Page::Done).await;
        let sent = portal.saved().await;
        portal.post_mails().await;
        let folder = tempfile::tempdir().unwrap();
        server::hand_over::hand_over(&portal.service, folder.path())
            .await
            .unwrap();
        portal.wait(90 * DAY + 1);
        let receipt = sent.receipt.clone().unwrap();
        let wanted = [
            "registered",
            "mail_queued mail=link",
            "mail_sent mail=link",
            "link_opened needs_code=false",
            "photo_kept",
            &format!("submitted receipt={receipt}"),
            "mail_queued mail=received",
            "mail_sent mail=received",
            &format!("handed_over receipt={receipt}"),
            &format!("deleted stage=submitted receipt={receipt} days=90"),
            "photo_removed",
        ];
        assert_eq!(portal.told_of(&sent).await, wanted);
        let entries = portal.entries().await;
        assert_eq!(entries[0].act, "command_add_forms");
        let all = format!("{entries:?}");
        let id = form_id(1);
        for canary in [
            NAME,
            "金成屋",
            MAIL,
            "hanako",
            "1998",
            id.as_str(),
            &id.as_str()[..8],
        ] {
            assert!(!all.contains(canary), "{canary}");
        }
    })
    .await;
}

async fn gives(browser: &Browser, code: &str) {
    let fields = fields(&[("device_code", code)]);
    browser.script("/api/device/prove", &fields).await.is(422);
}

#[tokio::test]
async fn wrong_codes_are_recorded_and_blocked_ones_once_an_hour() {
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::Device).await;
        let journey = portal.saved().await;
        let right = portal.code().await;
        let wrong = format!("{:06}", (right.parse::<u32>().unwrap() + 1) % 1_000_000);
        for _ in 0..30 {
            gives(&browser, &wrong).await;
        }
        let told = portal.told_of(&journey).await;
        assert_eq!(count(&told, "link_opened needs_code=true"), 1);
        assert_eq!(count(&told, "mail_sent mail=device_code"), 1);
        assert_eq!(count(&told, "code_wrong"), 5);
        assert_eq!(count(&told, "code_blocked"), 1);
        // Kept alive, so that the session is the same an hour later.
        for _ in 0..4 {
            portal.wait(15 * 60);
            browser.get("/device").await.is(200);
        }
        for _ in 0..3 {
            gives(&browser, &wrong).await;
        }
        let told = portal.told_of(&journey).await;
        assert_eq!(count(&told, "code_blocked"), 2);
        browser.post("/api/device/resend", &fields(&[])).await;
        let second = portal.code().await;
        let fields = fields(&[("device_code", &second)]);
        assert_eq!(browser.led("/api/device/prove", &fields).await, "/photo");
        assert_eq!(count(&portal.told_of(&journey).await, "code_right"), 1);
    })
    .await;
}

#[tokio::test]
async fn wrong_birth_dates_are_recorded_and_blocked_ones_once_an_hour() {
    on_both(async |portal| {
        let browser = portal.applicant_at(Page::Details).await;
        let journey = portal.saved().await;
        for _ in 0..30 {
            told(&browser, &wrong()).await;
        }
        let of_it = portal.told_of(&journey).await;
        assert_eq!(count(&of_it, "birth_date_wrong"), 5);
        assert_eq!(count(&of_it, "birth_date_blocked"), 1);
        // Kept alive, so that the session is the same an hour later.
        for _ in 0..3 {
            portal.wait(20 * 60);
            browser.get("/details").await.is(200);
        }
        for _ in 0..3 {
            told(&browser, &wrong()).await;
        }
        let of_it = portal.told_of(&journey).await;
        assert_eq!(count(&of_it, "birth_date_wrong"), 6, "one came back");
        assert_eq!(count(&of_it, "birth_date_blocked"), 2);
    })
    .await;
}

#[tokio::test]
async fn a_locked_form_is_recorded_as_blocked_and_who_unlocks_it_too() {
    on_each_database(async |database| {
        let portal = database
            .portal(|plan| plan.settings.journey.birth_date_tries_in_all = 1.try_into().unwrap())
            .await;
        let browser = portal.applicant_at(Page::Details).await;
        let journey = portal.saved().await;
        for _ in 0..9 {
            told(&browser, &wrong()).await;
        }
        let of_it = portal.told_of(&journey).await;
        assert_eq!(count(&of_it, "birth_date_wrong"), 1);
        assert_eq!(count(&of_it, "birth_date_blocked"), 1);
        portal.service.unlock_form(&form_id(1)).await.unwrap();
        let last = portal.entries().await.pop().unwrap();
        assert_eq!(
            (last.act.as_str(), last.detail.as_str()),
            ("command_unlock_form", "")
        );
    })
    .await;
}

/// What was recorded of looks at the status: acts with their applications.
async fn looks(portal: &TestPortal) -> Vec<(String, String)> {
    let entries = portal.entries().await.into_iter();
    let looks = entries.filter(|entry| entry.act.starts_with("status_"));
    looks.map(|entry| (entry.act, entry.subject)).collect()
}

#[tokio::test]
async fn looks_at_the_status_are_recorded_and_one_network_fills_no_log_with_them() {
    on_each_database(async |database| {
        let portal = database
            .portal(|plan| {
                plan.settings.limits.status_tries = 1000.try_into().unwrap();
                plan.settings.journey.birth_date_tries = 1000.try_into().unwrap();
            })
            .await;
        let receipt = status::received(&portal).await;
        let sent = portal.saved().await.id.as_str().to_owned();
        let browser = portal.browser();
        for given in [
            status::asked(&receipt),
            status::with_another_birth(&receipt),
        ] {
            browser.script("/api/status/look", &given).await;
        }
        for number in 0..60 {
            let made_up = ReceiptNumber::from_random([number; 16]).grouped();
            browser
                .script("/api/status/look", &status::asked(&made_up))
                .await
                .is(422);
            browser
                .script("/api/status/look", &status::asked(&receipt))
                .await
                .is(303);
        }
        let told = looks(&portal).await;
        let of = |act: &str, subject: &str| (act.to_owned(), subject.to_owned());
        let first = [
            of("status_shown", &sent),
            of("status_wrong", &sent),
            of("status_wrong", ""),
        ];
        assert_eq!(told.get(..3), Some(&first[..]));
        assert_eq!(told.len(), 10);
        // Somebody else's are recorded all the same, and with time one of this network.
        let other = status::with_another_birth(&receipt);
        portal
            .browser()
            .script("/api/status/look", &other)
            .await
            .is(422);
        assert_eq!(looks(&portal).await.len(), 11);
        portal.wait(360);
        for _ in 0..3 {
            browser.script("/api/status/look", &other).await.is(422);
        }
        assert_eq!(looks(&portal).await.len(), 12);
    })
    .await;
}

#[tokio::test]
async fn the_networks_of_one_ipv6_site_fill_no_log_either() {
    let portal = TestPortal::planned(|plan| {
        plan.settings.limits.ipv6_site_networks = 2.try_into().unwrap();
        plan.settings.limits.status_tries = 1000.try_into().unwrap();
    })
    .await;
    for network in 0..40 {
        let browser = portal.browser_at(format!("2001:db8:7:{network:x}::1").parse().unwrap());
        for number in 0..9 {
            let made_up = ReceiptNumber::from_random([number; 16]).grouped();
            browser
                .script("/api/status/look", &status::asked(&made_up))
                .await;
        }
    }
    assert_eq!(looks(&portal).await.len(), 2 * 10);
}

#[tokio::test]
async fn a_refused_photo_is_recorded_by_the_class_of_its_reasons() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::Photo).await;
    let journey = portal.saved().await;
    let photo = fixture("good.jpg");
    browser.upload(&photo[..30_000]).await;
    let told = portal.told_of(&journey).await;
    let refused: Vec<_> = told
        .iter()
        .filter_map(|line| line.strip_prefix("photo_refused reasons="))
        .collect();
    let [reasons] = refused[..] else {
        panic!("{told:?}");
    };
    let is_code = |code: &str| {
        !code.is_empty()
            && code
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    assert!(reasons.split(',').all(is_code), "{reasons}");
}

#[tokio::test]
async fn a_mail_that_is_given_up_is_recorded() {
    let portal = TestPortal::new().await;
    let browser = portal.applicant_at(Page::MailCheck).await;
    portal.set_post_closed(true);
    browser.post("/api/mail/confirm", &fields(&[])).await;
    for _ in 0..TRIES {
        portal.post_mails().await;
        portal.wait(30 * 60);
    }
    let entries = portal.entries().await;
    let failed = entries.iter().filter(|entry| entry.act == "mail_failed");
    let details: Vec<_> = failed.map(|entry| entry.detail.as_str()).collect();
    assert_eq!(details, ["mail=link"]);
}
